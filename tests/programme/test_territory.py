"""Communes, EPCIs and bassins as every layer reads them."""

import pytest

from programme import territory

LOT_MEMBERS = {
    "Causses et Vallée de la Dordogne": 77,
    "Grand-Figeac": 86,
    "Grand Cahors": 36,
    "Ouest Aveyron": 2,
    "Vallée du Lot et du Vignoble": 27,
    "Quercy-Bouriane": 20,
    "Pays de Lalbenque-Limogne": 23,
    "Quercy Blanc": 9,
    "Cazals-Salviac": 15,
    "Causse de Labastide-Murat": 17,
}


def test_345_communes_of_which_312_in_the_lot():
    departements = territory.communes()["departement_code"].value_counts().to_dict()
    assert departements == {territory.LOT: 312, "12": 33}


def test_ten_epcis_and_their_communes_in_the_lot():
    epcis = territory.epcis().set_index("short_name")
    assert epcis["lot_communes_count"].to_dict() == LOT_MEMBERS
    assert epcis["communes_count"].sum() == 345
    assert epcis["population_count"].is_monotonic_decreasing


def test_codes_are_text_and_names_are_read_by_them():
    assert territory.epci_names()["200067361"] == "Grand-Figeac"
    assert territory.commune_names()["46042"] == "Cahors"
    assert territory.communes().loc["12300", "commune_name"] == "Villefranche-de-Rouergue"
    assert territory.departement_names()["01"] == "Ain"
    assert territory.departement_names()["2A"] == "Corse-du-Sud"


def test_every_commune_of_the_lot_has_its_bassin():
    bassins = territory.bassins()
    assert sorted(bassins["bassin_name"].unique()) == ["Cahors", "Figeac", "Souillac"]
    lot = territory.communes().query("departement_code == @territory.LOT").index
    assert set(bassins.index) == set(lot)


def test_a_former_commune_has_its_present_code():
    former = territory.former_communes()
    assert former.loc["46014"].to_dict() == {"former_name": "Bagat-en-Quercy", "commune_code": "46263"}
    assert set(former["commune_code"]) <= set(territory.communes().index)


def test_populations_whole_and_within_the_lot():
    figeac = "200067361"
    assert (territory.population(figeac), territory.population(figeac, lot_only=True)) == (43_924, 36_924)
    assert (territory.population(), territory.population(lot_only=True)) == (209_282, 175_620)


def test_all_ten_are_partners_unless_the_setting_names_some(chosen):
    assert len(territory.partner_epcis()) == 10
    with chosen(partner_epcis="200067361"):
        assert territory.partner_epcis() == {"200067361"}
        assert territory.population() == 43_924


def test_a_partner_that_is_no_epci_of_the_lot_is_told(chosen):
    with chosen(partner_epcis="200067361, 200099999"), pytest.raises(ValueError, match="200099999 n'est pas le SIREN"):
        territory.partner_epcis()
