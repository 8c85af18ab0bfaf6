"""A workbook that carries several EPCIs -> one workbook for each, with its own lines at their own places."""

from dataclasses import dataclass, field, replace

from etl.contacts.headers import may_be_headings
from etl.contacts.heading_words import meanings
from etl.contacts.labels import Lexicon
from etl.contacts.messages import place_words
from etl.contacts.spellings import epci_of
from etl.contacts.tables import Table, find_tables
from etl.contacts.understanding import Confirmed
from etl.problems import Problem
from etl.workbook import Workbook

TOP_ROWS, LONGEST_TITLE = 30, 80


@dataclass(frozen=True)
class Split:
    """(EPCI, its workbook) for each, in the order of their codes; the lines that name an EPCI that nobody knows."""

    parts: list[tuple[str, Workbook]] = field(default_factory=list)
    lost: list[Problem] = field(default_factory=list)


def split_by_epci(workbook: Workbook, confirmed: Confirmed) -> Split:
    """What the lines, or the names of the sheets, say of several EPCIs; no part for a file of one."""
    if not _may_be_several(workbook):
        return Split()
    tables = find_tables(workbook, Lexicon(confirmed=confirmed), lambda heading: confirmed.heading(None, heading)).found
    owners: dict[str, dict[int, str | None]] = {}
    for table in tables:
        owners.setdefault(table.sheet.name, {}).update(_owners_of_lines(table))
    codes = {code for lines in owners.values() for code in lines.values() if code}
    if len(codes) < 2:
        return Split()
    lost = [
        _lost(sheet.shown_name, line)
        for sheet in workbook.sheets
        for line, code in owners.get(sheet.name, {}).items()
        if code is None
    ]
    return Split([(code, _only(workbook, owners, code)) for code in sorted(codes)], lost)


def _may_be_several(workbook: Workbook) -> bool:
    named = {code for sheet in workbook.sheets if (code := epci_of(sheet.name))}
    lone = {"".join(row) for sheet in workbook.sheets for row in sheet.rows if row.count("") == len(row) - 1}
    titles = {code for title in lone if len(title) <= LONGEST_TITLE and (code := epci_of(title))}
    tops = (row for sheet in workbook.sheets for row in sheet.rows[:TOP_ROWS] if may_be_headings(row, is_top=True))
    headings = (cell for row in tops for cell in row if cell)
    return max(len(named), len(titles)) > 1 or any(
        found[0].field == "epci_code" for cell in headings if (found := meanings(cell))
    )


def _owners_of_lines(table: Table) -> dict[int, str | None]:
    """Line of the sheet -> EPCI, by its cell or the title above it: an empty cell goes with the line above, a name that
    nobody knows with nobody."""
    texts = table.texts("epci_code")
    sections = {line.section: epci_of(line.section) for line in table.lines}
    said = [epci_of(text) or sections[line.section] for text, line in zip(texts, table.lines, strict=True)]
    if not any(said):
        of_sheet = epci_of(table.sheet.name)
        return {line.number: of_sheet for line in table.lines} if of_sheet else {}
    owners: dict[int, str | None] = {}
    last = None
    for line, text, code in zip(table.lines, texts, said, strict=True):
        last = code if text or code else last
        owners[line.number] = last
    return owners


def _only(workbook: Workbook, owners: dict[str, dict[int, str | None]], code: str) -> Workbook:
    """The workbook without the lines of the others; sheets without any of this EPCI are left out."""
    sheets = []
    for sheet in workbook.sheets:
        lines = owners.get(sheet.name, {})
        if lines and code not in lines.values():
            continue
        others = {line for line, owner in lines.items() if owner != code}
        rows = [[] if position + 1 in others else row for position, row in enumerate(sheet.rows)]
        sheets.append(replace(sheet, rows=rows))
    return replace(workbook, sheets=sheets)


def _lost(sheet: str, line: int) -> Problem:
    return Problem("unknown_epci_line", sheet, line, "", f"{place_words(sheet, line)}{UNKNOWN_EPCI}")


UNKNOWN_EPCI = (
    "l'EPCI de cette ligne n'est pas reconnu, alors que le fichier en porte plusieurs : la ligne n'est pas prise. "
    "Écrivez le nom de l'EPCI ou son numéro SIREN."
)
