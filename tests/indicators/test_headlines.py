"""The demo's headline figures, as they were published: a figure that moves must be a decision.

headlines.csv: one row per figure, date d'arrêté, period's start, unit, breakdown and its value.
"""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

import figures
from indicators.question import Question
from programme.vocabulary import Unit

HEADLINES = pd.read_csv(Path(__file__).parent / "headlines.csv", dtype=str, keep_default_na=False)
ASKED = ["figure", "as_of", "start", "unit", "by"]


@pytest.fixture(autouse=True)
def demo(demo_store, monkeypatch):
    monkeypatch.setattr(figures, "_store", lambda: demo_store)


@pytest.mark.parametrize(("asked", "expected"), [(key, rows) for key, rows in HEADLINES.groupby(ASKED)])
def test_headlines(asked, expected):
    figure, as_of, start, unit, by = asked
    question = Question(
        date.fromisoformat(as_of),
        start=date.fromisoformat(start) if start else None,
        unit=Unit(unit),
        by=(by,) if by else (),
    )
    cells = figures.ask(figure, question).cells
    names = cells[by].astype("str").fillna("") if by else [""]
    found = {name: f"{value:.4g}" if value == value else "" for name, value in zip(names, cells["value"], strict=True)}
    assert found == dict(zip(expected["cell"], expected["value"], strict=True))


def test_the_committee_of_31_march_2022_read_130_and_397():
    told = HEADLINES[(HEADLINES["as_of"] == "2022-03-31") & (HEADLINES["by"] == "") & (HEADLINES["unit"] == "foyers")]
    told = told[told["start"] == ""].set_index("figure")["value"]
    assert (told["A5"], told["A2"]) == ("130", "397")
