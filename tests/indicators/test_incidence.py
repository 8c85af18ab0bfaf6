"""Aalen and Johansen's estimator, against what can be worked out by hand and what lifelines 0.30.3 says."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.incidence import GAVE_UP, OPEN, SETTLED, incidence

FILES = st.lists(st.tuples(st.integers(0, 60), st.sampled_from([OPEN, SETTLED, GAVE_UP])), min_size=1, max_size=40)


def test_six_files_by_hand():
    days = np.array([1, 2, 3, 4, 5, 6])
    outcomes = np.array([SETTLED, GAVE_UP, OPEN, SETTLED, OPEN, GAVE_UP])
    found = incidence(days, outcomes, np.array([0, 1, 3, 4, 6]))
    expected = pd.DataFrame(
        {
            "value": [0, 1 / 6, 1 / 6, 1 / 6 + 2 / 9, 1 / 6 + 2 / 9],
            "gave_up_share": [0, 0, 1 / 6, 1 / 6, 1 / 6 + 4 / 9],
            "at_risk_count": [6, 6, 4, 3, 1],
        }
    )
    pd.testing.assert_frame_equal(found[list(expected)], expected)


def test_sixty_files_as_lifelines_says():
    rng = np.random.default_rng(3)
    days = np.sort(rng.choice(np.arange(1, 400), 60, replace=False)).astype(float)
    outcomes = rng.integers(0, 3, 60)
    found = incidence(days, outcomes, np.array([100, 200, 300]))
    assert found["value"].to_list() == pytest.approx([0.055463, 0.152752, 0.272225], abs=1e-6)
    errors = (found["high"] - found["value"]) / 1.959964
    assert errors.to_list() == pytest.approx([0.031133, 0.049754, 0.065790], abs=1e-6)


@settings(max_examples=60)
@given(FILES)
def test_curves_only_rise_and_never_pass_one(files):
    days, outcomes = (np.array(column) for column in zip(*files, strict=True))
    found = incidence(days, outcomes, np.arange(61))
    assert (found[["value", "gave_up_share"]].diff().dropna() >= -1e-12).all(axis=None)
    assert (found["value"] + found["gave_up_share"]).max() <= 1 + 1e-9
    assert ((found["low"] <= found["value"] + 1e-12) & (found["value"] <= found["high"] + 1e-12)).all()


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 60), st.sampled_from([SETTLED, GAVE_UP])), min_size=1, max_size=40))
def test_where_nothing_is_open_it_is_the_plain_share(files):
    days, outcomes = (np.array(column) for column in zip(*files, strict=True))
    found = incidence(days, outcomes, np.array([30]))
    assert found["value"].iloc[0] == pytest.approx(((outcomes == SETTLED) & (days <= 30)).mean())
