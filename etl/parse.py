"""The child process that opens one received file: `python -m etl.parse PATH` writes a JSON message a line.

A file may be broken on purpose; here it can only end this process, which holds no secret and bounds its own memory and
processor time. Every cell becomes text, dates ISO.
"""

import gc
import json
import re
import resource
import sys
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from etl.files.archives import open_archive
from etl.files.compound import check_compound
from etl.files.kinds import ZIP, Kind, kind_of, kind_of_archive
from etl.files.stream import CELL_END, as_line, row_messages
from etl.files.texts import read_text
from etl.files.unreadable import Unreadable

ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
STARTS = {"month": ("-01", 7), "year": ("-01-01", 4)}  # of what shows: how its first day ends, letters kept
NO_LOOK = {"hidden_rows": [], "hidden_columns": [], "marks": [], "unvalued": []}


def read_file(path: Path) -> Iterator[dict]:
    """The messages of etl/files/stream.py of which no one refuses: each worksheet's rows, then name, is_hidden, merges
    and its look.

    Looked at: its colours, strikes and hidden lines were, or it is of a format that has none. Raises Unreadable.
    """
    with path.open("rb") as content:
        head = content.read(len(ZIP))
    if head == ZIP:
        return _read_archive(path)
    content = path.read_bytes()
    if kind_of(content) == Kind.TEXT:
        sheet = {"name": "", "is_hidden": False, "merges": [], "rows": map(as_line, read_text(content))}
        return _said([sheet], {"": NO_LOOK}, is_1904=False)
    check_compound(content)
    return _read_compound(path)


def _read_compound(path: Path) -> Iterator[dict]:
    from etl.files.values import read_values
    from etl.files.xls_looks import read_looks

    sheets = [sheet | {"rows": list(sheet["rows"])} for sheet in read_values(path)]
    looks, is_1904 = read_looks(path)  # last: the values' reader refuses what would fill the memory
    yield from _said(sheets, looks, is_1904=is_1904)


def _read_archive(path: Path) -> Iterator[dict]:
    from etl.files import ods_looks, xlsx_looks
    from etl.files.mending import mended
    from etl.files.values import read_values

    with open_archive(path) as archive:
        kind = kind_of_archive(archive)
        is_1904 = kind == Kind.XLSX and xlsx_looks.is_1904(archive)
        read_looks = {Kind.XLSX: xlsx_looks.read_looks, Kind.ODS: ods_looks.read_looks}.get(kind, lambda _archive: {})
        looks = read_looks(archive)
    try:
        yield from _said(read_values(path), looks, is_1904=is_1904)
    except Unreadable as reason:
        if reason.code != "broken":
            raise
    else:
        return
    yield {"again": True}
    content = mended(path)
    with zipfile.ZipFile(content) as archive:
        looks = read_looks(archive)
    content.seek(0)
    yield from _said(read_values(content), looks, is_1904=is_1904)


def _said(sheets: Iterable[dict], looks: dict[str, dict], *, is_1904: bool) -> Iterator[dict]:
    is_looked_at = True
    for sheet in sheets:
        is_looked_at = is_looked_at and sheet["name"] in looks
        looked = sheet | looks.get(sheet["name"], NO_LOOK)
        yield from row_messages(_with_cut_dates(looked.pop("rows"), looked.pop("cut_dates", ())))
        yield {"sheet": looked}
    yield {"is_1904": is_1904, "is_looked_at": is_looked_at}


def _with_cut_dates(lines: Iterable[str], cut_dates: Iterable[list]) -> Iterable[str]:
    """A first of the month that shows as « mars-22 » was typed as a month: a person sees no day."""
    by_row: dict[int, list] = {}
    for row, column, shown in cut_dates:
        by_row.setdefault(row, []).append((column, *STARTS[shown]))
    return (_cut(line, by_row[row]) if row in by_row else line for row, line in enumerate(lines)) if by_row else lines


def _cut(line: str, dates: list[tuple[int, str, int]]) -> str:
    cells = line.split(CELL_END)
    for column, start, length in dates:
        text = cells[column] if column < len(cells) else ""
        if ISO_DAY.fullmatch(text) and text.endswith(start):
            cells[column] = text[:length]
    return CELL_END.join(cells)


def answer(path: Path) -> Iterator[dict]:
    """What main writes: the file's messages, the last of which may be {"refused": code, "place": cell}."""
    try:
        yield from read_file(path)
    except Unreadable as reason:
        yield {"refused": reason.code, "place": reason.place}
    except MemoryError:
        yield {"refused": "too_much_memory", "place": ""}
    except Exception:
        yield {"refused": "broken", "place": ""}


def main(path: str, megabytes: str, seconds: str) -> None:
    gc.disable()  # this process is short and makes no cycles
    bytes_limit = int(megabytes) * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (bytes_limit, bytes_limit))
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds)))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for said in answer(Path(path)):
        print(json.dumps(said), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
