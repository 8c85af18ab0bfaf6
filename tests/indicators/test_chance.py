"""Intervals against values worked out by other means."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.chance import poisson_cdf, poisson_interval, ratio_interval, wilson


@pytest.mark.parametrize(
    ("successes", "trials", "low", "high"),
    [(5, 10, 0.2366, 0.7634), (0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (81, 263, 0.2553, 0.3662)],
)
def test_wilson(successes, trials, low, high):
    assert wilson(successes, trials) == pytest.approx((low, high), abs=5e-5)


def test_wilson_of_nothing_is_unknown():
    assert all(math.isnan(bound) for bound in wilson(0, 0))


@pytest.mark.parametrize(("count", "low", "high"), [(0, 0.0, 3.6889), (1, 0.0253, 5.5716), (10, 4.7954, 18.3904)])
def test_exact_poisson_interval(count, low, high):
    assert poisson_interval(count) == pytest.approx((low, high), abs=5e-5)


def test_the_ratio_of_two_rates():
    low, high = ratio_interval(20, 1, 10, 1)
    assert (low, high) == pytest.approx((0.8935, 4.7846), abs=1e-4)
    assert ratio_interval(20, 1, 10, 2) == pytest.approx((2 * low, 2 * high))
    assert ratio_interval(4, 1, 0, 1)[1] == math.inf
    assert ratio_interval(0, 1, 0, 1) == (0.0, math.inf)


@settings(max_examples=40)
@given(st.integers(0, 200))
def test_the_poisson_interval_leaves_two_and_a_half_percent_on_each_side(count):
    low, high = poisson_interval(count)
    assert low <= count <= high
    assert poisson_cdf(count, high) == pytest.approx(0.025, abs=1e-6)
    assert not count or 1 - poisson_cdf(count - 1, low) == pytest.approx(0.025, abs=1e-6)
