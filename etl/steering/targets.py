"""What a line of targets names: a figure that may have one, and the programme or one of its EPCIs."""

from etl.contacts.spellings import epcis_named_in
from etl.words import normal

TITLES = {"A1": "Contacts reçus", "A3": "Projets qualifiés", "A4": "Visites", "A5": "Foyers installés"}
FIGURES = {normal(said): figure for figure, title in TITLES.items() for said in (figure, title)}
WHOLE = {"", *map(normal, ("Programme", "Tout le programme", "Ensemble", "Total", "Lot", "Département du Lot"))}


def figure_of(text: str) -> str | None:
    """The figure that is named by its code or its title; None for one that can have no target."""
    return FIGURES.get(normal(text))


def names_a_place(text: str) -> bool:
    """Whether it is the whole programme, or an EPCI of it: an unknown place is not the whole."""
    return normal(text) in WHOLE or bool(epcis_named_in(text))
