"""Months as people write them, once accents and capitals are gone."""

import pytest

from etl.month_names import month_named


@pytest.mark.parametrize(
    ("word", "month"),
    [("fevrier", 2), ("juil", 7), ("june", 6), ("sept", 9), ("septemb", 9), ("octobr", 10), ("novenbre", 11)],
)
def test_a_month_whole_begun_or_misspelt(word, month):
    assert month_named(word) == month


@pytest.mark.parametrize("word", ["ju", "mardi", "lundi", "automne", ""])
def test_what_is_no_month_or_may_be_two(word):
    assert month_named(word) is None
