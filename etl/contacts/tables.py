"""The tables of a workbook: where each begins, what its columns are, which of its lines are households."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import zip_longest

from etl import places
from etl.contacts import colours
from etl.contacts.blocks import blocks, title_above
from etl.contacts.cells import PLACES
from etl.contacts.columns import Certainty, Column
from etl.contacts.headers import Header, find_headers
from etl.contacts.headings import KnownHeading
from etl.contacts.labels import PLAIN_TITLES, Lexicon
from etl.contacts.legends import Legend, read_legend
from etl.contacts.lines import JOINED, LeftOut, Line, LineReader
from etl.contacts.month_grids import with_grid
from etl.contacts.recognition import YEAR, recognise_columns
from etl.contacts.spellings import CODED_FIELDS, epci_of
from etl.contacts.titles import is_total, year_told
from etl.words import normal
from etl.workbook import Sheet, Workbook

PLACE_OF_SETTLED = {"target_commune_code": "commune_code"}  # « Commune » on a sheet of installations alone
FEW_ROWS = 1_000  # where totals are rows enough to mislead
LISTED, FEWEST_LISTED = {*CODED_FIELDS, *PLACES, "referent", "origin", "epci_code"}, 3


@dataclass(frozen=True)
class Table:
    """One table of a sheet. `statuses` are what colours say, by line; `marks_guessed` those that no legend explains."""

    sheet: Sheet
    header: Header
    columns: list[Column]
    lines: list[Line]
    left_out: list[LeftOut] = field(default_factory=list)
    statuses: dict[int, str] = field(default_factory=dict)
    marks_guessed: dict[str, str] = field(default_factory=dict)

    @cached_property
    def fields(self) -> dict[str, list[Column]]:
        found: dict[str, list[Column]] = {}
        for column in self.columns:
            if column.field and column.field != "ignored":
                found.setdefault(column.field, []).append(column)
        return found

    def texts(self, name: str) -> Sequence[str]:
        """The text of a field, household by household; of several columns, all that they say."""
        found = sorted(self.fields.get(name, ()), key=_year_of) if name == "status" else self.fields.get(name, ())
        columns = [self._columns[column.position] for column in found]
        if len(columns) < 2:
            return columns[0] if columns else [""] * len(self.lines)
        if name == "status":  # a column a year: where they stand is what the last one says
            return [next(filter(None, reversed(texts)), "") for texts in zip(*columns, strict=True)]
        joint = " " if name == "first_contact_date" else JOINED.get(name, " ; ")  # « 2021 » and « mai » are one date
        return [joint.join(filter(None, texts)) for texts in zip(*columns, strict=True)]

    @cached_property
    def _columns(self) -> list[tuple[str, ...]]:
        return list(zip(*(line.texts for line in self.lines), strict=False)) or [()] * (self.columns[-1].position + 1)

    def letter(self, name: str) -> str:
        return self.fields[name][0].letter


def _year_of(column: Column) -> str:
    return "".join(YEAR.findall(column.heading))


@dataclass(frozen=True)
class Tables:
    """The tables of a workbook, and the lexicon with what its legend says."""

    found: list[Table]
    lexicon: Lexicon


def find_tables(workbook: Workbook, lexicon: Lexicon | None = None, known: KnownHeading | None = None) -> Tables:
    """Every table of the sheets that people see; none where no row is made of headings."""
    lexicon, known = lexicon or Lexicon(), known or (lambda _heading: None)
    headers = {sheet.name: blocks(sheet, find_headers(sheet, known)) for sheet in workbook.sheets}
    of_headings = {
        name: {row: _past(header) for header, _last in found for row in range(header.first, header.last + 1)}
        for name, found in headers.items()
    }
    sheets = [*workbook.sheets, *workbook.hidden_sheets]
    legend = read_legend(sheets, _rows_of_tables(workbook, headers), of_headings)
    lexicon = replace(lexicon, legend=legend.codes)
    places = [(sheet, header, last) for sheet in workbook.sheets for header, last in headers[sheet.name]]
    rows = [_rows(sheet, header, last, legend) for sheet, header, last in places]
    alike = _alike([header for _, header, _ in places], rows)
    found = [
        _table(sheet, header, last, _recognised(header, alike[header.texts], lexicon, known), lexicon, legend)
        for sheet, header, last in places
    ]
    return Tables([table for table in found if not _is_lists(table)] or found, lexicon)


def _is_lists(table: Table) -> bool:
    """Lists to choose from, side by side on a sheet of settings: no column says the same twice, or who, or when."""
    if not table.fields or not table.fields.keys() <= LISTED or len(table.lines) < FEWEST_LISTED:
        return False
    texts = [list(filter(None, table.texts(name))) for name in table.fields]
    return all(len(set(said)) == len(said) for said in texts)


def text_above(sheet: Sheet, first: int) -> str:
    """What stands above a sheet's first table, which begins at a position: titles, the date it was drawn up."""
    return "\n".join(" ".join(filter(None, row)) for row in sheet.rows[:first])


