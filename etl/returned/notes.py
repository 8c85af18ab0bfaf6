"""What is said to the référent of her workbook: a note per cell to correct, and a first page."""

import re
from dataclasses import dataclass

import pandas as pd

from etl.problems import Problem
from etl.returned.words import HOW, NOTHING, TITLE, UNNAMED_SHEET
from etl.understood import Understood
from etl.workbook import Sheet, Workbook
from programme import territory, wording

PLACE = re.compile(r"^(?:feuille « .*? », )?ligne \d+(?:, cellule \w+)? : ", re.IGNORECASE)  # told in columns here
ONE_CELL = "1 cellule est à corriger : elle n'est pas prise, le reste de sa ligne l'est."
SOME_CELLS = "{count} cellules sont à corriger : elles ne sont pas prises, le reste de leurs lignes l'est."


@dataclass(frozen=True)
class Note:
    """One thing to correct (`is_to_correct`) or to know. `sheet` is its real name, None for the whole file; `row`
    counts from 1, `column` is a letter, empty for the whole line; `written` is the cell's text."""

    sheet: str | None
    row: int | None
    column: str
    message: str
    written: str
    is_to_correct: bool


@dataclass(frozen=True)
class Page:
    """The first sheet: its sentences, then its notes in the order of the workbook."""

    sentences: list[str]
    notes: list[Note]


def page_of(workbook: Workbook, understood: list[Understood]) -> Page:
    """What the reading of a workbook says to whom wrote it."""
    sheets = [*workbook.sheets, *workbook.hidden_sheets]
    notes = [_note(problem, sheets, said) for part in understood for said, problem in _problems(part)]
    order = {sheet.name or UNNAMED_SHEET: sheet.position for sheet in sheets}
    notes.sort(key=lambda note: (order.get(note.sheet, -1), note.row or 0, len(note.column), note.column))
    counts = [sentence for part in understood for sentence in _counts(part, is_one_of=len(understood))]
    return Page([TITLE, *counts, HOW if any(note.is_to_correct for note in notes) else NOTHING], notes)


def _counts(part: Understood, is_one_of: int) -> list[str]:
    """« Quercy Blanc : 41 lignes lues, 38 acceptées, 3 à corriger », and the cells that were left."""
    report = part.report
    owner = territory.epci_names().get(report.epci_code, "") if is_one_of > 1 else ""
    read = wording.counted(report.read, "ligne lue", "lignes lues", feminine=True)
    accepted = f"{wording.number(report.accepted)} {wording.agreed(report.accepted, 'acceptée', 'acceptées')}"
    lines = [f"{owner} : {read}" if owner else wording.sentence(read)]
    lines[0] += f", {accepted}, {wording.number(report.rejected)} à corriger."
    refused = part.frames["rejections"]
    cells = int((~refused["is_row"].astype(bool)).sum())
    if cells:
        lines.append(ONE_CELL if cells == 1 else SOME_CELLS.format(count=wording.number(cells)))
    return lines


def _problems(part: Understood) -> list[tuple[bool, Problem]]:
    """(whether it is to correct, the problem): the lines and cells refused, then what is only told."""
    rows = part.frames["rejections"]
    columns = ["code", "source_sheet", "source_row", "column", "message"]
    refused = [Problem(*line) for line in rows[columns].itertuples(index=False, name=None)]
    is_refused = set(refused)
    told = [problem for problem in (*part.to_confirm, *part.report.problems) if problem not in is_refused]
    return [(True, problem) for problem in refused] + [(False, problem) for problem in told]


def _note(problem: Problem, sheets: list[Sheet], is_to_correct: bool) -> Note:
    sheet = next((sheet for sheet in sheets if problem.sheet in (sheet.name, sheet.shown_name)), None)
    is_placed = sheet is not None and problem.row is not None and not pd.isna(problem.row)
    row = int(problem.row) if is_placed else None
    message = PLACE.sub("", problem.plain_message, count=1)
    column = problem.column if problem.column.isalpha() else ""
    written = _written(sheet, row, column) if is_placed and column else ""
    name = (sheet.name or UNNAMED_SHEET) if is_placed else None
    return Note(name, row, column, wording.sentence(message), written, is_to_correct)


def _written(sheet: Sheet, row: int, column: str) -> str:
    place = 0
    for letter in column:
        place = place * 26 + ord(letter) - 64
    cells = sheet.rows[row - 1] if row <= len(sheet.rows) else []
    return wording.as_typed(cells[place - 1]) if place <= len(cells) else ""
