"""Who makes up a household, in words."""

import pytest

from etl.contacts.composition import (
    Composition,
    UnknownComposition,
    parse_ages,
    parse_composition,
    parse_pair,
    parse_roles,
    settled,
    without_unsaid_children,
)


@pytest.mark.parametrize(
    ("text", "adults", "children", "persons"),
    [
        ("couple + 2 enfants (4 et 7 ans)", 2, 2, None),
        ("Couple avec 2 ados", 2, 2, None),
        ("couple 2 enfants, 8 mois et 3 ans", 2, 2, None),
        ("2A 3E", 2, 3, None),
        ("2 ad. 1 enf.", 2, 1, None),
        ("2+2", 2, 2, None),
        ("4 (2+2)", 2, 2, None),
        ("5 pers. (2 ad, 3 enf)", 2, 3, None),
        ("famille (2A, 2E)", 2, 2, None),
        ("couple retraités (60 ans)", 2, None, None),
        ("couple + 2", 2, 2, None),
        ("couple + bébé", 2, 1, None),
        ("M. et Mme, une fille et deux garçons", 2, 3, None),
        ("papa et maman + 1", 2, 1, None),
        ("maman solo, 2 enfants", 1, 2, None),
        ("seul(e) avec 1 enfant(s)", 1, 1, None),
        ("couple sans enfant", 2, 0, None),
        ("personne seule", 1, None, None),
        ("Une personne seule", 1, None, None),
        ("1 personne + 2 enf.", 1, 2, None),
        ("famille avec 3 enfants", None, 3, None),
        ("famille de 5", None, None, 5),
        ("4 pers.", None, None, 4),
    ],
)
def test_a_composition_in_words(text, adults, children, persons):
    assert parse_composition(text) == Composition(adults, children, persons)


@pytest.mark.parametrize("text", ["couple et la grand-mère", "2/3", "Julie + 2 enfants", "0 adulte", "4 (2+1)"])
def test_what_does_not_say_how_many_is_asked(text):
    with pytest.raises(UnknownComposition):
        parse_composition(text)


def test_children_without_their_number_are_not_none():
    couple, family, alone = map(
        parse_composition, ("couple avec enfants", "couple + 2 enfants", "famille monoparentale")
    )
    assert (couple, alone) == (Composition(2, None, None, True), Composition(1, None, None, True))
    assert without_unsaid_children([couple, family, alone]) == [couple, family, alone]


def test_a_couple_has_no_child_where_the_column_tells_children():
    couple, family = Composition(2, None, None), Composition(2, 3, None)
    assert without_unsaid_children([couple, None]) == [couple, None]
    assert without_unsaid_children([couple, family]) == [Composition(2, 0, None), family]


@pytest.mark.parametrize(
    ("known", "told"),
    [
        ((None, 2, 4), (2, 2)),
        ((2, None, 2), (2, 0)),
        ((None, None, 1), (1, 0)),
        ((None, None, 4), (None, None)),
        ((None, 4, 4), (None, 4)),
        ((2, 1, 5), (2, 1)),
    ],
)
def test_the_number_of_persons_tells_the_number_that_is_missing(known, told):
    assert settled(*known) == told


def test_a_pair_is_read_in_the_order_of_its_heading():
    assert parse_pair("2/3", is_children_first=False) == Composition(2, 3, None)
    assert parse_pair("3/2", is_children_first=True) == Composition(2, 3, None)


def test_a_line_a_person_tells_adults_and_children():
    assert parse_roles("Demandeur + Conjoint(e) + Enfant + Enfant") == Composition(2, 2, None)
    assert parse_roles("Mme") == Composition(1, 0, None)
    with pytest.raises(UnknownComposition):
        parse_roles("Demandeur + Novalis")


@pytest.mark.parametrize(
    ("text", "children"), [("Léa 4, Tom 7", 2), ("18 mois et 3 ans", 2), ("8 ans", 1), ("aucun", 0), ("Nadia 5", 1)]
)
def test_ages_of_children_tell_how_many_they_are(text, children):
    assert parse_ages(text, are_children=True) == Composition(None, children, None)


@pytest.mark.parametrize("text", ["3 enfants (4, 7 et 9)", "de 4 à 7 ans", "Léa et Tom", "1987"])
def test_ages_that_do_not_say_how_many_are_asked(text):
    with pytest.raises(UnknownComposition):
        parse_ages(text, are_children=True)


def test_ages_of_adults_tell_how_many_they_are():
    assert parse_ages("34/36", are_children=False) == Composition(2, None, None)
    with pytest.raises(UnknownComposition):
        parse_ages("7 ans", are_children=False)
