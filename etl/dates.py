"""Dates as French people write them in a cell, with what is known of them."""

import re
from datetime import date, timedelta
from functools import lru_cache

from etl.words import normal
from programme.vocabulary import Precision

MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "janvier janv jan",
            "fevrier fevr fev",
            "mars mar",
            "avril avr",
            "mai",
            "juin",
            "juillet juil",
            "aout aou",
            "septembre sept sep",
            "octobre oct",
            "novembre nov",
            "decembre dec",
        ),
        start=1,
    )
    for word in words.split()
}
PASSED_OVER = frozenset(
    (
        *("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
        *("lun", "mer", "jeu", "ven", "sam", "dim", "le", "du", "au", "a", "vers"),
    )
)
TIME = re.compile(r"(?:(?<=\d)T|\s)\d{1,2}\s?(?::\d\d(?::\d\d)?(?:\.\d+)?|[hH]\s?(?:\d\d)?)\s*$")
EXCEL_EPOCH = date(1899, 12, 30)
EXCEL_SERIALS = range(36526, 55153)  # 2000 to 2050: what a date typed as a number can be in a follow-up file
FIRST_YEAR, LAST_YEAR = 1990, 2060


class ImpossibleDate(ValueError):
    """It has the form of a date and is no day of the calendar: 31/02/2021."""


class UnknownDate(ValueError):
    """It does not have the form of a date."""


@lru_cache(maxsize=50_000)
def parse_date(text: str) -> tuple[date, Precision]:
    """The first day of what the text says, and its precision: « mars 2021 » -> 2021-03-01, month.

    Day comes before month, as in France. Raises ImpossibleDate or UnknownDate.
    """
    words = [word for word in normal(TIME.sub(" ", text)).split() if word not in PASSED_OVER]
    numbers = [_number(word) for word in words]
    if None in numbers or not numbers:
        raise UnknownDate
    return _from_numbers(numbers, words)


def _number(word: str) -> int | None:
    if word in MONTHS:
        return MONTHS[word]
    digits = re.fullmatch(r"(\d+)(er|e)?", word)
    return int(digits[1]) if digits else None


def _from_numbers(numbers: list[int], words: list[str]) -> tuple[date, Precision]:
    match numbers:
        case [serial] if serial in EXCEL_SERIALS and len(words[0]) == 5:
            return EXCEL_EPOCH + timedelta(days=serial), Precision.DAY
        case [stamp] if len(words[0]) == 8:
            year, month, day = stamp // 10000, stamp // 100 % 100, stamp % 100
            return _day(year, month, day)
        case [year] if _is_year(words[0]):
            return date(year, 1, 1), Precision.YEAR
        case [year, month] if len(words[0]) == 4 and words[0].isdigit():
            return _month(year, month)
        case [month, year] if words[0] in MONTHS or len(words[1]) == 4:
            return _month(_full_year(year, words[1]), month)
        case [year, month, day] if len(words[0]) == 4:
            return _day(year, month, day)
        case [day, month, year]:
            return _day(_full_year(year, words[2]), month, day)
    raise UnknownDate


def _is_year(word: str) -> bool:
    return len(word) == 4 and FIRST_YEAR <= int(word) <= LAST_YEAR


def _full_year(year: int, word: str) -> int:
    if len(word) == 2:
        return 2000 + year
    return year


def _month(year: int, month: int) -> tuple[date, Precision]:
    first, _ = _day(year, month, 1)
    return first, Precision.MONTH


def _day(year: int, month: int, day: int) -> tuple[date, Precision]:
    try:
        found = date(year, month, day)
    except ValueError:
        raise ImpossibleDate from None
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ImpossibleDate
    return found, Precision.DAY


def last_day(first: date, precision: str) -> date:
    """The last day of what is known: dates are compared as intervals."""
    if precision == Precision.YEAR:
        return date(first.year, 12, 31)
    if precision == Precision.MONTH:
        return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return first
