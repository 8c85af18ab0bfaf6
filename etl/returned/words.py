"""What the annotated copy says of itself, the same to write and to read it."""

PAGE = "À corriger"
TITLE = "Oh My Lot : ce qui a été lu de votre tableau"
FILL = "FFFFD479"
HOW = (
    "Les cellules à corriger sont surlignées et portent un commentaire. Corrigez-les dans vos feuilles, enregistrez et "
    "renvoyez ce fichier : cette première feuille ne sera pas lue."
)
NOTHING = "Rien n'est à corriger. Merci !"
UNNAMED_SHEET = "Tableau"
