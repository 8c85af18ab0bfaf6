import json

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from charts.maps import map_layer

NB = "\u00a0"
CAHORS, FIGEAC, GOURDON = "46042", "46102", "46127"
GRAND_CAHORS, GRAND_FIGEAC = "200023737", "200067361"


def settled(**more) -> pd.DataFrame:
    return pd.DataFrame({"commune_code": [GOURDON, CAHORS, FIGEAC], "value": [3, 12, None]} | more)


def test_counts_are_circles_in_proportion_of_their_area():
    layer = map_layer(
        settled(), level="communes", kind="count", unit_label=("foyer installé", "foyers installés"), largest=12
    )
    assert layer.items == {
        GOURDON: (17.0, f"3{NB}foyers installés", ""),
        CAHORS: (34.0, f"12{NB}foyers installés", ""),
        FIGEAC: (-1, "pas de données", ""),
    }
    assert layer.absent == (0, "aucun foyer installé")
    assert layer.legend == [
        {"mark": "circle", "radius": 9.8, "label": "1"},
        {"mark": "circle", "radius": 17.0, "label": "3"},
        {"mark": "circle", "radius": 31.0, "label": "10"},
        {"mark": "zero", "label": "aucun"},
        {"mark": "missing", "label": "pas de données"},
    ]
    assert layer.title == "Foyers installés par commune"
    assert layer.summary == (
        f"Foyers installés par commune : 15{NB}foyers installés dans 2{NB}communes ; d'abord Cahors (12)."
    )


def test_the_table_has_the_largest_first_and_the_unknown_last():
    layer = map_layer(settled(), level="communes", kind="count", unit_label=("foyer", "foyers"))
    expected = pd.DataFrame(
        {
            "Commune": ["Cahors", "Gourdon", "Figeac"],
            "Foyers": [f"12{NB}foyers", f"3{NB}foyers", "pas de données"],
        }
    )
    assert_frame_equal(layer.rows, expected, check_dtype=False)


def test_small_numbers_rank_nobody():
    few = pd.DataFrame({"epci_code": [GRAND_CAHORS, GRAND_FIGEAC], "value": [4, 3]})
    layer = map_layer(few, level="epcis", kind="count", unit_label=("foyer", "foyers"))
    assert layer.summary == f"Foyers par EPCI : 7{NB}foyers dans 2{NB}EPCI."
    assert layer.items[GRAND_FIGEAC][1:] == (f"3{NB}foyers", "3")


def test_nothing_to_count_is_said():
    nobody = pd.DataFrame({"commune_code": [], "value": []})
    layer = map_layer(nobody, level="communes", kind="count", unit_label=("personne", "personnes"), feminine=True)
    assert layer.summary == "Personnes par commune : aucune personne."
    assert layer.legend == [{"mark": "zero", "label": "aucune"}]
    assert layer.rows.empty


def test_rates_are_shades_of_round_classes_with_zero_and_no_data_apart():
    rates = pd.DataFrame({"epci_code": [GRAND_CAHORS, GRAND_FIGEAC, "200039519"], "value": [0.0, 1.0, 3.2]})
    layer = map_layer(
        rates, level="epcis", kind="rate", unit_label="foyers pour 1 000 habitants", digits=1, breaks=[1, 2]
    )
    assert layer.items == {
        GRAND_CAHORS: (0, "0,0 foyers pour 1 000 habitants", "0,0"),
        GRAND_FIGEAC: (3, "1,0 foyers pour 1 000 habitants", "1,0"),
        "200039519": (5, "3,2 foyers pour 1 000 habitants", "3,2"),
    }
    assert layer.absent == (-1, "pas de données")
    assert layer.legend == [
        {"mark": "zero", "label": "0"},
        {"mark": "rate", "shade": 1, "label": "moins de 1,0"},
        {"mark": "rate", "shade": 3, "label": "1,0 à 2,0"},
        {"mark": "rate", "shade": 5, "label": "2,0 et plus"},
        {"mark": "missing", "label": "pas de données"},
    ]


def test_an_interval_is_told_as_one():
    shares = pd.DataFrame(
        {
            "bassin_code": ["7601", "7622", "7629"],
            "value": [0.42, 0.5, 0.61],
            "low": [0.4, 0.5, 0.6],
            "high": [0.44, 0.5, 0.63],
        }
    )
    layer = map_layer(
        shares, level="bassins", kind="rate", unit_label="de projets difficiles", is_share=True, breaks=[0.5, 0.6]
    )
    assert layer.items == {
        "7601": (1, f"40 à 44{NB}% de projets difficiles", f"40 à 44{NB}%"),
        "7622": (3, f"50{NB}% de projets difficiles", f"50{NB}%"),
        "7629": (5, f"60 à 63{NB}% de projets difficiles", f"60 à 63{NB}%"),
    }
    assert [entry["label"] for entry in layer.legend] == [f"moins de 50{NB}%", f"50 à 60{NB}%", f"60{NB}% et plus"]


def test_the_callers_words_are_kept():
    layer = map_layer(
        settled(words=["moins de 5", None, None]), level="communes", kind="count", unit_label=("foyer", "foyers")
    )
    assert [layer.items[code][1] for code in (GOURDON, CAHORS)] == ["moins de 5", f"12{NB}foyers"]


def test_each_epci_can_say_its_whole_figure():
    whole = pd.DataFrame({"epci_code": [GRAND_CAHORS], "value": [18]})
    layer = map_layer(settled(), level="communes", kind="count", unit_label=("foyer", "foyers"), by_epci=whole)
    assert layer.epci_words == {GRAND_CAHORS: f"18{NB}foyers"}


def test_a_territory_told_twice_is_refused():
    twice = pd.DataFrame({"commune_code": [CAHORS, CAHORS], "value": [1, 2]})
    with pytest.raises(ValueError, match="commune_code"):
        map_layer(twice, level="communes", kind="count", unit_label=("foyer", "foyers"))


def test_eighty_communes_travel_in_a_few_kilobytes():
    many = pd.DataFrame({"commune_code": [f"46{i:03}" for i in range(1, 81)], "value": [3] * 80})
    layer = map_layer(many, level="communes", kind="count", unit_label=("foyer installé", "foyers installés"))
    assert len(json.dumps(layer.to_dict(), ensure_ascii=False, separators=(",", ":"))) < 5_000
