"""One received file -> the store, whole or not at all."""

from datetime import date

import pytest

from etl.pipeline import Choices, import_file
from store import reads
from store.engine import open_store
from tests.etl.making import HEADINGS, write_xlsx

CAHORS = "200023737"
RECEIVED = Choices(received_date=date(2022, 3, 31))


def lines(*numbers: int) -> list[list]:
    return [[number, f"Foyer {number}", "03/05/2021", "suivi", "Cahors"] for number in numbers]


@pytest.fixture
def engine(tmp_path):
    engine = open_store(f"sqlite:///{tmp_path / 'store.sqlite'}")
    yield engine
    engine.dispose()


@pytest.fixture
def grand_cahors(tmp_path):
    def write(*numbers: int):
        return write_xlsx(tmp_path / "Grand Cahors.xlsx", {"Suivi": [HEADINGS, *lines(*numbers)]})

    return write


def test_a_file_is_accepted_in_the_store(engine, grand_cahors):
    report = import_file(engine, grand_cahors(1, 2, 3), RECEIVED)
    assert (report.status, report.epci_code, report.kind) == ("accepted", CAHORS, "state")
    assert (report.read, report.accepted, report.rejected, report.left_out, report.problems) == (3, 3, 0, 0, [])
    households = reads.read_table(engine, "households")
    assert households[["dossier_ref", "status", "target_commune_code"]].to_numpy().tolist() == [
        ["1", "suivi", "46042"],
        ["2", "suivi", "46042"],
        ["3", "suivi", "46042"],
    ]
    assert reads.read_imports(engine)["received_date"].dt.date.tolist() == [date(2022, 3, 31)]


def test_the_same_file_twice_changes_nothing(engine, grand_cahors):
    path = grand_cahors(1, 2)
    import_file(engine, path, RECEIVED)
    assert import_file(engine, path, RECEIVED).status == "unchanged"
    assert len(reads.read_table(engine, "households", history=True)) == 2


def test_many_households_that_disappear_are_asked_for(engine, grand_cahors):
    import_file(engine, grand_cahors(1, 2, 3), RECEIVED)
    smaller = grand_cahors(1, 4, 5, 6)
    asked = import_file(engine, smaller, RECEIVED)
    assert asked.status == "to_confirm"
    assert [problem.code for problem in asked.problems] == ["households_disappear"]
    assert len(reads.read_table(engine, "households")) == 3
    confirmed = import_file(engine, smaller, Choices(accepts_proposals=True))
    assert confirmed.status == "accepted"
    assert [problem.code for problem in confirmed.problems] == ["households_disappear"]
    assert reads.read_table(engine, "households")["dossier_ref"].tolist() == ["1", "4", "5", "6"]


def test_an_epci_only_guessed_is_asked_for(engine, tmp_path):
    path = write_xlsx(tmp_path / "tableau.xlsx", {"Suivi": [HEADINGS, *lines(1)]})
    assert import_file(engine, path).status == "to_confirm"
    assert import_file(engine, path, Choices(epci_code=CAHORS)).status == "accepted"


def test_a_refused_file_leaves_the_store_as_it_was(engine, tmp_path):
    path = tmp_path / "photo.xlsx"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    report = import_file(engine, path)
    assert (report.status, [problem.code for problem in report.problems]) == ("refused", ["not_a_spreadsheet"])
    assert len(reads.read_imports(engine)) == 0


def test_a_lock_file_is_skipped_and_told(engine, tmp_path):
    path = tmp_path / "~$Grand Cahors.xlsx"
    path.write_bytes(b"x" * 165)
    report = import_file(engine, path)
    assert (report.status, [problem.code for problem in report.problems]) == ("skipped", ["lock_file"])


def test_an_error_that_nobody_foresaw_costs_its_file_and_quotes_nothing(engine, grand_cahors, monkeypatch):
    def fail(*_arguments):
        raise RuntimeError("Lévêque, 06 12 34 56 78")

    monkeypatch.setattr("etl.pipeline.contacts.read_contacts", fail)
    report = import_file(engine, grand_cahors(1))
    assert (report.status, report.problems[0].code) == ("refused", "unforeseen")
    assert "Lévêque" not in report.problems[0].message
