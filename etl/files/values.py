"""Cells as texts, by python-calamine."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

from python_calamine import CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from etl.files.room import MOST_MERGES, MOST_SHEETS, Room
from etl.files.unreadable import Unreadable


def read_values(path: Path | BinaryIO) -> list[dict]:
    """One item per worksheet: name, is_hidden, rows of texts from line 1 and column A on, merged ranges."""
    try:
        # Never by its path: its extension would then tell the format.
        with path.open("rb") if isinstance(path, Path) else path as content:
            return list(_sheets(CalamineWorkbook.from_filelike(content)))
    except PasswordError:
        raise Unreadable("encrypted") from None
    except (Unreadable, MemoryError):
        raise
    except BaseException:  # a panic of the reader is no Exception
        raise Unreadable("broken") from None


def _sheets(workbook: CalamineWorkbook) -> Iterator[dict]:
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
            "rows": [_texts(row, room) for row in opened.to_python(skip_empty_area=False)],
            "merges": [[*first, *last] for first, last in (opened.merged_cell_ranges or [])[:MOST_MERGES]],
        }


def _texts(row: list, room: Room) -> list[str]:
    texts = [value.strip() if value.__class__ is str else _text(value) for value in row]
    room.take_row(texts)
    return texts


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
