"""An import is written whole or not at all, and what was written stays."""

from datetime import date

import pandas as pd
import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import IntegrityError

from store import reads
from store.writes import Receipt, find_import, record_import, undo_import

CAHORS = "200023737"
RECEIPT = Receipt("a" * 64, "Grand Cahors.xlsx", CAHORS, "state", date(2022, 3, 31), 4, 2, 1, 1, True)


def test_an_import_is_kept_with_its_rows(empty_store: Engine, family):
    households = pd.DataFrame(
        [family("h1", adults_count=2, first_contact_date=pd.Timestamp("2021-05-03")), family("h2")]
    )
    assert record_import(empty_store, RECEIPT, {"households": households, "needs": pd.DataFrame()}) == 1
    with empty_store.connect() as connection:
        [receipt] = connection.execute(text("SELECT * FROM imports")).mappings()
        query = "SELECT household_id, import_id, adults_count, first_contact_date FROM households"
        rows = connection.execute(text(query)).fetchall()
    assert rows == [("h1", 1, 2, "2021-05-03"), ("h2", 1, None, None)]
    accepted_at = receipt["accepted_at"]
    assert dict(receipt) == {
        "import_id": 1,
        "sha256": "a" * 64,
        "source_file": "Grand Cahors.xlsx",
        "epci_code": CAHORS,
        "kind": "state",
        "received_date": "2022-03-31",
        "accepted_at": accepted_at,
        "read_count": 4,
        "accepted_count": 2,
        "rejected_count": 1,
        "left_out_count": 1,
        "is_demo": 1,
    }
    assert abs((pd.Timestamp(accepted_at, tz="UTC") - pd.Timestamp.now("UTC")).total_seconds()) < 60


def test_rows_that_break_the_schema_leave_nothing(empty_store: Engine, family):
    needs = pd.DataFrame([{"household_id": "h1", "axis": None}])
    with pytest.raises(IntegrityError):
        record_import(empty_store, RECEIPT, {"households": pd.DataFrame([family("h1")]), "needs": needs})
    assert [len(reads.read_table(empty_store, name, history=True)) for name in ("imports", "households")] == [0, 0]


def test_an_unknown_table_leaves_nothing(empty_store: Engine, family):
    rows = pd.DataFrame([family("h1")])
    with pytest.raises(KeyError):
        record_import(empty_store, RECEIPT, {"households": rows, "villages": rows})
    assert len(reads.read_imports(empty_store)) == 0


def test_a_later_import_changes_no_earlier_row(empty_store: Engine, receive, family):
    receive("2022-01-31", households=[family("h1", status="contact")])
    before = reads.read_table(empty_store, "households", history=True)
    receive("2022-03-31", households=[family("h1", status="installe")])
    after = reads.read_table(empty_store, "households", history=True)
    pd.testing.assert_frame_equal(after[after["import_id"] == 1], before)
    assert after[["household_id", "import_id", "status"]].to_numpy().tolist() == [
        ["h1", 1, "contact"],
        ["h1", 2, "installe"],
    ]


def test_a_file_is_found_by_its_content_its_epci_and_its_kind(empty_store: Engine):
    survey = Receipt("b" * 64, "bmo.xlsx", None, "labour_needs", date(2022, 3, 31), 0, 0, 0, 0)
    assert [record_import(empty_store, receipt, {}) for receipt in (RECEIPT, survey)] == [1, 2]
    assert find_import(empty_store, "a" * 64, CAHORS, "state") == 1
    assert find_import(empty_store, "b" * 64, None, "labour_needs") == 2
    others = [("c" * 64, CAHORS, "state"), ("a" * 64, "200067361", "state"), ("a" * 64, None, "state")]
    others.append(("a" * 64, CAHORS, "supplement"))
    assert [find_import(empty_store, *other) for other in others] == [None] * 4


def test_an_import_is_undone_once_and_its_file_may_come_again(empty_store: Engine):
    record_import(empty_store, RECEIPT, {})
    undo_import(empty_store, 1)
    assert find_import(empty_store, "a" * 64, CAHORS, "state") is None
    for unknown in (1, 2):
        with pytest.raises(KeyError):
            undo_import(empty_store, unknown)
    assert record_import(empty_store, RECEIPT, {}) == 2
    assert find_import(empty_store, "a" * 64, CAHORS, "state") == 2
    with empty_store.connect() as connection:
        assert connection.execute(text("SELECT import_id FROM undos")).fetchall() == [(1,)]


def test_an_error_of_the_store_quotes_no_value(empty_store: Engine, family):
    rows = pd.DataFrame([family("h1", dossier_ref="REF-77"), family("h1", dossier_ref="REF-77")])
    with pytest.raises(IntegrityError) as told:
        record_import(empty_store, RECEIPT, {"households": rows})
    assert "REF-77" not in str(told.value)
