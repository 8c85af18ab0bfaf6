"""Which import counts: what supersedes what, what adds to it, and what stays."""

from datetime import date

import pandas as pd
import pytest

CAHORS, FIGEAC = "200023737", "200067361"


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


@pytest.mark.parametrize(
    ("first", "then", "expected"),
    [
        (("2021-05-03", "day"), ("2022-02-01", "day"), "2021-05-03 day"),
        (("2021-01-01", "year"), ("2022-02-01", "day"), "2021-01-01 year"),
        (("2021-01-01", "year"), ("2021-05-03", "day"), "2021-05-03 day"),
        (("2021-05-01", "month"), ("2021-05-03", "day"), "2021-05-03 day"),
        (("2021-05-01", "month"), ("2021-06-03", "day"), "2021-05-01 month"),
        (("2021-05-03", "day"), ("2021-02-01", "day"), "2021-02-01 day"),
        (("2021-05-03", "day"), (None, None), "2021-05-03 day"),
    ],
)
def test_a_family_that_a_supplement_repeats_keeps_its_first_contact(receive, family, now, first, then, expected):
    def told(day: str | None, precision: str | None, status: str) -> dict:
        day = date.fromisoformat(day) if day else None
        return family("h1", status=status, first_contact_date=day, first_contact_date_precision=precision)

    receive("2021-12-31", households=[told(*first, "contact"), family("h2")])
    receive("2022-03-31", "supplement", households=[told(*then, "visite")])
    [_, [status, day, precision]] = now("households", "status", "first_contact_date", "first_contact_date_precision")
    assert (status, f"{day:%Y-%m-%d} {precision}") == ("visite", expected)


def test_a_state_corrects_a_first_contact(receive, now):
    receive("2021-12-31", households=[year("h1", 2020)])
    receive("2022-03-31", households=[year("h1", 2021)])
    assert now("households", "first_contact_date") == [[pd.Timestamp("2021-05-03")]]


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


def test_a_survey_is_replaced_by_the_next_file_of_its_year_alone(receive, survey, now):
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
