"""The import of the demo's ten workbooks, beside what calamine alone takes to read their cells."""

import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from python_calamine import CalamineWorkbook

from etl.pipeline import Choices, import_file
from programme.settings import DEMO
from store.engine import open_store
from tests.bench.ratio import Ratio, compare

RECEIVED = Choices(received_date=date(2022, 3, 31), accepts_proposals=True)


def measures() -> Iterator[Ratio]:
    files = sorted(path for path in DEMO.iterdir() if path.suffix in {".xlsx", ".ods", ".csv"})
    workbooks = [path for path in files if path.suffix != ".csv"]
    with tempfile.TemporaryDirectory() as folder:
        yield compare(
            "import of the demo's workbooks, child processes included",
            lambda: import_all(files, Path(folder)),
            "calamine reading their cells",
            lambda: [read_cells(path) for path in workbooks],
        )


def import_all(files: list[Path], folder: Path) -> None:
    store = open_store(f"sqlite:///{folder / f'{len(list(folder.iterdir()))}.sqlite'}")
    for path in files:
        import_file(store, path, RECEIVED)


def read_cells(path: Path) -> list:
    workbook = CalamineWorkbook.from_path(path)
    return [workbook.get_sheet_by_name(name).to_python() for name in workbook.sheet_names]
