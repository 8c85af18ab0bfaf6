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
SAYS = "Oh My Lot : "  # begins what a comment of ours says, alone or below hers
VALUES_ONLY = (
    "Votre fichier n'est pas au format .xlsx : cette copie l'est. Elle a vos feuilles, vos valeurs, vos couleurs et "
    "vos lignes masquées, sans vos formules ni vos commentaires. C'est elle qu'il faut corriger et renvoyer."
)
