import pandas as pd
import pytest

from etl.labour.sheets import DataSheet
from etl.labour.vintage import doubt_fap, doubt_year, survey_year
from etl.problems import RefusedFile
from programme.jobs import fap_version


def sheet_with(*header, name="données"):
    return DataSheet(name, [list(header)], 0, {"survey_year": 0, "fap_code": 1})


@pytest.mark.parametrize(
    ("header", "years", "file_name", "expected"),
    [
        (["annee", "metier", "BE21"], [2020.0, "2020", 2020], "BMO_2019.xlsx", 2020),
        (["annee", "metier", "BE21", "NOMBE21"], ["", None], "BMO_2021.xlsx", 2021),
        (["annee", "metier", "BE"], [], "Base_open_data_BMO_2019.xlsx", 2019),
        (["annee", "metier", "BE"], [], "ResMetBE17.xlsx", 2017),
        (["annee", "metier", "BE"], [], "dossier 2016/Base_open_data_23 (1).xlsx", 2023),
        (["annee", "metier", "BE15", "NOMBE"], [0], "lot_46", 2015),
        (["annee", "metier", "BE18"], [], "export du 2025-03-01.xlsx", 2018),
    ],
)
def test_the_year_is_the_column_s_else_what_the_header_and_the_names_say(header, years, file_name, expected):
    assert survey_year(sheet_with(*header), years, file_name) == expected


@pytest.mark.parametrize(
    ("header", "years", "file_name", "seen"),
    [
        (["annee", "metier", "BE"], [], "bmo_46.xlsx", "année lue : aucune"),
        (["annee", "metier", "BE14"], [], "bmo.xlsx", "année lue : 2014"),
    ],
)
def test_a_year_that_cannot_be_told_is_refused_with_what_was_seen(header, years, file_name, seen):
    with pytest.raises(RefusedFile) as refused:
        survey_year(sheet_with(*header), years, file_name)
    assert refused.value.problem.code == "year_unknown"
    assert "la colonne « annee »" in refused.value.problem.message
    assert seen in refused.value.problem.message


def test_the_sheet_s_name_tells_the_year_too():
    assert survey_year(sheet_with("metier", "BE", name="ResMetBe16"), [], "enquête.xlsx") == 2016


@pytest.mark.parametrize(
    ("header", "name", "file_name", "seen"),
    [
        (["metier", "BE21"], "données", "BMO_2019.xlsx", "2021 dans le titre du bassin, 2019 dans le nom du fichier"),
        (["metier", "BE"], "BMO_2022", "BMO_2019.xlsx", "2022 dans le nom de la feuille, 2019 dans le nom du fichier"),
    ],
)
def test_years_that_disagree_are_refused_with_where_each_was_seen(header, name, file_name, seen):
    with pytest.raises(RefusedFile) as refused:
        survey_year(sheet_with(*header, name=name), [], file_name)
    assert refused.value.problem.code == "years_disagree"
    assert seen in refused.value.problem.message


@pytest.mark.parametrize(
    ("file_name", "expected"),
    [("BMO_2024.xlsx", []), ("enquête.xlsx", []), ("BMO 2023 et 2024.xlsx", []), ("BMO_2023.xlsx", ["year_doubt"])],
)
def test_a_file_name_of_another_year_is_to_confirm(file_name, expected):
    assert [problem.code for problem in doubt_year(2024, file_name)] == expected


def test_years_mixed_in_a_sheet_are_refused():
    with pytest.raises(RefusedFile) as refused:
        survey_year(sheet_with("annee", "metier"), [2020, "2019"], "bmo.xlsx")
    assert (refused.value.problem.code, refused.value.problem.column) == ("several_years", "annee")
    assert "2019, 2020" in refused.value.problem.message


@pytest.mark.parametrize(
    ("codes", "year", "doubts"),
    [
        (["S2Z61", "G0A40"], 2023, 0),
        (["S2X61", "G0A40"], 2024, 0),
        (["S2X61", "S1X40"], 2023, 1),
        (["S2Z61"], 2024, 1),
        ([], 2024, 0),
    ],
)
def test_codes_of_the_other_list_are_told(codes, year, doubts):
    problems = doubt_fap(pd.Series(codes, dtype="str"), fap_version(year), sheet_with("annee", "metier"))
    assert [problem.code for problem in problems] == ["fap_doubt"] * doubts
