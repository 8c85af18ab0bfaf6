import pandas as pd
import pytest

from etl.geography.tables import (
    check_bassins,
    commune_rows,
    departement_rows,
    epci_rows,
    former_commune_rows,
    nearby_commune_rows,
    town_name_rows,
)


def commune(code: str, name: str, departement: str, **more) -> dict:
    return {"type": "commune-actuelle", "code": code, "nom": name, "departement": departement, **more}


def member(code: str, population: int) -> dict:
    return {"code": code, "populationMunicipale": population}


EPCIS = [
    {"code": "200000001", "membres": [member("46001", 300), member("12001", 20)]},
    {"code": "200000002", "membres": [member("12002", 9)]},
]
COMMUNES = [
    commune("46001", "Albas-le-Neuf", "46", codesPostaux=["46150", "46140"], anciensCodes=["46002"], population=999),
    commune("12001", "Balaguier", "12", codesPostaux=["12260"]),
    commune("12002", "Loin", "12", codesPostaux=["12000"], anciensCodes=["12003"]),
    {"type": "commune-deleguee", "code": "46001", "nom": "Albas", "chefLieu": "46001"},
    {"type": "commune-deleguee", "code": "12004", "nom": "Ailleurs", "chefLieu": "12002"},
]
ADDED = [{"former_code": "46002", "former_name": "Fondue", "commune_code": "46001"}]


@pytest.fixture
def communes() -> pd.DataFrame:
    return commune_rows(EPCIS, COMMUNES, "46")


def test_an_epci_that_touches_the_departement_brings_all_its_communes(communes):
    expected = pd.DataFrame(
        [
            ["12001", "Balaguier", "12", "200000001", 20, "12260"],
            ["46001", "Albas-le-Neuf", "46", "200000001", 300, "46140 46150"],
        ],
        columns=["commune_code", "commune_name", "departement_code", "epci_code", "population_count", "postal_codes"],
    )
    pd.testing.assert_frame_equal(communes, expected)


def test_an_epci_is_counted_whole_and_in_the_departement(communes):
    names = pd.DataFrame(
        {"code": ["200000002", "200000001"], "nom": ["Autre", "Communauté de communes Une"], "type": ["CA", "CC"]}
    )
    expected = pd.DataFrame(
        [["200000001", "Communauté de communes Une", "Une", "CC", 320, 300, 2, 1]],
        columns=[
            "epci_code",
            "epci_name",
            "short_name",
            "nature",
            "population_count",
            "lot_population_count",
            "communes_count",
            "lot_communes_count",
        ],
    )
    pd.testing.assert_frame_equal(epci_rows(communes, names, {"200000001": "Une"}, "46"), expected)


def test_former_communes_of_our_communes_only_added_ones_included(communes):
    expected = pd.DataFrame(
        [["46001", "Albas", "46001"], ["46002", "Fondue", "46001"]],
        columns=["former_code", "former_name", "commune_code"],
    )
    pd.testing.assert_frame_equal(former_commune_rows(COMMUNES, communes, ADDED), expected)


def test_a_former_code_without_a_name_stops_the_build(communes):
    with pytest.raises(ValueError, match="46002"):
        former_commune_rows(COMMUNES, communes, [])


def test_a_former_commune_named_twice_stops_the_build(communes):
    with pytest.raises(ValueError, match="twice"):
        former_commune_rows(COMMUNES, communes, [*ADDED, *ADDED])


@pytest.mark.parametrize(
    ("codes", "told"), [([], "46001"), (["46001", "46001"], "twice"), (["46001", "46009"], "46009")]
)
def test_the_table_of_bassins_must_fit_the_communes(communes, codes, told):
    check_bassins(pd.DataFrame({"commune_code": ["46001"]}), communes, "46")
    with pytest.raises(ValueError, match=told):
        check_bassins(pd.DataFrame({"commune_code": codes}, dtype=str), communes, "46")


def test_departements_have_their_region_and_the_collectivities_beyond_are_none():
    departements = [
        {"code": "974", "nom": "La Réunion", "region": "04", "zone": "drom"},
        {"code": "46", "nom": "Lot", "region": "76", "zone": "metro"},
        {"code": "988", "nom": "Nouvelle-Calédonie", "region": "988", "zone": "com"},
    ]
    regions = [{"code": "76", "nom": "Occitanie"}, {"code": "04", "nom": "La Réunion"}]
    expected = pd.DataFrame(
        [["46", "Lot", "Occitanie"], ["974", "La Réunion", "La Réunion"]],
        columns=["departement_code", "departement_name", "region_name"],
    )
    pd.testing.assert_frame_equal(departement_rows(departements, regions), expected)


def test_towns_are_large_or_seats_of_a_departement():
    records = [
        commune("46001", "Grande", "46", population=5000),
        commune("46003", "Petite", "46", population=4999),
        commune("09122", "Foix", "09", population=9),
        commune("46031", "Celles", "46"),
        commune("98818", "Nouméa", "988", population=90000),
        {"type": "commune-deleguee", "code": "46009", "nom": "Ancienne", "chefLieu": "46001", "population": 9999},
    ]
    expected = pd.DataFrame(
        [["09122", "Foix", "09"], ["46001", "Grande", "46"]],
        columns=["commune_code", "commune_name", "departement_code"],
    )
    departements = [
        {"code": "09", "chefLieu": "09122", "zone": "metro"},
        {"code": "46", "chefLieu": "46042", "zone": "metro"},
        {"code": "988", "chefLieu": "98818", "zone": "com"},
    ]
    pd.testing.assert_frame_equal(town_name_rows(records, departements, 5000), expected)


def test_nearby_communes_are_of_those_departements_and_not_ours(communes):
    records = [
        *COMMUNES,
        commune("12009", "Près", "12", codesPostaux=["12001", "12000"]),
        commune("75056", "Paris", "75"),
    ]
    expected = pd.DataFrame(
        [["12002", "Loin", "12", "12000"], ["12009", "Près", "12", "12000 12001"]],
        columns=["commune_code", "commune_name", "departement_code", "postal_codes"],
    )
    pd.testing.assert_frame_equal(nearby_commune_rows(records, communes, ["12"]), expected)
