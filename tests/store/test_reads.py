"""The rows of a table as they are, were on a past date, or were ever received; their families, columns and kinds."""

from datetime import date

import pandas as pd
import pytest
from sqlalchemy import Engine, text

from store import reads, schema
from store.writes import record_decision, undo_import

CAHORS, FIGEAC = "200023737", "200067361"
DAYS = ("2022-01-30", "2022-01-31", "2022-03-30", "2022-03-31")


def test_as_known_on_a_date_only_the_files_received_by_then_count(receive, family, now):
    receive("2022-01-31", households=[family("h1", status="contact"), family("h2", status="suivi")])
    receive("2022-03-31", households=[family("h1", status="installe")])
    counted = {day: now("households", "household_id", "status", known_on=date.fromisoformat(day)) for day in DAYS}
    assert counted == {
        "2022-01-30": [],
        "2022-01-31": [["h1", "contact"], ["h2", "suivi"]],
        "2022-03-30": [["h1", "contact"], ["h2", "suivi"]],
        "2022-03-31": [["h1", "installe"]],
    }


def test_history_gives_every_row_received(receive, family, survey, now):
    receive("2022-01-31", households=[family("h1", status="contact")])
    receive("2022-03-31", households=[family("h1", status="installe")])
    receive("2022-04-30", "labour_needs", None, labour_needs=[survey(2021, "A0Z40", 5)])
    receive("2022-05-31", "labour_needs", None, labour_needs=[survey(2021, "A0Z40", 6)])
    assert now("households", "import_id", history=True) == [[1], [2]]
    assert now("labour_needs", "import_id", history=True) == [[3], [4]]
    assert now("households", "import_id", history=True, known_on=date(2022, 2, 1)) == [[1]]
    assert len(now("imports", "import_id")) == len(now("imports", "import_id", history=True)) == 4


def test_needs_follow_their_household(receive, family, now):
    first = [{"household_id": household, "axis": "logement"} for household in ("h1", "h2")]
    keys = [{"household_id": household, "key_kind": "email", "key_hash": "x"} for household in ("h1", "h2")]
    receive("2022-01-31", households=[family("h1"), family("h2")], needs=first, household_keys=keys)
    assert now("needs", "household_id", "axis") == [["h1", "logement"], ["h2", "logement"]]
    receive("2022-02-28", "supplement", households=[family("h1")])
    assert now("needs", "household_id", "import_id") == [["h2", 1]]
    assert now("household_keys", "household_id", "import_id") == [["h2", 1]]
    met = [{"household_id": "h2", "axis": "emploi", "is_met": True}]
    receive("2022-03-31", "supplement", households=[family("h2")], needs=met)
    assert now("needs", "household_id", "import_id", "axis", "is_met") == [["h2", 3, "emploi", True]]
    assert now("needs", "household_id", known_on=date(2022, 2, 1)) == [["h1"], ["h2"]]


def test_refused_lines_go_with_their_file(receive, now):
    line = {"source_file": "a.xlsx", "source_row": 4, "code": "unknown_date", "is_row": False}
    receive("2022-01-31", rejections=[line, line | {"source_row": 5}])
    receive("2022-01-31", epci_code=FIGEAC, rejections=[line])
    receive("2022-03-31", rejections=[line | {"source_row": 9}])
    assert now("rejections", "import_id", "source_row") == [[2, 4], [3, 9]]


def test_a_table_without_rows_has_the_columns_and_kinds_of_one_with_many(empty_store: Engine, demo_store: Engine):
    for name, table in schema.metadata.tables.items():
        nothing, demo = (reads.read_table(store, name) for store in (empty_store, demo_store))
        pd.testing.assert_frame_equal(nothing, demo.iloc[:0])
        assert list(nothing.columns) == table.columns.keys()


def test_the_kinds_of_columns(empty_store: Engine):
    households = reads.read_table(empty_store, "households").dtypes.astype(str)
    asked = [
        "household_id",
        "source_row",
        "adults_count",
        "has_doctor",
        "first_contact_date",
        "first_contact_date_precision",
    ]
    assert households[asked].to_list() == ["str", "Int64", "Int64", "boolean", "datetime64[us]", "str"]
    assert str(reads.read_table(empty_store, "labour_needs")["met"].dtype) == "float64"


def test_a_table_that_does_not_exist(empty_store: Engine):
    with pytest.raises(KeyError):
        reads.read_table(empty_store, "villages")


