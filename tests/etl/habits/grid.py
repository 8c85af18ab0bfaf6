"""Sheets of cells with merges, colours, strikes and hidden lines, written in any format."""

import zipfile
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

import xlwt
from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.utils.datetime import CALENDAR_MAC_1904


@dataclass
class Grid:
    """One sheet. Merges are (first row, first column, last row, last column), rows and columns from 0."""

    name: str
    rows: list[list] = field(default_factory=list)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    fills: dict[tuple[int, int], str] = field(default_factory=dict)
    struck: set[tuple[int, int]] = field(default_factory=set)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    is_hidden: bool = False

    def fill_row(self, row: int, colour: str) -> None:
        self.fills |= {(row, column): colour for column, cell in enumerate(self.rows[row]) if cell not in (None, "")}


def write(path: Path, grids: list[Grid], *, is_1904: bool = False) -> Path:
    """Writes in the format that the extension names."""
    if path.suffix in (".xlsx", ".xlsm"):
        _write_xlsx(path, grids, is_1904)
    elif path.suffix == ".xls":
        _write_xls(path, grids, is_1904)
    elif path.suffix == ".ods":
        _write_ods(path, grids)
    return path


def write_text(path: Path, grid: Grid, *, encoding: str, delimiter: str) -> Path:
    lines = [delimiter.join(_quoted(_text(cell), delimiter) for cell in row) for row in grid.rows]
    path.write_bytes(("\r\n".join(lines) + "\r\n").encode(encoding))
    return path


def _text(cell: object) -> str:
    return "" if cell is None else f"{cell:%d/%m/%Y}" if isinstance(cell, date) else str(cell)


def _quoted(text: str, delimiter: str) -> str:
    return '"' + text.replace('"', '""') + '"' if delimiter in text or "\n" in text or '"' in text else text


def _write_xlsx(path: Path, grids: list[Grid], is_1904: bool) -> None:
    workbook = Workbook()
    workbook.remove(workbook.active)
    if is_1904:
        workbook.epoch = CALENDAR_MAC_1904
    for grid in grids:
        sheet = workbook.create_sheet(grid.name)
        sheet.sheet_state = "hidden" if grid.is_hidden else "visible"
        for row in grid.rows:
            sheet.append(row)
        for (row, column), colour in grid.fills.items():
            sheet.cell(row + 1, column + 1).fill = PatternFill("solid", fgColor=colour)
        for row, column in grid.struck:
            sheet.cell(row + 1, column + 1).font = Font(strike=True)
        for top, left, bottom, right in grid.merges:
            sheet.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)
        for row in grid.hidden_rows:
            sheet.row_dimensions[row + 1].hidden = True
        for column in grid.hidden_columns:
            sheet.column_dimensions[chr(65 + column)].hidden = True
    workbook.save(path)


def _write_xls(path: Path, grids: list[Grid], is_1904: bool) -> None:
    book = xlwt.Workbook(encoding="utf-8")
    book.dates_1904 = is_1904
    for grid in grids:
        sheet = book.add_sheet(grid.name)
        merged = {(top, left): (bottom, right) for top, left, bottom, right in grid.merges}
        for number, row in enumerate(grid.rows):
            for column, cell in enumerate(row):
                value = datetime(cell.year, cell.month, cell.day) if isinstance(cell, date) else cell
                style = [_xls_style(book, grid.fills.get((number, column)), isinstance(cell, date))]
                if (number, column) in merged:
                    sheet.write_merge(
                        number, merged[number, column][0], column, merged[number, column][1], value, *style
                    )
                elif cell not in (None, ""):
                    sheet.write(number, column, value, *style)
    book.save(str(path))


def _xls_style(book: xlwt.Workbook, colour: str | None, is_date: bool) -> xlwt.XFStyle:
    style = xlwt.XFStyle()
    style.num_format_str = "DD/MM/YYYY" if is_date else "General"
    if colour:
        index = OWN_COLOUR + int(colour, 16) % OWN_COLOURS
        book.set_colour_RGB(index, *bytes.fromhex(colour))
        style.pattern.pattern, style.pattern.pattern_fore_colour = xlwt.Pattern.SOLID_PATTERN, index
    return style


OWN_COLOUR, OWN_COLOURS = 0x20, 16
URN = "urn:oasis:names:tc:opendocument:xmlns"
ODS_HEAD = (
    f'<office:document-content xmlns:office="{URN}:office:1.0" xmlns:table="{URN}:table:1.0" '
    f'xmlns:text="{URN}:text:1.0" xmlns:style="{URN}:style:1.0" xmlns:fo="{URN}:xsl-fo-compatible:1.0">'
)


def _write_ods(path: Path, grids: list[Grid]) -> None:
    colours = sorted({colour for grid in grids for colour in grid.fills.values()})
    styles = "".join(
        f'<style:style style:name="c{colour}" style:family="table-cell">'
        f'<style:table-cell-properties fo:background-color="#{colour.lower()}"/></style:style>'
        for colour in colours
    )
    body = "".join(map(_ods_table, grids))
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", f'<manifest:manifest xmlns:manifest="{URN}:manifest:1.0"/>')
        archive.writestr(
            "content.xml",
            f"{ODS_HEAD}<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet>"
            f"{body}</office:spreadsheet></office:body></office:document-content>",
        )


def _ods_table(grid: Grid) -> str:
    lines, spans = "", {(top, left): bottom - top + 1 for top, left, bottom, _ in grid.merges}
    for number, row in enumerate(grid.rows):
        cells = "".join(
            _ods_cell(cell, grid.fills.get((number, column)), spans.get((number, column), 1))
            for column, cell in enumerate(row)
        )
        hidden = ' table:visibility="filter"' if number in grid.hidden_rows else ""
        lines += f"<table:table-row{hidden}>{cells or '<table:table-cell/>'}</table:table-row>"
    return f'<table:table table:name="{grid.name}">{lines}</table:table>'


def _ods_cell(cell: object, colour: str | None, span: int) -> str:
    style = f' table:style-name="c{colour}"' if colour else ""
    style += f' table:number-rows-spanned="{span}"' if span > 1 else ""
    if cell in (None, ""):
        return f"<table:table-cell{style}/>"
    kind, shown = "string", cell
    if isinstance(cell, date):
        kind, shown = f'date" office:date-value="{cell}', f"{cell:%d/%m/%Y}"
    elif isinstance(cell, int):
        kind = f'float" office:value="{cell}'
    return f'<table:table-cell{style} office:value-type="{kind}"><text:p>{shown}</text:p></table:table-cell>'
