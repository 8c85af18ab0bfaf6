"""Where each table of a sheet ends: at the next headings, at an empty column, at what stands beside it."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import groupby, pairwise

from etl.contacts.columns import TICKED_KINDS
from etl.contacts.headers import CORE_FIELDS, FEWEST_FIELDS, Header, same_headings
from etl.workbook import Sheet

NEAR_ABOVE = 2  # rows between a table's own title and its headings


def blocks(sheet: Sheet, headers: list[Header]) -> list[tuple[Header, int]]:
    """Each header with the position where its table ends; tables side by side are told apart by an empty column."""
    if not headers:
        return []
    distinct = [headers[0]]
    distinct += [after for before, after in pairwise(headers) if not same_headings(before, after)]
    ends = [*[header.first for header in distinct[1:]], len(sheet.rows)]
    placed = list(zip(distinct, ends, strict=True))
    if sheet.is_turned:  # a form's blank lines part its chapters, not its households
        return placed
    return [(part, end) for header, end in placed for part in _side_by_side(sheet, header, end)]


def title_above(sheet: Sheet, header: Header) -> str:
    """The words that stand alone just above a table's headings, empty where there are none."""
    for row in range(header.first - 1, max(header.first - 1 - NEAR_ABOVE, -1), -1):
        filled = [cell for cell in sheet.rows[row] if cell]
        if filled:
            return filled[0] if len(filled) == 1 else ""
    return ""


def _side_by_side(sheet: Sheet, header: Header, end: int) -> list[Header]:
    groups = list(_filled_together(sheet.rows[header.last + 1 : end], header))
    named = [_named(header, columns) for columns in groups]
    parts = [
        columns
        for columns, fields in zip(groups, named, strict=True)
        if len(fields) >= FEWEST_FIELDS and fields & CORE_FIELDS
    ]
    if not parts:
        return [header]
    if len(parts) == 1:
        own = [columns for columns, fields in zip(groups, named, strict=True) if fields]
        parts = [[column for columns in own for column in columns]]
    taken = {column for columns in parts for column in columns}
    beside = tuple(column for columns in groups for column in columns if column not in taken)
    first, *others = [_only_at(header, columns) for columns in parts]
    return [replace(first, beside=beside), *others]


def _filled_together(rows: list[list[str]], header: Header) -> Iterator[list[int]]:
    """Neighbouring columns that hold something, in their heading or under it."""
    width = max(len(header.headings), *map(len, rows), 0)
    named = {column for column, heading in enumerate(header.headings) if heading.text}
    filled = [column in named or any(column < len(row) and row[column] for row in rows) for column in range(width)]
    for is_filled, group in groupby(range(width), key=filled.__getitem__):
        if is_filled:
            yield list(group)


def _named(header: Header, columns: list[int]) -> set[str]:
    """The fields that these columns' headings name; a word that may be ticked is as well a legend's."""
    headings = [header.headings[column] for column in columns if column < len(header.headings)]
    fields = {meaning.field for heading in headings for meaning in heading.meanings()[:1]}
    return {field for field in fields if not field.startswith(TICKED_KINDS)}


def _only_at(header: Header, columns: Collection[int]) -> Header:
    """The header of some of its columns."""
    return replace(
        header,
        headings=tuple(
            heading if column in columns else replace(heading, words="", group="")
            for column, heading in enumerate(header.headings)
        ),
    )
