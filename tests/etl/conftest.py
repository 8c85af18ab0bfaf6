"""What tests of reading share: the demo's workbooks read once."""

from pathlib import Path

import pandas as pd
import pytest

from etl.contacts.reader import Reading, read_contacts
from etl.workbook import read_workbook
from programme.settings import DEMO

SUFFIXES = {".xlsx", ".ods", ".csv"}


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
