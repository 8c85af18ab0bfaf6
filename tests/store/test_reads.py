"""What counts now, what counted on a past date, and all that was ever received."""

from datetime import date

import pandas as pd
import pytest
from sqlalchemy import Engine, text

from store import reads, schema

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
        connection.execute(text("INSERT INTO duplicates (household_id, other_household_id) VALUES ('a', 'b')"))
    versions.append(reads.version(empty_store))
    assert len(set(versions)) == 4
    assert reads.version(empty_store) == versions[-1]
