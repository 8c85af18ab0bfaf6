"""Delimited text as people and old programs leave it: two encodings, quotes that nobody closes, odd beginnings."""

import pytest

from etl.files.kinds import Kind, kind_of
from etl.files.texts import read_text

HEADINGS, LAST = ["N°", "Nom", "Statut"], ["3", "Zoé", "installé"]


def test_lines_of_two_encodings_are_each_read_in_their_own():
    content = "N°;Nom;Statut\n".encode() + "3;Zoé;installé\n".encode("cp1252")
    assert read_text(content) == [HEADINGS, LAST]


@pytest.mark.parametrize(
    "line",
    ['2;"Anne;suivi', '2;Anne";"suivi', '2;"Anne" Lise";"suivi', '"2;Anne;suivi', '2;Anne;"suivi'],
)
@pytest.mark.parametrize("more", ["", '4;"Léa;suivi\r\n', '4;"Léa";suivi\r\n'])
def test_a_quote_that_nobody_closed_swallows_no_line(line, more):
    rows = read_text(f"N°;Nom;Statut\r\n{line}\r\n3;Zoé;installé\r\n{more}".encode())
    assert [rows[0], len(rows[1]), rows[2]] == [HEADINGS, 3, LAST]
    assert len(rows) == (4 if more else 3)


def test_a_quote_that_nobody_closed_on_the_last_line():
    assert read_text('N°;Nom;Statut\n2;"Anne;suivi'.encode())[-1] == ["2", "Anne", "suivi"]


def test_quotes_within_a_cell_are_its_own():
    rows = read_text('N°;Nom;Statut\n2;"Anne\n\n""Lise"" ; bis";suivi\n3;Léo "dit Zoé";installé\n'.encode())
    assert rows[1:] == [["2", 'Anne\n\n"Lise" ; bis', "suivi"], ["3", 'Léo "dit Zoé"', "installé"]]


def test_a_separator_told_that_is_nowhere_is_not_believed():
    assert read_text("sep=,\nN°;Nom;Statut\n3;Zoé;installé\n".encode())[-1] == LAST


@pytest.mark.parametrize("end", [b"\x1a", b"\x00\x00\x00"])
def test_what_old_programs_end_a_file_with(end):
    assert read_text("N°;Nom;Statut\r\n3;Zoé;installé".encode() + end)[-1] == LAST


@pytest.mark.parametrize("title", ["BMO 2022", "SQLite", "Rar! et curieux"])
def test_a_title_is_no_signature(title):
    assert kind_of(f"{title};;\nN°;Nom;Statut\n".encode()) == Kind.TEXT
