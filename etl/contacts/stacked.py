"""Forms one under the other on a sheet, the same headings for each household: read as a table, a line a form."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from etl.contacts.columns import letter_of
from etl.contacts.forms import OF_FORM, OF_LIST
from etl.contacts.heading_words import is_known
from etl.contacts.messages import place_words
from etl.problems import Problem
from etl.words import normal
from etl.workbook import Sheet, Workbook

MOST_CELLS, LOOKED_AT = 4, 30  # of a form's line: a label, what it says, a note
FEWEST_LABELS, FEWEST_FORMS = 3, 2
LEAST_FILLED = 0.6  # of the labels, in each form: words that come again in a column are no labels

Entry = tuple[int, str, int, str]  # row, label, column of what it says, what it says


@dataclass(frozen=True)
class Stack:
    """The workbook with its forms as lines; `cells`: (sheet, line, letter) of the table -> line and letter of the
    form."""

    workbook: Workbook
    cells: Mapping[tuple[str, int, str], tuple[int, str]]

    def told(self, problem: Problem) -> Problem:
        """A problem at the place where its reader sees it."""
        row, column = self.cells.get((problem.sheet, problem.row or 0, problem.column), (problem.row, problem.column))
        if problem.column and not problem.row:
            column = str(_position(problem.column))
        sentence = problem.message.removeprefix(place_words(problem.sheet, problem.row, problem.column))
        message = f"{place_words(problem.sheet, row, column)}{sentence}".replace(OF_LIST, OF_FORM)
        return replace(problem, row=row, column=column, message=message)


def unstacked(workbook: Workbook) -> Stack | None:
    """None where no sheet is made of forms."""
    cells: dict[tuple[str, int, str], tuple[int, str]] = {}
    sheets = [_as_table(sheet, cells) or sheet for sheet in workbook.sheets]
    return Stack(replace(workbook, sheets=sheets), cells) if cells else None


def _as_table(sheet: Sheet, cells: dict) -> Sheet | None:
    if any(sum(map(bool, row)) > MOST_CELLS for row in sheet.rows[:LOOKED_AT]):
        return None
    entries = list(_entries(sheet))
    counts = Counter(label for _, label, _, _ in entries)
    labels = [label for label, count in counts.items() if count >= FEWEST_FORMS]
    if sum(map(is_known, labels)) < FEWEST_LABELS:
        return None
    forms = list(_forms([entry for entry in entries if entry[1] in labels], labels[0]))
    if sum(map(len, forms)) < LEAST_FILLED * len(labels) * len(forms):
        return None
    rows = [list(row) if number < forms[0][0][0] else [] for number, row in enumerate(sheet.rows)]
    top = max(forms[0][0][0] - 1, 0)
    rows[top] = labels
    for form in forms:
        line = max(form[0][0], top + 1)
        rows[line] = [""] * len(labels)
        for row, label, column, text in form:
            place = labels.index(label)
            rows[line][place] = text
            cells[sheet.shown_name, line + 1, letter_of(place)] = row + 1, letter_of(column)
    return Sheet(sheet.name, rows, sheet.position)


def _entries(sheet: Sheet) -> Iterator[Entry]:
    """« Nom | Lévêque », and « Nom : Lévêque » in one cell."""
    for number, row in enumerate(sheet.rows):
        filled = [(column, text) for column, text in enumerate(row) if text]
        if not filled:
            continue
        (column, label), *said = filled
        if not said and ":" in label:
            label, _, text = label.partition(":")
            said = [(column, text.strip())]
        yield number, normal(label), *(said[0] if said else (column + 1, ""))


def _forms(entries: list[Entry], first: str) -> Iterator[list[Entry]]:
    """A form ends where its first label, or any that it already has, comes again."""
    form: list[Entry] = []
    for entry in entries:
        if form and (entry[1] == first or any(entry[1] == other[1] for other in form)):
            yield form
            form = []
        form.append(entry)
    yield form


def _position(letters: str) -> int:
    """1 for A, 27 for AA."""
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - 64
    return place