def _rows_of_tables(workbook: Workbook, headers: dict[str, list[tuple[Header, int]]]) -> dict[str, dict[int, int]]:
    """By sheet: each row of a table -> the first column past it.

    A row of two cells or less may be a legend's, unless it follows the table without a break.
    """
    taken: dict[str, dict[int, int]] = {}
    for sheet in workbook.sheets:
        rows = taken.setdefault(sheet.name, {})
        for header, last in headers[sheet.name]:
            past = _past(header)
            for row in range(header.last + 1, last):
                cells = sheet.rows[row][:past]
                filled = len(cells) - cells.count("")
                follows = filled == 2 and (row == header.last + 1 or row - 1 in rows)
                if filled > 2 or follows:
                    rows[row] = max(past, rows.get(row, 0))
    return taken


def _past(header: Header) -> int:
    """The first column past those with a heading."""
    return max(column for column, heading in enumerate(header.headings) if heading.text) + 1


def _rows(sheet: Sheet, header: Header, last: int, legend: Legend) -> list[list[str]]:
    return [sheet.rows[row] for row in range(header.last + 1, last) if (sheet.name, row) not in legend.rows]


def _alike(headers: list[Header], rows: list[list[list[str]]]) -> dict[tuple[str, ...], list[list[str]]]:
    """Headings -> the lines of every table that has them: a sheet a month is recognised as one, without its totals."""
    found: dict[tuple[str, ...], list[list[list[str]]]] = {}
    for header, lines in zip(headers, rows, strict=True):
        found.setdefault(header.texts, []).append(lines)
    return {
        texts: [row for rows in tables for row in rows if not is_total(row)]
        if len(tables) > 1 or len(tables[0]) <= FEW_ROWS
        else tables[0]
        for texts, tables in found.items()
    }


def _recognised(header: Header, rows: list[list[str]], lexicon: Lexicon, known: KnownHeading) -> list[Column]:
    positions = _positions(header, rows)
    headings = (*header.headings, *[replace(header.headings[0], words="", group="")] * (max(positions) + 1))
    cells = list(zip(*rows, strict=True) if len(set(map(len, rows))) == 1 else zip_longest(*rows, fillvalue=""))
    texts_of = lambda position: cells[position] if position < len(cells) else ()  # noqa: E731
    columns = recognise_columns(headings[: max(positions) + 1], positions, texts_of, lexicon, known)
    return with_grid(of_installations(columns), texts_of, lexicon)


def _table(sheet: Sheet, header: Header, last: int, columns: list[Column], lexicon: Lexicon, legend: Legend) -> Table:
    is_section = lambda text: bool(  # noqa: E731
        lexicon.label("status", text) or places.key_of(text) in places.names() or epci_of(text)
    )
    title = title_above(sheet, header)
    tells = normal(title) not in PLAIN_TITLES and lexicon.exact_label("status", title)
    title = title if tells or year_told(title) else ""
    lines, left_out = LineReader(sheet, header, columns, last, title).split(is_section, legend.rows)
    return _with_colours(Table(sheet, header, columns, lines, left_out), legend)


def _positions(header: Header, rows: list[list[str]]) -> list[int]:
    """The table's columns: those with a heading, and those between them that hold something."""
    named = [column for column, heading in enumerate(header.headings) if heading.text]
    return [
        column
        for column in range(named[0], named[-1] + 1)
        if header.headings[column].text
        or (column not in header.beside and any(column < len(row) and row[column] for row in rows))
    ]


def of_installations(columns: list[Column]) -> list[Column]:
    """Of a list of moves alone, « Commune » is where they moved to."""
    fields = {column.field for column in columns}
    if "installation_date" not in fields or {"first_contact_date", "commune_code"} & fields:
        return columns
    return [replace(column, field=PLACE_OF_SETTLED.get(column.field, column.field)) for column in columns]


def _with_colours(table: Table, legend: Legend) -> Table:
    """A legend's colours say the status of lines that no column says; without a legend, only where no column is one."""
    marks = colours.line_marks(table.sheet, table.lines, [column.position for column in table.columns])
    if not marks:
        return table
    if legend.colours:
        said = {mark: legend.colours.get(mark) or legend.colours.get(colours.name_of(mark)) for mark in marks.values()}
        return replace(table, statuses={line: said[mark] for line, mark in marks.items() if said[mark]})
    if "status" in table.fields:  # a line struck through, of which it says nothing
        said = dict(zip([line.number for line in table.lines], table.texts("status"), strict=True))
        marks = {line: mark for line, mark in marks.items() if colours.is_struck(mark) and not said[line]}
    guessed = colours.guessed_meanings(marks, len(table.lines))
    statuses = {line: guessed[mark] for line, mark in marks.items() if mark in guessed}
    return replace(table, statuses=statuses, marks_guessed=guessed)


def is_sure(table: Table) -> bool:
    """Whether nothing of the table is to be confirmed."""
    return not table.marks_guessed and all(column.certainty != Certainty.LIKELY for column in table.columns)
