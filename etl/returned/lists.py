"""Checks of a cell that refer to another sheet: openpyxl does not read them, and would take them away."""

import re
import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.datavalidation import DataValidation

from etl.files.xlsx_looks import sheet_paths

CHECK = re.compile(r"<x14:dataValidation\b([^>]*)>(.*?)</x14:dataValidation>", re.DOTALL)
ATTRIBUTE = re.compile(r"\b(\w+)=\"([^\"]*)\"")
FORMULA = re.compile(r"<x14:(formula[12])>\s*<xm:f>(.*?)</xm:f>", re.DOTALL)
CELLS = re.compile(r"<xm:sqref>(.*?)</xm:sqref>")
KEPT = {
    *("type", "operator", "errorStyle", "allowBlank", "showInputMessage", "showErrorMessage", "showDropDown"),
    *("promptTitle", "prompt", "errorTitle", "error"),
}


def restore_lists(path: Path, spreadsheet: Workbook) -> None:
    """Puts the lists and checks that stand in a sheet's extensions back, as plain ones."""
    with zipfile.ZipFile(path) as archive:
        for name, part in sheet_paths(archive):
            for check in _checks(archive.read(part)):
                if name in spreadsheet.sheetnames:
                    spreadsheet[name].add_data_validation(check)


def _checks(xml: bytes) -> Iterator[DataValidation]:
    extensions = xml[xml.rfind(b"<extLst") :].decode("utf-8", "replace") if b"<x14:dataValidation " in xml else ""
    for attributes, said in CHECK.findall(extensions):
        values = {name: unescape(value) for name, value in ATTRIBUTE.findall(attributes) if name in KEPT}
        formulas = {name: unescape(formula) for name, formula in FORMULA.findall(said)}
        for cells in CELLS.findall(said)[:1]:
            yield DataValidation(sqref=cells, **values, **formulas)
