"""A new workbook with the values of one that is no .xlsx."""

import re
from datetime import date

from openpyxl import Workbook
from openpyxl.cell import Cell

from etl.returned.words import UNNAMED_SHEET

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:\.\d+)?")
WIDEST = 40


def copy_of_values(sheets: list[dict]) -> Workbook:
    """One sheet per item (name, rows of texts): days and numbers as such, all else as text, never as a formula."""
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
    return spreadsheet


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
