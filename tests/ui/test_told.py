"""A figure that nobody writes says so on its card."""

from datetime import date

import pandas as pd
import pytest

from figures import Answer, Question
from indicators.catalog import catalog
from ui.told import out_of, rate_card, silence_of, told

NB = "\u00a0"
NONE = float("nan")


def answer(value: float, denominator: float, *unfilled: str, numerator: float = NONE) -> Answer:
    total = pd.Series({"value": value, "low": NONE, "high": NONE, "numerator": numerator, "denominator": denominator})
    return Answer(catalog()["S2"], Question(date(2022, 3, 31)), pd.DataFrame(), total, (), unfilled)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (answer(3.8, 45), ""),
        (answer(NONE, 8), "trop peu (8)"),
        (answer(NONE, 0), "non renseigné"),
        (answer(NONE, NONE, "households.satisfaction_score"), "aucune source ne le renseigne"),
    ],
)
def test_why_a_figure_is_silent(given, said):
    assert silence_of(given) == said
    assert told(given, lambda value: f"{value} / 5") == (said or "3.8 / 5")


def test_a_card_shows_the_figure_or_its_name_and_the_reason():
    shown = rate_card(answer(3.8, 45), str, "de satisfaction", "sur 45 notes")
    assert (shown.value, shown.label, shown.detail) == ("3.8", "de satisfaction", "sur 45 notes")
    silent = rate_card(answer(NONE, 8), str, "de satisfaction", "sur 8 notes")
    assert (silent.value, silent.label, silent.detail) == ("", "Satisfaction", "Trop peu (8)")
    assert silent.help == shown.help != ""


def test_a_share_is_told_by_its_parts():
    assert out_of(answer(0.54, 50, numerator=27)) == f"27{NB}foyers sur 50"
