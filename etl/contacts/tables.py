"""Finding the tables in a workbook: where each begins, what its columns are, which lines are not households."""

from dataclasses import dataclass, field
from itertools import pairwise

import pandas as pd

from etl.contacts.spellings import Heading, heading_of
from etl.problems import Problem
from etl.words import normal
from etl.workbook import Sheet

CORE_FIELDS = {"first_contact_date", "status", "installation_date", "dossier_ref", "person_name"}
FEWEST_HEADINGS = 3
HEADINGS_SHARE = 0.4
PLACE_OF_SETTLED = {"target_commune_code": "commune_code"}  # « Commune » on a sheet of installations alone
TOTALS = ("total", "sous total", "totaux", "ensemble", "moyenne", "somme")


@dataclass(frozen=True)
class FoundTable:
    """One table of a sheet: its cells as texts by field, indexed by the spreadsheet's line."""

    sheet: str
    cells: pd.DataFrame
    letters: dict[str, str]
    left_out: list[Problem] = field(default_factory=list)


def find_tables(sheet: Sheet) -> list[FoundTable]:
    """The tables of a sheet, each from its heading row to the next one's; none where no row is made of headings."""
    starts = [position for position, row in enumerate(sheet.rows) if _is_heading_row(row)]
    first_of_each = [
        start for index, start in enumerate(starts) if index == 0 or sheet.rows[start] != sheet.rows[starts[index - 1]]
    ]
    return [_cut(sheet, start, end) for start, end in pairwise([*first_of_each, len(sheet.rows)])]


def text_above(sheet: Sheet) -> str:
    """What stands above a sheet's first table: titles, the date it was drawn up."""
    for position, row in enumerate(sheet.rows):
        if _is_heading_row(row):
            return "\n".join(" ".join(filter(None, line)) for line in sheet.rows[:position])
    return ""


def column_letter(position: int) -> str:
    """0 -> A, 26 -> AA."""
    letters = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _is_heading_row(row: list[str]) -> bool:
    filled = [cell for cell in row if cell]
    if len(filled) < FEWEST_HEADINGS or any(map(_is_mostly_digits, filled)):
        return False
    fields = {heading.field for heading in map(heading_of, filled) if heading}
    return len(fields) >= FEWEST_HEADINGS and bool(fields & CORE_FIELDS) and len(fields) >= HEADINGS_SHARE * len(filled)


def _is_mostly_digits(text: str) -> bool:
    """A date, a phone, a number: no heading is made of them."""
    digits = sum(mark.isdigit() for mark in text)
    return digits > 3 and digits > sum(mark.isalpha() for mark in text)


def _cut(sheet: Sheet, start: int, end: int) -> FoundTable:
    headings = sheet.rows[start]
    columns = _choose_columns(headings)
    kept, left_out = {}, []
    for position in range(start + 1, end):
        row = sheet.rows[position]
        if not any(row):
            continue
        reason = _why_not_a_household(row, headings)
        if reason:
            left_out.append(Problem(reason, sheet.name, position + 1, "", LEFT_OUT_MESSAGES[reason]))
        else:
            kept[position + 1] = [row[place] if place < len(row) else "" for place in columns.values()]
    cells = pd.DataFrame.from_dict(kept, orient="index", columns=list(columns), dtype="str")
    return FoundTable(sheet.name, cells, {name: column_letter(place) for name, place in columns.items()}, left_out)


LEFT_OUT_MESSAGES = {
    "total": "Ligne de total : laissée de côté, les totaux sont recalculés.",
    "repeated_header": "En-tête répété : laissé de côté.",
    "section": "Ligne de titre : laissée de côté.",
}


def _why_not_a_household(row: list[str], headings: list[str]) -> str | None:
    filled = [cell for cell in row if cell]
    if row[: len(headings)] == headings:
        return "repeated_header"
    if normal(filled[0]).startswith(TOTALS):
        return "total"
    if len(filled) == 1 and len(headings) > FEWEST_HEADINGS:
        return "section"
    return None


def _choose_columns(headings: list[str]) -> dict[str, int]:
    """field -> position; of two columns for one field, the one that names it more exactly."""
    best: dict[str, tuple[int, int]] = {}
    for position, text in enumerate(headings):
        heading: Heading | None = heading_of(text) if text else None
        if heading and heading.field != "ignored":
            best[heading.field] = min(best.get(heading.field, (heading.rank, position)), (heading.rank, position))
    chosen = {name: position for name, (_, position) in best.items()}
    if "installation_date" in chosen and not {"first_contact_date", "commune_code"} & chosen.keys():
        return {PLACE_OF_SETTLED.get(name, name): position for name, position in chosen.items()}
    return chosen
