"""Counting events of families, in any unit, by any dimension."""

import pandas as pd

from indicators.dimensions import DIMENSIONS
from indicators.question import MEASURES, SMALLEST_DENOMINATOR, Question
from programme import territory
from programme.vocabulary import Scope, Unit

WEIGHTS = {
    Unit.PERSONNES: ["adults_count", "children_count"],
    Unit.ACTIFS: ["working_adults_count"],
    Unit.ENFANTS: ["children_count"],
}


def events_of(households: pd.DataFrame, date_column: str, place_column: str, question: Question) -> pd.DataFrame:
    """One row per family whose event falls in the question's period and place: the earliest of its rows.

    Adds `event_date` and `place_code`, the columns that the dimensions read.
    """
    rows = households.assign(event_date=households[date_column], place_code=households[place_column])
    rows = rows[rows["event_date"] <= pd.Timestamp(question.as_of)]
    if question.start:
        rows = rows[rows["event_date"] >= pd.Timestamp(question.start)]
    rows = rows.sort_values(["event_date", "household_id"]).drop_duplicates("family_id")
    return in_place(rows, question)


def in_place(events: pd.DataFrame, question: Question) -> pd.DataFrame:
    """The events of the question's scope, EPCI and commune."""
    if question.scope == Scope.LOT:
        events = events[events["place_code"].str[:2] == territory.LOT]
    else:
        events = events[events["epci_code"].isin(territory.partner_epcis())]
    if question.epci_code:
        events = events[events["epci_code"] == question.epci_code]
    if question.commune_code:
        events = events[events["place_code"] == question.commune_code]
    return events


def count(events: pd.DataFrame, question: Question) -> pd.DataFrame:
    """One row per value of `question.by` (one in all without it), with the columns of MEASURES.

    In foyers, `value` is a number of families. In another unit it is the sum where it is told: `numerator` is how many
    families tell it and `denominator` how many there are; `low` is that sum and `high` is missing where some do not.
    """
    weighed = _weigh(events, question.unit)
    keys = list(question.by)
    for name in keys:
        weighed[name] = DIMENSIONS[name](events).to_numpy()
    columns = ["value", "numerator", "denominator"]
    if keys:
        sums = weighed.groupby(keys, dropna=False, sort=True)[columns].sum().reset_index()
    else:
        sums = weighed[columns].sum().to_frame().T
    sums["low"] = sums["value"]
    sums["high"] = sums["value"].where(sums["numerator"] == sums["denominator"])
    if question.unit == Unit.FOYERS:
        sums[["numerator", "denominator"]] = float("nan")
    return sums[[*keys, *MEASURES]].astype(dict.fromkeys(MEASURES, "float64"))


def rate(part: pd.DataFrame, whole: pd.DataFrame, by: tuple[str, ...]) -> pd.DataFrame:
    """part / whole by cell, silent under a denominator of 10; `part` counts families that `whole` counts too."""
    keys = list(by)
    if keys:
        both = whole[[*keys, "value"]].merge(part[[*keys, "value"]], on=keys, how="left", suffixes=("_whole", "_part"))
    else:
        both = pd.DataFrame({"value_whole": whole["value"], "value_part": part["value"]})
    shares = both[keys].copy()
    shares["numerator"] = both["value_part"].fillna(0)
    shares["denominator"] = both["value_whole"]
    enough = shares["denominator"] >= SMALLEST_DENOMINATOR
    shares["value"] = (shares["numerator"] / shares["denominator"]).where(enough)
    shares["low"] = shares["high"] = shares["value"]
    return shares[[*keys, *MEASURES]].astype(dict.fromkeys(MEASURES, "float64"))


def _weigh(events: pd.DataFrame, unit: Unit) -> pd.DataFrame:
    """value: what a family counts for; numerator: whether that is told; denominator: one a family."""
    if unit == Unit.FOYERS:
        told = pd.Series(1.0, index=events.index)
    else:
        told = events[WEIGHTS[unit]].astype("float64").sum(axis=1, skipna=False)
    return pd.DataFrame({"value": told.fillna(0.0), "numerator": told.notna().astype("float64"), "denominator": 1.0})
