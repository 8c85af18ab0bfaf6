"""A status said by ticks, one column a stage."""

from etl.contacts.labels import Lexicon
from etl.contacts.rows import type_rows
from etl.contacts.tables import find_tables
from etl.workbook import Sheet, Workbook

HEADINGS = ["Premier contact", "Commune", "Nom", "Contact", "Visite", "Installé", "Abandon"]
START = ["03/05/2021", "Figeac", "Novalis"]


def statuses(*ticks: list[str], headings: list[str] = HEADINGS) -> tuple[list, list]:
    rows = [["", "", "", "Statut", "", "", ""], headings, *([*START, *line] for line in ticks)]
    sheet = Sheet("Suivi", rows, merges=((0, 3, 0, 6),))
    [table] = find_tables(Workbook("suivi.xlsx", [sheet])).found
    typed = type_rows(table, Lexicon())
    return typed.columns["status"], [(found.code, found.row) for found in typed.refused]


def test_the_furthest_stage_is_the_status():
    ticks = [["x", "", "", ""], ["x", "X", "", ""], ["x", "✓", "1", ""], ["x", "", "", "oui"], ["", "", "", ""]]
    assert statuses(*ticks) == (["contact", "visite", "installe", "abandon", None], [])


def test_settled_and_given_up_is_asked():
    assert statuses(["x", "", "", ""], ["", "", "x", "x"]) == (["contact", None], [("several_stages", 4)])


def test_who_called_and_has_no_later_stage_ticked_is_a_contact():
    headings = [*HEADINGS[:3], "Accompagné", "Visite", "Installé", "Abandon"]
    ticks = [["", "", "", ""], ["", "non", "", ""], ["", "Zorglub", "", ""], ["", "", "x", "x"], ["", "x", "", ""]]
    assert statuses(*ticks, headings=headings)[0] == ["contact", "contact", None, None, "visite"]


def test_who_has_neither_settled_nor_given_up_may_be_anywhere():
    headings = [*HEADINGS[:3], "Observations", "Suite", "Installé", "Abandon"]
    assert statuses(["", "", "", ""], ["", "", "x", ""], headings=headings)[0] == [None, "installe"]


def dated(*steps: list[str], headings=("Date de visite", "Installé le", "Abandon")) -> list:
    rows = [["Premier contact", "Nom", *headings], *(["03/05/2021", "Novalis", *line] for line in steps)]
    [table] = find_tables(Workbook("suivi.xlsx", [Sheet("Suivi", rows)])).found
    return type_rows(table, Lexicon()).columns["status"]


def test_the_furthest_dated_step_is_the_status_where_no_column_is():
    steps = [["01/06/2021", "", ""], ["01/06/2021", "09/2021", ""], ["", "", ""], ["01/06/2021", "", "x"]]
    assert dated(*steps) == ["visite", "installe", "contact", "abandon"]


def test_who_has_no_dated_step_is_a_contact_unless_something_tells_more():
    headings = ("Date de visite", "Installé le", "Commune d'installation", "Motif d'abandon")
    steps = [["", "", "", ""], ["Zorglub", "", "", ""], ["", "", "Figeac", ""], ["", "", "", "Emploi"]]
    assert dated(*steps, headings=headings) == ["contact", None, None, None]


def test_who_has_no_dated_step_may_be_anywhere_where_only_the_last_are_dated():
    assert dated(["", ""], ["09/2021", ""], headings=("Installé le", "Abandon le")) == [None, "installe"]


def test_a_date_of_abandonment_is_one_and_that_of_a_closing_is_none():
    steps = [["01/06/2021", ""], ["", "09/2021"], ["01/06/2021", "09/2021"]]
    assert dated(*steps, headings=("Visite le", "Abandon le")) == ["visite", "abandon", "abandon"]
    assert dated(*steps, headings=("Visite le", "Date de clôture")) == ["visite", None, "visite"]


def test_a_dated_step_leaves_a_column_of_statuses_as_it_is():
    steps = [["01/06/2021", "", "suivi"], ["01/06/2021", "09/2021", ""], ["02/06/2021", "", "contact"]]
    assert dated(*steps, headings=("Date de visite", "Installé le", "Statut")) == ["suivi", None, "contact"]


def test_the_day_of_a_line_is_that_of_its_step():
    headings = ["Date", "Nom", "Type de démarche", "Commune"]
    said = ["1er contact (tél)", "Entretien de qualification", "Appel", "Visite sur place", "Emménagement"]
    lines = [[f"0{day}/05/2021", "Novalis", step, "Figeac"] for day, step in enumerate(said, start=1)]
    [table] = find_tables(Workbook("agenda.xlsx", [Sheet("Agenda", [headings, *lines])])).found
    columns = type_rows(table, Lexicon()).columns
    assert columns["step"] == ["contact", "suivi", None, "visite", "installe"]
    dates = ("qualification_date", "visit_date", "installation_date")
    assert [[day and day.day for day in columns[name]] for name in dates] == [
        [None, 2, None, None, None],
        [None, None, None, 4, None],
        [None, None, None, None, 5],
    ]
    assert columns["commune_code"] == [None] * 4 + ["46102"]
    assert columns["target_commune_code"] == ["46102"] * 4 + [None]


def test_a_file_closed_with_a_move_is_one_of_who_settled():
    headings = ["Premier contact", "Nom", "Statut", "Date d'installation", "Date de départ"]
    ends = [
        ("clos", "05/07/2021", ""),
        ("clos", "", ""),
        ("Clos", "05/07/2021", "05/07/2022"),
        ("abandon", "05/07/2021", ""),
    ]
    lines = [["03/05/2021", "Novalis", *end] for end in ends]
    [table] = find_tables(Workbook("suivi.xlsx", [Sheet("Suivi", [headings, *lines])])).found
    assert type_rows(table, Lexicon()).columns["status"] == ["installe", "abandon", "parti", "abandon"]
