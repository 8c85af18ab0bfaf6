import pandas as pd

from charts.places import place

CAHORS, MONTAUBAN, VILLEFRANCHE = "46042", "82121", "12300"


def cells(*rows: tuple) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["commune", "value"]).astype({"commune": "str", "value": "float64"})


def test_what_the_map_draws_and_what_it_cannot_make_the_figure():
    asked = cells((CAHORS, 10), ("46102", 4), (VILLEFRANCHE, 2), (MONTAUBAN, 5), (None, 3))
    placed = place(asked)
    expected = pd.DataFrame({"commune_code": [CAHORS, "46102", VILLEFRANCHE], "value": [10.0, 4.0, 2.0]})
    pd.testing.assert_frame_equal(placed.values, expected, check_dtype=False)
    assert (placed.unlocated, placed.outside, placed.drawn_outside) == (3, 7, 2)
    in_the_lot = placed.values["value"].sum() - placed.drawn_outside
    assert in_the_lot + placed.outside + placed.unlocated == asked["value"].sum()
    assert placed.note == "Non localisés : 3 · hors du Lot : 7, dont 2 dans des communes voisines de la carte"


def test_a_figure_all_in_the_lot_says_so():
    assert place(cells((CAHORS, 10))).note == "Non localisés : 0 · hors du Lot : 0"


def test_nothing_is_nowhere():
    placed = place(cells())
    assert placed.note == "Non localisés : 0 · hors du Lot : 0"
    assert placed.values.to_dict("list") == {"commune_code": [], "value": []}
