"""What one column tells in the place of another."""

from datetime import date

from etl.contacts.labels import Lexicon
from etl.contacts.rows import type_rows
from etl.contacts.tables import find_tables
from etl.workbook import Sheet, Workbook


def typed(*rows: list[str], merges=()):
    [table] = find_tables(Workbook("suivi.xlsx", [Sheet("Suivi", list(rows), merges=merges)])).found
    return type_rows(table, Lexicon())


def test_a_channel_is_the_one_that_is_ticked_and_several_are_asked():
    groups = ["", "", "", "Connu par", "", ""]
    headings = ["Premier contact", "Statut", "Commune", "Site", "Salon", "Ami"]
    start = ["03/05/2021", "suivi", "Figeac"]
    rows = [[*start, "x", "", ""], [*start, "", "", "x"], [*start, "x", "x", ""], [*start, "", "", ""]]
    found = typed(groups, headings, *rows, merges=((0, 3, 0, 5),))
    assert found.columns["channel"] == ["site", "bouche_a_oreille", None, None]
    assert [(problem.code, problem.row) for problem in found.refused] == [("several_channels", 5)]


def test_the_day_beside_a_status_is_that_of_its_step():
    headings = ["Premier contact", "Commune", "Résultat", "Le"]
    lines = [("visite faite", "04/06/2021"), ("installés", "09/2021"), ("suivi", "05/06/2021")]
    found = typed(headings, *(["03/05/2021", "Figeac", *line] for line in lines))
    assert found.columns["visit_date"] == [date(2021, 6, 4), None, None]
    assert found.columns["installation_date"] == [None, date(2021, 9, 1), None]
    assert found.columns["installation_date_precision"] == [None, "month", None]
    assert found.columns["status"] == ["visite", "installe", "suivi"]


def test_a_situation_under_profession_is_the_profile_where_no_column_is():
    headings = ["Premier contact", "Statut", "Commune", "Profession"]
    jobs = ["retraité", "infirmière", "télétravail"]
    found = typed(headings, *(["03/05/2021", "suivi", "Figeac", job] for job in jobs))
    assert found.columns["profile"] == ["retraite", None, "teletravailleur"]
    assert found.columns["occupation_code"] == [None, "infirmier", None]
