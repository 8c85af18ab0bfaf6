"""Counting events of families, in any unit, by any dimension."""

from dataclasses import replace

import pandas as pd
from pandas.api.typing import DataFrameGroupBy

from indicators.chance import NORMAL_QUANTILE, wilson
from indicators.dimensions import DIMENSIONS
from indicators.question import MEASURES, SMALLEST_DENOMINATOR, Question
from programme import territory
from programme.vocabulary import Scope, Unit

IN_ALL = "in_all"
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
    among: pd.Series | None = None,
    stated: pd.Series | None = None,
    keep: str = "first",
) -> pd.DataFrame:
    """One row per family whose event falls in the question's period and place: its first one, or its last.

    A family met by two EPCIs has one event, at the EPCI of its first: EPCIs and periods add up. `among` marks the rows
    that may count; `stated` those whose event is told without a date, which count when no start is asked. Adds
    `event_date` and `place_code`, the columns that the dimensions read.
    """
    dates, places = households[date_column], households[place_column]
    happened = dates <= pd.Timestamp(question.as_of)
    if stated is not None:
        happened |= stated & dates.isna()
    if among is not None:
        happened &= among
    # Filtered last: to a frame without rows, pandas gives those of the column that it is assigned.
    narrow = households[["household_id", "family_id", "epci_code"]].assign(event_date=dates, place_code=places)
    order = _in_scope(narrow[happened], question).sort_values(
        ["event_date", "household_id"], na_position="last" if keep == "first" else "first"
    )
    chosen = _in_place(order.drop_duplicates("family_id", keep=keep), question)
    events = households.loc[chosen.index]
    return events.assign(event_date=chosen["event_date"], place_code=chosen["place_code"])


def _in_scope(events: pd.DataFrame, question: Question) -> pd.DataFrame:
    if question.scope == Scope.LOT:
        return events[events["place_code"].str[:2] == territory.LOT]
    return events[events["epci_code"].isin(territory.partner_epcis())]


def _in_place(events: pd.DataFrame, question: Question) -> pd.DataFrame:
    """The events of the question's period, EPCI and commune."""
    if question.start:
        events = events[events["event_date"] >= pd.Timestamp(question.start)]
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
    sums = _sums(weigh(events, question.unit), events, question)
    sums["low"] = sums["value"]
    sums["high"] = sums["value"].where(sums["numerator"] == sums["denominator"])
    if question.unit == Unit.FOYERS:
        sums[["numerator", "denominator"]] = float("nan")
    return measured(sums, question)


def count_persons(events: pd.DataFrame, question: Question) -> pd.DataFrame:
    """The persons of the families, whatever the question's unit; « unit » tells working adults and children apart."""
    if "unit" not in question.by:
        return count(events, replace(question, unit=Unit.PERSONNES))
    parts = [count(events, replace(question.without("unit"), unit=unit)).assign(unit=unit.value) for unit in WEIGHTS]
    return pd.concat(parts, ignore_index=True)[[*question.by, *MEASURES]]


def count_working_adults(events: pd.DataFrame, question: Question) -> pd.DataFrame:
    """The working adults of the families, whatever the question's unit."""
    return count(events, replace(question, unit=Unit.ACTIFS))


def tally(told: pd.DataFrame, question: Question) -> pd.DataFrame:
    """How many are known to be so; `high` adds those who do not tell: `numerator` tell, of `denominator` families.

    `told`: events with the boolean column `is_true`, missing where the family does not tell.
    """
    weights = weigh(told, question.unit)["value"]
    is_true, is_told = told["is_true"].fillna(False), told["is_true"].notna()
    counted = {"value": weights.where(is_true, 0.0), "low": weights.where(is_true, 0.0)}
    counted |= {"high": weights.where(is_true | ~is_told, 0.0), "numerator": is_told.astype("float64")}
    sums = _sums(pd.DataFrame(counted | {"denominator": 1.0}, index=told.index), told, question)
    return measured(sums[sums["high"] > 0].reset_index(drop=True) if question.by else sums, question)


def share(told: pd.DataFrame, question: Question) -> pd.DataFrame:
    """The share of families for whom `is_true` holds among those that tell it, by cell, with Wilson's interval.

    `told`: events with the boolean column `is_true`, missing where the family does not tell.
    """
    known = told[told["is_true"].notna()]
    cells = pd.DataFrame({"numerator": known["is_true"].astype("float64"), "denominator": 1.0}, index=known.index)
    return shares(_sums(cells, known, question), question)


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
    days = _grouped(known[[column]].astype("float64"), known, question)[column]
    quartiles = {"value": 0.5, "low": 0.25, "high": 0.75}
    found = pd.DataFrame({name: days.quantile(part) for name, part in quartiles.items()} | {"denominator": days.size()})
    found.loc[found["denominator"] < SMALLEST_DENOMINATOR, list(quartiles)] = float("nan")
    return measured(_answered(found, question), question)


def mean(events: pd.DataFrame, column: str, question: Question) -> pd.DataFrame:
    """The mean of a score, with its 95 % interval, silent under 10 families; `numerator` is the sum."""
    known = events[events[column].notna()]
    scores = _grouped(known[[column]].astype("float64"), known, question)[column]
    found = scores.agg(["mean", "std", "sum", "count"]).set_axis(["value", "std", "numerator", "denominator"], axis=1)
    found["value"] = found["value"].where(found["denominator"] >= SMALLEST_DENOMINATOR)
    reach = NORMAL_QUANTILE * found["std"] / found["denominator"] ** 0.5
    found["low"], found["high"] = found["value"] - reach, found["value"] + reach
    return measured(_answered(found, question), question)


def measured(cells: pd.DataFrame, question: Question) -> pd.DataFrame:
    """The answer's columns in their order: the breakdowns, then the measures as numbers, missing where not given."""
    answer = cells.reindex(columns=[*question.by, *MEASURES])
    others = [name for name in MEASURES if answer[name].dtype != "float64"]
    return answer.astype(dict.fromkeys(others, "float64")) if others else answer


def weigh(events: pd.DataFrame, unit: Unit) -> pd.DataFrame:
    """value: what a family counts for; numerator: whether all of it is told; denominator: one a family."""
    if unit == Unit.FOYERS:
        return pd.DataFrame({"value": 1.0, "numerator": 1.0, "denominator": 1.0}, index=events.index)
    least = WEIGHTS[unit]
    numbers = events[list(least)].astype("float64")
    is_told = numbers.notna().all(axis=1)
    value = numbers.fillna(least).sum(axis=1)
    return pd.DataFrame({"value": value, "numerator": is_told.astype("float64"), "denominator": 1.0})


def _sums(cells: pd.DataFrame, events: pd.DataFrame, question: Question) -> pd.DataFrame:
    """The cells' columns added up, by the breakdowns of the events; one row in all without any."""
    if not question.by:
        return cells.sum().to_frame().T
    return _grouped(cells, events, question)[list(cells.columns)].sum().reset_index()


def _grouped(cells: pd.DataFrame, events: pd.DataFrame, question: Question) -> DataFrameGroupBy:
    keys = {name: DIMENSIONS[name](events, question).to_numpy() for name in question.by} or {IN_ALL: 0}
    return cells.assign(**keys).groupby(list(keys), dropna=False, sort=True)


def _answered(found: pd.DataFrame, question: Question) -> pd.DataFrame:
    """Without a breakdown, one row even of nobody."""
    if question.by:
        return found.reset_index()
    return found.reset_index(drop=True) if len(found) else pd.DataFrame({"denominator": [0.0]})
