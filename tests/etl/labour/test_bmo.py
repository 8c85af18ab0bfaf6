from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from python_calamine import CalamineWorkbook

from etl.labour.bmo import LABOUR_NEEDS_COLUMNS, NATIONAL_COLUMNS, read_survey

ROOT = Path(__file__).resolve().parents[3]
REAL_FILES = ROOT.parent / "shared" / "opendata" / "bmo"

HEADER_2024 = ["annee", "Code métier BMO", "Nom métier BMO", "Famille_met", "Lbl_fam_met", "REG", "NOM_REG", "Dept"]
HEADER_2024 += ["NomDept", "BE24", "NOMBE24", "met", "xmet", "smet"]

NAN = np.nan


def line(fap_code, departement, bassin, met, xmet, smet, year=2024.0):
    names = {"S2X61": "Serveurs de cafés restaurants", "V1X80": "Infirmiers"}
    bassin_name = {"7601": "CAHORS ", "7622.0": "FIGEAC"}.get(str(bassin), "TOULOUSE")
    job = [fap_code, names.get(fap_code, "Autre"), "V", "Vente, tourisme et services"]
    return [year, *job, "76", "Occitanie", departement, "Lot", bassin, bassin_name, met, xmet, smet]


def survey_of(*lines, header=HEADER_2024, file_name="Base_open_data_BMO_2024.xlsx"):
    sheets = {"Description": [["", "Variables"], ["", "met"]], "BMO_2024_open_data": [header, *lines]}
    return read_survey(sheets, file_name)


def real_survey(file_name):
    path = REAL_FILES / file_name
    if not path.exists():
        pytest.skip(f"the published survey {file_name} is not beside the project")
    workbook = CalamineWorkbook.from_path(path)
    cells = {name: workbook.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in workbook.sheet_names}
    return read_survey(cells, file_name)


def test_a_survey_is_one_row_per_bassin_and_job_with_secrets_as_bounds():
    survey = survey_of(
        line("V1X80", "46", 7622.0, "12", "*", "0"),
        line("S2X61", 46, "7601", 507, 7.0, "236,92"),
        line("S2X61", "46.0", 7622.0, "*", "*", "*"),
        line("S2X61", "31", 3101.0, "1 000", "500", "*"),
    )

    waiters = ("S2X61", "Serveurs de cafés restaurants", "V")
    secret = (NAN, 0.0, 4.0)
    expected = pd.DataFrame(
        [
            [2024, "46", "7601", "CAHORS", 2021, *waiters, *[507.0] * 3, *[7.0] * 3, *[236.92] * 3],
            [2024, "46", "7622", "FIGEAC", 2021, *waiters, NAN, 1.0, 4.0, *secret, *secret],
            [2024, "46", "7622", "FIGEAC", 2021, "V1X80", "Infirmiers", "V", *[12.0] * 3, *secret, *[0.0] * 3],
        ],
        columns=list(LABOUR_NEEDS_COLUMNS),
    )
    pd.testing.assert_frame_equal(survey.rows, expected)
    assert (survey.survey_year, survey.fap_version, survey.national) == (2024, 2021, None)
    assert (survey.read, survey.left_out, survey.rejected, survey.problems) == (4, 1, 0, [])


@pytest.mark.parametrize("mark", [" * ", "**", "nc", "N.C.", "nd", "Secret"])
def test_a_secret_has_other_marks_in_copies(mark):
    survey = survey_of(line("S2X61", "46", 7601.0, "12", mark, "5"))

    assert survey.rows[["met", "xmet_low", "xmet_high"]].to_numpy().tolist() == [[12.0, 0.0, 4.0]]
    assert survey.problems == []


def test_a_copy_that_lost_its_marks_has_secrets_where_it_is_empty():
    survey = survey_of(line("S2X61", "46", 7601.0, "", None, " "), line("V1X80", "46", 7601.0, "12", "", "5"))

    assert survey.rows[["met_low", "met_high", "xmet_high", "smet"]].fillna(-1).to_numpy().tolist() == [
        [1.0, 4.0, 4.0, -1.0],
        [12.0, 12.0, 4.0, 5.0],
    ]
    assert [problem.code for problem in survey.problems] == ["blank_secrets"]


def test_the_names_of_the_departements_do_without_their_codes():
    header = [{"Dept": "Département", "NomDept": "Champ"}.get(title, title) for title in HEADER_2024]
    survey = survey_of(line("S2X61", "LOT", 7601.0, "1\u202f204,5", "7", "5"), header=header)

    assert survey.rows[["departement_code", "met"]].to_numpy().tolist() == [["46", 1204.5]]


def test_a_secret_is_never_more_than_the_projects_of_its_row():
    survey = survey_of(line("S2X61", "46", 7601.0, 3, "*", "2"))

    assert survey.rows[["xmet_low", "xmet_high", "smet"]].to_numpy().tolist() == [[0.0, 3.0, 2.0]]


def test_secret_projects_make_the_whole_row_secret():
    survey = survey_of(line("S2X61", "46", 7601.0, "*", "3", "*"))

    assert survey.rows[["xmet_low", "xmet_high"]].to_numpy().tolist() == [[0.0, 4.0]]
    assert survey.rows[["met", "xmet", "smet"]].isna().all(axis=None)


