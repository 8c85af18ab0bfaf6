"""The marks on a workbook: a fill and a comment on each cell to correct, and the first sheet that tells all of it."""

from copy import copy

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from etl.returned.unmarking import HER_FILLS, unmark
from etl.returned.values import write_text
from etl.returned.words import FILL, PAGE, SAYS

AUTHOR = "Oh My Lot"
HEADINGS = ("Feuille", "Ligne", "Cellule", "Ce qui est écrit", "Ce qu'il faut faire")
WIDTHS = (24, 8, 10, 28, 90)
Place = tuple[str, str]
OURS, WRAPPED = PatternFill("solid", fgColor=FILL), Alignment(vertical="top", wrap_text=True)
TO_CORRECT, TO_KNOW = "À corriger", "À savoir"
COMMENT_WIDTH, COMMENT_HEIGHT = 320, 140


def mark_cells(spreadsheet: Workbook, page: dict) -> None:
    """A fill and a comment on each cell that the page's notes name, and the first sheet, in place of an earlier one."""
    unmark(spreadsheet)
    places = [_place(spreadsheet, note) for note in page["notes"]]
    _write_page(spreadsheet, page, places)
    for note, place in zip(page["notes"], places, strict=True):
        if place and note["is_to_correct"]:
            _mark(spreadsheet[place[0]][place[1]], note["message"])


def _mark(cell: Cell, message: str) -> None:
    before, author = (f"{cell.comment.text}\n\n", cell.comment.author) if cell.comment else ("", AUTHOR)
    cell.fill = OURS
    cell.comment = Comment(f"{before}{SAYS}{message}", author, width=COMMENT_WIDTH, height=COMMENT_HEIGHT)


def _place(spreadsheet: Workbook, note: dict) -> Place | None:
    """The sheet's name and the address of the cell, or of the first filled one of the line."""
    sheet = next((sheet for sheet in spreadsheet.worksheets if sheet.title == note["sheet"]), None)
    if sheet is None:
        return None
    address = f"{note['column'] or _first_filled(sheet, note['row'])}{note['row']}"
    if isinstance(sheet[address], MergedCell):
        merged = next(area for area in sheet.merged_cells.ranges if address in area)
        address = merged.start_cell.coordinate
    return sheet.title, address


def _first_filled(sheet: Worksheet, row: int) -> str:
    filled = (cell.column for cell in sheet[row] if cell.value not in (None, ""))
    return get_column_letter(next(filled, 1))


def _write_page(spreadsheet: Workbook, page: dict, places: list[Place | None]) -> None:
    sheet = spreadsheet.create_sheet(PAGE, 0)
    spreadsheet.active = 0
    for other in spreadsheet.worksheets[1:]:
        other.sheet_view.tabSelected = False
    for letter, width in zip("ABCDE", WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    for row, sentence in enumerate(page["sentences"], start=1):
        write_text(sheet.cell(row, 1), sentence)
        sheet.cell(row, 1).font = Font(bold=row == 1, size=14 if row == 1 else 11)
    sheet.column_dimensions[HER_FILLS].hidden = True
    row = len(page["sentences"]) + 2
    for title, is_to_correct in ((TO_CORRECT, True), (TO_KNOW, False)):
        placed = zip(page["notes"], places, strict=True)
        notes = [(note, place) for note, place in placed if note["is_to_correct"] == is_to_correct]
        if notes:
            row = _write_notes(sheet, row, title, notes)


def _write_notes(sheet: Worksheet, row: int, title: str, notes: list[tuple[dict, Place | None]]) -> int:
    sheet.cell(row, 1, title).font = Font(bold=True, size=12)
    for column, heading in enumerate(HEADINGS, start=1):
        sheet.cell(row + 1, column, heading).font = Font(bold=True)
    for line, (note, place) in enumerate(notes, start=row + 2):
        address = place[1] if place and note["column"] else ""
        texts = (place[0] if place else "", str(note["row"] or ""), address, note["written"], note["message"])
        for column, text in enumerate(texts, start=1):
            cell = sheet.cell(line, column)
            write_text(cell, text)
            cell.alignment = WRAPPED
        if place:
            _keep_fill(sheet, line, place)
            sheet.cell(line, 3 if address else 2).hyperlink = f"#'{place[0].replace(chr(39), chr(39) * 2)}'!{place[1]}"
    return row + len(notes) + 3


def _keep_fill(page: Worksheet, row: int, place: Place) -> None:
    """Her own fill, for the day when ours is taken away; most cells have none."""
    fill = page.parent[place[0]][place[1]].fill
    if fill.fill_type:
        kept = page[f"{HER_FILLS}{row}"]
        write_text(kept, "!".join(place))
        kept.fill = copy(fill)
