"""An EPCI that sent nothing yet: what it does is unknown, which is not « none »."""

import figures
from programme import territory, wording
from ui.blocks import show_empty, show_question
from ui.choices import EVERY_UNIT
from ui.later import end_page
from ui.view import View, read_view, show_choices

UNITS = ("foyers",)


def is_heard(view: View) -> bool:
    """Whether the EPCI asked sent its workbook by the day of « tel que connu au », or any of them all."""
    code, received = view.question.epci_code, figures.epci_codes_received(view.known_on)
    return code in received if code else bool(received)


def show_unheard(view: View, question: str) -> None:
    """The page's question, and that nothing is known to answer it."""
    code = view.question.epci_code
    sent = f"n'avait envoyé son tableau au {wording.day(view.known_on)}" if view.known_on else "n'a envoyé son tableau"
    if code:
        name, sent = f"**{territory.epci_names()[code]}**", sent.replace(" envoyé", " pas encore envoyé")
        show_question(question, f"{name} {sent} : on ne sait rien des familles qu'il suit.")
    else:
        show_question(question, f"Aucun EPCI {sent} : on ne sait rien des familles suivies.")


def read_heard(question: str, units: tuple[str, ...] = EVERY_UNIT) -> View:
    """The view of what is heard: the page of an EPCI that sent nothing ends here."""
    view = read_view(units)
    if not is_heard(view):
        show_unheard(view, question)
        show_choices(view, units)
        show_way_out()
        end_page()
    return view


def show_way_out() -> None:
    show_empty(
        "Aucun chiffre n'est montré : ne pas savoir n'est pas zéro.",
        "Importez son tableau de suivi, tel qu'il est, ou choisissez un autre territoire.",
    )
