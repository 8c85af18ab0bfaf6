"""Dates as French people write them in a cell, with what is known of them."""

import re
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from etl.month_names import month_named
from etl.periods import SEASONS, month_of_week, week_of, year_of_season
from etl.words import normal
from programme.vocabulary import Precision

PASSED_OVER = frozenset(
    (
        *("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
        *("lun", "mer", "jeu", "ven", "sam", "dim", "le", "la", "l", "du", "au", "a", "en", "de", "d", "par"),
        *("tel", "telephone", "mail", "email", "courriel", "visio", "rdv", "appel", "sms", "courrier", "message"),
        *("formulaire", "accueil", "salon", "annee"),
    )
)
VAGUE = frozenset(("vers", "environ", "env", "autour", "fin", "debut", "mi", "milieu", "courant", "depuis"))
DAY_ALONE = re.compile(r"(?:(?:le|lun|mar|mer|jeu|ven|sam|dim)[a-z]* )?(\d{1,2})(?:er)?")  # in its normal form
TIME = re.compile(
    r"(?:(?<=\d)T|\s)\d{1,2}\s?(?::\d\d(?::\d\d)?(?:\.\d+)?|[hH]\s?(?:\d\d)?)(?:\s?[AaPp]\.?[Mm]\.?)?\s*$"
)
A_TIME = re.compile(r"\d{1,2}\s?(?::\d\d(?::\d\d(?:\.\d+)?)?|[hH]\s?(?:\d\d)?)(?:\s?[AaPp]\.?[Mm]\.?)?")
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)")
PARIS = ZoneInfo("Europe/Paris")
GLUED = re.compile(r"(?<=\d)(?=[a-z]{3})|(?<=[a-z]{3})(?=\d)")
SERIAL = re.compile(r"(\d{5})(?:[.,]\d+)?")
EXCEL_EPOCH, EXCEL_1904_EPOCH = date(1899, 12, 30), date(1904, 1, 1)
FIRST_SERIAL_DAY, LAST_SERIAL_DAY = date(2000, 1, 1), date(2050, 12, 31)  # what a follow-up's number can be
FIRST_YEAR, LAST_YEAR = 1990, 2060


class ImpossibleDate(ValueError):
    """It has the form of a date and is no day of the calendar: 31/02/2021."""


class UnknownDate(ValueError):
    """It does not have the form of a date."""


@lru_cache(maxsize=50_000)
def parse_date(text: str, *, is_1904: bool = False) -> tuple[date, Precision]:
    """The first day of what the text says, and its precision: « mars 2021 » -> 2021-03-01, month.

    Day comes before month, as in France. A bare number is a spreadsheet's count of days, from 1904 if so said.
    Raises ImpossibleDate or UnknownDate.
    """
    serial = SERIAL.fullmatch(text.strip())
    if serial:
        return _from_serial(int(serial[1]), EXCEL_1904_EPOCH if is_1904 else EXCEL_EPOCH)
    if A_TIME.fullmatch(text.strip()):
        raise UnknownDate
    if INSTANT.fullmatch(text.strip()):
        return _at_instant(text.strip())
    words = GLUED.sub(" ", normal(TIME.sub(" ", text))).split()
    told = [word for word in words if word not in PASSED_OVER | VAGUE]
    if _begins_with_tuesday(told):
        del told[0]
    if SEASONS.intersection(told) or week_of(" ".join(told)):
        return _period(told)
    numbers = [_number(word) for word in told]
    if None in numbers or not numbers:
        raise UnknownDate
    first, precision = _from_numbers(numbers, told)
    if VAGUE.intersection(words) and precision == Precision.DAY:
        return first.replace(day=1), Precision.MONTH
    return first, precision


def _begins_with_tuesday(words: list[str]) -> bool:
    """« mar. 12/01/2021 » is a Tuesday of January; « mar 12 2021 » a day of March."""
    return len(words) > 2 and words[0] == "mar" and words[1].isdigit() and not _is_year(words[2])


def _from_serial(serial: int, epoch: date) -> tuple[date, Precision]:
    day = epoch + timedelta(days=serial)
    if not FIRST_SERIAL_DAY <= day <= LAST_SERIAL_DAY:
        raise UnknownDate
    return day, Precision.DAY


