"""Every kind of hostile or broken file ends in households or in a refusal that says what to do."""

import pytest

from tests.etl.hostile import compound_kinds, ods_kinds, part_kinds, sheet_kinds, text_kinds, zip_kinds
from tests.etl.hostile.ends import end_of
from tests.etl.hostile.making import ROWS

pytestmark = pytest.mark.whole

TABLES = (zip_kinds, part_kinds, sheet_kinds, ods_kinds, compound_kinds, text_kinds)
KINDS = {name: kind for table in TABLES for name, kind in table.KINDS.items()}


@pytest.mark.parametrize("name", KINDS)
def test_a_hostile_file_ends_in_rows_or_in_a_coded_refusal(name, tmp_path):
    kind = KINDS[name]
    path = tmp_path / f"Grand Cahors{kind.suffix}"
    path.write_bytes(kind.make())
    end = end_of(path)
    assert (end.outcome, end.accepted) == (kind.outcome, kind.accepted if kind.outcome == ROWS else 0)
    if kind.outcome != ROWS:
        assert end.sentence[0].isupper() and end.sentence[-1] == "." and "{" not in end.sentence


def test_no_kind_stands_in_two_tables():
    assert len(KINDS) == sum(len(table.KINDS) for table in TABLES)
