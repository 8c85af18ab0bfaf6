"""Needs that are ranked along a line rather than ticked."""

import pytest

from etl.contacts.ranks import ticks_of
from etl.contacts.reader import read_contacts
from etl.workbook import Sheet, Workbook

START = ["N° dossier", "Premier contact", "Statut", "Commune"]
WORDS = [["Logement", "Emploi"], ["Santé", ""], ["Emploi", "École"]]


def ticks(*lines: str, strays: int = 0):
    columns = dict(zip("abc", map(list, zip(*(line.split(" ") for line in lines), strict=True)), strict=True))
    found = ticks_of(columns, strays=strays)
    return [" ".join(line) for line in zip(*found.values(), strict=True)]


def test_a_rank_is_a_tick():
    assert ticks("1 2 0", "0 1 2", "3 1 2", "- - 1") == ["1 1 0", "0 1 1", "1 1 1", "- - 1"]
    assert ticks("1er 2e n°3", "2 1 -") == ["1 1 1", "1 1 -"]


@pytest.mark.parametrize(
    "lines",
    [
        ("1 2 0", "1 1 2"),  # twice on a line: a number of people, or a mark
        ("1 2 0", "4 1 2"),  # beyond the number of columns
        ("1 2 0", "x 1 2"),
        ("1 2 0", "non 1 2"),
        ("1 0 0", "0 2 0", "3 0 0"),  # alone on every line
        ("1 1 1", "1 0 1"),
        ("x x 0", "0 x 0"),
    ],
)
def test_what_is_not_surely_an_order_is_none(lines):
    assert ticks(*lines) == []


def test_totals_may_stray():
    assert ticks("1 2 0", "2 1 0", "3 3 0", strays=1) == ["1 1 0", "1 1 0", "1 1 0"]
    assert ticks_of({"a": ["1", "2"]}) == ticks_of({}) == {}


def read(headings: list[str], lines: list[list[str]], group: str = ""):
    """By household: its needs; then how sure each column is, and the cells refused."""
    rows = [[f"D-{number}", "03/05/2021", "suivi", "Cahors", *line] for number, line in enumerate(lines)]
    above = [[*[""] * len(START), *[group] * len(headings)]] if group else []
    reading = read_contacts(Workbook("Grand Cahors.xlsx", [Sheet("Suivi", [*above, [*START, *headings], *rows])]))
    needs = reading.content.needs.groupby("household_id", sort=False)["axis"].agg(" ".join).tolist()
    columns = reading.recognition.tables[0].columns[len(START) :]
    return needs, {str(column.certainty) for column in columns}, [found.column for found in reading.content.refused]


def test_ranked_needs_are_read_as_ticked_ones():
    lines = [["1", "2", "3"], ["2", "1", "3"], ["", "1", "3"]]  # the third column is never first
    expected = (["logement emploi sante", "logement emploi sante", "emploi sante"], {"sure"}, [])
    assert read(["Logement", "Emploi", "Santé"], lines) == expected
    assert read(["Logement", "Emploi", "Santé"], lines, group="Besoins, du premier au dernier") == expected


def test_ranks_of_which_one_does_not_fit_are_told():
    lines = [["1", "2"], ["2", "1"], ["2", "2"]]
    assert read(["Logement", "Emploi"], lines) == (["logement", "emploi"], {"sure"}, ["E", "E", "F", "F"])


@pytest.mark.parametrize(
    "headings",
    [
        ("Besoin n°1", "Besoin n°2"),
        ("1er besoin", "2e besoin"),
        ("Priorité 1", "Priorité 2"),
        ("1ère priorité", "2ème priorité"),
        ("Besoin principal", "Autre besoin"),
    ],
)
def test_a_column_for_each_rank(headings):
    assert read(list(headings), WORDS) == (["logement emploi", "sante", "emploi ecole_garde"], {"sure"}, [])


def test_a_priority_that_is_no_need_is_not_read():
    assert read(["Priorité 1"], [["haute"], ["basse"], ["haute"]]) == ([], {"unknown"}, [])


@pytest.mark.parametrize("group", ["Priorités", "Besoins", "Besoins par ordre d'importance"])
def test_ranks_under_a_merged_heading(group):
    rows = [[*[""] * len(START), group, "", ""], [*START, "1", "2", "3"]]
    rows += [[f"D-{number}", "03/05/2021", "suivi", "Cahors", *line, ""] for number, line in enumerate(WORDS)]
    reading = read_contacts(Workbook("Grand Cahors.xlsx", [Sheet("Suivi", rows, merges=((0, 4, 0, 6),))]))
    assert reading.content.needs["axis"].tolist() == ["logement", "emploi", "sante", "emploi", "ecole_garde"]
    assert reading.recognition.is_sure
