"""Needs ranked rather than ticked: 1, 2, 3 along a line, in the columns where others tick."""

import re
from collections.abc import Sequence

from etl.contacts.contents import Sample
from etl.contacts.headings import Heading

RANK = re.compile(r"(?:n\s?°\s?)?([1-9])\s?(?:er|re|ère|e|è|ème|nd|nde)?", re.IGNORECASE)
NOT_RANKED = frozenset(("", "0", "-"))
FEW = 0.1  # of the lines of a sheet: its totals, which are no households
TICK = "1"

Columns = dict[int, Sequence[str]] | dict[str, Sequence[str]]


def ticks_among(headings: Sequence[Heading], samples: dict[int, Sample]) -> dict[int, list[str]]:
    """Position -> ticks, of the columns of a sheet that are headed as needs and hold ranks; totals aside."""
    needs = {
        place: column.cells
        for place, column in samples.items()
        if 2 * sum(map(bool, map(RANK.fullmatch, column.texts))) >= len(column.texts)
        and any(meaning.field.startswith("need:") for meaning in headings[place].meanings())
    }
    return ticks_of(needs, strays=max(1, int(FEW * len(next(iter(needs.values()), ())))))


def ticks_of(columns: Columns, *, strays: int = 0) -> Columns:
    """The same columns with a tick for each rank; none of them where their cells are not surely ranks.

    Surely: nothing but numbers up to that of the columns, each once a line at the most, several on some line, and
    others than 1. A line that is no such order is a stray.
    """
    said = set().union(*columns.values()) if len(columns) > 1 else set()
    ranks = {text: int(found[1]) for text in said if (found := RANK.fullmatch(text))}
    if max(ranks.values(), default=0) < 2:
        return {}
    lines = [[text for text in line if text not in NOT_RANKED] for line in zip(*columns.values(), strict=True)]
    orders = [line for line in lines if _is_order([ranks.get(text, 0) for text in line], len(columns))]
    if len(lines) - len(orders) > strays or max(map(len, orders), default=0) < 2:
        return {}
    return {name: [TICK if text in ranks else text for text in texts] for name, texts in columns.items()}


def _is_order(ranks: list[int], most: int) -> bool:
    return len(set(ranks)) == len(ranks) and all(1 <= rank <= most for rank in ranks)
