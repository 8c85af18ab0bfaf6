"""A new workbook with the values of one that is no .xlsx."""

import re
from datetime import date

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from etl.returned.words import UNNAMED_SHEET

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
COLOUR = re.compile(r"[0-9A-F]{6}")
NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:\.\d+)?")
WIDEST = 40


def copy_of_values(sheets: list[dict]) -> Workbook:
    """One sheet per item: days and numbers as such, all else as text, never as a formula; and the looks that may carry
    a meaning (merges, fills, strikes, what is hidden)."""
    spreadsheet = Workbook()
    spreadsheet.remove(spreadsheet.active)
    for said in sheets:
        sheet = spreadsheet.create_sheet(said["name"] or UNNAMED_SHEET)
        for row, texts in enumerate(said["rows"], start=1):
            for column, text in enumerate(texts, start=1):
                if text:
                    write(sheet.cell(row, column), text)
        for column in sheet.columns:
            longest = max((len(str(cell.value)) for cell in column if cell.value), default=0)
            sheet.column_dimensions[column[0].column_letter].width = min(max(longest + 2, 9), WIDEST)
        _dress(sheet, said)
    return spreadsheet


def _dress(sheet: Worksheet, said: dict) -> None:
    for row, first, last, mark in said["marks"]:
        colour = COLOUR.match(mark)
        for column in range(first, min(last, sheet.max_column) + 1):
            cell = sheet.cell(row + 1, column + 1)
            if colour:
                cell.fill = PatternFill("solid", fgColor=f"FF{colour[0]}")
            if mark.endswith("strike"):
                cell.font = Font(strike=True)
    for top, left, bottom, right in said["merges"]:
        sheet.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)
    for row in said["hidden_rows"]:
        sheet.row_dimensions[row + 1].hidden = True
    for column in said["hidden_columns"]:
        sheet.column_dimensions[get_column_letter(column + 1)].hidden = True
    sheet.sheet_state = "hidden" if said["is_hidden"] else "visible"


def write(cell: Cell, text: str) -> None:
    if DAY.fullmatch(text):
        cell.value, cell.number_format = date.fromisoformat(text), "DD/MM/YYYY"
    elif NUMBER.fullmatch(text):
        cell.value = float(text) if "." in text else int(text)
    else:
        write_text(cell, text)


def write_text(cell: Cell, text: str) -> None:
    """A text, even one that begins as a formula does."""
    cell.value = text
    cell.data_type = "s"
    cell.quotePrefix = text.startswith("=")
