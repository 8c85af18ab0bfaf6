"""Layouts are known by their headings, whatever the file's name."""

import pytest

from etl.conditions.sheets import find_tables, recognises
from etl.conditions.tables import indicators, layout_titles, spellings
from etl.problems import RefusedFile

PRICES = ["INSEE_COM", "Nb_Ventes", "PrixMoyen_M2"]


def test_a_layout_is_found_under_its_titles_with_the_places_of_its_columns():
    (table,) = find_tables({"Feuille": [["Un titre"], [], ["x", *PRICES], ["", "46042", "3", "1200"]]})
    assert (table.layout, table.sheet, table.start) == ("ventes", "Feuille", 2)
    assert [(column.role, column.position) for column in table.columns] == [
        ("commune_code", 1),
        ("ventes", 2),
        ("observations", 2),
        ("prix_m2", 3),
    ]


def test_headings_bear_years_and_quarters():
    (table,) = find_tables({"": [["Code commune", "Champ", "T4 2017", "T1 2018"], ["46042", "", "1", "2"]]})
    assert [(column.year, column.quarter) for column in table.of("locaux_fibre")] == [(2017, 4), (2018, 1)]


@pytest.mark.parametrize(
    "heading",
    [
        ["Date de premier contact", "Statut", "Commune souhaitée", "Logement"],
        ["CODGEO", "DCRAN", "NBFLUX_C20_POP01P"],
        ["Dept", "BE24", "NOMBE24", "Code métier BMO", "met", "xmet", "smet"],
        ["Commune", "Année", "Arrivées"],
        ["INSEE_COM", "Nb_Ventes"],
    ],
)
def test_other_files_are_not_taken_for_public_data_by_commune(heading):
    assert not recognises({"": [heading, ["1"] * len(heading)]})


def test_the_same_data_by_epci_are_recognised_and_refused():
    sheets = {"": [["Siren EPCI", "Nom EPCI", "Logements", "Établissements"], ["200023737", "Grand Cahors", "1", "2"]]}
    assert recognises(sheets)
    with pytest.raises(RefusedFile) as refused:
        find_tables(sheets)
    assert refused.value.problem.code == "no_commune_code"


def test_two_layouts_in_one_workbook_are_refused():
    with pytest.raises(RefusedFile) as refused:
        find_tables({"a": [PRICES], "b": [["code_commune", "type_taxe", "taux"]]})
    assert refused.value.problem.code == "two_data_sheets"


def test_the_closed_tables_agree():
    roles = {spelling.role for known in spellings().values() for spelling in known}
    read = roles - {"commune_code", "marker", "observations", "year", "dated", "loyer"}
    rents = {code for code in indicators() if code.startswith("loyer")}
    assert read | rents == set(indicators())
    assert set(spellings()) == set(layout_titles())


@pytest.mark.parametrize("indicator", indicators().values(), ids=lambda indicator: indicator.indicator)
def test_an_indicator_says_all_that_is_asked(indicator):
    assert indicator.kind in ("count", "rate")
    assert indicator.direction in ("more", "less", "neither")
    assert indicator.merge in ("sum", "sum_known", "max", "mean", "mean_by_observations")
    assert all((indicator.title, indicator.unit, indicator.producer, indicator.licence, indicator.caveat))
