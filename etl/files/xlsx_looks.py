"""What the cells of an .xlsx show besides their values: hidden lines, colours, strikes, formulas without a value."""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from itertools import groupby
from xml.etree import ElementTree

from etl.files.room import MOST_COLUMNS, MOST_SHEETS
from etl.files.unreadable import Unreadable
from etl.files.xlsx_styles import marked_styles, short_date_styles

ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*)>")
COLUMN = re.compile(rb"<(?:\w+:)?col\b([^>]*)/?>")
CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*?)(/?)>")
FORMULA = re.compile(
    rb"<(?:\w+:)?c\b([^>]*)>\s*<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)\s*(<(?:\w+:)?v\b[^>]*>[^<])?"
)
ERROR = re.compile(rb"<(?:\w+:)?c\b([^>]*\bt=[\"']e[\"'][^>]*)>")
REFERENCE = re.compile(rb"\br=[\"']([A-Z]{1,3})(\d{1,7})[\"']")
WIDE = re.compile(rb" r=[\"'][A-Z]{3}\d")  # a column past ZZ
MOST_ROWS, MOST_AREA = 200_000, 3_000_000
MOST_UNVALUED = 10_000


def read_looks(archive: zipfile.ZipFile) -> dict[str, dict]:
    """By sheet's name: hidden_rows, hidden_columns, marks ([row, first column, last column, mark]), unvalued cells, and
    cut_dates ([row, column, « month » or « year »]): the cells that show no day of their date.

    Rows and columns count from 0. A mark is a fill's colour (« FFFF00 »), « strike », or both with « + ».
    Raises Unreadable where a cell stands so far out that reading would fill the memory.
    """
    styles = _parsed(archive, "xl/styles.xml")
    marked, cut = marked_styles(styles), short_date_styles(styles)
    return {name: _look(archive.read(path), marked, cut) for name, path in sheet_paths(archive)}


def is_1904(archive: zipfile.ZipFile) -> bool:
    """Whether the workbook counts its days from 1904, as those begun on a Macintosh do."""
    properties = _parsed(archive, "xl/workbook.xml").find("{*}workbookPr")
    return properties is not None and properties.get("date1904", "0") in ("1", "true")


def sheet_paths(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """(name of a sheet, the archive's member that holds it), in the order of the workbook."""
    members = set(archive.namelist())
    workbook = _parsed(archive, "xl/workbook.xml")
    targets = {
        relation.get("Id"): relation.get("Target", "") for relation in _parsed(archive, "xl/_rels/workbook.xml.rels")
    }
    sheets = workbook.findall(".//{*}sheet")
    if len(sheets) > MOST_SHEETS:
        raise Unreadable("too_many_sheets")
    for sheet in sheets:
        relation = next((value for key, value in sheet.attrib.items() if key.endswith("}id")), "")
        target = targets.get(relation, "")
        path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
        if path in members:
            yield sheet.get("name", ""), path


def _parsed(archive: zipfile.ZipFile, name: str) -> ElementTree.Element:
    """A small part of the workbook; an empty one where it is missing or broken, which the values' reader will say."""
    try:
        return ElementTree.fromstring(archive.read(name))
    except (KeyError, ElementTree.ParseError, ValueError):
        return ElementTree.Element("none")


def _look(xml: bytes, marked: dict[bytes, str], cut: dict[bytes, str]) -> dict:
    _check_area(xml)
    has_hidden = b"hidden=" in xml
    return {
        "hidden_rows": sorted(_hidden_rows(xml)) if has_hidden else [],
        "hidden_columns": sorted(_hidden_columns(xml)) if has_hidden else [],
        "marks": _marks(xml, marked) if marked else [],
        "cut_dates": [list(placed) for placed in _placed(xml, cut)] if cut else [],
        "unvalued": sorted(_unvalued(xml))[:MOST_UNVALUED],
    }


def _prefix(xml: bytes) -> bytes:
    """« x: » where the sheet's elements are written <x:row>."""
    found = re.search(rb"<(\w+:)worksheet\b", xml[:2000])
    return found[1] if found else b""


def _attribute(attributes: bytes, name: bytes) -> bytes:
    found = re.search(rb"\b" + name + rb"=[\"']([^\"']*)", attributes)
    return found[1] if found else b""


def _place(attributes: bytes) -> tuple[int, int] | None:
    """« B5 » -> (4, 1)."""
    found = REFERENCE.search(attributes)
    if not found:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + letter - 64
    return int(found[2]) - 1, column - 1


def _check_area(xml: bytes) -> None:
    """Readers fill the rectangle from A1 to the farthest cell that holds something: it must stay within reason."""
    last = xml.rfind(b"<" + _prefix(xml) + b"row ")
    last_row = _attribute(xml[last : last + 500], b"r") if last >= 0 else b""
    is_tall = last_row.isdigit() and int(last_row) > MOST_ROWS
    if not is_tall and not WIDE.search(xml):
        return
    rows = columns = 0
    for found in CELL.finditer(xml):
        is_empty = found[2] or xml.startswith(b"</", found.end())
        place = None if is_empty else _place(found[1])
        if place:
            rows, columns = max(rows, place[0] + 1), max(columns, place[1] + 1)
            if rows * columns > MOST_AREA or columns > MOST_COLUMNS:
                raise Unreadable("far_cell", _attribute(found[1], b"r").decode())


def _hidden_rows(xml: bytes) -> Iterator[int]:
    for found in ROW.finditer(xml):
        if _attribute(found[1], b"hidden") in (b"1", b"true") and _attribute(found[1], b"r").isdigit():
            yield int(_attribute(found[1], b"r")) - 1


def _hidden_columns(xml: bytes) -> Iterator[int]:
    for found in COLUMN.finditer(xml[: xml.find(b"sheetData")]):
        first, last = _attribute(found[1], b"min"), _attribute(found[1], b"max")
        if _attribute(found[1], b"hidden") in (b"1", b"true") and first.isdigit() and last.isdigit():
            yield from range(int(first) - 1, min(int(last), 1000))


def _marks(xml: bytes, marked: dict[bytes, str]) -> list[list]:
    """Runs of neighbouring cells with the same mark."""
    placed = _placed(xml, marked)
    runs = []
    for (row, _, mark), run in groupby(
        enumerate(placed), key=lambda item: (item[1][0], item[1][1] - item[0], item[1][2])
    ):
        columns = [column for _, (_, column, _) in run]
        runs.append([row, columns[0], columns[-1], mark])
    return runs


def _placed(xml: bytes, said: dict[bytes, str]) -> list[tuple[int, int, str]]:
    """(row, column, what is said of its style) of each cell of these styles."""
    numbers = b"|".join(sorted(said, key=len, reverse=True))
    cells = re.compile(rb"<(?:\w+:)?c\b([^>]*?\bs=[\"'](" + numbers + rb")[\"'][^>]*)>")
    placed = [(_place(found[1]), said[found[2]]) for found in cells.finditer(xml)]
    return [(*place, what) for place, what in placed if place]


def _unvalued(xml: bytes) -> Iterator[tuple[int, int]]:
    """Formulas that were saved without their result, and cells that hold an error."""
    if re.search(b"<" + _prefix(xml) + b"f[ >]", xml):
        for found in FORMULA.finditer(xml):
            place = _place(found[1])
            if place and not found[2]:
                yield place
    if re.search(rb"t=[\"']e[\"']", xml):
        yield from filter(None, (_place(found[1]) for found in ERROR.finditer(xml)))
