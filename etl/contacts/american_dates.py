"""Columns of dates written the month first, as a tool set in English exports them: read so, and asked."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from etl.contacts.columns import Certainty, Column
from etl.contacts.contents import Sample
from store import schema

NUMERIC_DAY = re.compile(r"(\d{1,2})([/.\- ])(\d{1,2})[/.\- ](\d{2}|\d{4})(?!\d)(.*)", re.DOTALL)
LONGEST_MONTH, FEWEST_TO_TELL = 12, 4


class Days(NamedTuple):
    """Texts by what their figures say: the day first (13/05/2021), the month first (05/13/2021), or either."""

    french: set[str]
    american: set[str]
    either: set[str]


def days_written(texts: Iterable[str]) -> Days:
    """Those of days in figures, a time after them or not."""
    typed = {text: (int(found[1]), int(found[3])) for text in texts if (found := NUMERIC_DAY.fullmatch(text))}
    french = {text for text, (first, second) in typed.items() if first > LONGEST_MONTH >= second}
    american = {text for text, (first, second) in typed.items() if second > LONGEST_MONTH >= first}
    return Days(french, american, typed.keys() - french - american)


def day_first(text: str) -> str:
    """« 05/13/2021 10:00 » -> « 13/05/2021 10:00 »."""
    found = NUMERIC_DAY.fullmatch(text)
    return f"{found[3]}{found[2]}{found[1]}{found[2]}{found[4]}{found[5]}" if found else text


def with_months_first(columns: list[Column], samples: Mapping[int, Sample]) -> list[Column]:
    """The same columns: where one of dates is surely written so, all are that hold no day written the French way."""
    dated = [column for column in columns if column.field in schema.HOUSEHOLD_DATES]
    if not any(days_written(samples[column.position].texts).american for column in dated):
        return columns
    written = {column.position: days_written(set(samples[column.position].cells)) for column in dated}
    if not any(len(days.american) >= FEWEST_TO_TELL and not days.french for days in written.values()):
        return columns
    turned = {place for place, days in written.items() if not days.french and (days.american or days.either)}
    return [_month_first(column) if column.position in turned else column for column in columns]


def _month_first(column: Column) -> Column:
    if column.how == "confirmed":
        return replace(column, is_month_first=True)
    return replace(column, is_month_first=True, certainty=Certainty.LIKELY, how="month_first")