def test_the_version_changes_with_every_import_and_every_decision(empty_store: Engine, receive):
    versions = [reads.version(empty_store)]
    receive("2022-01-31")
    versions.append(reads.version(empty_store))
    receive("2022-03-31", "steering", None)
    versions.append(reads.version(empty_store))
    with empty_store.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO duplicates (household_id, other_household_id, decided_at) VALUES ('a', 'b', '2022-03-31')"
            )
        )
    versions.append(reads.version(empty_store))
    undo_import(empty_store, 1)
    versions.append(reads.version(empty_store))
    assert len(set(versions)) == 5
    assert reads.version(empty_store) == versions[-1]


def test_an_import_undone_counts_at_no_date_and_the_one_before_counts_again(empty_store, receive, family, now):
    receive("2022-01-31", households=[family("h1", status="contact")], needs=[{"household_id": "h1", "axis": "sante"}])
    second = receive("2022-03-31", households=[family("h2")])
    undo_import(empty_store, second)
    assert now("households", "household_id", "status") == [["h1", "contact"]]
    assert now("needs", "household_id") == [["h1"]]
    assert now("households", "household_id", known_on=date(2022, 3, 31)) == [["h1"]]
    assert now("imports", "import_id") == [[1]]
    assert now("imports", "import_id", history=True) == [[1], [2]]
    assert now("undos", "import_id") == [[2]]


def key(household_id: str, kind: str, key_hash: str) -> dict:
    return {"household_id": household_id, "key_kind": kind, "key_hash": key_hash}


def test_a_family_met_by_two_epcis_has_one_family_id(empty_store, receive, family, now):
    mine = [key("h9", "phone", "p1"), key("h9", "name", "n1"), key("h8", "phone", "p2")]
    theirs = [key("f1", "phone", "p1"), key("f1", "name", "n1"), key("f2", "phone", "p2"), key("f2", "name", "n2")]
    receive("2022-01-31", households=[family("h9"), family("h8")], household_keys=mine)
    receive(
        "2022-01-31", epci_code=FIGEAC, households=[family("f1", FIGEAC), family("f2", FIGEAC)], household_keys=theirs
    )
    assert now("households", "household_id", "family_id") == [["h9", "f1"], ["h8", "h8"], ["f1", "f1"], ["f2", "f2"]]
    pair = ["household_id", "other_household_id", "evidence", "decision"]
    assert now("duplicates", *pair) == [["f1", "h9", "name phone", "same"], ["f2", "h8", "phone", "open"]]
    record_decision(empty_store, ("h8", "f2"), "same", "le même couple")
    assert now("households", "family_id") == [["f1"], ["f2"], ["f1"], ["f2"]]
    undo_import(empty_store, 2)
    assert now("households", "household_id", "family_id") == [["h9", "h9"], ["h8", "h8"]]
    assert now("duplicates", *pair) == []
    assert now("duplicates", "household_id", "decision", "reason", history=True) == [["f2", "same", "le même couple"]]


def test_a_call_follows_its_household_whose_keys_changed(empty_store, receive, family, now):
    first = [key("h1", "phone", "p1"), key("h1", "name", "n1")]
    call = {"household_id": "h1", "is_still_here": True}
    receive("2022-01-31", households=[family("h1")], household_keys=first)
    receive("2022-02-28", "follow_up", follow_ups=[call | {"follow_up_date": date(2022, 2, 10)}])
    second = receive(
        "2022-03-31",
        households=[family("h2")],
        household_keys=[{**row, "household_id": "h2"} for row in first] + [key("h2", "email", "e1")],
    )
    assert now("follow_ups", "household_id", "is_still_here") == [["h2", True]]
    assert now("follow_ups", "household_id", known_on=date(2022, 3, 1)) == [["h1"]]
    assert now("follow_ups", "household_id", history=True) == [["h1"]]
    assert reads.read_successors(empty_store, {"h1", "h2", "z"}) == {"h1": "h2"}
    receive(
        "2022-04-30", "follow_up", follow_ups=[call | {"follow_up_date": date(2022, 2, 10), "is_still_here": False}]
    )
    assert now("follow_ups", "household_id", "is_still_here") == [["h2", False]]
    undo_import(empty_store, second)
    assert now("follow_ups", "household_id") == [["h1"]]
