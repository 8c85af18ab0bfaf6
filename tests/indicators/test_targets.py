from datetime import date

import numpy as np
import pandas as pd
import pytest

from indicators.question import Question
from indicators.targets import pace, target_reached

NAN = np.nan
CAHORS, FIGEAC = "200023737", "200067361"
NOW = Question(date(2022, 3, 31))


def target(figure, epci_code, year, value):
    return {"figure": figure, "epci_code": epci_code, "target_year": year, "value": value}


@pytest.fixture
def tables(households, frame):
    rows = households(
        {"installation_date": "2022-02-01"},
        {"installation_date": "2022-03-01", "epci_code": FIGEAC},
        {"installation_date": "2022-04-02"},
        *[{"installation_date": "2021-02-01"}] * 10,
        *[{"installation_date": "2021-10-01"}] * 30,
    )
    aims = [
        target("A5", CAHORS, 2022, 8.0),
        target("A5", FIGEAC, 2022, 2.0),
        target("A5", "", 2021, 50.0),
        target("A5", CAHORS, 2021, 30.0),
        target("A1", "", 2022, 100.0),
        target("Z9", "", 2022, 1.0),
    ]
    return {"households": rows, "targets": frame("targets", aims)}


def test_what_is_reached_of_the_year_s_target_and_no_share_under_ten(tables, cells):
    pd.testing.assert_frame_equal(target_reached(tables, NOW), cells((0.2, 0.2, 0.2, 2, 10)))
    expected = cells((CAHORS, NAN, NAN, NAN, 1, 8), (FIGEAC, NAN, NAN, NAN, 1, 2), by=("epci",))
    by_epci = target_reached(tables, Question(NOW.as_of, by=("epci",)))
    pd.testing.assert_frame_equal(by_epci, expected)


def test_the_programme_s_own_target_comes_before_the_sum_of_its_epcis(tables, cells):
    answer = target_reached(tables, Question(NOW.as_of, by=("year",)))
    expected = cells((2021, 0.8, 0.8, 0.8, 40, 50), (2022, 0.2, 0.2, 0.2, 2, 10), by=("year",))
    pd.testing.assert_frame_equal(answer, expected, check_dtype=False)


def test_targets_of_other_figures(tables):
    answer = target_reached(tables, Question(NOW.as_of, by=("figure",)))
    assert answer[["figure", "numerator", "denominator"]].to_numpy().tolist() == [["A1", 0, 100], ["A5", 2, 10]]


def test_without_a_target_nothing_is_said(tables, frame, cells):
    answer = target_reached(tables | {"targets": frame("targets", [])}, NOW)
    pd.testing.assert_frame_equal(answer, cells((NAN, NAN, NAN, NAN, NAN)))


def test_the_pace_straight_and_with_the_seasons(tables):
    row = pace(tables, NOW).set_index(["figure", "epci_code"]).loc[("A5", "")]
    elapsed = 90 / 365
    assert row["target"] == 10
    assert row["reached"] == 2
    assert row["expected_linear"] == pytest.approx(10 * elapsed)
    assert row["expected_seasonal"] == pytest.approx(10 * 10 / 40)
    assert row["per_month_needed"] == pytest.approx(8 / (12 * (1 - elapsed)))
    assert row["per_month_lately"] == pytest.approx(32 / 12)


def test_no_season_is_told_of_few_events(tables):
    rows = pace(tables | {"households": tables["households"].iloc[:20]}, NOW)
    assert rows.loc[rows["figure"] == "A5", "expected_seasonal"].isna().all()


def test_totals_count_and_who_sent_nothing_is_unknown(tables, frame):
    aims = [target("A5", code, 2022, 10.0) for code in (CAHORS, "200039519", "244600573")]
    counted = {"epci_code": "200039519", "month_date": "2022-02-01", "figure": "A5", "reported_count": 3}
    told = {"targets": frame("targets", aims), "reported_counts": frame("reported_counts", [counted])}
    asked = Question(NOW.as_of, by=("epci",))
    assert target_reached(tables | told, asked).fillna(-1)[["epci", "numerator"]].to_numpy().tolist() == [
        [CAHORS, 1],
        ["200039519", 3],
        ["244600573", -1],
    ]
    assert pace(tables | told, asked).set_index("epci_code")["reached"].isna().to_dict() == {
        CAHORS: False,
        "200039519": False,
        "244600573": True,
        "": False,
    }
