"""What the cells of an .xls show besides their values, by xlrd, in the terms of xlsx_looks."""

import io
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import xlrd

from etl.files.xlsx_styles import WHITE

SOLID = 1
MOST_COLUMNS = 1000


def read_looks(path: Path) -> tuple[dict[str, dict], bool]:
    """By sheet's name: hidden_rows, hidden_columns, marks, unvalued (cells that hold an error); whether days count from
    1904.

    Empty where xlrd does not open what calamine opened: the values are worth more than their colours.
    """
    try:
        with xlrd.open_workbook(
            path, logfile=io.StringIO(), formatting_info=True, on_demand=True, ragged_rows=True
        ) as book:
            marked = _marked_styles(book)
            looks = {name: _look(book.sheet_by_name(name), marked) for name in book.sheet_names()}
            return looks, book.datemode == 1
    except MemoryError:
        raise
    except Exception:
        return {}, False


def _marked_styles(book: xlrd.Book) -> dict[int, str]:
    """Number of a cell style -> its mark, for the styles that colour or strike."""
    marked = {}
    for number, style in enumerate(book.xf_list):
        is_struck = book.font_list[style.font_index].struck_out
        mark = "+".join(filter(None, (_colour(book, style.background), "strike" if is_struck else "")))
        if mark:
            marked[number] = mark
    return marked


def _colour(book: xlrd.Book, background: xlrd.formatting.XFBackground) -> str:
    parts = book.colour_map.get(background.pattern_colour_index) if background.fill_pattern == SOLID else None
    colour = "".join(f"{part:02X}" for part in parts) if parts else ""
    return "" if colour in WHITE else colour


def _look(sheet: xlrd.sheet.Sheet, marked: dict[int, str]) -> dict:
    return {
        "hidden_rows": sorted(row for row, info in sheet.rowinfo_map.items() if info.hidden),
        "hidden_columns": sorted(column for column, info in sheet.colinfo_map.items() if _is_hidden(column, info)),
        "marks": list(_marks(sheet, marked)) if marked else [],
        "unvalued": list(_errors(sheet)),
    }


def _is_hidden(column: int, info: xlrd.sheet.Colinfo) -> bool:
    return bool(info.hidden) and column < MOST_COLUMNS


def _marks(sheet: xlrd.sheet.Sheet, marked: dict[int, str]) -> Iterator[list]:
    """Runs of neighbouring cells with the same mark."""
    for row in range(sheet.nrows):
        styles = (sheet.cell_xf_index(row, column) for column in range(sheet.row_len(row)))
        for mark, run in groupby(enumerate(map(marked.get, styles)), key=lambda cell: cell[1]):
            if mark:
                columns = [column for column, _ in run]
                yield [row, columns[0], columns[-1], mark]


def _errors(sheet: xlrd.sheet.Sheet) -> Iterator[list[int]]:
    for row in range(sheet.nrows):
        types = sheet.row_types(row)
        if xlrd.XL_CELL_ERROR in types:
            yield from ([row, column] for column, kind in enumerate(types) if kind == xlrd.XL_CELL_ERROR)
