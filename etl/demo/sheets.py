"""The sheets of one workbook as rows of cells, and where each household's line and each planted fault came to stand."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from random import Random

from openpyxl.utils import get_column_letter

from etl.demo import faults
from etl.demo.cells import NOTHING, Cell, Written, written
from etl.demo.earlier import written_on
from etl.demo.habits import Column, Habit


@dataclass(slots=True)
class Sheet:
    """One sheet; `header_row` is the index in `rows` of the line of headings."""

    name: str
    header_row: int
    rows: list[list[Cell]]


@dataclass(slots=True)
class Book:
    """One workbook: its sheets, the facts of each household that a perfect reader keeps, the planted faults."""

    habit: Habit
    sheets: list[Sheet] = field(default_factory=list)
    truth: list[dict] = field(default_factory=list)
    faults: list[dict] = field(default_factory=list)


def lay_out(habit: Habit, households: list[dict], day: date | None = None) -> Book:
    """The whole workbook of one EPCI, from its households in the order of their first contact; as it stood on a day."""
    book = Book(habit)
    numbered = _numbered(habit, households)
    if day:
        numbered = [row for row in (written_on(household, day) for household in numbered) if row]
    if habit.structure == "yearly":
        for name in habit.sheets:
            _contacts(book, name, [row for row in numbered if str(row["first_contact_date"].year) == name])
    else:
        _contacts(book, habit.sheets[0], numbered)
    if habit.structure == "joined":
        _moves(book, habit.sheets[1], numbered)
    return book


def _contacts(book: Book, name: str, households: Iterable[dict]) -> None:
    sheet = _begin(book, name, book.habit.columns)
    for household in households:
        facts = _line(book, sheet, household, book.habit.columns)
        if (faults.planted(household["fault"]) or {}).get("verdict") != "row":
            place = {"source_file": book.habit.file, "source_sheet": name, "source_row": len(sheet.rows)}
            book.truth.append(place | {"epci_code": book.habit.epci_code} | facts)
    if book.habit.totals:
        sheet.rows.append(_totals(sheet, book.habit.columns))


def _moves(book: Book, name: str, households: Iterable[dict]) -> None:
    """The second sheet, in the order of the moves; its facts join those of the same file number."""
    sheet = _begin(book, name, book.habit.move_columns)
    by_dossier = {facts["dossier_ref"]: facts for facts in book.truth}
    moved = [(_move_date(row), row) for row in households if _move_date(row)]
    for _day, household in sorted(moved, key=lambda pair: (pair[0], pair[1]["dossier_ref"])):
        facts = _line(book, sheet, household, book.habit.move_columns)
        by_dossier[household["dossier_ref"]].update(facts)


def _move_date(household: dict) -> date | None:
    fault = faults.planted(household["fault"]) or {"cells": {}}
    return household["installation_date"] or fault["cells"].get("installation_date")


def _begin(book: Book, name: str, columns: tuple[Column, ...]) -> Sheet:
    titles = [[title.format(year=name)] if title else [] for title in book.habit.titles]
    sheet = Sheet(name, len(titles), [*titles, [column.header for column in columns]])
    book.sheets.append(sheet)
    return sheet


def _line(book: Book, sheet: Sheet, household: dict, columns: tuple[Column, ...]) -> dict:
    """Add one household's line to the sheet; the facts that a perfect reader takes from it."""
    rng = Random(f"{household['name']} {sheet.name if book.habit.structure == 'joined' else ''}")
    fault = faults.planted(household["fault"]) or {"cells": {}}
    cells, facts = [], {}
    for number, column in enumerate(columns):
        cell, said = _faulty(household, column, fault, written(household, column, book.habit, rng))
        cells.append(cell)
        facts |= {**said, "needs": facts.get("needs", []) + said["needs"]} if "needs" in said else said
        if fault["cells"] and column.field == faults.at_fault(fault):
            place = {"source_file": book.habit.file, "source_sheet": sheet.name, "source_row": len(sheet.rows) + 1}
            what = {"column": get_column_letter(number + 1), "heading": column.header}
            book.faults.append(place | what | {key: fault[key] for key in ("verdict", "code")})
    sheet.rows.append(cells)
    return facts | _unmet(facts) if any(column.field == "needs_met" for column in columns) else facts


def _unmet(facts: dict) -> dict:
    """A need said to be met is a need; where some column says which are met, the others are not."""
    wanted, met = facts.get("needs", []), facts.get("needs_met", [])
    return {
        "needs": [*wanted, *(axis for axis in met if axis not in wanted)],
        "needs_unmet": [axis for axis in wanted if axis not in met],
    }


def _faulty(household: dict, column: Column, fault: dict, right: Written) -> Written:
    if column.field in fault["cells"]:
        wrong = fault["cells"][column.field]
        return Written(wrong, {})
    if fault.get("alone") and column.field not in {"name", "full_name", "phone", "comment", "dossier_ref"}:
        return NOTHING
    return right


def _totals(sheet: Sheet, columns: tuple[Column, ...]) -> list[Cell]:
    """The line of totals that people add at the bottom: the sum of each column of counts."""
    lines = sheet.rows[sheet.header_row + 1 :]
    sums = [
        sum(line[number] for line in lines if isinstance(line[number], int))
        if column.field.endswith("_count")
        else None
        for number, column in enumerate(columns)
    ]
    return ["TOTAL", f"{len(lines)} foyers", *sums[2:]]


def _numbered(habit: Habit, households: list[dict]) -> list[dict]:
    """The same households with the file number that their EPCI gives, by year and rank of the first call."""
    ranks: dict[int, int] = {}
    numbered = []
    for household in households:
        year = household["first_contact_date"].year
        ranks[year] = ranks.get(year, 0) + 1
        rank = ranks[year] if "{year" in habit.dossier else sum(ranks.values())
        dossier_ref = habit.dossier.format(year=year, year2=year % 100, rank=rank) if habit.dossier else None
        numbered.append(household | {"dossier_ref": dossier_ref})
    return numbered