@pytest.mark.parametrize(
    ("bad_line", "code", "column"),
    [
        (line("S2X61", "46", 7622.0, "douze", "*", "*"), "not_a_number", "met"),
        (line("S2X61", "46", 7622.0, "12", "", "*"), "not_a_number", "xmet"),
        (line("S2X61", "46", 7622.0, "12", "-1", "*"), "negative_number", "xmet"),
        (line("S2X61", "46", 7622.0, "12", "5", 13), "more_than_projects", "smet"),
        (line("S2X61", "Quercy", 7622.0, "12", "5", "5"), "bad_departement", "Dept"),
        (line("S2X61", "46", "", "12", "5", "5"), "empty_cell", "BE24"),
        (["Champ : France entière"], "not_a_row", "Code métier BMO"),
        (line("V1X80", "46", 7601.0, "12", "5", "5"), "repeated_row", "Code métier BMO"),
    ],
)
def test_a_bad_cell_costs_its_row_and_is_told_without_being_quoted(bad_line, code, column):
    survey = survey_of(line("V1X80", "46", 7601.0, "12", "5", "5"), [], bad_line)

    assert survey.rows["fap_code"].tolist() == ["V1X80"]
    (problem,) = survey.problems
    assert (problem.code, problem.sheet, problem.row, problem.column) == (code, "BMO_2024_open_data", 4, column)
    assert "douze" not in problem.message
    assert (survey.read, survey.rejected, survey.left_out) == (2, 1, 0)


def test_rows_that_contradict_one_another_are_all_left_aside():
    survey = survey_of(
        line("S2X61", "46", 7622.0, "12", "5", "5"),
        line("S2X61", "46", 7622.0, "13", "5", "5"),
        line("V1X80", "46", 7622.0, "13", "5", "5"),
    )

    assert survey.rows["fap_code"].tolist() == ["V1X80"]
    assert [(problem.code, problem.row) for problem in survey.problems] == [
        ("contradictory_rows", 2),
        ("contradictory_rows", 3),
    ]


def test_a_defect_found_everywhere_is_told_a_hundred_times_then_counted():
    survey = survey_of(
        line("V1X80", "46", 7601.0, "12", "5", "5"),
        *(line(f"S{number}", "46", 7622.0, "douze", "*", "*") for number in range(130)),
    )

    assert len(survey.problems) == 101
    assert survey.problems[-1].row is None
    assert "30 autres lignes" in survey.problems[-1].message
    assert survey.rejected == 130


def test_a_file_of_the_whole_country_gives_one_aggregate_per_job():
    departements = [f"{number:02d}" for number in range(1, 96) if number not in (20, 46)]
    survey = survey_of(
        line("S2X61", "46", 7601.0, "*", "*", "*"),
        line("V1X80", "46", 7601.0, "*", "*", "*"),
        *(line("S2X61", departement, 3101.0, "10", "*", "6") for departement in departements),
    )

    assert len(departements) == 93
    waiters = ("S2X61", "Serveurs de cafés restaurants", "V")
    expected = pd.DataFrame(
        [
            [2024, 2021, *waiters, 930.0, 931.0, 934.0, NAN, 0.0, 376.0, 558.0, 558.0, 562.0, 934.0, 934.0, 0.0, 376.0],
            [2024, 2021, "V1X80", "Infirmiers", "V", NAN, 1.0, 4.0, NAN, 0.0, 4.0, NAN, 0.0, 4.0, 4.0, 4.0, 0.0, 4.0],
        ],
        columns=list(NATIONAL_COLUMNS),
    )
    pd.testing.assert_frame_equal(survey.national, expected)
    assert survey.left_out == 93 - 6
    assert sorted(survey.rows["departement_code"].unique()) == ["12", "15", "19", "24", "46", "47", "82"]


def test_the_year_of_fap_2009_ends_in_2023():
    header = [title.replace("24", "23") for title in HEADER_2024]
    survey = survey_of(line("S2Z61", "46", 7601.0, "12", "5", "5", year="2023"), header=header)

    assert (survey.survey_year, survey.fap_version, survey.problems) == (2023, 2009, [])


def test_the_survey_of_2024_has_the_totals_of_the_lot():
    survey = real_survey("Base_open_data_BMO_2024.xlsx")
    lot = survey.rows[survey.rows["departement_code"] == "46"]

    assert lot[["met", "met_low", "met_high", "xmet", "smet"]].sum().tolist() == [7758, 7868, 8198, 4397, 3976]
    assert lot.groupby("bassin_name")[["met", "xmet", "smet"]].sum().to_dict("index") == {
        "CAHORS": {"met": 3525, "xmet": 2004, "smet": 1810},
        "FIGEAC": {"met": 1586, "xmet": 942, "smet": 538},
        "SOUILLAC": {"met": 2647, "xmet": 1451, "smet": 1628},
    }
    jobs = lot.groupby("fap_code")["met"].sum()
    assert (jobs.idxmax(), jobs.max()) == ("S2X61", 792)
    assert (survey.read, len(survey.rows), survey.left_out, survey.problems) == (2400, 2400, 0, [])


def test_the_survey_of_2017_keeps_its_decimals():
    survey = real_survey("ResMetBE17.xlsx")
    lot = survey.rows[survey.rows["departement_code"] == "46"]

    assert lot[["met", "xmet", "smet"]].sum().round(2).tolist() == [5504.09, 2105.86, 3245.55]
    assert (survey.survey_year, survey.fap_version, len(survey.rows), survey.problems) == (2017, 2009, 1898, [])
