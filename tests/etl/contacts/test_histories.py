"""A household's exchanges in one cell."""

from datetime import date

from etl.contacts.histories import exchanges_in
from etl.contacts.labels import Lexicon
from etl.contacts.rows import type_rows
from etl.contacts.tables import find_tables
from etl.recognised import shown_examples
from etl.workbook import Sheet, Workbook

HEADINGS = ["Nom", "Commune souhaitée", "Statut", "Historique"]
LINES = [
    ["Lévêque", "Figeac", "installé", "12/03/23 : appel\n04/05/23 : visite\n01/09/2023 - emménagement"],
    ["Martin", "Cahors", "suivi", "05/05/23 mail ; 13/04/23 premier appel"],
    ["Petit", "Gramat", "suivi", "14/06/23 : voudrait venir en visite avec ses parents"],
]


def test_each_day_with_its_step():
    assert list(exchanges_in("12/03/23 : appel, 31/02/23 rien, 04/05/23 : visite")) == [
        (date(2023, 3, 12), "day", None),
        (date(2023, 5, 4), "day", "visite"),
    ]


def test_a_history_tells_the_first_contact_and_the_steps_and_is_asked():
    found = find_tables(Workbook("suivi.xlsx", [Sheet("Suivi", [HEADINGS, *LINES])]))
    [table] = found.found
    assert (table.columns[3].field, str(table.columns[3].certainty)) == ("history", "likely")
    assert shown_examples(table.columns[3]) == []
    columns = type_rows(table, Lexicon()).columns
    assert columns["first_contact_date"] == [date(2023, 3, 12), date(2023, 4, 13), date(2023, 6, 14)]
    assert columns["visit_date"] == [date(2023, 5, 4), None, None]
    assert columns["installation_date"] == [date(2023, 9, 1), None, None]


def test_beside_a_first_contact_a_history_is_left_aside():
    rows = [[*HEADINGS, "Premier contact"], *([*line, "12/03/2023"] for line in LINES)]
    [table] = find_tables(Workbook("suivi.xlsx", [Sheet("Suivi", rows)])).found
    assert table.columns[3].field == "ignored"
