"""What counts now, what counted on a past date, and all that was ever received."""

from datetime import date

import pandas as pd
import pytest
from sqlalchemy import Engine, text

from store import reads, schema
from store.writes import record_decision, undo_import

CAHORS, FIGEAC = "200023737", "200067361"


@pytest.fixture
def now(empty_store: Engine):
    """The rows of a table, as lists of the columns asked for."""

    def _now(name: str, *columns: str, **choices: object) -> list[list]:
        return reads.read_table(empty_store, name, **choices)[list(columns)].to_numpy(dtype=object).tolist()

    return _now


def test_a_state_supersedes_the_earlier_one_of_its_epci_alone(receive, family, now):
    receive("2022-01-31", households=[family("h1", status="contact"), family("h2", status="suivi")])
    receive("2022-02-28", epci_code=FIGEAC, households=[family("f1", FIGEAC, status="visite")])
    receive("2022-03-31", households=[family("h1", status="installe")])
    assert now("households", "household_id", "import_id", "status") == [["f1", 2, "visite"], ["h1", 3, "installe"]]


def test_a_supplement_adds_to_the_state_and_its_rows_come_first(receive, family, now):
    receive("2022-01-31", households=[family("h1", status="contact"), family("h2", status="suivi")])
    receive("2022-02-28", "supplement", households=[family("h2", status="visite"), family("h3", status="contact")])
    receive("2022-02-28", "supplement", FIGEAC, households=[family("f1", FIGEAC, status="contact")])
    assert now("households", "household_id", "import_id", "status") == [
        ["h1", 1, "contact"],
        ["h2", 2, "visite"],
        ["h3", 2, "contact"],
        ["f1", 3, "contact"],
    ]


def test_a_state_supersedes_the_supplements_before_it(receive, family, now):
    receive("2022-01-31", households=[family("h1")])
    receive("2022-02-28", "supplement", households=[family("h2")])
    receive("2022-03-31", households=[family("h3")])
    receive("2022-04-30", "supplement", households=[family("h4")])
    assert now("households", "household_id") == [["h3"], ["h4"]]


def test_what_was_received_first_counts_first_in_whatever_order_it_is_imported(receive, family, now):
    receive("2022-03-31", households=[family("h1", status="installe")])
    receive("2022-01-31", households=[family("h1", status="contact"), family("h2")])
    assert now("households", "household_id", "status") == [["h1", "installe"]]


def test_two_files_of_the_same_day_count_in_the_order_of_their_import(receive, family, now):
    receive("2022-03-31", households=[family("h1", status="contact")])
    receive("2022-03-31", households=[family("h1", status="installe")])
    assert now("households", "household_id", "status") == [["h1", "installe"]]


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


DAYS = ("2022-01-30", "2022-01-31", "2022-03-30", "2022-03-31")


def test_history_gives_every_row_received(receive, family, now):
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


def survey(year: int, fap_code: str, met: float) -> dict:
    place = {"departement_code": "46", "bassin_code": "7601", "fap_version": 2009}
    return {"survey_year": year, "fap_code": fap_code, "met": met} | place


def test_a_survey_is_replaced_by_the_next_file_of_its_year_alone(receive, now):
    receive("2021-05-01", "labour_needs", None, labour_needs=[survey(2020, "A0Z40", 5), survey(2020, "B0Z20", 8)])
    receive("2021-06-01", "labour_needs", None, labour_needs=[survey(2021, "A0Z40", 7)])
    receive("2021-07-01", "labour_needs", None, labour_needs=[survey(2020, "A0Z40", 6)])
    assert now("labour_needs", "survey_year", "fap_code", "met") == [[2021, "A0Z40", 7.0], [2020, "A0Z40", 6.0]]
    before = now("labour_needs", "survey_year", "met", known_on=date(2021, 5, 1))
    assert before == [[2020, 5.0], [2020, 8.0]]


def test_the_programme_s_workbook_is_replaced_whole(receive, now):
    met = [{"committee_date": date(2020, 3, 12)}, {"committee_date": date(2022, 3, 31)}]
    receive("2022-03-31", "steering", None, committees=met, targets=[target("A5", 150)])
    receive("2022-06-30", "steering", None, committees=met[1:])
    assert now("committees", "committee_date") == [[pd.Timestamp("2022-03-31")]]
    assert now("targets", "figure") == []


