"""The day of a first contact in columns of its own: « Année | Mois », « Jour | Mois | Année », « Jour » on the sheet of
a month."""

import re
from collections.abc import Mapping, Sequence

from etl.contacts.contents import Sample
from etl.contacts.headings import Heading
from etl.dates import DAY_ALONE
from etl.month_names import month_named
from etl.words import gist, normal

MOSTLY = 0.7  # of the cells
A_YEAR = re.compile(r"(?:19|20)\d\d")
PARTS = {"annee": "year", "an": "year", "moi": "month", "jour": "day", "date": "day", "le": "day"}


def date_parts(headings: Sequence[Heading], samples: Mapping[int, Sample]) -> tuple[int, ...]:
    """The positions, side by side, of a year and a month, and of a day if there is one, or of a day alone; empty where
    there are none."""
    named = {place: PARTS.get(gist(headings[place].words)) for place in samples if not headings[place].group}
    parts = {place: part for place, part in named.items() if part}
    titles = _titles([column.cells for column in samples.values()]) if parts else frozenset()
    parts = {place: part for place, part in parts.items() if _holds(part, samples[place].cells, titles)}
    places = sorted(parts)
    is_whole = sorted(parts.values()) in (["day"], ["month", "year"], ["day", "month", "year"])
    is_together = bool(places) and places[-1] - places[0] == len(places) - 1
    return tuple(places) if is_whole and is_together else ()


def _titles(columns: list[Sequence[str]]) -> frozenset[int]:
    """The lines that hold one text alone."""
    return frozenset(line for line, cells in enumerate(zip(*columns, strict=False)) if sum(map(bool, cells)) == 1)


def _holds(part: str, cells: Sequence[str], titles: frozenset[int]) -> bool:
    filled = [cell.strip() for line, cell in enumerate(cells) if cell and line not in titles]
    return sum(_is_part(part, cell) for cell in filled) >= MOSTLY * len(filled) > 0


def _is_part(part: str, text: str) -> bool:
    if part == "year":
        return A_YEAR.fullmatch(text) is not None
    if part == "month":
        return month_named(normal(text)) is not None or (text.isdigit() and 1 <= int(text) <= 12)
    day = DAY_ALONE.fullmatch(normal(text))
    return day is not None and 1 <= int(day[1]) <= 31
