"""Where the headings of a sheet's tables stand: anywhere, over one to three rows, merged or not."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from etl.contacts.heading_forms import SURVEY_CODE, letters_meant, under_prefixes, words_and_group
from etl.contacts.heading_words import Meaning, is_known, meanings
from etl.contacts.headings import Heading, KnownHeading
from etl.contacts.merges import TALLEST, over_headings
from etl.contacts.months import month_of, months_among
from etl.words import normal
from etl.workbook import Sheet

CORE_FIELDS = {"first_contact_date", "status", "installation_date", "dossier_ref", "person_name"}
FEWEST_FIELDS = 3
FIELDS_SHARE = 0.3
LEAST_SCORE, WELL_NAMED = 0.72, 0.88
LONGEST_HEADING, MOST_HEADINGS = 120, 300
TOP_ROWS = 60
LATER_SHARE = 0.6  # of a further header's cells that name a field: a household's line has such words too
NEVER_A_HEADING = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}|(?:\d\D?){8}|@\S+\.\w")
DAY_AND_MONTH = re.compile(  # « 12/03 », « 1er septembre 2021 »
    r"\d{1,2}[/.]\d{1,2}"
    r"|(?:(?:le|lun|mar|mer|jeu|ven|sam|dim)[a-z]*\.? )?\d{1,2}(?:er)?[ ./-][^\W\d_]{3,9}\.?[ ./-](?:19|20)?\d\d"
)
A_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
RANKS = frozenset(pairwise("123456789"))
HINT = re.compile(
    r"\(.*\)|jj/mm/a{2,4}|o(?:ui)?\s?/\s?n(?:on)?|liste(?: déroulante)?|texte(?: libre)?|ex(?:emple)?\s?[:.].*",
    re.IGNORECASE | re.DOTALL,
)
HINTS_SHARE = 0.8
LETTERS = re.compile(r"[^\W\d_]{3}")
FIGURES = re.compile(r"\d\D?\d\D?\d|^\d+([.,]\d+)?$")


@dataclass(frozen=True)
class Header:
    """The rows of a table's headings (positions from 0), one heading per column of the sheet, empty ones included.

    `beside` are the columns set apart by an empty one whose headings name nothing: a legend, a summary.
    """

    first: int
    last: int
    headings: tuple[Heading, ...]
    score: float = 0.0
    beside: tuple[int, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """Its headings in their normal form: tables that have the same are one habit."""
        return tuple(normal(heading.text) for heading in self.headings)


def find_headers(sheet: Sheet, known: KnownHeading) -> list[Header]:
    """Every row, or group of rows, made of headings, from the top. `known` gives the field of a confirmed heading."""
    found: list[Header] = []
    merges = over_headings(sheet)
    merged: dict[int, list[str]] = {}
    for (row, _column), words in merges.items():
        merged.setdefault(row, []).append(words)
    for start in range(len(sheet.rows)):
        if found and start <= found[-1].last:
            continue
        if may_be_headings([*sheet.rows[start], *merged.get(start, ())], is_top=start < TOP_ROWS):
            header = _best_header(sheet, start, merges, known)
            if header and (not found or _names_most(header)):
                found.append(header)
    return found


def _names_most(header: Header) -> bool:
    filled = [heading for heading in header.headings if heading.text]
    named = [heading for heading in filled if any(m.score >= WELL_NAMED for m in heading.meanings()[:1])]
    return len(named) >= LATER_SHARE * len(filled)


def _best_header(sheet: Sheet, start: int, merges: dict, known: KnownHeading) -> Header | None:
    """Of the headers that begin here or within the next rows, the one that names most."""
    candidates = []
    for first in range(start, min(start + TALLEST, len(sheet.rows))):
        for last in range(first, min(first + TALLEST, len(sheet.rows))):
            if last > first and months_among(sheet.rows[last - 1]):
                break  # under months stand households, were they but words and marks
            if all(may_be_headings(sheet.rows[row], is_top=True, fewest=1) for row in range(first, last + 1)):
                candidates.append(_header(sheet, first, last, merges, known))
    best = max(filter(None, candidates), key=lambda header: header.score, default=None)
    return best and _with_hints(sheet, best)


def _with_hints(sheet: Sheet, header: Header) -> Header:
    """« (liste) », « jj/mm/aaaa » just under the headings say how to fill them in: they are no household."""
    filled = [cell for cell in sheet.rows[header.last + 1] if cell] if header.last + 1 < len(sheet.rows) else []
    hints = sum(bool(HINT.fullmatch(cell)) for cell in filled)
    is_of_hints = hints > 1 and hints >= HINTS_SHARE * len(filled)
    return replace(header, last=header.last + 1) if is_of_hints else header


def may_be_headings(row: list[str], *, is_top: bool, fewest: int = FEWEST_FIELDS) -> bool:
    """No date, phone or number stands among headings; past the top, the first one is known exactly."""
    if not is_top and any(map(FIGURES.search, row)):
        return False
    filled = [cell for cell in row if cell]
    if len(filled) > MOST_HEADINGS or any(map(DAY_AND_MONTH.fullmatch, filled)):
        return False
    if NEVER_A_HEADING.search("  ".join(filled)):
        filled = _without_notes(filled)
    if len(filled) < fewest or any(len(cell) > LONGEST_HEADING for cell in filled):
        return False
    figures = [cell for cell in filled if FIGURES.search(SURVEY_CODE.sub("", cell)) and not _is_of_a_year(cell)]
    if len(figures) > len(filled) // 4:
        figures = set(figures) - months_among(filled) - _ranks_among(row)
        if len(figures) > len(filled) // 4:
            return False
    return is_top or any(map(is_known, filled[:FEWEST_FIELDS]))


def _ranks_among(row: list[str]) -> set[str]:
    """« 1 », « 2 », « 3 » side by side among headings, as under « Priorités »; among a household's words they count."""
    ranks = {"1", *(cell for before, cell in pairwise(row) if (before, cell) in RANKS)}
    others = [cell for cell in row if cell and cell not in ranks]
    return ranks if len(ranks) > 1 and all(map(is_known, others)) else set()


