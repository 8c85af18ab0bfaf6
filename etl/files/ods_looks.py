"""What the cells of an .ods show besides their values, in the terms of xlsx_looks."""

import zipfile
from xml.parsers import expat

from etl.files.room import MOST_MERGES
from etl.files.unreadable import Unreadable

MOST_AREA = 3_000_000
MOST_REPEATED = 1_000_000
CHUNK_BYTES = 256 * 1024


def read_looks(archive: zipfile.ZipFile) -> dict[str, dict]:
    """By sheet's name: hidden_rows, hidden_columns, marks, merges, unvalued (LibreOffice always saves results: none).

    Raises Unreadable where repeated cells would fill the memory, or where the content is no XML.
    """
    reader = _Reader()
    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    parser.CharacterDataHandler = reader.text
    try:
        with archive.open("content.xml") as content:
            while chunk := content.read(CHUNK_BYTES):
                parser.Parse(chunk)
        parser.Parse(b"", True)
    except expat.ExpatError:
        raise Unreadable("broken") from None
    return reader.looks


class _Reader:
    """Follows the rows and cells of content.xml, repeats included."""

    def __init__(self) -> None:
        self.looks: dict[str, dict] = {}
        self.styles: dict[str, list[str]] = {}
        self.style = ""
        self.row = self.column = self.repeat = self.rows_repeated = self.width = 0
        self.has_value = False
        self.pending: tuple[int, str] | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        handler = getattr(self, f"_start_{name.partition(':')[2].replace('-', '_')}", None)
        if handler:
            handler({key.partition(":")[2]: value for key, value in attributes.items()})

    def end(self, name: str) -> None:
        if name.endswith(":table-row"):
            self.row += self.rows_repeated
        elif name.endswith((":table-cell", ":covered-table-cell")):
            self._end_cell()

    def text(self, data: str) -> None:
        self.has_value = self.has_value or bool(data.strip())

    def _start_style(self, attributes: dict[str, str]) -> None:
        self.style = attributes.get("name", "")

    def _start_table_cell_properties(self, attributes: dict[str, str]) -> None:
        colour = attributes.get("background-color", "transparent").lstrip("#").upper()
        if self.style and colour not in ("TRANSPARENT", "FFFFFF"):
            self.styles.setdefault(self.style, []).insert(0, colour)

    def _start_text_properties(self, attributes: dict[str, str]) -> None:
        line = attributes.get("text-line-through-style", "none")
        if self.style and line != "none":
            self.styles.setdefault(self.style, []).append("strike")

    def _start_table(self, attributes: dict[str, str]) -> None:
        self.look = {"hidden_rows": [], "hidden_columns": [], "marks": [], "unvalued": [], "merges": []}
        self.looks[attributes.get("name", "")] = self.look
        self.row = self.column = self.width = 0

    def _start_table_column(self, attributes: dict[str, str]) -> None:
        count = _repeats(attributes, "number-columns-repeated")
        if attributes.get("visibility", "visible") != "visible":
            self.look["hidden_columns"] += range(self.column, min(self.column + count, 1000))
        self.column += count

    def _start_table_row(self, attributes: dict[str, str]) -> None:
        self.rows_repeated, self.column = _repeats(attributes, "number-rows-repeated"), 0
        if attributes.get("visibility", "visible") != "visible":
            self.look["hidden_rows"] += range(self.row, min(self.row + self.rows_repeated, self.row + 1000))

    def _start_table_cell(self, attributes: dict[str, str]) -> None:
        self.repeat = _repeats(attributes, "number-columns-repeated")
        self.has_value = any(key in attributes for key in ("value", "date-value", "string-value", "boolean-value"))
        mark = "+".join(self.styles.get(attributes.get("style-name", ""), ()))
        if mark and self.repeat < 1000 and self.rows_repeated < 1000:
            self.look["marks"].append([self.row, self.column, self.column + self.repeat - 1, mark])

        down, across = (_repeats(attributes, f"number-{lines}-spanned") - 1 for lines in ("rows", "columns"))
        if (down or across) and len(self.look["merges"]) < MOST_MERGES:
            self.look["merges"].append([self.row, self.column, self.row + down, self.column + across])

    _start_covered_table_cell = _start_table_cell

    def _end_cell(self) -> None:
        if self.has_value:
            self.width = max(self.width, self.column + self.repeat)
            if (self.row + self.rows_repeated) * self.width > MOST_AREA:
                raise Unreadable("far_cell")
        self.column += self.repeat
        self.has_value = False


def _repeats(attributes: dict[str, str], name: str) -> int:
    count = attributes.get(name, "1")
    if not count.isdigit() or len(count) > 12:
        raise Unreadable("broken")
    return max(1, int(count))
