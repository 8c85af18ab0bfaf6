"""How headings are written beyond their words."""

import pytest

from etl.contacts.heading_forms import (
    ADULTS_AND_CHILDREN,
    FIRST_AND_LAST,
    letters_meant,
    under_prefixes,
    words_and_group,
)


@pytest.mark.parametrize(
    ("parts", "words", "group"),
    [
        (["Statut"], "Statut", ""),
        (["Projet", "Commune"], "Commune", "Projet"),
        (["Date d'arrivée", "(réelle)"], "Date d'arrivée (réelle)", ""),
        (["Projet", "Date d'arrivée", "(réelle)"], "Date d'arrivée (réelle)", "Projet"),
        (["Q01. Où habitez-vous ?"], "Où habitez-vous ?", ""),
        (["Q06[SQ003]. Quels besoins ? [Une école]"], "Une école", "Quels besoins ?"),
        (["Besoins : [Un emploi]"], "Un emploi", "Besoins :"),
        (["Nb. enfants [moins de 18 ans]"], "Nb. enfants [moins de 18 ans]", ""),
    ],
)
def test_the_words_of_a_heading_and_of_its_group(parts, words, group):
    assert words_and_group(parts) == (words, group)


def test_a_column_of_adults_and_children():
    headings = ["nb pers. (a/e)", "foyer (enf. + ad.)", "adultes / enfants", "enfants à charge", "date d'arrivée"]
    assert [bool(ADULTS_AND_CHILDREN.search(heading)) for heading in headings] == [True, True, True, False, False]


def test_a_column_of_the_first_and_the_last_contact():
    headings = ["Contacts\n(1er / dernier)", "Premier et dernier contact", "Dernier contact", "1er contact"]
    assert [bool(FIRST_AND_LAST.search(heading)) for heading in headings] == [True, True, False, False]


def test_headings_that_begin_alike_stand_under_a_group():
    under = [(f"Champs - Installation - {word}", "") for word in ("Date", "Commune", "Logement")]
    others = [("Canal - origine", ""), ("Date", "Visite"), ("Statut", "")]
    assert under_prefixes([*under, *others]) == [
        *((word, "Champs - Installation") for word in ("Date", "Commune", "Logement")),
        *others,
    ]


def test_letters_side_by_side_are_adults_and_children():
    headings = [("Nom", ""), ("E.", "Composition"), ("A", "Composition"), ("E", "Besoins"), ("A", "")]
    assert letters_meant(headings) == ["", "enfants", "adultes", "", ""]
