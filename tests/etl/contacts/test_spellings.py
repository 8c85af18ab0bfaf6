"""The tables of words."""

import pandas as pd
import pytest

from etl.contacts.cells import parser_of
from etl.contacts.spellings import CODED_FIELDS, HERE, epcis_named_in, field_name, heading_of, label_of
from etl.words import gist, normal
from programme import territory

COLUMNS, LABELS, EPCIS = (
    pd.read_csv(HERE / f"{name}.csv", dtype=str, keep_default_na=False) for name in ("columns", "labels", "epcis")
)
PERSONAL = {"person_name", "first_name", "phone", "email", "referent"}
NOT_TYPED = PERSONAL | {"occupation", "postal_code", "ignored", "epci_code"}


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
        ("Comune souhaitée", "target_commune_code"),
        ("Satisfaction (sur 5)", "satisfaction_score"),
        ("Code INSEE commune d'emménagement", "commune_code"),
        ("Téléphone", "phone"),
        ("Commentaires", "ignored"),
    ],
)
def test_headings(text, field):
    assert heading_of(text).field == field


@pytest.mark.parametrize("text", ["", "x", "Lot", "Total", "Madame Lévêque", "Grand Cahors"])
def test_what_is_no_heading(text):
    assert heading_of(text) is None


def test_each_spelling_names_its_field_and_no_other():
    wrong = {row.spelling for row in COLUMNS.itertuples() if heading_of(row.spelling).field != row.field}
    assert wrong == set()


def test_each_field_of_the_table_is_known():
    fields = set(COLUMNS["field"]) - NOT_TYPED
    assert {field for field in fields if parser_of(field, None) is None} == set()


def test_each_label_means_its_code_to_whom_it_is_said():
    wrong = [row for row in LABELS.itertuples() if label_of(row.field, row.spelling, row.epci_code or None) != row.code]
    assert wrong == []


def test_each_code_of_the_labels_is_of_its_list():
    rows = LABELS[LABELS["field"] != "boolean"]
    assert {(f, c) for f, c in zip(rows["field"], rows["code"], strict=True) if c not in list(CODED_FIELDS[f])} == set()


def test_no_spelling_stands_twice():
    assert not COLUMNS.duplicated("spelling").any()
    keys = LABELS.assign(key=LABELS["spelling"].map(normal))
    assert not keys.duplicated(["field", "key", "epci_code"]).any()


def test_a_label_within_a_typo():
    assert label_of("status", "Abandonne") == label_of("status", "abandoné") == "abandon"
    assert label_of("status", "Lévêque") is None


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Suivi accueil Grand Cahors 2019-2022.xlsx", {"200023737"}),
        ("CAUVALDOR accueil Causses et Vallée de la Dordogne.xlsx", {"200066371"}),
        ("suivi_lalbenque-limogne_31-03-2022.csv", {"244600532"}),
        ("Causse de Labastide-Murat", {"244600573"}),
        ("Grand Cahors et Quercy Blanc", {"200023737", "200039519"}),
        ("tableau.xlsx", set()),
    ],
)
def test_epcis_named_in_a_title(text, codes):
    assert epcis_named_in(text) == codes


def test_each_epci_has_its_names():
    assert set(EPCIS["epci_code"]) == set(territory.epcis().index)
    for code, name in territory.epci_names().items():
        assert epcis_named_in(name) == {code}


def test_a_field_is_called_by_its_first_spelling():
    assert field_name("first_contact_date") == "date de premier contact"
    assert gist("Statut") == "statut"
