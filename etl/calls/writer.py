"""Families to call -> a workbook that the référent fills: references to her own files, no name."""

from pathlib import Path

import pandas as pd
from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.datavalidation import DataValidation

from etl.calls.words import ANSWERS, HEADINGS, SHEET
from programme import territory

TO_FILL = ("follow_up_date", "is_still_here")
TITLE = "Foyers à rappeler, {epci} : remplissez les deux dernières colonnes et renvoyez ce fichier tel quel."
WIDTHS = {"household_id": 36, "source_file": 44, "source_sheet": 22}


def write_calls(path: Path, calls: pd.DataFrame, epci_code: str) -> None:
    """Writes the rows of indicators.retention.calls_due of one EPCI."""
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = SHEET
    sheet.append([TITLE.format(epci=territory.epci_names()[epci_code])])
    sheet.append(list(HEADINGS.values()))
    mine = calls[calls["epci_code"] == epci_code]
    for row in mine.reindex(columns=list(HEADINGS)).astype(object).itertuples(index=False):
        sheet.append([_cell(value) for value in row])
    _dress(sheet, len(mine))
    workbook.save(path)


def _cell(value: object) -> object:
    """A value that Excel takes; a text that begins with « = » stays a text."""
    if pd.isna(value):
        return None
    if isinstance(value, pd.Timestamp):
        return value.date()
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@")) else value


def _dress(sheet, rows_count: int) -> None:
    choices = DataValidation("list", formula1=f'"{",".join(ANSWERS)}"', allow_blank=True)
    sheet.add_data_validation(choices)
    last = 2 + max(rows_count, 1)
    for position, name in enumerate(HEADINGS, start=1):
        letter = sheet.cell(2, position).column_letter
        sheet.column_dimensions[letter].width = WIDTHS.get(name, 16)
        sheet.cell(2, position).font = Font(bold=True)
        if name.endswith("_date"):
            for line in range(3, last + 1):
                sheet.cell(line, position).number_format = "DD/MM/YYYY"
        if name == "is_still_here":
            choices.add(f"{letter}3:{letter}{last}")
    sheet["A1"].font = Font(bold=True)
    sheet.freeze_panes = "A3"