def test_targets_alone_change_those_they_name(receive, now):
    receive("2022-03-31", "steering", None, targets=[target("A5", 150), target("A2", 400)])
    receive("2022-04-30", "targets", None, targets=[target("A5", 180)])
    assert now("targets", "figure", "value") == [["A2", 400.0], ["A5", 180.0]]
    receive("2022-06-30", "steering", None, targets=[target("A5", 200)])
    assert now("targets", "figure", "value") == [["A5", 200.0]]


def test_a_call_stays_made_when_the_workbook_comes_again(receive, family, now):
    called = {"household_id": "h1", "follow_up_date": date(2022, 2, 1)}
    receive("2022-01-31", households=[family("h1")])
    receive("2022-02-28", "follow_up", follow_ups=[called | {"is_still_here": True}])
    receive("2022-03-31", households=[family("h1")])
    assert now("follow_ups", "import_id", "is_still_here") == [[2, True]]
    receive("2022-04-30", "follow_up", follow_ups=[called | {"is_still_here": None}])
    assert now("follow_ups", "import_id", "is_still_here") == [[4, pd.NA]]


def test_an_indicator_of_communes_is_replaced_year_by_year(receive, now):
    def arrivals(year: int, commune_code: str, value: float) -> dict:
        return {"commune_code": commune_code, "indicator": "arrivals", "condition_year": year, "value": value}

    receive(
        "2022-01-31", "arrivals", None, living_conditions=[arrivals(2018, "46042", 900), arrivals(2018, "46102", 9)]
    )
    receive("2022-02-28", "arrivals", None, living_conditions=[arrivals(2019, "46042", 950)])
    receive("2022-03-31", "arrivals", None, living_conditions=[arrivals(2018, "46042", 910)])
    assert now("living_conditions", "condition_year", "commune_code", "value") == [
        [2019, "46042", 950.0],
        [2018, "46042", 910.0],
    ]


def target(figure: str, value: float) -> dict:
    return {"figure": figure, "epci_code": "", "target_year": 2022, "value": value}


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


def year(household_id: str, first_year: int, **values: object) -> dict:
    row = {"household_id": household_id, "family_id": household_id, "epci_code": CAHORS}
    return row | {"first_contact_date": date(first_year, 5, 3)} | values


def test_a_year_that_comes_in_late_adds_to_the_state_that_does_not_speak_of_it(receive, now):
    receive("2022-03-31", households=[year("h2", 2022, status="visite")])
    receive("2021-12-31", households=[year("h1", 2021, status="suivi"), year("h2", 2021, status="contact")])
    assert now("households", "household_id", "import_id", "status") == [["h2", 1, "visite"], ["h1", 2, "suivi"]]


def test_a_year_that_comes_in_late_is_superseded_by_a_state_that_speaks_of_it(receive, now):
    receive("2022-03-31", households=[year("h1", 2021), year("h2", 2022)])
    receive("2021-12-31", households=[year("h3", 2021)])
    assert now("households", "household_id") == [["h1"], ["h2"]]


def test_a_state_that_knew_of_the_year_supersedes_it(receive, now):
    receive("2021-12-31", households=[year("h1", 2021)])
    receive("2022-03-31", households=[year("h2", 2022)])
    assert now("households", "household_id") == [["h2"]]


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


def test_calls_and_totals_stay_until_said_again_whatever_state_comes_after(receive, family, now):
    call = {"household_id": "h1", "follow_up_date": date(2022, 1, 10), "is_still_here": True}
    total = {"epci_code": CAHORS, "month_date": date(2021, 1, 1), "figure": "A1", "reported_count": 4}
    receive("2022-01-31", "follow_up", follow_ups=[call, call | {"household_id": "h2"}])
    receive("2022-02-28", "counts", reported_counts=[total, total | {"figure": "A5", "reported_count": 1}])
    receive("2022-03-31", households=[family("h1")])
    receive("2022-04-30", "follow_up", follow_ups=[call | {"is_still_here": False}])
    receive("2022-04-30", "counts", reported_counts=[total | {"reported_count": 6}])
    assert now("follow_ups", "household_id", "is_still_here") == [["h2", True], ["h1", False]]
    assert now("reported_counts", "figure", "reported_count") == [["A5", 1], ["A1", 6]]


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
