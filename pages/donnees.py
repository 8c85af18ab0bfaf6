"""What was received, when, and how much of it could be read? Files are dropped here."""

import figures
from charts.received import corrections, epci_rows, file_rows
from programme import wording
from ui.blocks import Card, show_cards, show_empty, show_heading, show_question, show_source, show_table
from ui.deposit import show_deposit
from ui.later import end_page
from ui.pairs import show_pairs
from ui.proof import show_proof
from ui.received import show_template, show_undo, who_sent
from ui.told import rate_card
from ui.view import read_view, show_choices

if figures.known().as_of is None:
    show_question("Par où commencer ?", "Aucun fichier n'a encore été reçu : déposez ici les tableaux des EPCI.")
    show_deposit()
    show_template()
    end_page()

view = read_view(units=("foyers",))
show_question("Que sait-on, et depuis quand ?", who_sent())
show_choices(view, ("foyers",))
completeness, refused = view.ask("Q1", "epci", epci_code=None), view.ask("Q3")
refused_words = wording.agreed(refused.value, "ligne refusée", "lignes refusées")
meaning = refused.entry.definition
show_cards(
    [
        rate_card(view.ask("Q1"), wording.percent, "des champs clés remplis"),
        Card(wording.number(refused.value), refused_words, "avec leur raison, plus bas", help=meaning, figure="Q3"),
    ]
)

show_proof(view, ("Q1", "Q2", "Q3", "Q3D", "Q3F"))
show_deposit()

show_heading("Par EPCI", "Le dernier tableau de suivi de chacun")
files = figures.files_received()
show_table(epci_rows(files, completeness.cells), "Dernier tableau reçu de chaque EPCI", is_folded=False)
show_source(view.source(completeness))

to_correct = figures.rejections(view.question.epci_code)
show_heading("Ce qui est à corriger", "Fichier par fichier ; une cellule refusée laisse sa ligne")
for told, rows in corrections(to_correct):
    show_table(rows, told, label=told)
if to_correct.empty:
    show_empty("Rien n'est à corriger.")

show_pairs()
show_heading("Tous les fichiers reçus", "Du plus récent au plus ancien")
show_table(file_rows(files), "Fichiers reçus et acceptés", label="Voir les fichiers")
show_undo(files)
show_template()
