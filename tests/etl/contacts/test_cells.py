"""One column of texts at a time: what each kind of cell says."""

from datetime import date

import pandas as pd
import pytest

from etl.contacts.cells import BadCell, parser_of, type_column
from etl.origins import Origin
from store import schema

CAZALS = "200035327"


def typed(field, text, epci_code=None):
    return parser_of(field, epci_code)(text)


def test_a_column_is_typed_and_says_which_lines_are_refused():
    texts = pd.Series(["2", "", "plusieurs", "2", "nc"], index=[5, 6, 7, 8, 9])
    column = type_column(texts, parser_of("children_count", None))
    assert column.values.tolist() == [2, None, None, 2, None]
    assert column.refused == {7: "unknown_number"}


@pytest.mark.parametrize("text", ["", "  ", "NC", "n.c.", "Non renseigné", "néant", "-", "inconnu", "sans objet"])
def test_words_that_say_nothing_are_missing(text):
    assert type_column(pd.Series([text], index=[2]), parser_of("status", None)).values.tolist() == [None]


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("first_contact_date", "mars 2021", (date(2021, 3, 1), "month")),
        ("commune_code", "46100 Figeac", "46102"),
        ("children_count", "3", 3),
        ("children_count", "3.0", 3),
        ("children_count", "2 enfants", 2),
        ("children_count", "aucun", 0),
        ("adults_count", "deux", 2),
        ("interactions_count", "120", 120),
        ("came_as_tourist", "Oui", True),
        ("came_as_tourist", "x", True),
        ("came_as_tourist", "N", False),
        ("came_as_tourist", "ne sait pas", None),
        ("need:logement", "X", True),
        ("needs", "Logement", ("logement",)),
        ("needs", "logement ; école / garde d'enfants ; santé", ("logement", "ecole_garde", "sante")),
        ("needs", "maison, travail et fibre", ("logement", "emploi", "haut_debit")),
        ("needs", "logement + logement", ("logement",)),
        ("status", "2 - SUIVI", "suivi"),
        ("status", "Installé(e)s", "installe"),
        ("status", "ABANDON", "abandon"),
        ("profile", "Télétravailleur", "teletravailleur"),
        ("channel", "bouche-à-oreille", "bouche_a_oreille"),
        ("abandonment_reason", "emploi du conjoint", "emploi_conjoint"),
        ("housing_solution", "locataires", "location"),
        ("attribution", "Hors dispositif", "hors_dispositif"),
        ("age_band", "34 ans", "30_44"),
        ("age_band", "< 30", "moins_30"),
        ("age_band", "30-44 ans", "30_44"),
        ("age_band", "60 et +", "60_plus"),
        ("origin", "Belgique", Origin(None, "BE")),
        ("dossier_ref", "gc-2021-004", "GC-2021-004"),
        ("dossier_ref", "2021/003", "2021/003"),
        ("dossier_ref", "12", "12"),
        ("dossier_ref", "Lévêque Marie", None),
        ("campaign_id", "SAL-2019-1", "SAL-2019-1"),
        ("campaign_id", "vu Mme Lévêque au salon", None),
    ],
)
def test_a_cell_that_is_understood(field, text, value):
    assert typed(field, text) == value


@pytest.mark.parametrize(
    ("field", "text", "code"),
    [
        ("first_contact_date", "31/02/2021", "impossible_date"),
        ("first_contact_date", "bientôt", "unknown_date"),
        ("commune_code", "Roquebrumeuse", "unknown_commune"),
        ("commune_code", "Saint-Jean", "ambiguous_commune"),
        ("children_count", "-2", "negative_count"),
        ("children_count", "42", "too_large_number"),
        ("children_count", "plusieurs", "unknown_number"),
        ("came_as_tourist", "en 2003", "unknown_label"),
        ("needs", "logement, bonheur", "unknown_label"),
        ("status", "Mme Lévêque", "unknown_label"),
        ("channel", "pigeon voyageur", "unknown_label"),
        ("origin", "99", "unknown_origin"),
    ],
)
def test_a_cell_that_is_refused(field, text, code):
    with pytest.raises(BadCell, match=f"^{code}$"):
        typed(field, text)


def test_a_code_of_one_epci_means_nothing_to_another():
    assert typed("status", "I", CAZALS) == "installe"
    with pytest.raises(BadCell):
        typed("status", "I")


@pytest.mark.parametrize("field", ["person_name", "first_name", "phone", "email", "comment", "postal_code", "ignored"])
def test_no_personal_field_is_ever_typed(field):
    assert parser_of(field, None) is None


def test_every_column_of_the_store_that_a_file_can_fill_has_a_parser():
    elsewhere = {"epci_code", "fap_version", "fap_code", "origin_departement_code"}
    fields = {*schema.HOUSEHOLD_CODES, *schema.HOUSEHOLD_COUNTS, *schema.HOUSEHOLD_BOOLEANS, *schema.HOUSEHOLD_DATES}
    assert {field for field in fields if parser_of(field, None) is None} == elsewhere


def test_an_occupation_is_its_code_or_asked():
    texts = pd.Series(["infirmière libérale", "retraitée", "maçon, taille de pierre", "xyzzy"], index=[2, 3, 4, 5])
    typed = type_column(texts, parser_of("occupation_code", None))

    assert typed.values.tolist() == ["infirmier", None, None, None]
    assert typed.refused == {4: "doubtful_occupation:macon tailleur_de_pierre", 5: "unknown_occupation"}
