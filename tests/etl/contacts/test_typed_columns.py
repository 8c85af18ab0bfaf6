"""One column of texts at a time."""

from datetime import date

import pytest

from etl.contacts.labels import Lexicon
from etl.contacts.typed_columns import MOST_REFUSED, type_column


def test_a_column_is_typed_and_says_which_cells_are_refused():
    column = type_column("children_count", ["2", "", "plusieurs", "2", "nc"], Lexicon())
    assert column.values == [2, None, None, 2, None]
    assert column.refused == {2: "unknown_number"}


@pytest.mark.parametrize(
    "text", ["", "  ", "NC", "n.c.", "Non renseigné", "néant", "-", "inconnu", "sans objet", "à compléter"]
)
def test_words_that_say_nothing_are_missing(text):
    assert type_column("status", [text], Lexicon()).values == [None]


def test_an_occupation_is_its_code_or_asked():
    typed_ones = type_column(
        "occupation_code", ["infirmière libérale", "retraitée", "maçon, taille de pierre", "xyzzy"], Lexicon()
    )
    assert typed_ones.values == ["infirmier", None, None, None]
    assert typed_ones.refused == {2: "doubtful_occupation:macon tailleur_de_pierre", 3: "unknown_occupation"}


def test_a_count_of_days_from_1904():
    texts = ["42857", "03/05/2021"]
    assert type_column("visit_date", texts, Lexicon(), is_1904=True).values == [(date(2021, 5, 3), "day")] * 2


@pytest.mark.parametrize("field", ["first_contact_date", "status", "children_count", "occupation_code", "needs"])
def test_a_page_of_text_is_no_value(field):
    assert type_column(field, ["9" * 5000], Lexicon()).refused == {0: "too_long_text"}


def test_of_a_column_of_other_things_the_first_thousand_are_tried():
    texts = [f"zut {'x' * number}" for number in range(MOST_REFUSED + 5)]
    codes = list(type_column("channel", texts, Lexicon()).refused.values())
    assert codes == ["unknown_label"] * (MOST_REFUSED + 1) + ["too_many_refused"] * 4
