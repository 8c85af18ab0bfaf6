"""What was aimed at, what is reached, and the pace: straight through the year, or as its seasons go."""

import math
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pandas as pd

from indicators.counting import measured
from indicators.families import contacts, qualified, settled, visited
from indicators.question import SMALLEST_DENOMINATOR, Question
from indicators.reported import heard, with_totals

Tables = Mapping[str, pd.DataFrame]
FIGURES_WITH_TARGETS = {
    "A1": with_totals("A1", contacts),
    "A3": qualified,
    "A4": with_totals("A4", visited),
    "A5": with_totals("A5", settled),
}
USUAL_FIGURE = "A5"
PROGRAMME = ""
FEWEST_FOR_SEASONS = 30


def target_reached(tables: Tables, question: Question) -> pd.DataFrame:
    """X1: what is reached of the year's target for families settled; `numerator` reached, `denominator` aimed at.

    By « figure », of every figure that has a target; by « year », of every year up to the date d'arrêté.
    """
    aims = _aims(tables, question)
    if "figure" not in question.by:
        aims = aims[aims["figure"] == USUAL_FIGURE]
    reached = [_reached(tables, aim, question) for aim in aims.itertuples()]
    cells = aims.assign(numerator=reached, denominator=aims["value"]).rename(columns={"epci_code": "epci"})
    cells = cells.rename(columns={"target_year": "year"})
    cells["value"] = cells["numerator"] / cells["denominator"].where(cells["denominator"] >= SMALLEST_DENOMINATOR)
    if not question.by and cells.empty:
        cells = pd.DataFrame({"value": [None]})
    return measured(cells.reset_index(drop=True), question).assign(low=lambda c: c["value"], high=lambda c: c["value"])


def pace(tables: Tables, question: Question) -> pd.DataFrame:
    """One row per target of the year of the date d'arrêté: what is reached, what the pace asks for, what it would take.

    `expected_linear` and `expected_seasonal` are what the target asks for by that day; the season is the share of
    their year that earlier years had reached by then, missing under 30 events. `per_month_needed` is what is left per
    month of the year left, `per_month_lately` the pace of the last twelve months.
    """
    aims = _aims(tables, replace(question, by=("epci", "figure")))
    aims = pd.concat([aims, _aims(tables, replace(question, by=("figure",)))]).drop_duplicates(["figure", "epci_code"])
    year, as_of = question.as_of.year, pd.Timestamp(question.as_of)
    elapsed = as_of.day_of_year / pd.Timestamp(year, 12, 31).day_of_year
    seasons = {figure: _season(tables, figure, question) for figure in aims["figure"].unique()}
    months_left = 12 * (1 - elapsed)
    rows = aims.assign(reached=[_reached(tables, aim, question) for aim in aims.itertuples()])
    rows["expected_linear"] = rows["value"] * elapsed
    rows["expected_seasonal"] = rows["value"] * rows["figure"].map(seasons).astype("float64")
    rows["left"] = (rows["value"] - rows["reached"]).clip(lower=0)
    rows["per_month_needed"] = rows["left"] / months_left if months_left else None
    rows["per_month_lately"] = [_lately(tables, aim, question) / 12 for aim in aims.itertuples()]
    return rows.rename(columns={"value": "target"}).reset_index(drop=True)


def _aims(tables: Tables, question: Question) -> pd.DataFrame:
    """The targets asked: of the programme (its own, else the sum of its EPCIs'), of one EPCI, or of each."""
    targets = tables["targets"][["figure", "epci_code", "target_year", "value"]]
    targets = targets[targets["figure"].isin(list(FIGURES_WITH_TARGETS))].fillna({"epci_code": PROGRAMME})
    years = targets["target_year"].astype(int)
    wanted = years <= question.as_of.year if "year" in question.by else years == question.as_of.year
    targets = targets[wanted]
    of_epcis = targets[targets["epci_code"] != PROGRAMME]
    if question.epci_code:
        return of_epcis[of_epcis["epci_code"] == question.epci_code]
    if "epci" in question.by:
        return of_epcis
    sums = of_epcis.groupby(["figure", "target_year"], as_index=False)["value"].sum().assign(epci_code=PROGRAMME)
    own = targets[targets["epci_code"] == PROGRAMME]
    return pd.concat([own, sums]).drop_duplicates(["figure", "target_year"]).sort_values(["figure", "target_year"])


def _reached(tables: Tables, aim, question: Question) -> float:
    last = min(question.as_of, date(aim.target_year, 12, 31))
    return _counted(tables, aim, replace(question, as_of=last, start=date(aim.target_year, 1, 1)))


def _lately(tables: Tables, aim, question: Question) -> float:
    after = (pd.Timestamp(question.as_of) - pd.DateOffset(years=1) + pd.DateOffset(days=1)).date()
    return _counted(tables, aim, replace(question, start=after))


def _counted(tables: Tables, aim, question: Question) -> float:
    """How many; missing for an EPCI that sent nothing."""
    if aim.epci_code and aim.epci_code not in heard(tables):
        return math.nan
    return len(FIGURES_WITH_TARGETS[aim.figure](tables, replace(question, epci_code=aim.epci_code or None, by=())))


def _season(tables: Tables, figure: str, question: Question) -> float | None:
    """The share of a year's events that earlier whole years had by this day of the year; all EPCIs together."""
    last_year = date(question.as_of.year - 1, 12, 31)
    events = FIGURES_WITH_TARGETS[figure](tables, replace(question.everywhere, as_of=last_year))["event_date"].dropna()
    if len(events) < FEWEST_FOR_SEASONS:
        return None
    return float((events.dt.day_of_year <= pd.Timestamp(question.as_of).day_of_year).mean())