def _at_instant(text: str) -> tuple[date, Precision]:
    """The day in France of an export's instant: « 2023-06-18T22:00:00Z » is midnight on the 19th."""
    try:
        day = datetime.fromisoformat(text).astimezone(PARIS).date()
    except ValueError:
        raise ImpossibleDate from None
    return _day(day.year, day.month, day.day)


def _period(words: list[str]) -> tuple[date, Precision]:
    """A week is known to its month, a season to its year: the fair precision of both."""
    week = week_of(" ".join(words))
    if week:
        month = month_of_week(*week)
        if month is None:
            raise UnknownDate
        return month, Precision.MONTH
    year = year_of_season(words, _is_year)
    if year is None:
        raise UnknownDate
    return date(year, 1, 1), Precision.YEAR


def _number(word: str) -> int | None:
    if word.isdigit():
        return int(word)
    ordinal = re.fullmatch(r"(\d{1,2})(er|e)", word)
    return int(ordinal[1]) if ordinal else month_named(word)


def _from_numbers(numbers: list[int], words: list[str]) -> tuple[date, Precision]:
    is_month = [not word[:1].isdigit() for word in words]
    match numbers:
        case [_] if not is_month[0]:
            return _from_one_number(words[0])
        case [year, month] if len(words[0]) == 4 and not is_month[0] and (is_month[1] or len(words[1]) != 4):
            return _month(year, month)
        case [month, year] if _says_month_and_year(words, is_month):
            return _month(_full_year(year, words[1]), month)
        case [year, month, day] if len(words[0]) == 4 and not is_month[0]:
            return _day(year, month, day)
        case [_, _, year] if is_month[0] and is_month[1]:  # « mars-avril 2021 »: the year is what is known for sure
            return date(_full_year(year, words[2]), 1, 1), Precision.YEAR
        case [month, day, year] if is_month[0]:
            return _day(_full_year(year, words[2]), month, day)
        case [day, month, year] if not is_month[2]:
            return _day(_full_year(year, words[2]), month, day)
        case [day, until, month, year] if is_month[2] and day < until:
            return _day(_full_year(year, words[3]), month, day)
    raise UnknownDate


def _says_month_and_year(words: list[str], is_month: list[bool]) -> bool:
    """« mai 21 », « 05/2021 », « 05/21 »; not « 05/06 », which may be a day."""
    if is_month[1] or (len(words[0]) > 2 and not is_month[0]):
        return False
    return is_month[0] or len(words[1]) == 4 or (len(words[1]) == 2 and 12 < int(words[1]) <= LAST_YEAR % 100)


def _from_one_number(word: str) -> tuple[date, Precision]:
    """A year, or figures run together: 20210503, 03052021, 202105, 052021."""
    if _is_year(word):
        return date(int(word), 1, 1), Precision.YEAR
    if len(word) == 8 and _is_year(word[:4]) and int(word[4:6]) <= 12:
        return _day(int(word[:4]), int(word[4:6]), int(word[6:]))
    if len(word) == 8:
        return _day(int(word[4:]), int(word[2:4]), int(word[:2]))
    months = [(int(year), int(month)) for year, month in ((word[:4], word[4:]), (word[2:], word[:2])) if _is_year(year)]
    months = [(year, month) for year, month in months if 1 <= month <= 12]
    if len(word) == 6 and len(months) == 1:
        return _month(*months[0])
    raise UnknownDate


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and FIRST_YEAR <= int(word) <= LAST_YEAR


def _full_year(year: int, word: str) -> int:
    if len(word) == 2:
        return 2000 + year if year <= LAST_YEAR % 100 else 1900 + year
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


def known_to(values: list[tuple[date, Precision] | None], precisions: list[Precision | None] | None) -> list:
    """The same dates where a column of its own tells their precision: the first day of what it says is known."""
    if precisions is None:
        return values
    starts = {Precision.MONTH: {"day": 1}, Precision.YEAR: {"month": 1, "day": 1}}
    return [
        (value[0].replace(**starts[precision]), precision) if value and precision in starts else value
        for value, precision in zip(values, precisions, strict=True)
    ]


def last_day(first: date, precision: str) -> date:
    """The last day of what is known: dates are compared as intervals."""
    if precision == Precision.YEAR:
        return date(first.year, 12, 31)
    if precision == Precision.MONTH:
        return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return first
