"""What does each figure mean, and where does it come from?"""

import figures
from charts.received import file_rows
from programme import wording
from ui.blocks import show_heading, show_question, show_table
from ui.catalogue import show_catalogue, show_open_data, show_reference_sources
from ui.statement import show_accessibility

catalogue = figures.catalog()
show_question(
    "Que veut dire chaque chiffre, et d'où vient-il ?",
    f"**{wording.counted(len(catalogue), 'chiffre')}**, chacun avec sa définition, son calcul, sa source et ses "
    "limites.",
)
show_heading("Les chiffres", "Touchez une famille pour lire ses définitions")
show_catalogue()
show_heading("Les fichiers reçus", "Ce que les chiffres d'aujourd'hui ont lu")
show_table(file_rows(figures.files_received()), "Fichiers en cours", label="Voir les fichiers")
show_open_data()
show_reference_sources()
show_accessibility()
