"""Sheets written to a file as an office suite would: .xlsx, .ods, or .csv in cp1252."""

import csv
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from etl.demo.ods import write_ods
from etl.demo.packing import save
from etl.demo.sheets import Book, Sheet

AUTHOR = "Oh My Lot (données fictives)"


def write_book(path: Path, book: Book) -> None:
    WRITERS[path.suffix](path, book)


def write_xlsx(path: Path, book: Book) -> None:
    workbook = Workbook()
    workbook.remove(workbook.active)
    workbook.properties.creator = workbook.properties.lastModifiedBy = AUTHOR
    workbook.properties.title = path.stem
    for sheet in book.sheets:
        _fill(workbook.create_sheet(sheet.name), sheet, book.habit.date_format)
    save(workbook, path)


def _fill(worksheet: Worksheet, sheet: Sheet, date_format: str) -> None:
    for number, row in enumerate(sheet.rows, start=1):
        for column, value in enumerate(row, start=1):
            if value is None:
                continue
            cell = worksheet.cell(number, column, value)
            if isinstance(value, date):
                cell.number_format = date_format
            if number <= sheet.header_row + 1:
                cell.font = Font(bold=True)
                cell.alignment = Alignment(wrap_text=number > sheet.header_row, vertical="top")
    worksheet.freeze_panes = f"A{sheet.header_row + 2}"
    for column, heading in enumerate(sheet.rows[sheet.header_row], start=1):
        worksheet.column_dimensions[get_column_letter(column)].width = max(11, min(26, len(heading) + 2))


def write_csv(path: Path, book: Book) -> None:
    with path.open("w", encoding="cp1252", newline="") as file:
        for sheet in book.sheets:
            csv.writer(file, delimiter=";", lineterminator="\r\n").writerows(
                [["" if value is None else value for value in row] for row in sheet.rows]
            )


WRITERS: dict[str, Callable[[Path, Book], None]] = {
    ".xlsx": write_xlsx,
    ".ods": partial(write_ods, author=AUTHOR),
    ".csv": write_csv,
}
