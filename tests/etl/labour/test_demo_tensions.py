"""The fictional tensions and the table of trainings of the demo, read as received files."""

from etl.labour.demo_tensions import FILE, OCCUPATIONS, write_tensions
from etl.labour.tensions import read_tensions
from etl.labour.trainings import read_trainings
from etl.workbook import read_workbook
from programme.settings import DEMO


def cells_of(path):
    return {sheet.name: sheet.rows for sheet in read_workbook(path).sheets}


def test_the_same_bytes_are_written_each_time_and_are_those_committed(tmp_path):
    assert write_tensions(tmp_path).read_bytes() == (DEMO / "travail" / FILE).read_bytes()


def test_the_fictional_tensions_are_read_as_published_ones_and_leave_gaps():
    found = read_tensions(cells_of(DEMO / "travail" / FILE), FILE)

    assert (found.rejected, found.left_out) == (0, 0)
    lot = found.rows[found.rows["bassin_code"].isin(["7601", "7622", "7629"])]
    assert 60 < len(lot) < 3 * len(OCCUPATIONS)
    assert set(lot["tension_score"]) == {1, 2, 3, 4, 5}


def test_every_training_of_the_table_is_taken_with_its_source():
    found = read_trainings(cells_of(DEMO / "travail" / "formations_courtes.csv"))

    assert (found.read, found.rejected) == (12, 0)
    assert found.rows["source"].notna().all()
    assert found.rows.groupby("training_name")["fap_version"].nunique().eq(2).all()
