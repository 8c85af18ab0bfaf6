"""What will come: of the files open today, how many will settle. Never added to what was observed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pandas as pd

from indicators.incidence import GAVE_UP, OPEN, SETTLED
from indicators.journeys import journeys
from indicators.question import Question

HORIZONS = (6, 12)
DAYS_PER_MONTH = 365.25 / 12
AGES = np.array([0, 3, 6, 9, 12, 18, 24])
"""Months since the first contact from which a file behaves alike, the last one for ever."""
MONTHS_OBSERVED = 12
MONTHS_LENT = 24
DRAWS, SEED = 400, 46
CONFIDENCE = 0.8
FEWEST_SETTLED, FEWEST_OPEN = 20, 10
COLUMNS = ["months", "open_count", "expected", "low", "high"]


def forecast(tables: Mapping[str, pd.DataFrame], question: Question) -> pd.DataFrame:
    """One row per horizon (6 and 12 months): open files, how many of them should settle, and an 80 % interval.

    Each age of a file has the chance to settle, and to give up, that files of that age had each month. The interval
    draws the families again with replacement, then the luck of the open files. Contacts to come are not in it. Missing
    under 20 families settled or 10 open files.
    """
    return _forecast(_watched(tables, question, question.as_of), question.as_of)


def back_test(tables: Mapping[str, pd.DataFrame], question: Question) -> pd.DataFrame:
    """One row per past quarter's end and horizon: what this would have forecast then, and how many did settle.

    Only days from which the horizon has passed by the date d'arrêté. `is_inside` says whether the interval held it;
    its mean is the coverage, to be shown beside every forecast.
    """
    rows = []
    for day in _quarters(tables, question):
        met = _watched(tables, question, day)
        was_open = met.loc[met["outcome"] == OPEN, "family_id"]
        for row in _forecast(met, day).dropna(subset="expected").to_dict("records"):
            end = (pd.Timestamp(day) + pd.DateOffset(months=row["months"])).date()
            if end <= question.as_of:
                after = _watched(tables, question, end)
                settled = int(after.loc[after["outcome"] == SETTLED, "family_id"].isin(was_open).sum())
                is_inside = row["low"] <= settled <= row["high"]
                rows.append({"as_of": day, **row, "settled": settled, "is_inside": is_inside})
    return pd.DataFrame(rows, columns=["as_of", *COLUMNS, "settled", "is_inside"])


def _watched(tables: Mapping[str, pd.DataFrame], question: Question, day: date) -> pd.DataFrame:
    return journeys(tables, replace(question, as_of=day, start=None, by=()))


def _forecast(met: pd.DataFrame, as_of: date) -> pd.DataFrame:
    seen = _seen_lately(met, as_of)
    open_ages = seen.ages[seen.outcomes == OPEN]
    rows = [{"months": months, "open_count": len(open_ages)} for months in HORIZONS]
    if seen.settling.sum() >= FEWEST_SETTLED and len(open_ages) >= FEWEST_OPEN:
        rows = [row | _predicted(seen, open_ages, row["months"]) for row in rows]
    return pd.DataFrame(rows).reindex(columns=COLUMNS)


@dataclass(frozen=True)
class _Seen:
    """One line per family: per class of age, what happened to it there of late, and how long it was there."""

    ages: np.ndarray
    outcomes: np.ndarray
    settling: np.ndarray
    giving_up: np.ndarray
    lived: np.ndarray


def _seen_lately(met: pd.DataFrame, as_of: date) -> _Seen:
    ages, outcomes = met["days"].to_numpy() / DAYS_PER_MONTH, met["outcome"].to_numpy()
    now = (pd.Timestamp(as_of) - met["begun"]).dt.days.to_numpy() / DAYS_PER_MONTH
    before = np.maximum(now - MONTHS_OBSERVED, 0)[:, None]
    ends = np.append(AGES[1:], np.inf)
    is_there = (ages[:, None] >= np.maximum(AGES, before)) & (ages[:, None] < ends)
    lived = (np.minimum(ages[:, None], ends) - np.maximum(AGES, before)).clip(min=0)
    settling, giving_up = ((is_there & (outcomes == ended)[:, None]).astype(float) for ended in (SETTLED, GAVE_UP))
    return _Seen(ages, outcomes, settling, giving_up, lived)


def _predicted(seen: _Seen, open_ages: np.ndarray, months: int) -> dict[str, float]:
    rng = np.random.default_rng(SEED)
    ages, files = np.unique(open_ages.astype(int), return_counts=True)
    counts, families = (seen.settling, seen.giving_up, seen.lived), len(seen.ages)
    expected = _chances(*(counted.sum(0, keepdims=True) for counted in counts), ages, months) @ files
    weights = rng.multinomial(families, np.full(families, 1 / families), DRAWS).astype(float)
    chances = _chances(*(weights @ counted for counted in counts), ages, months)
    drawn = rng.binomial(files, chances.clip(0, 1)).sum(axis=1)
    low, high = np.quantile(drawn, [(1 - CONFIDENCE) / 2, (1 + CONFIDENCE) / 2])
    return {"expected": float(expected[0]), "low": float(low), "high": float(high)}


def _chances(settling: np.ndarray, giving_up: np.ndarray, lived: np.ndarray, ages: np.ndarray, months: int):
    """Per draw and age in months, the chance to settle within the months: the rates of its ages, one by one."""
    lived = lived + MONTHS_LENT
    settling, giving_up = (counted + MONTHS_LENT * _overall(counted, lived) for counted in (settling, giving_up))
    leaving = (settling + giving_up) / lived
    is_move = np.divide(settling, settling + giving_up, out=np.zeros_like(lived), where=settling > 0)
    still, chance = np.ones((len(lived), len(ages))), np.zeros((len(lived), len(ages)))
    for month in range(months):
        age_class = np.searchsorted(AGES, ages + month, side="right") - 1
        gone = still * -np.expm1(-leaving[:, age_class])
        chance += gone * is_move[:, age_class]
        still -= gone
    return chance


def _overall(counted: np.ndarray, lived: np.ndarray) -> np.ndarray:
    """The rate of all ages together: what an age that few files have lived is lent."""
    return counted.sum(axis=1, keepdims=True) / (lived - MONTHS_LENT).sum(axis=1, keepdims=True).clip(min=1)


def _quarters(tables: Mapping[str, pd.DataFrame], question: Question) -> list[date]:
    first = tables["households"]["first_contact_date"].min()
    if pd.isna(first):
        return []
    return [day.date() for day in pd.date_range(first, pd.Timestamp(question.as_of), freq="QE")]
