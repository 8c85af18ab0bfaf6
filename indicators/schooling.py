"""Children to come to school."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pandas as pd

from indicators.counting import count
from indicators.dimensions import FIRST_MONTH_OF_SCHOOL
from indicators.families import settled
from indicators.question import MEASURES, Question
from programme.vocabulary import Unit

LEVELS = ("maternelle", "elementaire", "college", "lycee")


def children_to_school(tables: Mapping[str, pd.DataFrame], question: Question) -> pd.DataFrame:
    """P3: children of the families that settled since the last rentrée and are still here, by the level written.

    They are those whose first rentrée here is the next one. Another period may be asked, or « school_year ».
    """
    asked = question.without("level")
    if not question.start and "school_year" not in question.by:
        asked = replace(asked, start=_last_rentree(question.as_of))
    events = settled(tables, asked)
    events = events[~(events["departure_date"] <= pd.Timestamp(question.as_of))]
    parts = [_of_level(events, level, asked) for level in LEVELS]
    if "level" in question.by:
        return pd.concat(parts, ignore_index=True)[[*question.by, *MEASURES]]
    return _added_up(parts, asked)


def _of_level(events: pd.DataFrame, level: str, question: Question) -> pd.DataFrame:
    """A family that tells how many children it has, and that it has none, tells every level."""
    counts = events[f"children_{level}_count"].mask(events["children_count"] == 0, 0)
    cells = count(events.assign(children_count=counts), replace(question, unit=Unit.ENFANTS))
    return cells.assign(level=level)


def _added_up(parts: list[pd.DataFrame], question: Question) -> pd.DataFrame:
    """Over the levels: children add up, families are those that tell every level."""
    cells = pd.concat(parts, ignore_index=True)
    keys = list(question.by)
    groups = cells.groupby(keys, dropna=False) if keys else cells.groupby(lambda _row: 0)
    sums = groups[["value", "low"]].sum()
    sums["high"] = groups["high"].agg(lambda bounds: bounds.sum(skipna=False))
    sums["numerator"], sums["denominator"] = groups["numerator"].min(), groups["denominator"].max()
    return sums.reset_index(drop=not keys)[[*keys, *MEASURES]]


def _last_rentree(day: date) -> date:
    rentree = date(day.year, FIRST_MONTH_OF_SCHOOL, 1)
    return rentree if day >= rentree else rentree.replace(year=day.year - 1)
