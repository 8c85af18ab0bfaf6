from datetime import date

import numpy as np
import pandas as pd
import pytest

from indicators.context import funnel, poisson_limits, settled_per_inhabitants, share_of_arrivals
from indicators.question import Question
from programme import territory
from programme.vocabulary import Scope

NAN = np.nan
CAHORS, FIGEAC = "200023737", "200067361"
NOW = Question(date(2022, 3, 31))
MOVED = {"installation_date": "2019-06-01", "adults_count": 2, "children_count": 1, "commune_code": "46102"}


def test_settled_per_1000_inhabitants_of_the_same_scope(households, cells):
    tables = {"households": households(*[MOVED | {"epci_code": FIGEAC}] * 4)}
    figeac = Question(NOW.as_of, epci_code=FIGEAC)
    expected = cells((4 / 43.924, 1.08987 / 43.924, 10.24159 / 43.924, 4, 43924))
    pd.testing.assert_frame_equal(settled_per_inhabitants(tables, figeac), expected, rtol=1e-4)
    lot = settled_per_inhabitants(tables, Question(NOW.as_of, epci_code=FIGEAC, scope=Scope.LOT))
    assert lot["denominator"].to_list() == [36924]


def test_an_epci_that_sent_nothing_is_unknown_and_its_inhabitants_are_not_counted(households, cells):
    called = {"first_contact_date": "2021-01-05", "epci_code": "244600573"}
    tables = {"households": households(*[MOVED | {"epci_code": FIGEAC}] * 4, called)}
    by_epci = settled_per_inhabitants(tables, Question(NOW.as_of, by=("epci",)))
    assert by_epci[["epci", "numerator", "denominator"]].to_numpy().tolist() == [
        [FIGEAC, 4, 43924],
        ["244600573", 0, 3915],
    ]
    assert settled_per_inhabitants(tables, NOW)["denominator"].to_list() == [43924 + 3915]
    assert funnel(tables, NOW)["epci"].to_list() == ["244600573", FIGEAC]
    unheard = settled_per_inhabitants(tables, Question(NOW.as_of, epci_code=CAHORS))
    pd.testing.assert_frame_equal(unheard, cells((NAN, NAN, NAN, 0, NAN)))


def test_the_limits_of_luck():
    assert poisson_limits(10, 0.025) == (4, 17)
    assert poisson_limits(0.5, 0.025) == (0, 2)


def test_an_epci_stands_out_only_beyond_luck(households):
    called = [{"first_contact_date": "2021-01-05", "epci_code": code} for code in territory.partner_epcis()]
    moved = [*[MOVED | {"epci_code": FIGEAC}] * 60, *[MOVED] * 10, MOVED | {"epci_code": "244600573"}]
    rows = households(*called, *moved)
    answer = funnel({"households": rows}, NOW).set_index("epci")
    assert answer.loc[[FIGEAC, CAHORS, "244600573"], "verdict"].to_list() == ["above", "within", "within"]
    assert answer["denominator"].is_monotonic_increasing
    assert (answer["low_998"] <= answer["low_95"]).all()
    assert (answer["high_95"] <= answer["high_998"]).all()


def test_persons_settled_over_those_insee_saw_arrive(households, frame, cells):
    came = [("46102", 2018, 400.0), ("46102", 2019, 300.0), ("46042", 2019, 300.0), ("12300", 2019, 50.0)]
    conditions = [
        {"commune_code": code, "indicator": "arrivees_personnes", "condition_year": year, "value": value}
        for code, year, value in came
    ]
    rows = households(
        *[MOVED | {"epci_code": FIGEAC}] * 2,
        MOVED | {"installation_date": "2020-01-01"},
        {"first_contact_date": "2021-01-05", "epci_code": "200069383"},
    )
    tables = {"households": rows, "living_conditions": frame("living_conditions", conditions)}
    pd.testing.assert_frame_equal(share_of_arrivals(tables, NOW), cells((6 / 650, 6 / 650, 6 / 650, 6, 650)))
    by_epci = share_of_arrivals(tables, Question(NOW.as_of, by=("epci",)))
    assert by_epci[["epci", "numerator", "denominator"]].to_numpy().tolist() == [
        [CAHORS, 0, 300],
        [FIGEAC, 6, 300],
        ["200069383", 0, 50],
    ]
    by_year = share_of_arrivals(tables, Question(NOW.as_of, by=("year",)))
    assert by_year[["year", "numerator", "denominator"]].to_numpy().tolist() == [[2018, 0, 400], [2019, 6, 650]]
    in_the_lot = share_of_arrivals(tables, Question(NOW.as_of, scope=Scope.LOT))
    assert in_the_lot["denominator"].to_list() == [600]
    heard = tables | {"households": rows[rows["epci_code"] == FIGEAC]}
    assert share_of_arrivals(heard, NOW)["denominator"].to_list() == [300]


def test_without_arrivals_no_share(households, frame):
    tables = {"households": households(MOVED), "living_conditions": frame("living_conditions", [])}
    answer = share_of_arrivals(tables, NOW)
    assert answer["value"].isna().to_list() == [True]
    assert share_of_arrivals(tables, Question(NOW.as_of, by=("year",))).empty


@pytest.mark.parametrize("tail", [0.025, 0.001])
def test_limits_widen_with_less_luck_asked(tail):
    low, high = poisson_limits(30, tail)
    assert low < 30 < high
