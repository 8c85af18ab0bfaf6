"""Every exported table says what it is first, and holds its rows, whatever they hold."""

import csv
import io
from datetime import date

import pandas as pd
import pytest
from openpyxl import load_workbook

import figures
from indicators.question import Question
from reports.tables import abouts, table_file

AS_OF = date(2022, 3, 31)
JOBS = pd.DataFrame(
    {
        "rank": [1, 2],
        "fap_code": ["S2Z61", "=cmd"],
        "fap_name": ["Serveurs", "=1+1"],
        "job_family": ["hotellerie_restauration", "services"],
        "met": [1200.0, float("nan")],
        "xmet_low": [10.5, 0.0],
        "difficult_share_low": [0.25, float("nan")],
        "unknown_column": [1, 2],
    }
)


@pytest.fixture
def demo(demo_store, monkeypatch):
    monkeypatch.setattr(figures, "_store", lambda: demo_store)


def lines_of(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_a_csv_begins_with_what_it_is():
    lines = lines_of(table_file("jobs_ranked", JOBS, AS_OF, "csv", is_demo=True))

    assert [line[0] for line in lines[:7]] == [
        *("# Tableau", "# Attention", "# Source", "# Année", "# Arrêté au", "# Licence", "# À savoir")
    ]
    assert lines[2][1] == "France Travail, enquête Besoins en main-d'œuvre (BMO)"
    assert lines[7:] == [
        [
            *("Rang", "Famille", "Code du métier (FAP)", "Métier", "Projets publiés"),
            *("Difficiles, au moins", "Part difficile, au moins"),
        ],
        ["1", "Hôtellerie-restauration", "S2Z61", "Serveurs", "1200", "10,5", "0,25"],
        ["2", "Services", "'=cmd", "'=1+1", "", "0", ""],
    ]


def test_a_workbook_has_a_sheet_to_read_first_and_no_live_formula():
    workbook = load_workbook(io.BytesIO(table_file("jobs_ranked", JOBS, AS_OF, "xlsx")))
    about, data = workbook.worksheets

    assert (about.title, data.title) == ("À lire", "Données")
    assert [row[0].value for row in about.iter_rows()] == [
        *("Tableau", "Source", "Année", "Arrêté au", "Licence", "À savoir")
    ]
    assert [cell.value for cell in data[2]] == [1, "Hôtellerie-restauration", "S2Z61", "Serveurs", 1200, 10.5, 0.25]
    assert (data["D3"].value, data["D3"].data_type) == ("=1+1", "s")
    assert data["G2"].number_format == "0%"


def test_the_years_are_those_of_the_rows():
    rows = pd.DataFrame({"survey_year": [2019, 2021, 2021], "job_family": ["", "", "industrie"], "met_low": [1, 2, 3]})
    assert lines_of(table_file("needs_by_year", rows, AS_OF, "csv"))[2] == ["# Année", "2019 et 2021"]
    assert lines_of(table_file("needs_by_year", rows, AS_OF, "csv"))[7][1] == "Toutes"


@pytest.mark.parametrize("name", abouts())
@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
def test_every_table_of_the_demo_can_be_exported(demo, name, file_format):
    rows = figures.study(name, Question(AS_OF))
    content = table_file(name, rows, AS_OF, file_format)

    assert len(content) > 300
    if file_format == "csv":
        assert len(lines_of(content)) == 6 + 1 + len(rows)


@pytest.mark.parametrize("name", abouts())
def test_every_column_of_a_study_is_named_or_left_out_on_purpose(demo, name):
    left_out = {"bassin_code", "fap_family_code", "rank"}
    about, rows = abouts()[name], figures.study(name, Question(AS_OF))

    assert set(rows.columns) - set(about.columns) <= left_out
    assert all((about.title, about.source, about.licence, about.caveat))


@pytest.mark.parametrize("name", ["jobs_ranked", "match", "to_hand_over", "short_trainings"])
def test_a_table_of_one_survey_says_its_year_first(demo, name):
    lines = lines_of(table_file(name, figures.study(name, Question(AS_OF)), AS_OF, "csv"))
    assert ["# Année", "2021"] in lines


def test_an_unknown_table_is_an_error():
    with pytest.raises(KeyError):
        table_file("households", JOBS, AS_OF, "csv")
