from datetime import date

import numpy as np
import pandas as pd
import pytest

from indicators.question import Question
from indicators.retention import at_anniversary, calls_due, retention, statuses_known

NAN = np.nan
FIGEAC = "200067361"
NOW = Question(date(2022, 3, 31))
MOVED = {"installation_date": "2020-06-15"}


def tables_of(frame, rows, *calls):
    said = [{"household_id": h, "follow_up_date": day, "is_still_here": answer} for h, day, answer in calls]
    return {"households": rows, "follow_ups": frame("follow_ups", said)}


@pytest.mark.parametrize(
    ("row", "call", "expected"),
    [
        ({}, None, None),
        ({"departure_date": "2021-06-15"}, None, False),
        ({"departure_date": "2021-06-16"}, None, True),
        ({"departure_date": "2021-06-01", "departure_date_precision": "month"}, None, True),
        ({"last_contact_date": "2021-06-15"}, None, True),
        ({"last_contact_date": "2021-06-14"}, None, None),
        ({}, ("2021-06-15", True), True),
        ({}, ("2021-06-14", True), None),
        ({}, ("2021-06-10", False), False),
        ({}, ("2021-09-10", False), None),
        ({"last_contact_date": "2021-08-01"}, ("2021-09-10", False), None),
        ({}, ("2021-09-10", None), None),
        ({}, ("2022-04-01", True), None),
        ({"departure_date": "2022-04-01"}, None, None),
    ],
)
def test_what_is_known_at_the_first_anniversary(households, frame, row, call, expected):
    calls = [("h1", *call)] if call else []
    answer = at_anniversary(tables_of(frame, households(MOVED | row), *calls), NOW)
    assert [None if value is pd.NA else value for value in answer["is_true"]] == [expected]


def test_only_anniversaries_that_came_and_moves_known_at_their_latest(households, frame):
    rows = households(
        {"installation_date": "2021-03-31"},
        {"installation_date": "2021-04-01"},
        {"installation_date": "2021-03-01", "installation_date_precision": "month"},
    )
    answer = at_anniversary(tables_of(frame, rows), NOW)
    assert answer["household_id"].to_list() == ["h3", "h1"]


def test_who_moved_on_to_another_epci_has_not_left(households, frame):
    rows = households(
        MOVED | {"family_id": "f", "departure_date": "2020-12-01"},
        {"installation_date": "2020-12-15", "family_id": "f", "epci_code": FIGEAC},
    )
    assert at_anniversary(tables_of(frame, rows), NOW)["is_true"].isna().to_list() == [True]


def test_a_departure_counts_whichever_epci_wrote_it(households, frame):
    rows = households(
        MOVED | {"family_id": "f"},
        {"departure_date": "2020-12-01", "family_id": "f", "epci_code": FIGEAC},
    )
    assert at_anniversary(tables_of(frame, rows), NOW)["is_true"].to_list() == [False]


def test_retention_runs_between_all_unknown_left_and_all_still_here(households, frame, cells):
    rows = households(
        *[MOVED | {"last_contact_date": "2021-08-01"}] * 9, MOVED | {"departure_date": "2021-01-01"}, *[MOVED] * 10
    )
    tables = tables_of(frame, rows)
    pd.testing.assert_frame_equal(retention(tables, NOW), cells((0.9, 0.45, 0.95, 9, 10)))
    expected = cells((0.5, 0.29929, 0.70071, 10, 20))
    pd.testing.assert_frame_equal(statuses_known(tables, NOW), expected, rtol=1e-4)
    by_horizon = retention(tables, Question(NOW.as_of, by=("horizon",)))
    assert by_horizon["denominator"].to_list() == [10, 0, 0]


def test_nothing_is_said_of_nine_statuses(households, frame, cells):
    rows = households(*[MOVED | {"last_contact_date": "2021-08-01"}] * 9)
    pd.testing.assert_frame_equal(retention(tables_of(frame, rows), NOW), cells((NAN, NAN, NAN, 9, 9)))


def test_calls_due_are_of_the_latest_anniversary_that_nobody_knows_and_never_of_who_was_found_gone(households, frame):
    rows = households(
        {"installation_date": "2019-01-10", "dossier_ref": "D1"},
        {"installation_date": "2020-01-10", "last_contact_date": "2021-05-01", "dossier_ref": "D2"},
        {"installation_date": "2020-01-10", "last_contact_date": "2022-02-01"},
        {"installation_date": "2020-01-10", "status": "parti"},
        {"installation_date": "2020-01-10", "departure_date": "2020-06-01"},
        {"installation_date": "2022-01-10"},
        {"installation_date": "2020-01-10"},
    )
    calls = [("h1", "2020-02-01", True), ("h7", "2022-02-20", False)]
    due = calls_due(tables_of(frame, rows, *calls), NOW)
    assert due[["dossier_ref", "months"]].to_numpy().tolist() == [["D1", 36], ["D2", 24]]
