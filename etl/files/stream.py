"""What the child process says of a file, message after message, and how its parent puts it together as it comes.

{"rows": text} are further rows of a sheet, {"sheet": its facts} ends it, {"again": true} takes back all that was said,
{"refused": code, "place": cell} or {"is_1904", "is_looked_at"} is the last. Rows go as one text for many: it passes
between processes much faster than many short ones.
"""

from collections.abc import Iterable, Iterator
from itertools import islice

from etl.files.unreadable import Unreadable

ROW_END, CELL_END = "\x1e", "\x1f"  # what ASCII keeps for this: no spreadsheet shows them
ROWS_IN_A_TEXT = 1_000


def as_line(cells: list[str]) -> str:
    """A row, told apart from others and into cells by marks that are taken out of these."""
    line = CELL_END.join(cells)
    if ROW_END in line or line.count(CELL_END) >= len(cells) > 0:
        return CELL_END.join([cell.replace(ROW_END, " ").replace(CELL_END, " ") for cell in cells])
    return line


def row_messages(lines: Iterable[str]) -> Iterator[dict]:
    """The rows of a sheet, given as lines."""
    coming = iter(lines)
    while some := list(islice(coming, ROWS_IN_A_TEXT)):
        yield {"rows": ROW_END.join(some)}


def gathered(messages: Iterable[dict]) -> dict:
    """{"sheets": one item per worksheet, its "rows" among its facts, "longest_cell" in letters, "is_1904",
    "is_looked_at"}. Raises Unreadable.

    A row without cells has one that is empty. Cells that say the same are one object: what reads columns then looks at
    few places of the memory.
    """
    sheets: list[dict] = []
    rows: list[list[str]] = []
    met: dict[str, str] = {}
    for said in messages:
        if "rows" in said:
            cells = (line.split(CELL_END) for line in said["rows"].split(ROW_END))
            rows += [list(map(met.setdefault, row, row)) for row in cells]
        elif "sheet" in said:
            sheets.append(said["sheet"] | {"rows": rows})
            rows = []
        elif "again" in said:
            sheets, rows = [], []
        elif "refused" in said:
            raise Unreadable(said["refused"], said["place"])
        else:
            return {"sheets": sheets, "longest_cell": max(map(len, met), default=0), **said}
    raise Unreadable("reader_ended")
