from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from etl.labour.bmo import KEPT_DEPARTEMENTS, read_survey
from etl.labour.demo import write_surveys

pytestmark = pytest.mark.whole

COMMITTED = Path(__file__).resolve().parents[3] / "data" / "demo" / "bmo"


@pytest.fixture(scope="module")
def paths(tmp_path_factory):
    return write_surveys(tmp_path_factory.mktemp("bmo"))


def sheets_of(path):
    workbook = CalamineWorkbook.from_path(path)
    return {name: workbook.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in workbook.sheet_names}


def test_the_same_bytes_are_written_each_time_and_are_those_committed(paths, tmp_path):
    again = write_surveys(tmp_path)

    assert [path.name for path in paths] == [f"Base_open_data_BMO_{year}_fictif.xlsx" for year in (2019, 2020, 2021)]
    assert [path.read_bytes() for path in again] == [path.read_bytes() for path in paths]
    assert [sheets_of(COMMITTED / path.name) for path in paths] == [sheets_of(path) for path in paths]


def test_the_surveys_are_small_and_say_that_they_are_fictional(paths):
    for path in paths:
        first_sheet = next(iter(sheets_of(path).values()))
        assert first_sheet[0][0].startswith("FICTIF")
        assert first_sheet[6][1] == "Variables "
        assert path.stat().st_size < 60_000


@pytest.mark.parametrize(("index", "year", "has_secrets"), [(0, 2019, False), (1, 2020, True), (2, 2021, True)])
def test_a_fictional_survey_is_read_as_a_published_one(paths, index, year, has_secrets):
    survey = read_survey(sheets_of(paths[index]), paths[index].name)

    assert (survey.survey_year, survey.fap_version, survey.problems) == (year, 2009, [])
    assert sorted(survey.rows["departement_code"].unique()) == list(KEPT_DEPARTEMENTS)
    lot = survey.rows[survey.rows["departement_code"] == "46"]
    assert sorted(lot["bassin_name"].unique()) == ["CAHORS", "FIGEAC", "SOUILLAC"]
    assert 4000 < lot["met"].sum() < 8000
    assert lot["met"].isna().any() == has_secrets
    assert lot.loc[lot["met"].isna(), ["xmet", "smet"]].isna().all(axis=None)
