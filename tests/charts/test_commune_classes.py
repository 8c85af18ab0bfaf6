"""Communes of a few families are not told apart: only classes are sent to the browser."""

import json

import pandas as pd
import pytest

from charts.commune_classes import class_of_five, class_words, commune_classes

BLANC = "200039519"
CASTELNAU, CEZAC = "46063", "46069"


def cells(**values: float) -> pd.DataFrame:
    return pd.DataFrame({"commune": [code.removeprefix("c") for code in values], "value": list(values.values())})


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (0, "moins de 5"),
        (4, "moins de 5"),
        (5, "5 à 9"),
        (9, "5 à 9"),
        (10, "10 à 14"),
        (19, "15 à 19"),
        (20, "20 et plus"),
        (300, "20 et plus"),
    ],
)
def test_a_count_is_told_in_a_class_of_five(value, told):
    assert class_words(class_of_five(value)) == told


def test_only_classes_are_sent_and_all_small_communes_are_alike():
    wishing = cells(c46063=7.0, c46069=4.0, c46042=40.0)
    classes = commune_classes(BLANC, wishing, cells(c46063=4.0, c46069=1.0))
    assert classes.items == {CASTELNAU: (7.0, "moins de 5 foyers installés, 5 à 9 en contact")}
    assert classes.absent == "moins de 5 foyers installés, moins de 5 en contact"
    assert CEZAC not in json.dumps(classes.to_dict())
    assert classes.legend == [{"radius": 0, "label": "moins de 5"}, {"radius": 7.0, "label": "5 à 9"}]


def test_the_table_and_the_summary_are_in_classes_too():
    classes = commune_classes(BLANC, cells(c46063=12.0), cells())
    assert classes.summary == (
        "Quercy Blanc, foyers en contact par commune souhaitée, en classes de cinq : Castelnau-Montratier (10 à 14) ; "
        "moins de 5 dans les autres."
    )
    rows = classes.rows.set_index("Commune")
    assert rows.loc["Castelnau-Montratier"].tolist() == ["moins de 5", "10 à 14"]
    assert set(rows["Foyers installés"]) == {"moins de 5"}
    assert len(rows) == 9


def test_the_title_names_where_ten_or_more_wish_to_live():
    assert commune_classes(BLANC, cells(c46063=12.0), cells()).heading == "D'abord : Castelnau-Montratier"
    assert commune_classes(BLANC, cells(c46063=9.0), cells()).heading == "Commune par commune"


def test_households_without_a_commune_are_in_none():
    nowhere = pd.DataFrame({"commune": [None], "value": [30.0]})
    assert commune_classes(BLANC, nowhere, nowhere).items == {}