def _is_of_a_year(cell: str) -> bool:
    """« Statut fin 2021 » is a heading, a figure in it or not."""
    words = A_YEAR.sub("", cell)
    return words != cell and not FIGURES.search(words) and is_known(words)


def _without_notes(cells: list[str]) -> list[str]:
    """The headings of a row where some hold a number (« Téléphone 05 65 … », a note on whom to call) or are months;
    none where the row is not made of headings otherwise."""
    noted = [cell for cell in cells if NEVER_A_HEADING.search(cell)]
    bare = [cell for cell in noted if not LETTERS.search(NEVER_A_HEADING.sub(" ", cell))]
    months = months_among(cells) if all(map(month_of, bare)) else frozenset()
    if not months.issuperset(bare):
        return []
    others = [cell for cell in cells if cell not in noted and cell not in months]
    named = sum(any(m.score >= WELL_NAMED for m in meanings(cell)[:1]) for cell in others)
    return others if named >= max(FEWEST_FIELDS, LATER_SHARE * len(others)) else []


def _header(sheet: Sheet, first: int, last: int, merges: dict, known: KnownHeading) -> Header | None:
    headings = _headings(sheet, first, last, merges)
    fields: dict[str, float] = {}
    is_whole = last > first
    for heading in headings:
        best = _best_meaning(heading, known)
        if best and best.score >= LEAST_SCORE:
            fields[best.field] = max(best.score, fields.get(best.field, 0))
        if heading.group and (best is None or best.score < WELL_NAMED):
            is_whole = False
    texts = list(filter(None, [heading.text for heading in headings]))
    filled = len(texts) - len(months_among(texts))
    if len(fields) < FEWEST_FIELDS or len(fields) < FIELDS_SHARE * filled or not CORE_FIELDS & fields.keys():
        return None
    # Rows that cut one heading in several name all of it; else as good with fewer rows is better.
    height_worth = (0.05 if is_whole else -0.1) * (last - first)
    return Header(first, last, headings, sum(fields.values()) + height_worth)


def _best_meaning(heading: Heading, known: KnownHeading) -> Meaning | None:
    settled = known(heading.text) if heading.text else None
    if settled:
        return Meaning(settled, 1.0, 0)
    return next(iter(heading.meanings()), None)


def _headings(sheet: Sheet, first: int, last: int, merges: dict) -> tuple[Heading, ...]:
    """Column by column: the lowest words are its own, those above are its group, carried over merged cells."""
    width = max(len(sheet.rows[row]) for row in range(first, last + 1))
    rows = [_filled_across(sheet, row, width, merges, is_lowest=row == last) for row in range(first, last + 1)]
    cells = [list(dict.fromkeys(row[column] for row in rows if row[column])) for column in range(width)]
    headings = [words_and_group(parts) if parts else ("", "") for parts in cells]
    headings = under_prefixes(headings)
    return tuple(Heading(*said, meant) for said, meant in zip(headings, letters_meant(headings), strict=True))


def _filled_across(sheet: Sheet, row: int, width: int, merges: dict, *, is_lowest: bool) -> list[str]:
    """The row's texts; over a lower row, a group's words also stand over the empty cells to its right."""
    cells = [*sheet.rows[row], *[""] * (width - len(sheet.rows[row]))]
    cells = [cell or merges.get((row, column), "") for column, cell in enumerate(cells)]
    if is_lowest or sum(map(bool, cells)) < 2:
        return cells
    carried, group = [], ""
    for column, cell in enumerate(cells):
        under = sheet.rows[row + 1][column] if column < len(sheet.rows[row + 1]) else ""
        group = cell or (group if under else "")
        carried.append(group)
    return carried


def same_headings(one: Header, other: Header) -> bool:
    """Whether a header repeats another, as at the top of each printed page."""
    return list(filter(None, one.texts)) == list(filter(None, other.texts))
