"""A calendar as a tool exports it."""

from etl.contacts.labels import Lexicon
from etl.contacts.tables import find_tables
from etl.workbook import Sheet, Workbook

HEADINGS = ["Famille", "Date de début", "Heure de début", "Date de fin", "Emplacement", "Catégories"]
FAMILIES = ["Lévêque", "Martin", "Petit", "Durand"]


def columns(*lines: list[str]) -> dict[str, str]:
    [table] = find_tables(Workbook("calendrier.csv", [Sheet("", [HEADINGS, *lines])]), Lexicon()).found
    return {column.heading: (column.field, str(column.certainty)) for column in table.columns}


def appointment(name: str, day: str, what: str, end: str | None = None) -> list[str]:
    return [name, day, "10:00:00", end or day, "Figeac", what]


def test_an_appointment_is_a_step_and_its_end_closes_nothing():
    calls = [appointment(name, f"0{day}/05/2021", "1er contact") for day, name in enumerate(FAMILIES, start=1)]
    visits = [appointment(name, f"1{day}/05/2021", "Visite") for day, name in enumerate(FAMILIES, start=1)]
    found = columns(*calls, *visits)
    assert found["Date de début"] == ("first_contact_date", "sure")
    assert found["Catégories"] == ("step", "likely")
    assert found["Heure de début"] == found["Date de fin"] == (None, "unknown")


def test_where_families_do_not_come_back_it_is_a_status():
    calls = [appointment(name, f"0{day}/05/2021", "1er contact") for day, name in enumerate(FAMILIES, start=1)]
    found = columns(*calls[:2], *([*call[:5], "Visite"] for call in calls[2:]))
    assert found["Catégories"] == ("status", "likely")
