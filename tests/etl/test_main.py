"""The commands: exit codes, JSON alone on stdout, French on stderr."""

import json

import pytest

from etl.__main__ import main
from tests.etl.making import HEADINGS, write_xlsx

GOOD = ["12", "Lévêque", "03/05/2021", "suivi", "Cahors"]


@pytest.fixture(autouse=True)
def own_store(empty_store, chosen):
    with chosen(store=empty_store):
        yield


def book(tmp_path, *lines, name="Grand Cahors.xlsx"):
    return str(write_xlsx(tmp_path / name, {"Suivi": [HEADINGS, *lines]}))


def test_all_accepted_is_0(tmp_path, capsys):
    assert main(["import", book(tmp_path, GOOD), "--json"]) == 0
    [report] = json.loads(capsys.readouterr().out)
    expected = "file sha256 epci_code kind status read accepted rejected left_out problems"
    assert list(report) == expected.split()


def test_something_to_correct_is_1(tmp_path, capsys):
    bad = ["13", "Lévêque", "03/05/2021", "suivi", "Roquebrumeuse"]
    assert main(["import", book(tmp_path, GOOD, bad)]) == 1
    output = capsys.readouterr()
    assert output.out == ""
    assert "cellule E3" in output.err.replace("\n", " ")
    assert "Roquebrumeuse" not in output.err


def test_a_refused_file_is_2_and_the_rest_of_the_folder_is_taken(tmp_path, capsys):
    folder = tmp_path / "reçus"
    folder.mkdir()
    book(folder, GOOD)
    (folder / "photo.xlsx").write_bytes(b"\x89PNG\r\n")
    (folder / "~$Grand Cahors.xlsx").write_bytes(b"x")
    assert main(["import", str(folder), "--json"]) == 2
    reports = json.loads(capsys.readouterr().out)
    assert {report["file"]: report["status"] for report in reports} == {
        "Grand Cahors.xlsx": "accepted",
        "photo.xlsx": "refused",
        "~$Grand Cahors.xlsx": "skipped",
    }


def test_export_and_status_say_what_is_in_the_store(tmp_path, capsys):
    main(["import", book(tmp_path, GOOD), "--received", "2022-03-31"])
    assert main(["export", "households", "-o", str(tmp_path / "households.csv")]) == 0
    header, row = (tmp_path / "households.csv").read_text(encoding="utf-8").splitlines()
    household = dict(zip(header.split(","), row.split(","), strict=True))
    assert (household["dossier_ref"], household["first_contact_date"]) == ("12", "2021-05-03")
    capsys.readouterr()
    assert main(["export", "needs", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []
    assert main(["status", "--json"]) == 0
    status = {row["epci_code"]: row for row in json.loads(capsys.readouterr().out)}
    assert len(status) == 10
    assert status["200023737"]["households_count"] == 1
    assert status["200023737"]["received_date"].startswith("2022-03-31")
