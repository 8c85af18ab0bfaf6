"""The child process that opens one received file: `python -m etl.parse PATH` writes its cells as JSON on stdout.

A file may be broken on purpose; here it can only end this process, which holds no secret and bounds its own memory and
processor time. Every cell becomes text, dates ISO; a sheet's rows are written as one text (etl/files/rows.py).
"""

import gc
import json
import re
import resource
import sys
import zipfile
from pathlib import Path

from etl.files.archives import open_archive
from etl.files.compound import check_compound
from etl.files.kinds import ZIP, Kind, kind_of, kind_of_archive
from etl.files.rows import as_text
from etl.files.texts import read_text
from etl.files.unreadable import Unreadable

ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
STARTS = {"month": ("-01", 7), "year": ("-01-01", 4)}  # of what shows: how its first day ends, letters kept
NO_LOOK = {"hidden_rows": [], "hidden_columns": [], "marks": [], "unvalued": []}


def read_file(path: Path) -> dict:
    """{"sheets": one item per worksheet (name, is_hidden, rows, merges and its look), "is_1904", "is_looked_at"}.

    Looked at: its colours, strikes and hidden lines were, or it is of a format that has none. Raises Unreadable.
    """
    with path.open("rb") as content:
        head = content.read(len(ZIP))
    if head == ZIP:
        return _read_archive(path)
    content = path.read_bytes()
    if kind_of(content) == Kind.TEXT:
        sheet = {"name": "", "is_hidden": False, "rows": read_text(content), "merges": []}
        return {"sheets": [sheet | NO_LOOK], "is_1904": False, "is_looked_at": True}
    check_compound(content)
    return _read_compound(path)


def _read_compound(path: Path) -> dict:
    from etl.files.values import read_values
    from etl.files.xls_looks import read_looks

    sheets = read_values(path)  # first: it refuses what would fill the memory
    looks, is_1904 = read_looks(path)
    return _with_looks(sheets, looks, is_1904=is_1904)


def _read_archive(path: Path) -> dict:
    from etl.files import ods_looks, xlsx_looks
    from etl.files.mending import mended
    from etl.files.values import read_values

    with open_archive(path) as archive:
        kind = kind_of_archive(archive)
        is_1904 = kind == Kind.XLSX and xlsx_looks.is_1904(archive)
        read_looks = {Kind.XLSX: xlsx_looks.read_looks, Kind.ODS: ods_looks.read_looks}.get(kind, lambda _archive: {})
        looks = read_looks(archive)
    try:
        return _with_looks(read_values(path), looks, is_1904=is_1904)
    except Unreadable as reason:
        if reason.code != "broken":
            raise
    content = mended(path)
    with zipfile.ZipFile(content) as archive:
        looks = read_looks(archive)
    content.seek(0)
    return _with_looks(read_values(content), looks, is_1904=is_1904)


def _with_looks(sheets: list[dict], looks: dict[str, dict], *, is_1904: bool) -> dict:
    is_looked_at = all(sheet["name"] in looks for sheet in sheets)
    looked = [_with_cut_dates(sheet | looks.get(sheet["name"], NO_LOOK)) for sheet in sheets]
    return {"sheets": looked, "is_1904": is_1904, "is_looked_at": is_looked_at}


def _with_cut_dates(sheet: dict) -> dict:
    """A first of the month that shows as « mars-22 » was typed as a month: a person sees no day."""
    rows = sheet["rows"]
    for row, column, shown in sheet.pop("cut_dates", ()):
        text = rows[row][column] if row < len(rows) and column < len(rows[row]) else ""
        start, length = STARTS[shown]
        if ISO_DAY.fullmatch(text) and text.endswith(start):
            rows[row][column] = text[:length]
    return sheet


def answer(path: Path) -> dict:
    """What main writes: the file's cells, or {"refused": code, "place": cell}."""
    try:
        said = read_file(path)
        return said | {"sheets": [sheet | {"rows": as_text(sheet["rows"])} for sheet in said["sheets"]]}
    except Unreadable as reason:
        return {"refused": reason.code, "place": reason.place}
    except MemoryError:
        return {"refused": "too_much_memory", "place": ""}
    except Exception:
        return {"refused": "broken", "place": ""}


def main(path: str, megabytes: str, seconds: str) -> None:
    gc.disable()  # this process is short and makes no cycles
    bytes_limit = int(megabytes) * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (bytes_limit, bytes_limit))
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds)))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.stdout.write(json.dumps(answer(Path(path)), ensure_ascii=True))


if __name__ == "__main__":
    main(*sys.argv[1:])
