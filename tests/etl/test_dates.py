"""Dates in every way that French people write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.dates import EXCEL_1904_EPOCH, EXCEL_EPOCH, ImpossibleDate, UnknownDate, last_day, parse_date

MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)
SHORT = ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."]
ENGLISH = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
WEEKDAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2050, 12, 31))


def in_words(day: date, months: list[str] = MONTHS) -> str:
    return f"{'1er' if day.day == 1 else day.day} {months[day.month - 1]} {day.year}"


DAY_STYLES = {
    "slashes": lambda day: f"{day:%d/%m/%Y}",
    "no zeros": lambda day: f"{day.day}/{day.month}/{day.year}",
    "two-digit year": lambda day: f"{day:%d/%m/%y}",
    "dots": lambda day: f"{day:%d.%m.%y}",
    "dashes": lambda day: f"{day:%d-%m-%Y}",
    "spaces": lambda day: f"{day:%d %m %Y}",
    "iso": lambda day: day.isoformat(),
    "iso with time": lambda day: f"{day.isoformat()}T14:30:00",
    "spreadsheet with time": lambda day: f"{day.isoformat()} 14:30:00",
    "with time": lambda day: f"{day:%d/%m/%Y} 14:30",
    "with hours": lambda day: f"{day:%d/%m/%Y} à 14h30",
    "compact": lambda day: f"{day:%Y%m%d}",
    "in words": in_words,
    "in capitals": lambda day: in_words(day).upper(),
    "short month": lambda day: in_words(day, SHORT),
    "dashed short month": lambda day: f"{day.day}-{SHORT[day.month - 1]}-{day:%y}",
    "with weekday": lambda day: f"{WEEKDAYS[day.weekday()]} {in_words(day)}",
    "with article": lambda day: f"le {in_words(day)}",
    "serial": lambda day: str((day - EXCEL_EPOCH).days),
    "serial with time": lambda day: f"{(day - EXCEL_EPOCH).days}.604",
    "run together": lambda day: f"{day:%d%m%Y}",
    "glued": lambda day: f"{day.day}{MONTHS[day.month - 1]}{day.year}",
    "English spreadsheet": lambda day: f"{day.day}-{ENGLISH[day.month - 1]}-{day:%y}",
    "with how": lambda day: f"{day:%d/%m/%Y} (tél.)",
}
MONTH_STYLES = {
    "in words": lambda day: f"{MONTHS[day.month - 1]} {day.year}",
    "short": lambda day: f"{SHORT[day.month - 1]} {day.year}",
    "dashed": lambda day: f"{SHORT[day.month - 1]}-{day:%y}",
    "numbers": lambda day: f"{day:%m/%Y}",
    "vague": lambda day: f"fin {MONTHS[day.month - 1]} {day.year}",
    "vague day": lambda day: f"vers le {day:%d/%m/%Y}",
    "run together": lambda day: f"{day:%m%Y}",
    "iso": lambda day: f"{day:%Y-%m}",
}


@pytest.mark.parametrize("style", DAY_STYLES)
@given(day=DAYS)
def test_a_day_comes_back_however_it_is_written(style, day):
    assert parse_date(DAY_STYLES[style](day)) == (day, "day")


@pytest.mark.parametrize("style", MONTH_STYLES)
@given(day=DAYS)
def test_a_month_comes_back_as_its_first_day(style, day):
    assert parse_date(MONTH_STYLES[style](day)) == (day.replace(day=1), "month")


@pytest.mark.parametrize(
    ("text", "day", "precision"),
    [
        ("03/05/98", date(1998, 5, 3), "day"),
        ("05/21", date(2021, 5, 1), "month"),
        ("du 3 au 5 mai 2021", date(2021, 5, 3), "day"),
        ("May 3, 2021", date(2021, 5, 3), "day"),
        ("setpembre 2021", date(2021, 9, 1), "month"),
        ("été 2021", date(2021, 1, 1), "year"),
        ("mars-avril 2021", date(2021, 1, 1), "year"),
        ("fin d'année 2021", date(2021, 1, 1), "year"),
        ("sem. 18 2021", date(2021, 5, 1), "month"),
        ("2021-S19", date(2021, 5, 1), "month"),
        ("semaine 2 2021", date(2021, 1, 1), "month"),
        ("1er trimestre 2021", date(2021, 1, 1), "year"),
        ("T3 2021", date(2021, 1, 1), "year"),
        ("courant 2021", date(2021, 1, 1), "year"),
        ("en 2021", date(2021, 1, 1), "year"),
        ("2021 mars", date(2021, 3, 1), "month"),
        ("2021-06-18T00:00:00.000Z", date(2021, 6, 18), "day"),
        ("2021-06-18T22:00:00Z", date(2021, 6, 19), "day"),
        ("2021-12-18T22:00:00+00:00", date(2021, 12, 18), "day"),
        ("June 18, 2021 4:12 PM", date(2021, 6, 18), "day"),
        ("mar. 12/01/2021 14:32", date(2021, 1, 12), "day"),
        ("mar 12 2021", date(2021, 3, 12), "day"),
    ],
)
def test_other_ways_of_saying_when(text, day, precision):
    assert parse_date(text) == (day, precision)


@given(day=DAYS)
def test_a_count_of_days_from_1904(day):
    assert parse_date(str((day - EXCEL_1904_EPOCH).days), is_1904=True) == (day, "day")


@given(day=DAYS)
def test_a_year_comes_back_as_its_first_day(day):
    assert parse_date(str(day.year)) == (date(day.year, 1, 1), "year")


@given(day=DAYS.filter(lambda day: day.day > 12))
def test_day_and_month_are_never_swapped(day):
    with pytest.raises(ImpossibleDate):
        parse_date(f"{day:%m/%d/%Y}")


@pytest.mark.parametrize("text", ["31/02/2021", "30 février 2020", "29/02/2021", "00/05/2021", "13/2021", "2021-04-31"])
def test_a_day_that_is_not_in_the_calendar(text):
    with pytest.raises(ImpossibleDate):
        parse_date(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "?",
        "bientôt",
        "vu au marché",
        "Jean",
        "12",
        "1/2/3/4",
        "à rappeler",
        "T",
        "05/06",
        "2021-2022",
        "03/05/2021 et 10/06/2021",
        "99999",
        "été",
        "210503",
        "10:00:00",
        "9h30",
    ],
)
def test_what_is_no_date(text):
    with pytest.raises(UnknownDate):
        parse_date(text)


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_refused(text):
    try:
        first, precision = parse_date(text)
    except (ImpossibleDate, UnknownDate):
        return
    assert first <= last_day(first, precision)


@pytest.mark.parametrize(
    ("first", "precision", "last"),
    [
        (date(2020, 1, 1), "year", date(2020, 12, 31)),
        (date(2020, 2, 1), "month", date(2020, 2, 29)),
        (date(2021, 12, 1), "month", date(2021, 12, 31)),
        (date(2021, 5, 3), "day", date(2021, 5, 3)),
    ],
)
def test_last_day_of_what_is_known(first, precision, last):
    assert last_day(first, precision) == last
