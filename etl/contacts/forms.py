"""Forms: headings one under the other and a household to their right, often a sheet each. They are read turned over."""

from dataclasses import replace
from itertools import zip_longest

from etl.contacts.columns import letter_of
from etl.contacts.headers import find_headers
from etl.contacts.messages import place_words
from etl.contacts.understanding import Recognition
from etl.problems import Problem
from etl.workbook import Sheet, Workbook

OF_LIST, OF_FORM = "cette colonne", "cette ligne"
MOST_ROWS, MOST_COLUMNS = 100, 60  # beyond, it is a list and no form


def turned(workbook: Workbook) -> Workbook | None:
    """The same workbook with its columns for rows; None where a sheet is no form by its size."""
    sheets = workbook.sheets
    if any(len(sheet.rows) > MOST_ROWS or max(map(len, sheet.rows), default=0) > MOST_COLUMNS for sheet in sheets):
        return None
    return replace(workbook, sheets=list(map(_turned_sheet, sheets)))


def names_more(forms: Workbook, workbook: Workbook) -> bool:
    """Whether the first columns name more fields than any row does: « Statut | suivi | installé » is no headings."""
    return sum(map(_named_by_headings, forms.sheets)) > sum(map(_named_by_headings, workbook.sheets))


def _named_by_headings(sheet: Sheet) -> float:
    return max((header.score for header in find_headers(sheet, lambda _heading: None)), default=0.0)


def turned_problem(problem: Problem) -> Problem:
    """What was told of a turned sheet, at the place where its reader sees it."""
    if not problem.sheet or not (problem.row or problem.column):
        return problem
    row = _position(problem.column) + 1 if problem.column else None
    column = letter_of(problem.row - 1) if problem.row else ""
    sentence = problem.message.removeprefix(place_words(problem.sheet, problem.row, problem.column))
    message = f"{place_words(problem.sheet, row, column)}{sentence}"
    return replace(problem, row=row, column=column, message=message.replace(OF_LIST, OF_FORM))


def turned_recognition(recognition: Recognition) -> Recognition:
    """The same with lines for columns."""
    return replace(
        recognition,
        tables=tuple(
            replace(table, columns=tuple(replace(column, is_line=True) for column in table.columns))
            for table in recognition.tables
        ),
    )


def _turned_sheet(sheet: Sheet) -> Sheet:
    rows = [list(cells) for cells in zip_longest(*sheet.rows, fillvalue="")]
    return Sheet(
        sheet.name,
        rows,
        sheet.position,
        hidden_rows=sheet.hidden_columns,
        hidden_columns=sheet.hidden_rows,
        is_turned=True,
    )


def _position(letters: str) -> int:
    """0 for A, 26 for AA."""
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - 64
    return place - 1
