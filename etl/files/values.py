"""Cells as texts, by python-calamine."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

from python_calamine import CalamineSheet, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from etl.files.room import MOST_MERGES, MOST_SHEETS, Room
from etl.files.stream import as_line
from etl.files.unreadable import Unreadable


def read_values(path: Path | BinaryIO) -> Iterator[dict]:
    """One item per worksheet: name, is_hidden, merged ranges, and rows as lines, from line 1 and column A on.

    Its rows are to be taken before the next item. Raises Unreadable, from the rows too.
    """
    # Never by its path: its extension would then tell the format.
    with path.open("rb") if isinstance(path, Path) else path as content:
        yield from _read(_sheets(content))


def _read(items: Iterator) -> Iterator:
    try:
        yield from items
    except PasswordError:
        raise Unreadable("encrypted") from None
    except (Unreadable, MemoryError, GeneratorExit):
        raise
    except BaseException:  # a panic of the reader is no Exception
        raise Unreadable("broken") from None


def _sheets(content: BinaryIO) -> Iterator[dict]:
    workbook = CalamineWorkbook.from_filelike(content)
    if len(workbook.sheet_names) > MOST_SHEETS:
        raise Unreadable("too_many_sheets")
    room = Room()
    for sheet in workbook.sheets_metadata:
        if sheet.typ != SheetTypeEnum.WorkSheet:
            continue
        opened = workbook.get_sheet_by_name(sheet.name)
        room.take_sheet(opened.total_height, opened.total_width)
        yield {
            "name": sheet.name,
            "is_hidden": sheet.visible != SheetVisibleEnum.Visible,
            "merges": [[*first, *last] for first, last in (opened.merged_cell_ranges or [])[:MOST_MERGES]],
            "rows": _read(_lines(opened, room)),
        }


def _lines(sheet: CalamineSheet, room: Room) -> Iterator[str]:
    before = [""] * (sheet.start[1] if sheet.start else 0)
    for row in sheet.iter_rows():
        line = as_line([*before, *[value.strip() if value.__class__ is str else _text(value) for value in row]])
        room.take_letters(len(line))
        yield line


@lru_cache(maxsize=50_000, typed=True)
def _text(value: object) -> str:
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ")
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value) if isinstance(value, int | timedelta) else ""
