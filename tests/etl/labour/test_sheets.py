import pytest

from etl.labour.sheets import find_data_sheet, recognises
from etl.problems import RefusedFile

HEADER = ["annee", "BE17", "NOMBE17", "Famille_metier", "code métier BMO ", "nom_metier BMO", "Dept", "met"]
HEADER += ["xmet", "smet"]
LINE = ["2017", "7301", "CAHORS", "V", "S2Z61", "Serveurs", "46", "12", "5", "5"]
DESCRIPTION = [["", "Variables "], *(["", title] for title in HEADER)]


def refusal(sheets):
    with pytest.raises(RefusedFile) as refused:
        find_data_sheet(sheets)
    return refused.value.problem


def test_the_data_sheet_is_the_one_with_the_columns_wherever_it_is():
    sheet = find_data_sheet({"données": [[], ["Enquête"], HEADER, LINE], "Description des variables ": DESCRIPTION})

    assert (sheet.name, sheet.header_index, sheet.columns["fap_code"]) == ("données", 2, 4)
    assert sheet.title("fap_code") == "code métier BMO"


def test_two_data_sheets_are_refused_by_name():
    problem = refusal({"2016": [HEADER, LINE], "2017": [HEADER, LINE]})

    assert problem.code == "two_data_sheets"
    assert "« 2016 », « 2017 »" in problem.message


def test_a_second_sheet_with_the_titles_alone_is_no_data_sheet():
    assert find_data_sheet({"modèle": [HEADER], "2017": [HEADER, LINE]}).name == "2017"


def test_a_missing_column_is_named_and_the_titles_seen_too():
    problem = refusal({"Description": DESCRIPTION, "2017": [HEADER[:-2], LINE]})

    assert (problem.code, problem.sheet) == ("missing_columns", "2017")
    assert "projets jugés difficiles (xmet), projets saisonniers (smet) ; titres lus : annee, BE17" in problem.message


def test_a_workbook_of_something_else_is_refused_without_quoting_it():
    problem = refusal({"Foyers": [["Nom", "Dept"], ["Durand", "46"]], "Vide": []})

    assert problem.code == "no_data_sheet"
    assert "« Foyers », « Vide »" in problem.message
    assert "Durand" not in problem.message


def test_a_sheet_with_titles_alone_is_refused():
    assert refusal({"2017": [HEADER, ["", None]]}).code == "no_rows"


def test_two_columns_of_the_same_role_are_refused():
    problem = refusal({"2017": [[*HEADER, "BE16"], [*LINE, "7301"]]})

    assert problem.code == "two_columns"
    assert "« BE17 », « BE16 »" in problem.message


@pytest.mark.parametrize(
    ("sheets", "expected"),
    [
        ({"Description": DESCRIPTION, "2017": [HEADER, LINE]}, True),
        ({"2017": [[title for title in HEADER if title != "met"], LINE]}, True),
        ({"Description": DESCRIPTION}, True),
        ({"Foyers": [["Nom", "Prénom", "Dept", "Métier", "Code métier", "annee"], ["", "", "46", "", "", ""]]}, False),
        ({"Vide": []}, False),
        ({}, False),
    ],
)
def test_a_survey_is_recognised_even_damaged(sheets, expected):
    assert recognises(sheets) is expected
