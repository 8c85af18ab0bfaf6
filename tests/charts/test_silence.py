import pytest

from charts.silence import days_words, months_words, why_silent

NB = "\u00a0"
NONE = float("nan")


@pytest.mark.parametrize(
    ("value", "denominator", "told"),
    [
        (3.0, 277.0, None),
        (0.0, NONE, None),
        (NONE, 8.0, "trop peu (8)"),
        (NONE, 0.0, "non renseigné"),
        (NONE, NONE, "non renseigné"),
    ],
)
def test_a_figure_says_why_it_is_silent(value, denominator, told):
    assert why_silent(value, denominator) == told


def test_delays_are_told_in_the_unit_that_people_use():
    assert [days_words(days) for days in (0.0, 0.4, 1.0, 3.0)] == ["le jour même"] * 2 + [f"1{NB}jour", f"3{NB}jours"]
    assert months_words(220) == f"7{NB}mois"
