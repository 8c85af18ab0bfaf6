"""Finding, on a sheet, a table of totals: months down and figures across, or the other way round."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import zip_longest
from pathlib import Path

import pandas as pd

from etl.contacts.spellings import epci_of
from etl.dates import ImpossibleDate, UnknownDate, parse_date
from etl.month_names import MONTHS
from etl.words import gist, normal
from etl.workbook import Sheet
from programme.vocabulary import Precision

TOP_ROWS = 30
MOST_LINES = 3_000
ANY_YEAR = 2000
FEWEST_MONTHS_ACROSS = 3
MONTHS_SHARE = 0.6
LINES_SHARE = 0.4  # titles, totals and notes stand among the months
COUNTS_SHARE = 0.3
DISTINCT_SHARE = 0.5  # where months come again and again, lines are households and not totals
YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
COUNT = re.compile(r"\d{1,4}(?:[.,]0+)?")
NUMBER_OF = re.compile(r"^(?:nb|nbre|nombre|total)\b")
EPCI_HEADINGS = frozenset(map(normal, ("EPCI", "communauté de communes", "territoire", "intercommunalité")))


@dataclass(frozen=True)
class Total:
    """One cell: the figure that it counts, its month, the EPCI that its line names (empty without), and its text."""

    figure: str
    month: date
    epci: str
    text: str
    row: int
    column: int

    @property
    def is_filled(self) -> bool:
        return bool(self.text.strip(" -–—"))

    @property
    def count(self) -> int | None:
        """None where the cell is no whole number."""
        text = self.text.strip()
        return int(re.split(r"[.,]", text)[0]) if COUNT.fullmatch(text) else None


def totals_of(sheet: Sheet) -> list[Total]:
    """The cells of a sheet's table of totals; none where the sheet is no such table, or holds something else too, as a
    long list of households."""
    if len(sheet.rows) > MOST_LINES:
        return []
    for found in (list(_down(sheet)), list(_across(sheet))):
        filled = [total for total in found if total.is_filled]
        counts = sum(total.count is not None for total in filled)
        distinct = len({(total.figure, total.month, total.epci) for total in filled})
        if any(_is_date(total.text) for total in filled):
            continue  # « Premier contact » and « Installation » head the days of households too
        if filled and counts >= COUNTS_SHARE * len(filled) and distinct >= DISTINCT_SHARE * len(filled):
            return found
    return []


def _down(sheet: Sheet) -> Iterator[Total]:
    """A month a line: « Mois | Contacts | Installations »."""
    columns = _columns_of_months(sheet.rows)
    if not columns:
        return
    for start, row in enumerate(sheet.rows[:TOP_ROWS]):
        figures = {place: figure for place, cell in enumerate(row) if (figure := figure_of(cell))}
        if not figures or len(set(figures.values())) < len(figures):
            continue
        year = _year_said(sheet, start)
        epci_place = next((place for place, cell in enumerate(row) if normal(cell) in EPCI_HEADINGS), None)
        lines = [(place, line) for place, line in enumerate(sheet.rows[start + 1 :], start=start + 1) if any(line)]
        months_place = _months_place(lines, [place for place in columns if place not in {*figures, epci_place}], year)
        if months_place is None:
            continue
        for place, line in lines:
            month = month_of(_cell(line, months_place), year)
            if month:
                epci = _cell(line, epci_place) if epci_place is not None else ""
                yield from (
                    Total(figure, month, epci, _cell(line, column), place, column) for column, figure in figures.items()
                )
        return


def _across(sheet: Sheet) -> Iterator[Total]:
    """A month a column: « | janv. 2021 | févr. 2021 | … »; each line begins with the name of its figure."""
    for start, row in enumerate(sheet.rows[:TOP_ROWS]):
        year = _year_said(sheet, start)
        months = {place: month for place, cell in enumerate(row) if (month := month_of(cell, year))}
        if len(months) < FEWEST_MONTHS_ACROSS:
            continue
        for place, line in enumerate(sheet.rows[start + 1 :], start=start + 1):
            before = line[: min(months)]
            figure = next(filter(None, map(figure_of, before)), None)
            epci = next((cell for cell in before if epci_of(cell)), "")
            if figure:
                yield from (
                    Total(figure, month, epci, _cell(line, column), place, column) for column, month in months.items()
                )
        return


def figure_of(text: str) -> str | None:
    return _figures().get(gist(NUMBER_OF.sub("", normal(text)))) if text else None


def month_of(text: str, year: int | None) -> date | None:
    """The first day of a month written with its year, or alone under a year; None for anything else."""
    word = normal(text)
    if word in MONTHS:
        return date(year, MONTHS[word], 1) if year else None
    try:
        day, precision = parse_date(text)
    except (ImpossibleDate, UnknownDate):
        return None
    return day if precision == Precision.MONTH or (precision == Precision.DAY and day.day == 1) else None


def _columns_of_months(rows: list[list[str]]) -> list[int]:
    """The columns of which most cells may be months, whatever stands above them."""
    texts = enumerate(zip_longest(*rows, fillvalue=""))
    return [place for place, cells in texts if _may_be_months(Counter(filter(None, cells)))]


def _may_be_months(counts: Counter[str]) -> bool:
    others = (1 - MONTHS_SHARE) * counts.total() + MONTHS_SHARE * (TOP_ROWS + 1)
    for text, count in counts.items():
        others -= count if month_of(text, ANY_YEAR) is None else 0
        if others < 0:
            return False
    return bool(counts)


def _is_date(text: str) -> bool:
    if COUNT.fullmatch(text.strip()):
        return False
    try:
        parse_date(text)
    except ImpossibleDate:
        return True
    except UnknownDate:
        return False
    return True


def _months_place(lines: list[tuple[int, list[str]]], columns: list[int], year: int | None) -> int | None:
    """The column of which most cells are months, in most lines: the spine of a table of totals."""
    for place in columns:
        filled = [_cell(line, place) for _, line in lines if _cell(line, place)]
        months = sum(month_of(cell, year) is not None for cell in filled)
        if months and months >= MONTHS_SHARE * len(filled) and months >= LINES_SHARE * len(lines):
            return place
    return None


def _year_said(sheet: Sheet, start: int) -> int | None:
    """The one year that the sheet's name, or what stands above the table, says."""
    above = " ".join(cell for row in sheet.rows[:start] for cell in row)
    for text in (sheet.name, above):
        years = set(YEAR.findall(text))
        if len(years) == 1:
            return int(years.pop())
    return None


def _cell(line: list[str], place: int) -> str:
    return line[place] if place < len(line) else ""


@cache
def _figures() -> dict[str, str]:
    rows = pd.read_csv(Path(__file__).parent / "words.csv", dtype=str, encoding="utf-8")
    return {gist(spelling): figure for figure, spelling in rows.itertuples(index=False)}
