"""A sheet a commune."""

import pytest

from etl.contacts.identity import heading_hash, read_secret
from etl.contacts.reader import read_contacts
from etl.contacts.sheet_places import HEADING
from etl.contacts.understanding import Confirmed
from etl.recognised import doubts_of
from etl.workbook import Sheet, Workbook

CAUVALDOR = "200066371"
HEADINGS = ["N° dossier", "Date de premier contact", "Statut", "Adultes"]
MOVES = ["N° dossier", "Date d'installation", "Nom", "Adultes"]


@pytest.fixture
def read(tmp_path, monkeypatch):
    monkeypatch.setenv("OHMYLOT_SECRET_FILE", str(tmp_path / "secret"))

    def reading(*names: str, headings=HEADINGS, confirmed=None):
        lines = [[f"{n}", f"0{n}/05/2021", "suivi", "2"] for n in range(1, 4)]
        sheets = [
            Sheet(name, [headings, *[[f"{name[0]}-{line[0]}", *line[1:]] for line in lines]], position)
            for position, name in enumerate(names)
        ]
        return read_contacts(Workbook("Suivi.xlsx", sheets), CAUVALDOR, confirmed)

    return reading


def places(reading) -> set[tuple]:
    said = reading.content.households[["source_sheet", "target_commune_code", "commune_code"]]
    return {tuple(value or "" for value in row) for row in said.fillna("").itertuples(index=False)}


def test_the_name_of_a_sheet_is_where_its_households_look_for_a_home_and_is_asked_once(read):
    reading = read("Gramat", "Souillac 2021", "Autres")
    assert places(reading) == {("feuille 1", "46128", ""), ("feuille 2", "46309", ""), ("Autres", "", "")}
    assert [(problem.code, problem.message) for problem in doubts_of(reading.recognition)] == [
        (
            "column_guessed",
            "Feuille « feuille 1 » : le nom de la feuille est compris comme « Commune souhaitée » de ses foyers. "
            "Confirmez-le, ou choisissez un autre champ. De même sur 1\xa0autre feuille.",
        )
    ]


def test_of_moves_alone_it_is_where_they_moved(read):
    assert places(read("Gramat", "Souillac", headings=MOVES)) == {
        ("feuille 1", "", "46128"),
        ("feuille 2", "", "46309"),
    }


@pytest.mark.parametrize(
    ("names", "headings"),
    [
        (("Gramat", "Suivi"), HEADINGS),  # the commune of an office, as well
        (("Gramat", "Figeac"), HEADINGS),  # not of this EPCI
        (("Gramat", "Souillac"), [*HEADINGS[:3], "Commune souhaitée"]),
    ],
)
def test_what_is_no_sheet_a_commune(read, names, headings):
    assert doubts_of(read(*names, headings=headings).recognition) == []


def test_what_was_chosen_of_it_serves_again(read):
    secret = read_secret()
    confirmed = Confirmed(secret, {(CAUVALDOR, heading_hash(secret, HEADING)): "ignored"})
    reading = read("Gramat", "Souillac", confirmed=confirmed)
    assert places(reading) == {("feuille 1", "", ""), ("feuille 2", "", "")}
    assert doubts_of(reading.recognition) == []


def test_titles_between_the_lines_may_be_communes_as_well(tmp_path, monkeypatch):
    monkeypatch.setenv("OHMYLOT_SECRET_FILE", str(tmp_path / "secret"))
    lines = [["1", "03/05/2021", "suivi", "2"], ["2", "04/05/2021", "suivi", "1"]]
    rows = [HEADINGS, ["GRAMAT"], lines[0], ["Souillac"], lines[1], ["Divers"], ["3", "05/05/2021", "suivi", "1"]]
    reading = read_contacts(Workbook("Suivi.xlsx", [Sheet("2021", rows)]), CAUVALDOR)
    assert places(reading) == {("2021", "46128", ""), ("2021", "46309", ""), ("2021", "", "")}
    assert doubts_of(reading.recognition)[-1].message == (
        "Feuille « 2021 » : le titre au-dessus des lignes est compris comme « Commune souhaitée » de ses foyers. "
        "Confirmez-le, ou choisissez un autre champ."
    )
