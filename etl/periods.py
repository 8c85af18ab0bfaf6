"""Weeks, seasons, quarters: dates told by a part of the year."""

import re
from datetime import date, timedelta

SEASONS = frozenset(
    (
        *("printemps", "ete", "automne", "hiver", "rentree", "trimestre", "semestre", "trim", "sem"),
        *("t1", "t2", "t3", "t4", "s1", "s2", "1t", "2t", "3t", "4t", "1s", "2s"),
    )
)
WORD = "(?:semaine|sem|s|w) ?"
WEEK = re.compile(rf"{WORD}(?:n |no |numero )?(\d{{1,2}}) (?:de |en )?(\d{{2}}|\d{{4}})|(\d{{4}}) {WORD}(\d{{1,2}})")
LAST_QUARTER = 4  # « s2 2021 » is a half-year, « sem 18 2021 » a week


def week_of(text: str) -> tuple[int, int] | None:
    """(year, week) of « sem. 18 2021 » or « 2021-S18 », in its normal form; None for what is no week of a year."""
    found = WEEK.fullmatch(text)
    if not found:
        return None
    year, week = int(found[2] or found[3]), int(found[1] or found[4])
    if week <= LAST_QUARTER and "semaine" not in text:
        return None
    return year if year > 99 else 2000 + year, week


def month_of_week(year: int, week: int) -> date | None:
    """The first day of the month that holds the whole week; None where it begins in one and ends in another."""
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    return monday.replace(day=1) if (monday + timedelta(days=6)).month == monday.month else None


def year_of_season(words: list[str], is_year) -> int | None:
    """« été 2021 », « T2 2021 », « 1er semestre 2021 »: the year is what is known for sure."""
    years = [word for word in words if is_year(word)]
    others = {word for word in words if word not in years} - SEASONS
    if len(years) != 1 or not all(re.fullmatch(r"[1-4](er|ere|e|eme|nd|nde)?", word) for word in others):
        return None
    return int(years[0])
