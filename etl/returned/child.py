"""`python -m etl.returned.child FILE OUT MEGABYTES SECONDS` writes the annotated copy; stdin says what to write."""

import json
import resource
import sys
import zipfile
from pathlib import Path

from openpyxl import Workbook, load_workbook

from etl.returned.lists import restore_lists
from etl.returned.marks import mark_cells
from etl.returned.values import copy_of_values
from etl.returned.words import VALUES_ONLY


def annotate(path: Path, output: Path, said: dict) -> None:
    """A copy of the workbook itself, formats kept; of its values where it is no .xlsx, and it is said."""
    spreadsheet = _opened(path)
    if spreadsheet is None:
        spreadsheet = copy_of_values(said["sheets"])
        said["page"]["sentences"].append(VALUES_ONLY)
    mark_cells(spreadsheet, said["page"])
    spreadsheet.save(output)


def _opened(path: Path) -> Workbook | None:
    if not zipfile.is_zipfile(path):
        return None
    with zipfile.ZipFile(path) as archive:
        if "xl/workbook.xml" not in archive.namelist():
            return None
    spreadsheet = load_workbook(path, rich_text=True)
    restore_lists(path, spreadsheet)
    return spreadsheet


def main(path: str, output: str, megabytes: str, seconds: str) -> None:
    bytes_limit = int(megabytes) * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (bytes_limit, bytes_limit))
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds)))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    annotate(Path(path), Path(output), json.load(sys.stdin))


if __name__ == "__main__":
    main(*sys.argv[1:])
