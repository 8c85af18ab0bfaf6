"""The place's conditions on a map: round classes, yes and no, levels by their names, and what prices rest on."""

import pandas as pd
import pytest

from charts.conditions import SHOWN, condition_layer, offer_message, sales_note
from indicators.conditions import CONDITIONS

NB, THIN = "\u00a0", "\u202f"
CAHORS, FIGEAC, GOURDON = "46042", "46102", "46127"
GRAND_CAHORS = "200023737"
NAN = float("nan")


def cells(kind: str, *rows: tuple) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=[kind, "value", "denominator"])


def layer_of(figure: str, *rows: tuple, epci: float = 0.5):
    return condition_layer(figure, cells("commune", *rows), cells("epci", (GRAND_CAHORS, epci, NAN)))


def test_every_condition_has_its_words_and_only_those_with_a_better_side_a_verdict():
    assert set(SHOWN) == set(CONDITIONS)
    assert {figure for figure, shown in SHOWN.items() if shown.worse} == {
        figure for figure, condition in CONDITIONS.items() if condition.better != "neither"
    }


def test_a_share_is_shaded_in_classes_that_stay_the_same():
    layer = layer_of("L5", (CAHORS, 0.18, 1000), (FIGEAC, 0.95, 400), (GOURDON, 0.0, 300))
    assert layer.breaks == [0.2, 0.4, 0.6, 0.8]
    assert {code: (shade, words) for code, (shade, words, _) in layer.items.items()} == {
        CAHORS: (1, f"18{NB}% des locaux"),
        FIGEAC: (5, f"95{NB}% des locaux"),
        GOURDON: (0, f"0{NB}% des locaux"),
    }
    assert (layer.kind, layer.absent) == ("rate", (-1, "pas de données"))
    assert [entry["mark"] for entry in layer.legend] == ["zero", "rate", "rate", "rate", "rate", "rate", "missing"]
    assert layer.epci_words == {GRAND_CAHORS: f"50{NB}% des locaux"}


def test_a_commune_without_a_value_is_no_data():
    layer = layer_of("L5", (CAHORS, NAN, 8))
    assert layer.items[CAHORS] == (-1, "pas de données", "")


def test_a_price_says_on_how_many_sales_it_rests():
    layer = layer_of("L2", (CAHORS, 1453.0, 175), (FIGEAC, 900.0, 1), epci=1400)
    assert layer.items[CAHORS][1] == f"1{THIN}453 €/m² (175{NB}ventes)"
    assert layer.items[FIGEAC][1] == f"900 €/m² (1{NB}vente)"
    assert layer.legend_title == "Prix de vente, €/m²"
    assert sales_note("L2", cells("commune", (CAHORS, 1453.0, 175), (FIGEAC, 900.0, 1))) == (
        "1 commune a moins de 5 ventes dans l'année : leur prix est un hasard."
    )
    assert sales_note("L5", cells("commune", (CAHORS, 0.5, 2))) == ""


def test_a_programme_is_yes_or_no_and_a_share_of_inhabitants_by_epci():
    layer = layer_of("L7P", (CAHORS, 0.0, NAN), (FIGEAC, 1.0, NAN), epci=0.47)
    assert {code: words for code, (_, words, _) in layer.items.items()} == {CAHORS: "non", FIGEAC: "oui"}
    assert [(entry["mark"], entry["label"]) for entry in layer.legend] == [
        ("zero", "non"),
        ("rate", "oui"),
        ("missing", "pas de données"),
    ]
    assert layer.legend[1]["shade"] == layer.items[FIGEAC][0]
    assert layer.epci_words == {GRAND_CAHORS: f"47{NB}% des habitants"}
    assert layer.summary == f"Petites villes de demain : 1{NB}commune sur 2"


def test_levels_of_density_bear_their_names():
    layer = layer_of("L8", (CAHORS, 2.0, NAN), (FIGEAC, 6.0, NAN), epci=6)
    labels = [entry["label"] for entry in layer.legend if entry["mark"] == "rate"]
    assert labels[3] == "rural dispersé, 6"
    assert (layer.items[CAHORS][0], layer.items[FIGEAC][0]) == (1, 4)


@pytest.mark.parametrize(
    ("figure", "told"), [("L1", "8,3 €/m²"), ("L6", "2,4 consultations par habitant"), ("L5", f"48{NB}% des locaux")]
)
def test_a_number_with_its_words(figure, told):
    assert SHOWN[figure].whole({"L1": 8.27, "L6": 2.42, "L5": 0.483}[figure]) == told


@pytest.mark.parametrize(
    ("figure", "values", "told"),
    [
        ("L5", (0.34, 0.87, NAN), f"Fibre : de 34{NB}% à 87{NB}% des locaux selon l'EPCI"),
        ("L1", (7.0, 8.27), "Loyer d'un appartement : de 7,0 à 8,3 €/m² selon l'EPCI"),
        ("L6", (2.4, 2.4), "Accès aux généralistes : 2,4 consultations par habitant"),
        ("L7T", (0.0, 1.0), f"Territoires d'industrie : 1{NB}commune sur 2"),
    ],
)
def test_the_title_of_the_map_says_how_far_apart_the_epcis_are(figure, values, told):
    by_epci = cells("epci", *((str(rank), value, NAN) for rank, value in enumerate(values)))
    by_commune = cells("commune", (CAHORS, 1.0, NAN), (FIGEAC, 0.0, NAN), (GOURDON, NAN, NAN))
    assert offer_message(figure, by_commune, by_epci) == told


def test_the_heading_of_numbers_bears_their_unit():
    assert SHOWN["L5"].heading == "Fibre, part des locaux"
    assert SHOWN["L7T"].heading == "Territoires d'industrie, part des habitants"
    assert SHOWN["L2"].heading == "Prix de vente, €/m²"


def test_the_whole_of_a_programme_is_who_lives_there():
    assert SHOWN["L7A"].whole(0.2) == f"20{NB}% des habitants vivent dans une telle commune"
