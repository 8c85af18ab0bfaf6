"""What tests of reading share: the commands on a store of their own, and the demo's workbooks read once."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pandas as pd
import pytest
from sqlalchemy import Engine

from etl.__main__ import main
from etl.contacts.reader import Reading, read_contacts
from etl.workbook import read_workbook
from programme.settings import DEMO
from tests.etl.making import HEADINGS, write_xlsx

SUFFIXES = {".xlsx", ".ods", ".csv"}


@pytest.fixture
def store(empty_store: Engine, chosen: Callable) -> Iterator[Engine]:
    """An empty store, the one that commands use."""
    with chosen(store=empty_store):
        yield empty_store


@pytest.fixture
def book(tmp_path: Path) -> Callable[..., str]:
    """Writes a follow-up workbook of these lines: its path."""

    def write(*lines: list, name: str = "Grand Cahors.xlsx", title: str = "Suivi") -> str:
        return str(write_xlsx(tmp_path / name, {title: [HEADINGS, *lines]}))

    return write


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Runs a command: its exit code, what it wrote on stdout, and on stderr as one line."""

    def run(*arguments: str) -> tuple[int, str, str]:
        code = main(list(arguments))
        output = capsys.readouterr()
        return code, output.out, " ".join(output.err.split())

    return run


@pytest.fixture(scope="session")
def demo_files() -> list[Path]:
    """The ten EPCIs' workbooks."""
    return sorted(path for path in DEMO.iterdir() if path.suffix in SUFFIXES and not path.name.startswith("Programme"))


@pytest.fixture(scope="session")
def demo_readings(own_settings, demo_files: list[Path]) -> dict[str, Reading]:
    """What is read of each of them, by file name."""
    return {path.name: read_contacts(read_workbook(path)) for path in demo_files}


@pytest.fixture(scope="session")
def demo_households(demo_readings: dict[str, Reading]) -> pd.DataFrame:
    return pd.concat([reading.content.households for reading in demo_readings.values()], ignore_index=True)
