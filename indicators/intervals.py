"""Dates known to the day, the month or the year: the first day is what is stored, the rest is told by a twin column."""

import pandas as pd

from programme.vocabulary import Precision


def last_days(rows: pd.DataFrame, column: str) -> pd.Series:
    """The latest day that each date may be."""
    days, precision = rows[column], rows[f"{column}_precision"]
    ends = days.where(precision != Precision.MONTH, days + pd.offsets.MonthEnd(0))
    return ends.where(precision != Precision.YEAR, days + pd.offsets.YearEnd(0))


def middle_days(rows: pd.DataFrame, column: str) -> pd.Series:
    """The middle of the month where only that is known; missing where only the year is, which dates no delay."""
    days, precision = rows[column], rows[f"{column}_precision"]
    return days.where(precision != Precision.MONTH, days + pd.Timedelta(days=14)).where(precision != Precision.YEAR)


def days_between(rows: pd.DataFrame, start: str, end: str) -> pd.Series:
    """Days from one date to another, none below zero: two dates of one month may be in either order."""
    return (middle_days(rows, end) - middle_days(rows, start)).dt.days.clip(lower=0)
