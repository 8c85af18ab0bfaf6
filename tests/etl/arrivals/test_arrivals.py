"""INSEE's flows and the short table, as docs/formats.md says them."""

import pytest

from etl.arrivals.demo import FOLDER, write_moves
from etl.arrivals.reader import read_arrivals, recognises
from etl.problems import RefusedFile
from etl.workbook import Sheet, Workbook, read_workbook

FLOWS = [
    ["CODGEO", "LIBGEO", "DCRAN", "L_DCRAN", "NBFLUX_C19_POP01P"],
    ["46042", "Cahors", "75056", "Paris", "30.5"],
    ["46042", "Cahors", "31555", "Toulouse", "20,5"],
    ["46042", "Cahors", "46102", "Figeac", "7"],
    ["75056", "Paris", "46042", "Cahors", "12"],
    ["12300", "Villefranche-de-Rouergue", "46102", "Figeac", "4"],
]


def workbook(rows):
    return Workbook("base-flux.csv", [Sheet("", rows)])


def test_flows_count_who_comes_from_another_departement():
    taken = read_arrivals(workbook(FLOWS))
    assert taken.frames["living_conditions"].to_numpy().tolist() == [
        ["12300", "arrivees_personnes", 2019, 4.0],
        ["46042", "arrivees_personnes", 2019, 51.0],
    ]
    assert (taken.read, taken.accepted, taken.rejected, taken.left_out) == (5, 3, 0, 2)


def test_the_short_table_and_a_commune_that_merged():
    rows = [["Commune", "Année", "Arrivées"], ["46042", "2019", "51"], ["46217", "2019", "3"], ["46042", "2019", "?"]]
    rows += [["46042", "2019", "nan"]]
    taken = read_arrivals(workbook(rows))
    assert taken.frames["living_conditions"][["commune_code", "value"]].to_numpy().tolist() == [
        ["46042", 51.0],
        ["46172", 3.0],
    ]
    assert [(problem.code, problem.row) for problem in taken.refused] == [
        ("unreadable_line", 4),
        ("unreadable_line", 5),
    ]


def test_a_file_of_elsewhere_is_refused():
    with pytest.raises(RefusedFile):
        read_arrivals(workbook([["Commune", "Année", "Arrivées"], ["75056", "2019", "51"]]))


def test_other_tables_are_not_arrivals():
    assert not recognises(workbook([["Commune", "Année", "Loyer"], ["46042", "2019", "8"]]))


def test_the_demo_is_written_the_same_and_read_whole(tmp_path):
    path = write_moves(tmp_path)
    assert path.read_bytes() == (FOLDER / path.name).read_bytes()
    taken = read_arrivals(read_workbook(path))
    assert (len(taken.frames["living_conditions"]), taken.read, taken.rejected) == (345, 1380, 0)
    assert 3000 < taken.frames["living_conditions"]["value"].sum() < 9000
    assert b"fictives" in path.read_bytes()
