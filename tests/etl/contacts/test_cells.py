"""What each kind of cell says."""

from datetime import date

import pytest

from etl.contacts.cells import BadCell, parser_of
from etl.contacts.labels import Lexicon
from etl.origins import Origin
from store import schema


def typed(field, text, epci_code=None):
    return parser_of(field, Lexicon(epci_code))(text)


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("first_contact_date", "mars 2021", (date(2021, 3, 1), "month")),
        ("commune_code", "46100 Figeac", "46102"),
        ("children_count", "3", 3),
        ("children_count", "3.0", 3),
        ("children_count", "2 enfants", 2),
        ("children_count", "2 (4 et 7 ans)", 2),
        ("children_count", "aucun", 0),
        ("adults_count", "deux", 2),
        ("interactions_count", "120", 120),
        ("came_as_tourist", "Oui", True),
        ("came_as_tourist", "x", True),
        ("came_as_tourist", "✓", True),
        ("children_count", "deux enfants", 2),
        ("adults_count", "2 adultes", 2),
        ("last_contact_date", "03/05/2021, relancés le 10/06/2021", (date(2021, 6, 10), "day")),
        ("target_commune_code", "secteur de Figeac", "46102"),
        ("needs", "trouver une maison et un travail", ("logement", "emploi")),
        ("dossier_ref", "001-K", "001-K"),
        ("came_as_tourist", "N", False),
        ("came_as_tourist", "ne sait pas", None),
        ("need:logement", "X", True),
        ("needs", "Logement", ("logement",)),
        ("needs", "logement ; école / garde d'enfants ; santé", ("logement", "ecole_garde", "sante")),
        ("needs", "maison, travail et fibre", ("logement", "emploi", "haut_debit")),
        ("needs", "emp/conj", ("emploi", "emploi_conjoint")),
        ("needs", "emploi dans la santé", ("emploi",)),
        ("needs", "école, travail pour madame", ("ecole_garde", "emploi_conjoint")),
        ("children_count", "1 fille 4 ans, 1 garçon 7 ans", 2),
        ("children_count", "1 bébé", 1),
        ("adults_count", "un couple", 2),
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
        ("dossier_ref", "06 12 34 56 78", None),
        ("dossier_ref", "0612345678", None),
        ("dossier_ref", "612345678", None),
        ("dossier_ref", "565 123 456", None),
        ("dossier_ref", "202100012", "202100012"),
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
        ("first_contact_date", "03/05/2021 et 10/06/2021", "several_dates"),
        ("commune_code", "secteur de Figeac", "unknown_commune"),
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


@pytest.mark.parametrize("field", ["person_name", "first_name", "phone", "email", "comment", "postal_code", "ignored"])
def test_no_personal_field_is_ever_typed(field):
    assert parser_of(field, Lexicon()) is None


def test_every_column_of_the_store_that_a_file_can_fill_has_a_parser():
    elsewhere = {"epci_code", "fap_version", "fap_code", "origin_departement_code"}
    fields = {*schema.HOUSEHOLD_CODES, *schema.HOUSEHOLD_COUNTS, *schema.HOUSEHOLD_BOOLEANS, *schema.HOUSEHOLD_DATES}
    assert {field for field in fields if parser_of(field, Lexicon()) is None} == elsewhere
