"""What an earlier annotated copy left in a workbook is taken away before it is annotated again."""

from copy import copy

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from etl.returned.words import FILL, PAGE, SAYS, TITLE

HER_FILLS = "F"  # the hidden column of our page: a cell's place, wearing the fill which ours replaced


def unmark(spreadsheet: Workbook) -> None:
    """Takes away our pages, our comments and our fills; hers are put back where they were."""
    pages = [sheet for sheet in spreadsheet.worksheets if sheet.title.startswith(PAGE) and sheet["A1"].value == TITLE]
    fills = {cell.value: copy(cell.fill) for page in pages for cell in page[HER_FILLS] if cell.value}
    for page in pages:
        spreadsheet.remove(page)
    for sheet in spreadsheet.worksheets if pages else ():
        for row in sheet.iter_rows():
            for cell in row:
                _unmark(cell, fills.get(f"{sheet.title}!{cell.coordinate}", PatternFill()))


def _unmark(cell: Cell, her_fill: PatternFill) -> None:
    if cell.fill.fgColor.rgb == FILL:
        cell.fill = her_fill
    if cell.comment and SAYS in cell.comment.text:
        said = cell.comment.text.partition(SAYS)[0].rstrip()
        cell.comment = Comment(said, cell.comment.author) if said else None
