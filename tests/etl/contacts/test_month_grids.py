"""A grid of months: which marks are steps, and what they tell of each household."""

from datetime import date

from etl.contacts.rows import type_rows
from etl.contacts.tables import find_tables
from etl.workbook import Sheet, Workbook

LEGEND = [["C = premier contact"], ["V = visite"], ["I = installation"]]
LINES = [
    ["Lévêque", "Figeac", "salon", "C", "", "V / I"],
    ["Martin", "Cahors", "site", "", "C V", ""],
    ["Petit", "Gramat", "site", "", "C", ""],
]
WHO = ["Nom", "Commune", "Connu par"]


def read(headings: list[str], *rows: list[str], name: str = "Suivi"):
    found = find_tables(Workbook("suivi.xlsx", [Sheet(name, [["Suivi 2021"], headings, *rows])]))
    [table] = found.found
    return table, type_rows(table, found.lexicon).columns


def test_the_first_month_of_each_step_is_its_date():
    table, columns = read([*WHO, "janv", "févr", "mars"], *LINES, [], *LEGEND)
    assert {(column.field, str(column.certainty)) for column in table.columns[3:]} == {("month_steps", "sure")}
    months = [date(2021, month, 1) for month in (1, 2, 3)]
    assert columns["first_contact_date"] == [months[0], months[1], months[1]]
    assert columns["first_contact_date_precision"] == ["month"] * 3
    assert columns["visit_date"] == [months[2], months[1], None]
    assert columns["installation_date"] == [months[2], None, None]
    assert columns["status"] == ["installe", "visite", "contact"]


def test_the_year_of_a_heading_wins_over_that_of_the_title():
    _table, columns = read([*WHO, "janv-22", "févr-22", "mars-22"], *LINES, [], *LEGEND)
    assert columns["first_contact_date"] == [date(2022, 1, 1), date(2022, 2, 1), date(2022, 2, 1)]


def test_marks_that_no_legend_explains_are_asked():
    lines = [[*line[:3], "1er contact", "", "installé"] for line in LINES]
    table, _columns = read([*WHO, "janv", "févr", "mars"], *lines)
    assert {(column.field, str(column.certainty)) for column in table.columns[3:]} == {("month_steps", "likely")}


def test_months_beside_a_first_contact_are_no_steps():
    headings = [*WHO, "Premier contact", "janv", "févr", "mars"]
    rows = [[*line[:3], "03/05/2021", *line[3:]] for line in LINES]
    table, _columns = read(headings, *rows, [], *LEGEND)
    assert [column.field for column in table.columns[4:]] == [None] * 3
