"""What tests of public data share: a file read as it is received, and its facts."""

from collections.abc import Callable
from pathlib import Path

import pytest

from etl.conditions.reader import Reading, read_conditions
from etl.workbook import read_workbook
from programme.settings import ROOT

Read = Callable[..., Reading]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Writes bytes under a name and reads them as a received file."""

    def _read(content: bytes, name: str) -> Reading:
        path = tmp_path / name
        path.write_bytes(content)
        return read_conditions({sheet.name: sheet.rows for sheet in read_workbook(path).sheets}, name)

    return _read


@pytest.fixture
def facts(read: Read) -> Callable[..., list[tuple]]:
    """(commune, indicator, year, value, observations or None) of each row that is read."""

    def _facts(content: bytes, name: str) -> list[tuple]:
        rows = read(content, name).rows
        rows = rows.astype(object).where(rows.notna(), None)
        return [tuple(row) for row in rows.itertuples(index=False)]

    return _facts


@pytest.fixture(scope="session")
def opendata() -> Path:
    """The real files of public data, kept beside the project and not in it."""
    folder = ROOT.parent / "shared" / "opendata"
    if not folder.is_dir():
        pytest.skip("the files of public data are not beside the project")
    return folder
