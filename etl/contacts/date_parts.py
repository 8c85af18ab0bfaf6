"""The day of a first contact in columns of its own: « Année | Mois », « Jour | Mois | Année »."""

import re
from collections.abc import Mapping, Sequence

from etl.contacts.contents import Sample
from etl.contacts.headings import Heading
from etl.month_names import month_named
from etl.words import gist, normal

MOSTLY = 0.7  # of the cells: titles of sections stand among them
A_YEAR = re.compile(r"(?:19|20)\d\d")
PARTS = {"annee": "year", "an": "year", "moi": "month", "jour": "day"}


def date_parts(headings: Sequence[Heading], samples: Mapping[int, Sample]) -> tuple[int, ...]:
    """The positions, side by side, of a year and a month, and of a day if there is one; empty where there are none."""
    named = {place: PARTS.get(gist(headings[place].words)) for place in samples if not headings[place].group}
    parts = {place: part for place, part in named.items() if part and _holds(part, samples[place].cells)}
    places = sorted(parts)
    is_whole = sorted(parts.values()) in (["month", "year"], ["day", "month", "year"])
    is_together = bool(places) and places[-1] - places[0] == len(places) - 1
    return tuple(places) if is_whole and is_together else ()


def _holds(part: str, cells: Sequence[str]) -> bool:
    filled = [cell.strip() for cell in cells if cell]
    return sum(_is_part(part, cell) for cell in filled) >= MOSTLY * len(filled) > 0


def _is_part(part: str, text: str) -> bool:
    if part == "year":
        return A_YEAR.fullmatch(text) is not None
    is_number = text.isdigit() and 1 <= int(text) <= (12 if part == "month" else 31)
    return is_number or (part == "month" and month_named(normal(text)) is not None)
