"""What a workbook itself says of its codes and of its colours."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple

from etl.contacts.heading_words import meanings
from etl.contacts.labels import label_of, whole_label
from etl.contacts.spellings import CODED_FIELDS
from etl.words import normal
from etl.workbook import Sheet

LONGEST_CODE = 12
LONGEST_LABEL = 60
FEWEST_PAIRS, MOST_FREE_CELLS = 2, 2_000
PAIR = re.compile(r"(?<![\w])([A-Za-z0-9]{1,4})\s*(?:=|:|->|→)\s*([^,;/|=:()\n]{2,60})")
NAMED = re.compile(
    r"\b(vert|jaune|orange|rouge|bleu|violet|rose|gris)[a-z]*(?:\s+[^\W\d_]+){0,2}\s*(?:=|:|->|→)\s*([^,;/|=:()\n]{2,60})",
    re.IGNORECASE,
)


FreeCell = tuple[int, int, str]  # row, column, text


class Legend(NamedTuple):
    """Codes: (field, normal form of the code) -> the store's code. Colours: mark, or its name, -> status. Rows that
    say so."""

    codes: MappingProxyType
    colours: MappingProxyType
    rows: frozenset[tuple[str, int]]


class _Pair(NamedTuple):
    key: str
    label: str
    title: str
    place: tuple[str, int] | None


def read_legend(
    sheets: list[Sheet], free_from: dict[str, dict[int, int]], headings: dict[str, dict[int, int]] | None = None
) -> Legend:
    """The legend of a workbook; `free_from` gives, by sheet, each row of a table and the first column past it,
    `headings` the same of its headings: one may explain its codes, but is none beside its neighbour."""
    groups: list[list[_Pair]] = []
    colours: dict[str, str] = {}
    codes: dict[tuple[str, str], str] = {}
    rows: set[tuple[str, int]] = set()
    for sheet in sheets:
        taken = free_from.get(sheet.name, {})
        free = list(_free_cells(sheet, taken))
        groups += _said_in_sentences(sheet, free)
        past = (headings or {}).get(sheet.name, {})
        groups += _said_side_by_side(sheet, taken, [cell for cell in free if cell[1] >= past.get(cell[0], 0)])
        said, places = _colours(sheet, taken, free)
        colours |= said
        rows |= places
    for group in groups:
        said = _codes(group)
        codes |= said
        rows |= {pair.place for pair in group if pair.place and any(key == normal(pair.key) for _, key in said)}
    return Legend(MappingProxyType(codes), MappingProxyType(colours), frozenset(rows))


def _codes(pairs: list[_Pair]) -> dict[tuple[str, str], str]:
    """The pairs of one group explain the field of which they name most labels."""
    meant: dict[str, dict[str, str]] = defaultdict(dict)
    for name in CODED_FIELDS:
        for pair in pairs:
            code = whole_label(name, pair.label)
            if code:
                meant[name][normal(pair.key)] = code
    titles = {meaning.field for pair in pairs for meaning in meanings(pair.title)[:1]}
    best = max(meant, key=lambda name: (name in titles, len(meant[name]), len(set(meant[name].values()))), default=None)
    if best is None or len(meant[best]) < (1 if best in titles else FEWEST_PAIRS):
        return {}
    return {(best, key): code for key, code in meant[best].items()}


def _said_in_sentences(sheet: Sheet, free: list[FreeCell]) -> Iterator[list[_Pair]]:
    """« Statut (C = contact, S = suivi) » in a heading or a title; « C = contact » one line after another."""
    lonely = []
    for row, _column, cell in free:
        if not any(mark in cell for mark in ("=", ":", "→", "->")):
            continue
        place = (sheet.name, row)
        found = [_Pair(key, label.strip(), cell.partition("(")[0], place) for key, label in PAIR.findall(cell)]
        if len(found) >= FEWEST_PAIRS:
            yield found
        else:
            lonely += found
    yield lonely


def _said_side_by_side(sheet: Sheet, taken: dict[int, int], free: list[FreeCell]) -> Iterator[list[_Pair]]:
    """Two neighbouring columns, code and label, outside the tables or to their right; a line alone is their title."""
    groups: dict[tuple[int, str], list[_Pair]] = defaultdict(list)
    titles: dict[int, str] = {}
    for row, column, key in free:
        label = next(iter(sheet.rows[row][column + 1 : column + 2]), "")
        if not label and meanings(key):
            titles[column] = key
        if len(key) <= LONGEST_CODE and 1 < len(label) <= LONGEST_LABEL:
            place = None if row in taken else (sheet.name, row)
            groups[column, titles.get(column, "")].append(_Pair(key, label, titles.get(column, ""), place))
    yield from groups.values()


def _free_cells(sheet: Sheet, taken: dict[int, int]) -> Iterator[FreeCell]:
    """Row, column and text of the filled cells outside the tables: the first ones, since a legend is short."""
    filled = (
        (row, column, cell)
        for row, cells in enumerate(sheet.rows)
        for column, cell in enumerate(cells[taken.get(row, 0) :], start=taken.get(row, 0))
        if cell
    )
    return islice(filled, MOST_FREE_CELLS)


def _colours(sheet: Sheet, taken: dict[int, int], free: list[FreeCell]) -> tuple[dict[str, str], set[tuple[str, int]]]:
    """Mark -> status, and the rows that say so: a coloured cell outside the tables that holds a status, or stands
    beside one; two at least, of two statuses."""
    found: dict[str, Counter] = defaultdict(Counter)
    rows = set()
    for row, runs in sheet.marks.items():
        cells = sheet.rows[row] if row < len(sheet.rows) else []
        for first, last, mark in runs:
            if first < taken.get(row, 0):
                continue
            beside = [*cells[first : last + 1], *cells[last + 1 : last + 2], *cells[max(0, first - 1) : first]]
            status = next(filter(None, (_status(text) for text in beside if text)), None)
            if status:
                found[mark][status] += 1
                rows |= set() if row in taken else {(sheet.name, row)}
    meant = (_named(free) if sheet.marks else {}) | {
        mark: counts.most_common(1)[0][0] for mark, counts in found.items()
    }
    return (meant, rows) if len(set(meant.values())) >= FEWEST_PAIRS else ({}, set())


def _named(free: list[FreeCell]) -> dict[str, str]:
    """« Vert = installé / Rouge = abandon » -> the status of each name."""
    said = [(name.lower(), label_of("status", words)) for _, _, cell in free for name, words in NAMED.findall(cell)]
    return {name: status for name, status in said if status}


def _status(text: str) -> str | None:
    words = text.rpartition("=")[2].rpartition(":")[2]
    return whole_label("status", words) if len(words) <= LONGEST_LABEL else None
