"""The fictional files are small, the same each time, and read as the published ones are."""

from pathlib import Path

import pytest

from etl.conditions.demo import write_conditions
from etl.conditions.reader import read_conditions
from etl.conditions.tables import indicators
from etl.workbook import read_workbook
from programme.settings import DEMO

pytestmark = pytest.mark.whole

COMMITTED = DEMO / "conditions"
LARGEST = 60_000


@pytest.fixture(scope="module")
def paths(tmp_path_factory) -> list[Path]:
    return write_conditions(tmp_path_factory.mktemp("conditions"))


def test_the_same_bytes_are_written_each_time_and_are_those_committed(paths, tmp_path):
    written = {path.name: path.read_bytes() for path in paths}
    assert {path.name: path.read_bytes() for path in write_conditions(tmp_path)} == written
    assert {path.name for path in COMMITTED.iterdir()} == set(written)
    texts = [name for name in written if name.endswith(".csv")]
    assert [(COMMITTED / name).read_bytes() for name in texts] == [written[name] for name in texts]


def test_the_files_are_small_and_say_that_they_are_fictional(paths):
    assert len(paths) == len(list(COMMITTED.iterdir()))
    assert [path.name for path in paths if "FICTIF" not in path.name or path.stat().st_size >= LARGEST] == []


def test_every_file_is_read_without_a_fault_and_almost_every_indicator_is_told(paths):
    told = set()
    for path in paths:
        sheets = {sheet.name: sheet.rows for sheet in read_workbook(path).sheets}
        reading = read_conditions(sheets, path.name)
        assert (reading.problems, reading.rejected) == ([], 0)
        assert reading.rows["commune_code"].nunique() > 300 or "lovac" in path.name
        assert reading.rows["condition_year"].between(2019, 2021).all()
        told |= set(reading.rows["indicator"])
    untold = {"loyer_appartement_t1_t2", "loyer_appartement_t3", "loyer_maison", "locaux_30m"}
    assert told == set(indicators()) - untold
