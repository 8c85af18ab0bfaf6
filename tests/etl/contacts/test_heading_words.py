"""Which field the words of a heading name."""

import pytest

from etl.contacts.cells import parser_of
from etl.contacts.heading_words import EXACT, TYPO, meanings, near_meanings
from etl.contacts.labels import Lexicon
from etl.contacts.spellings import read_table

COLUMNS = read_table("columns")
NOT_TYPED = {
    "person_name",
    "first_name",
    "phone",
    "email",
    "referent",
    "postal_code",
    "ignored",
    "epci_code",
    "month_steps",
    "history",
}


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Date d'appel", "first_contact_date"),
        ("DATE 1ER CONTACT", "first_contact_date"),
        ("Provenance du foyer", "origin"),
        ("Enfants à charge", "children_count"),
        ("Avancement", "status"),
        ("Statut (C/S/V/I/P/A)", "status"),
        ("Installation effective", "installation_date"),
        ("Installé le", "installation_date"),
        ("Installé à", "commune_code"),
        ("Satisfaction (sur 5)", "satisfaction_score"),
        ("Code INSEE commune d'emménagement", "commune_code"),
        ("Téléphone", "phone"),
        ("Commentaires", "ignored"),
        ("first_contact_date", "first_contact_date"),
    ],
)
def test_a_heading_named_by_its_words(text, field):
    assert meanings(text)[0].field == field
    assert meanings(text)[0].score > TYPO


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Comune souhaitée", "target_commune_code"),
        ("Nbre d'enf.", "children_count"),
        ("Tél. 3", "phone"),
        ("# enfants", "children_count"),
        ("Commune souhaitée par le foyer", "target_commune_code"),
        ("Date du premier contact téléphonique avec l'accueil", "first_contact_date"),
    ],
)
def test_a_heading_named_within_a_typo_an_abbreviation_or_in_part(text, field):
    assert meanings(text)[0].field == field


def test_a_word_of_several_fields_means_them_all():
    assert {meaning.field for meaning in meanings("Note")} == {"satisfaction_score", "ignored"}


@pytest.mark.parametrize(
    "text", ["", "x", "Lot", "Total", "Madame Lévêque", "Grand Cahors", "Date de la foire de Paris"]
)
def test_what_is_no_heading(text):
    assert meanings(text) == ()


def test_a_heading_of_small_words_tells_little():
    assert all(meaning.score < TYPO for meaning in meanings("Où en est la famille ?"))


def test_words_shared_with_spellings_are_only_near():
    assert near_meanings("Ville cible")[0].field == "target_commune_code"
    assert near_meanings("Départ définitif")[0].field == "departure_date"
    assert near_meanings("Farine") == ()


def test_each_spelling_names_its_field_exactly():
    told = {row.spelling: {m.field for m in meanings(row.spelling) if m.score == EXACT} for row in COLUMNS.itertuples()}
    assert {row.spelling for row in COLUMNS.itertuples() if row.field not in told[row.spelling]} == set()


def test_each_field_of_the_table_is_known():
    fields = set(COLUMNS["field"]) - NOT_TYPED
    assert {field for field in fields if parser_of(field, Lexicon()) is None} == set()


def test_no_spelling_stands_twice_for_a_field():
    assert not COLUMNS.duplicated(["field", "spelling"]).any()
    assert not read_table("word_forms").duplicated("word").any()
