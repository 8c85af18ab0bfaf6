"""A calendar as a tool exports it: a line an appointment, its beginning and its end, and what it was for."""

from collections.abc import Mapping
from dataclasses import replace

from etl.contacts.columns import Certainty, Column
from etl.contacts.contents import Sample

SAME = 0.9  # of the lines
FEWEST_BACK, SHARE_BACK = 3, 0.2  # lines of a family that has one already


def as_appointments(columns: list[Column], samples: Mapping[int, Sample]) -> list[Column]:
    """The same columns: what ends on the day when it begins is no file that was closed; and what only contents tell to
    be a status is a step, asked, where the same families come back line after line."""
    cells = {column.field: samples[column.position].cells for column in columns if column.field}
    if "first_contact_date" not in cells:
        return columns
    starts, names = cells["first_contact_date"], [name for name in cells.get("person_name", ()) if name]
    come_back = len(names) - len(set(names))
    is_journal = come_back >= max(FEWEST_BACK, SHARE_BACK * len(names))
    return [
        _step(column)
        if is_journal and column.field == "status" and column.certainty == Certainty.LIKELY
        else _left(column)
        if column.field == "closing_date" and _is_same(samples[column.position].cells, starts)
        else column
        for column in columns
    ]


def _step(column: Column) -> Column:
    return replace(column, field="step")


def _left(column: Column) -> Column:
    return replace(column, field=None, certainty=Certainty.UNKNOWN, how="")


def _is_same(ends, starts) -> bool:
    pairs = [(end, start) for end, start in zip(ends, starts, strict=False) if end or start]
    return bool(pairs) and sum(end == start for end, start in pairs) >= SAME * len(pairs)
