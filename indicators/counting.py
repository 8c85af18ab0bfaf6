"""Counting events of families, in any unit, by any dimension."""

import pandas as pd

from indicators.chance import wilson
from indicators.dimensions import DIMENSIONS
from indicators.question import MEASURES, SMALLEST_DENOMINATOR, Question
from programme import territory
from programme.vocabulary import Scope, Unit

WEIGHTS = {
    Unit.PERSONNES: {"adults_count": 1.0, "children_count": 0.0},
    Unit.ACTIFS: {"working_adults_count": 0.0},
    Unit.ENFANTS: {"children_count": 0.0},
}
"""What a family counts for in each unit, and the least that an unwritten number may be."""


def events_of(
    households: pd.DataFrame,
    date_column: str,
    place_column: str,
    question: Question,
    *,
    stated: pd.Series | None = None,
    keep: str = "first",
) -> pd.DataFrame:
    """One row per family whose event falls in the question's period and place: its first one, or its last.

    A family met by two EPCIs has one event, at the EPCI of its first: EPCIs and periods add up. `stated` marks the
    rows whose event is told without a date; they count when no start is asked. Adds `event_date` and `place_code`,
    the columns that the dimensions read.
    """
    dates = households[date_column]
    happened = dates <= pd.Timestamp(question.as_of)
    if stated is not None:
        happened |= stated & dates.isna()
    rows = households.loc[happened & _in_scope(households, place_column, question)]
    order = rows[[date_column, "household_id", "family_id"]].sort_values(
        [date_column, "household_id"], na_position="last" if keep == "first" else "first"
    )
    chosen = order.drop_duplicates("family_id", keep=keep)[date_column]
    if question.start:
        chosen = chosen[chosen >= pd.Timestamp(question.start)]
    events = rows.loc[chosen.index]
    return in_place(events.assign(event_date=events[date_column], place_code=events[place_column]), question)


def _in_scope(households: pd.DataFrame, place_column: str, question: Question) -> pd.Series:
    if question.scope == Scope.LOT:
        return households[place_column].str[:2] == territory.LOT
    return households["epci_code"].isin(territory.partner_epcis())


def in_place(events: pd.DataFrame, question: Question) -> pd.DataFrame:
    """The events of the question's EPCI and commune."""
    if question.epci_code:
        events = events[events["epci_code"] == question.epci_code]
    if question.commune_code:
        events = events[events["place_code"] == question.commune_code]
    return events


def count(events: pd.DataFrame, question: Question) -> pd.DataFrame:
    """One row per value of `question.by` (one in all without it), with the columns of MEASURES.

    In foyers, `value` is a number of families. In another unit it is the least that is known: `numerator` is how many
    families tell all of it and `denominator` how many there are; `high` is missing where some do not.
    """
    weighed = _weigh(events, question.unit)
    keys = list(question.by)
    for name in keys:
        weighed[name] = DIMENSIONS[name](events, question).to_numpy()
    columns = ["value", "numerator", "denominator"]
    if keys:
        sums = weighed.groupby(keys, dropna=False, sort=True)[columns].sum().reset_index()
    else:
        sums = weighed[columns].sum().to_frame().T
    sums["low"] = sums["value"]
    sums["high"] = sums["value"].where(sums["numerator"] == sums["denominator"])
    if question.unit == Unit.FOYERS:
        sums[["numerator", "denominator"]] = float("nan")
    return measured(sums, question)


def share(told: pd.DataFrame, question: Question) -> pd.DataFrame:
    """The share of families for whom `is_true` holds among those that tell it, by cell, with Wilson's interval.

    `told`: events with the boolean column `is_true`, missing where the family does not tell.
    """
    known = told[told["is_true"].notna()]
    keys = list(question.by)
    cells = pd.DataFrame({"numerator": known["is_true"].astype("float64"), "denominator": 1.0})
    for name in keys:
        cells[name] = DIMENSIONS[name](known, question).to_numpy()
    if keys:
        sums = cells.groupby(keys, dropna=False, sort=True)[["numerator", "denominator"]].sum().reset_index()
    else:
        sums = cells.sum().to_frame().T
    return shares(sums, question)


def shares(sums: pd.DataFrame, question: Question) -> pd.DataFrame:
    """numerator / denominator, silent under a denominator of 10, with Wilson's interval as low and high."""
    enough = sums["denominator"] >= SMALLEST_DENOMINATOR
    sums["value"] = (sums["numerator"] / sums["denominator"].where(sums["denominator"] > 0)).where(enough)
    bounds = [wilson(*pair) for pair in zip(sums["numerator"], sums["denominator"], strict=True)]
    for position, name in enumerate(("low", "high")):
        sums[name] = pd.Series([pair[position] for pair in bounds], index=sums.index, dtype="float64").where(enough)
    return measured(sums, question)


def spread(events: pd.DataFrame, column: str, question: Question) -> pd.DataFrame:
    """The median of a number of days as `value`, its quartiles as `low` and `high`, silent under 10 families."""
    known = events[events[column].notna()]
    cells = known[[column]].astype("float64")
    keys = list(question.by)
    for name in keys:
        cells[name] = DIMENSIONS[name](known, question).to_numpy()
    if not keys:
        cells["in_all"] = 0
    groups = cells.groupby(keys or ["in_all"], dropna=False, sort=True)[column]
    found = groups.quantile([0.5, 0.25, 0.75]).unstack()
    found = found.set_axis(["value", "low", "high"], axis=1) if len(found) else pd.DataFrame(index=groups.size().index)
    found["denominator"] = groups.size()
    found = found.reindex(columns=MEASURES)
    found.loc[found["denominator"] < SMALLEST_DENOMINATOR, ["value", "low", "high"]] = float("nan")
    if not keys and found.empty:
        return pd.DataFrame({"denominator": [0.0]}).reindex(columns=MEASURES)
    return measured(found.reset_index(drop=not keys), question)


def measured(cells: pd.DataFrame, question: Question) -> pd.DataFrame:
    """The answer's columns in their order: the breakdowns, then the measures as numbers, missing where not given."""
    return cells.reindex(columns=[*question.by, *MEASURES]).astype(dict.fromkeys(MEASURES, "float64"))


def _weigh(events: pd.DataFrame, unit: Unit) -> pd.DataFrame:
    """value: what a family counts for; numerator: whether all of it is told; denominator: one a family."""
    if unit == Unit.FOYERS:
        return pd.DataFrame({"value": 1.0, "numerator": 1.0, "denominator": 1.0}, index=events.index)
    least = WEIGHTS[unit]
    numbers = events[list(least)].astype("float64")
    is_told = numbers.notna().all(axis=1)
    value = numbers.fillna(least).sum(axis=1)
    return pd.DataFrame({"value": value, "numerator": is_told.astype("float64"), "denominator": 1.0})
