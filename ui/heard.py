"""An EPCI that sent nothing yet: what it does is unknown, which is not « none »."""

import figures
from programme import territory
from ui.blocks import show_empty, show_question
from ui.later import end_page
from ui.view import View, show_choices

UNITS = ("foyers",)


def is_heard(view: View) -> bool:
    """Whether the EPCI asked sent its workbook; the whole programme is always heard."""
    code = view.question.epci_code
    return code is None or code in figures.epci_codes_received()


def show_unheard(view: View, question: str) -> None:
    """The page's question, and that nothing is known to answer it."""
    name = territory.epci_names()[view.question.epci_code]
    show_question(question, f"**{name}** n'a pas encore envoyé son tableau : on ne sait rien des familles qu'il suit.")


def end_unless_heard(view: View, question: str) -> None:
    """Ends the page of an EPCI that sent nothing."""
    if not is_heard(view):
        show_unheard(view, question)
        show_choices(view, UNITS)
        show_way_out()
        end_page()


def show_way_out() -> None:
    show_empty(
        "Aucun chiffre n'est montré : ne pas savoir n'est pas zéro.",
        "Importez son tableau de suivi, tel qu'il est, ou choisissez un autre territoire.",
    )
