import pytest

from etl.words import gist, normal


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Date du 1er  contact *", "date du 1er contact"),
        ("  ÉTAT\ndu dossier ", "etat du dossier"),
        ("Œuvre d’Élodie", "oeuvre d elodie"),
        ("N°", "n"),
        ("60 et +", "60 et +"),
        ("---", ""),
    ],
)
def test_normal_form(text, expected):
    assert normal(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 - Les départs (du Lot)", "depart"),
        ("INSTALLÉ(E)S", "installe"),
        ("nb d'enfants", "nb enfant"),
        ("(à compléter)", "a completer"),
        ("le", "le"),
        ("2) En cours", "cour"),
        ("12", "12"),
    ],
)
def test_gist_keeps_the_words_that_carry_the_meaning(text, expected):
    assert gist(text) == expected
