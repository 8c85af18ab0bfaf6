"""Which code the words of a label mean."""

from types import MappingProxyType

import pytest

from etl.contacts.identity import label_hash
from etl.contacts.labels import Lexicon, codes_within, label_of, nearest_label
from etl.contacts.spellings import CODED_FIELDS, read_table
from etl.contacts.understanding import Confirmed
from etl.words import normal

LABELS = read_table("labels")
CAZALS = "200035327"


@pytest.mark.parametrize(
    ("field", "text", "code"),
    [
        ("status", "2 - SUIVI", "suivi"),
        ("status", "Installé(e)s", "installe"),
        ("status", "abandoné", "abandon"),
        ("status", "Projet abandonné en 2021", "abandon"),
        ("status", "Ont déménagé", "parti"),
        ("status", "Perdus de vue", "contact"),
        ("status", "Visite programmée", "suivi"),
        ("status", "visite ok, cherche loc", "visite"),
        ("status", "ont laissé tomber", "abandon"),
        ("status", "EC", "suivi"),
        ("status", "installés hors du Lot", "abandon"),
        ("needs", "Empl. conj.", "emploi_conjoint"),
        ("channel", "Tél.", "autre"),
        ("channel", "salon de Toulouse", "salon"),
        ("channel", "via un reportage TV", "television"),
        ("profile", "Télétravailleuse", "teletravailleur"),
        ("profile", "cherchent du travail", "demandeur_emploi"),
        ("profile", "télétrav.", "teletravailleur"),
        ("abandonment_reason", "n'ont pas trouvé de maison", "logement"),
        ("abandonment_reason", "emploi du conjoint", "emploi_conjoint"),
        ("housing_solution", "achat d'une maison à rénover", "achat"),
    ],
)
def test_a_label_is_understood(field, text, code):
    assert label_of(field, text) == code


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("status", "pas encore installés"),
        ("status", "installation prévue"),
        ("status", "visite puis abandon"),
        ("status", "visite organisée par la mairie"),
        ("status", "Mme Lévêque"),
        ("status", ""),
        ("channel", "pigeon voyageur"),
        ("channel", "site de l'office de tourisme"),
        ("profile", "salarié en recherche d'emploi"),
        ("profile", "cherche un autre CDD"),
    ],
)
def test_what_may_mean_something_else_is_not_guessed(field, text):
    assert label_of(field, text) is None


def test_what_was_done_is_no_typo_of_what_is_to_be():
    assert [label_of("status", text) for text in ("visite organisée", "visite à organizer")] == [None, "suivi"]


def test_several_codes_may_stand_in_a_text():
    assert codes_within("needs", "une maison et une école") == {"logement", "ecole_garde"}


def test_each_label_means_its_code_to_whom_it_is_said():
    wrong = [row for row in LABELS.itertuples() if label_of(row.field, row.spelling, row.epci_code or None) != row.code]
    assert wrong == []


def test_each_code_of_the_labels_is_of_its_list():
    rows = LABELS[LABELS["field"] != "boolean"].replace({"field": {"step": "status"}})
    assert {(f, c) for f, c in zip(rows["field"], rows["code"], strict=True) if c not in list(CODED_FIELDS[f])} == set()


def test_no_label_stands_twice():
    keys = LABELS.assign(key=LABELS["spelling"].map(normal))
    assert not keys.duplicated(["field", "key", "epci_code"]).any()


def test_a_code_of_one_epci_means_nothing_to_another():
    assert Lexicon(CAZALS).label("status", "I") == "installe"
    assert Lexicon().label("status", "I") is None


def test_what_was_confirmed_wins_over_the_legend_and_the_legend_over_the_words():
    legend = MappingProxyType({("status", "suivi"): "visite", ("status", "z"): "parti"})
    confirmed = Confirmed(b"secret", labels={(CAZALS, "status", label_hash(b"secret", "status", "Z")): "abandon"})
    assert Lexicon(CAZALS, legend).label("status", "Suivi") == "visite"
    assert Lexicon(CAZALS, legend).label("status", "z") == "parti"
    assert Lexicon(CAZALS, legend, confirmed).label("status", "z") == "abandon"
    assert Lexicon("200023737", legend, confirmed).label("status", "z") == "parti"


def test_the_nearest_label_is_proposed_and_no_more():
    assert nearest_label("status", "instalasion", 75) == "installe"
    assert label_of("status", "instalasion") is None


def test_a_label_cut_short_within_a_word_is_one_without_its_last_words_is_none():
    assert label_of("status", "FAMILLES INSTALLÉES") == "installe"
    assert label_of("status", "accomp.") == "suivi"
    assert label_of("status", "FAMILLES") is None
