"""A workbook changed at random ends in rows or in a coded refusal, never otherwise."""

import pytest

from etl.workbook import REFUSALS
from tests.etl.hostile.ends import end_of
from tests.etl.hostile.making import ROWS
from tests.etl.hostile.mutations import mutated

pytestmark = pytest.mark.whole

BATCHES, IN_A_BATCH = 10, 30
SOURCES = 6  # the small workbooks and two of the demo's; all of them by `make bench`
CODES = {ROWS, "no_header", "unknown_epci", *REFUSALS}


@pytest.mark.parametrize("batch", range(BATCHES))
def test_a_mutated_file_ends_in_rows_or_in_a_coded_refusal(batch, tmp_path):
    for seed in range(batch * IN_A_BATCH, (batch + 1) * IN_A_BATCH):
        suffix, content = mutated(seed, SOURCES)
        path = tmp_path / f"Grand Cahors{suffix}"
        path.write_bytes(content)
        assert end_of(path).outcome in CODES, f"mutation {seed}"


def test_the_same_number_gives_the_same_mutation():
    assert mutated(7, SOURCES) == mutated(7, SOURCES) != mutated(8, SOURCES)
