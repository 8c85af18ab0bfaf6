"""Companies that took part in actions: codes and keyed hashes, never their names or words."""

import pytest

from etl.steering.companies import meaning
from etl.steering.reader import read_steering
from etl.workbook import Sheet, Workbook

ACTIONS = [["Code", "Nom", "Début", "Canal"], ["SAL-1", "Salon de Paris", "2021-02-04", "Salon"]]
HEADINGS = ["Entreprise", "Secteur", "EPCI", "Action", "Ce qu'elle a obtenu"]


@pytest.fixture(autouse=True)
def secret(monkeypatch):
    monkeypatch.setattr("etl.steering.companies.read_secret", lambda: b"secret")


def reading(*lines):
    sheets = [Sheet("Actions", ACTIONS), Sheet("Entreprises", [HEADINGS, *map(list, lines)])]
    return read_steering(Workbook("programme.xlsx", sheets))


def told(found):
    return [(problem.code, problem.row) for problem in [*found.rejected, *found.refused]]


def test_a_company_is_a_hash_and_codes():
    found = reading(
        ("Usine du Lot", "Mécanique", "Grand Cahors", "Salon de Paris", "2 embauches"),
        ("USINE DU LOT ", "industrie", "Grand Cahors", "", ""),
    )
    companies = found.frames["companies"]

    said = ["campaign_id", "sector", "epci_code", "outcome"]
    assert companies[said].fillna("-").to_numpy().tolist() == [
        ["SAL-1", "industrie", "200023737", "recrutement"],
        ["", "industrie", "200023737", "-"],
    ]
    assert companies["company_id"].nunique() == 1
    assert "usine" not in companies.to_csv().lower()
    assert told(found) == []


def test_what_is_not_understood_is_told_and_the_company_kept():
    found = reading(("Usine du Lot", "machins", "", "Foire", "bof"), ("", "industrie", "", "SAL-1", "rien"))

    assert found.frames["companies"][["campaign_id", "sector", "outcome"]].fillna("").to_numpy().tolist() == [
        ["", "", ""]
    ]
    assert told(found) == [("no_company", 3), ("unknown_campaign_id", 2), ("unknown_sector", 2), ("unknown_outcome", 2)]
    assert not any("machins" in problem.message or "bof" in problem.message for problem in found.refused)


def test_a_company_counts_once_for_an_action_with_the_furthest_that_it_had():
    found = reading(
        ("Usine", "industrie", "", "SAL-1", "des CV"),
        ("Usine", "industrie", "", "SAL-1", "un recrutement"),
        ("Usine", "industrie", "", "SAL-1", ""),
    )

    assert found.frames["companies"]["outcome"].tolist() == ["recrutement"]


@pytest.mark.parametrize(
    ("field", "text", "code"),
    [
        ("sector", "Hôtels et restaurants", "hotellerie_restauration"),
        ("sector", "Aide à domicile", "sante_aide"),
        ("sector", "industrie et services", None),
        ("sector", "", None),
        ("outcome", "3 CV reçus puis une embauche", "recrutement"),
        ("outcome", "aucun recrutement", "sans_suite"),
        ("outcome", "pas encore de candidature", "sans_suite"),
        ("outcome", "un stagiaire et des contacts", "stage_alternance"),
        ("outcome", "merci", None),
    ],
)
def test_words_have_a_meaning_or_none(field, text, code):
    assert meaning(field, text) == code
