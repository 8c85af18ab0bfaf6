"""One file that carries several EPCIs: one import each, every line at its own place."""

import json

import pytest

from etl.__main__ import main
from etl.pipeline import receive_file
from store import reads
from tests.etl.making import write_csv, write_xlsx

CAHORS, FIGEAC = "200023737", "200067361"
pytestmark = pytest.mark.whole

HEADINGS = ["EPCI", "N° dossier", "Date de premier contact", "Statut", "Commune souhaitée"]
LINES = [
    ["Grand Cahors", "1", "03/05/2021", "suivi", "Cahors"],
    [FIGEAC, "1", "04/05/2021", "contact", "Figeac"],
    ["", "2", "05/05/2021", "contact", "Figeac"],
    ["CC Grand Cahors", "2", "06/05/2021", "contact", "Pradines"],
]


def told(store) -> list[list]:
    rows = reads.read_table(store, "households").sort_values(["epci_code", "source_row"])
    return rows[["epci_code", "dossier_ref", "source_row"]].to_numpy().tolist()


@pytest.mark.parametrize("write", ["xlsx", "csv"])
def test_lines_go_to_the_epci_that_they_name(tmp_path, empty_store, write):
    rows = [HEADINGS, *LINES]
    path = (
        write_xlsx(tmp_path / "export.xlsx", {"Export": rows})
        if write == "xlsx"
        else write_csv(tmp_path / "export.csv", rows)
    )
    reports = receive_file(empty_store, path)
    assert [(report.epci_code, report.status, report.read, report.accepted) for report in reports] == [
        (CAHORS, "accepted", 2, 2),
        (FIGEAC, "accepted", 2, 2),
    ]
    assert told(empty_store) == [[CAHORS, "1", 2], [CAHORS, "2", 5], [FIGEAC, "1", 3], [FIGEAC, "2", 4]]
    assert [report.status for report in receive_file(empty_store, path)] == ["unchanged", "unchanged"]


def test_a_sheet_an_epci(tmp_path, empty_store):
    lines = [["1", "03/05/2021", "suivi", "Cahors"], ["2", "04/05/2021", "contact", "Cahors"]]
    sheets = {"Grand Cahors": [HEADINGS[1:], *lines], "Grand-Figeac": [HEADINGS[1:], *lines[:1]]}
    reports = receive_file(empty_store, write_xlsx(tmp_path / "tous.xlsx", sheets))
    assert [(report.epci_code, report.accepted) for report in reports] == [(CAHORS, 2), (FIGEAC, 1)]


def test_a_line_of_an_epci_that_nobody_knows_is_rejected_and_told(tmp_path, empty_store):
    rows = [HEADINGS, *LINES, ["Pays de Nulle Part", "9", "06/05/2021", "contact", "Cahors"]]
    first, second = receive_file(empty_store, write_xlsx(tmp_path / "export.xlsx", {"Export": rows}))
    assert [(problem.code, problem.row) for problem in first.problems] == [("unknown_epci_line", 6)]
    assert "Nulle Part" not in first.problems[0].message
    assert (first.read, first.rejected, second.rejected) == (3, 1, 0)
    assert len(told(empty_store)) == 4


def test_the_epci_that_a_person_says_takes_all_the_lines(tmp_path, empty_store, chosen, capsys):
    path = write_xlsx(tmp_path / "export.xlsx", {"Export": [HEADINGS, *LINES]})
    with chosen(store=empty_store):
        main(["import", str(path), "--epci", FIGEAC, "--yes", "--json"])
    assert [report["epci_code"] for report in json.loads(capsys.readouterr().out)] == [FIGEAC]


def test_a_column_that_names_one_epci_alone_is_one_import(tmp_path, empty_store):
    path = write_xlsx(tmp_path / "export.xlsx", {"Export": [HEADINGS, LINES[0], LINES[3]]})
    assert [report.epci_code for report in receive_file(empty_store, path)] == [CAHORS]


def test_titles_above_their_lines_name_several(tmp_path, empty_store):
    headings = ["N° dossier", "Date de premier contact", "Statut", "Commune souhaitée"]
    lines = [["1", "03/05/2021", "suivi", "Cahors"], ["2", "04/05/2021", "contact", "Cahors"]]
    rows = [headings, ["GRAND CAHORS", "", "", ""], *lines, ["GRAND-FIGEAC", "", "", ""], lines[0]]
    reports = receive_file(empty_store, write_xlsx(tmp_path / "suivi.xlsx", {"Suivi": rows}))
    assert [(report.epci_code, report.accepted) for report in reports] == [(CAHORS, 2), (FIGEAC, 1)]
