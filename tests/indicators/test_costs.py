from datetime import date

import numpy as np
import pandas as pd
import pytest

from indicators.costs import cost_per_family
from indicators.question import Question

NAN = np.nan
NOW = Question(date(2022, 3, 31))
ACTIONS = [
    {"campaign_id": "TV-1", "channel": "television", "start_date": "2021-01-01", "cost_euros": 5000.0},
    {"campaign_id": "SAL-1", "channel": "salon", "start_date": "2021-12-01", "cost_euros": 1000.0},
    {"campaign_id": "SAL-2", "channel": "salon", "start_date": "2022-04-01", "cost_euros": 9000.0},
    {"campaign_id": "CAM-1", "channel": "campagne", "start_date": "2021-06-01", "cost_euros": None},
]


@pytest.fixture
def tables(households, frame):
    called = {"first_contact_date": "2021-01-10", "campaign_id": "TV-1"}
    rows = households(
        *[called | {"installation_date": "2021-09-01"}] * 10,
        *[called] * 10,
        {"first_contact_date": "2021-12-05", "campaign_id": "SAL-1"},
        {"first_contact_date": "2021-12-05", "campaign_id": "CAM-1"},
        {"first_contact_date": "2021-12-05"},
    )
    return {"households": rows, "actions": frame("actions", ACTIONS)}


def test_cost_per_family_that_names_an_action(tables, cells):
    expected = cells((6000 / 21, 186.9110, 461.5598, 6000, 21))
    pd.testing.assert_frame_equal(cost_per_family(tables, NOW), expected, rtol=1e-3)


def test_settlements_count_only_with_their_lag_and_small_numbers_are_silent(tables):
    answer = cost_per_family(tables, Question(NOW.as_of, by=("campaign", "outcome")))
    told = answer[["campaign", "outcome", "value", "numerator", "denominator"]].astype(object)
    assert told.where(told.notna(), None).to_numpy().tolist() == [
        ["SAL-1", "contact", None, 1000, 1],
        ["TV-1", "contact", 250, 5000, 20],
        ["TV-1", "installation", 500, 5000, 10],
    ]


def test_only_the_actions_of_the_period(tables):
    later = cost_per_family(tables, Question(NOW.as_of, start=date(2021, 6, 1)))
    assert later[["numerator", "denominator"]].iloc[0].to_list() == [1000, 1]


def test_without_actions_nothing_is_spent(tables, frame):
    answer = cost_per_family(tables | {"actions": frame("actions", [])}, NOW)
    assert answer[["numerator", "denominator"]].iloc[0].to_list() == [0, 0]
    assert answer["value"].isna().all()
