"""Columns of a follow-up month by month: « janv-21 », « févr-21 »… hide no heading, and name no field."""

import itertools
from collections.abc import Iterable

from etl.dates import ImpossibleDate, UnknownDate, parse_date
from etl.month_names import MONTHS
from etl.words import normal

FEWEST_MONTHS = 3


def months_among(headings: Iterable[str]) -> frozenset[str]:
    """The headings that are months, each after the one before; none where they are too few to be a habit."""
    said = [(heading, order) for heading in headings if heading and (order := month_of(heading))]
    orders = [order for _, order in said]
    is_followed = all(before < after for before, after in itertools.pairwise(orders))
    return frozenset(heading for heading, _ in said) if is_followed and len(said) >= FEWEST_MONTHS else frozenset()


def month_of(heading: str) -> tuple[int, int] | None:
    """(year, month), year 0 where it is not told; None for what is no month."""
    month = MONTHS.get(normal(heading))
    if month:
        return 0, month
    try:
        first, precision = parse_date(heading)
    except (ImpossibleDate, UnknownDate):
        return None
    return (first.year, first.month) if first.day == 1 and precision != "year" else None
