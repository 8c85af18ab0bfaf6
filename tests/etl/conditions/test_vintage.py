"""Where the year is looked for, and in which order."""

import pytest

from etl.conditions.sheets import find_tables
from etl.conditions.vintage import cell_year, table_year
from etl.problems import RefusedFile

HEADINGS = ["CODGEO", "DENS7"]


def year(*titles: str, sheet: str = "", name: str = "grille.xlsx") -> int:
    (table,) = find_tables({sheet: [*([title] for title in titles), HEADINGS, ["46042", "3"]]})
    return table_year(table, name)


def test_the_title_tells_the_year_before_the_files_name():
    assert year("Grille de densité 2025", "Mise en ligne le 21/07/2026", name="copie_2027.xlsx") == 2025


def test_a_line_of_vintage_is_believed_before_any_other_title():
    assert year("Sources : 2021", "Millésime : 2023") == 2023


def test_the_sheets_name_tells_the_year_before_its_titles():
    assert year("Publié en 2026", sheet="APL 2024") == 2024


def test_the_files_name_is_the_last_resort():
    assert year(name="ngeo-anct-cog2023.csv") == 2023


@pytest.mark.parametrize("name", ["grille.xlsx", "grille_2020_2021.xlsx", "20241205-grille.xlsx", "grille_46.xlsx"])
def test_without_one_year_the_file_is_refused_with_what_to_do(name):
    with pytest.raises(RefusedFile) as refused:
        year(name=name)
    assert refused.value.problem.code == "year_unknown"
    assert "au nom du fichier" in refused.value.problem.message


@pytest.mark.parametrize(("text", "expected"), [("2024", 2024), ("2025-12-31", 2025), ("31/12/2025", 2025), ("", None)])
def test_the_year_of_a_cell(text, expected):
    assert cell_year(text) == expected
