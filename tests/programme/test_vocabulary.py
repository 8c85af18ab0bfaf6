"""The closed lists: the codes that outside scripts read, and a label for each."""

import pytest

from programme import vocabulary
from programme.vocabulary import Term

CODES = {
    "Status": "contact suivi visite installe parti abandon",
    "Attribution": "accompagne informe hors_dispositif",
    "Profile": "salarie demandeur_emploi createur_repreneur teletravailleur premier_emploi etudiant retraite autre",
    "Channel": "site salon campagne television presse reseaux_sociaux ambassadeur bouche_a_oreille tourisme "
    "france_travail entreprise mairie_epci autre",
    "NeedAxis": "logement emploi emploi_conjoint ecole_garde sante haut_debit formation mobilite autre",
    "AbandonmentReason": "logement emploi emploi_conjoint ecole_garde sante haut_debit formation mobilite personnel "
    "autre_territoire autre",
    "HousingSolution": "location achat logement_social hebergement temporaire autre",
    "AgeBand": "moins_30 30_44 45_59 60_plus",
    "Precision": "day month year",
    "ImportKind": "state supplement follow_up counts labour_needs tensions trainings steering targets arrivals "
    "conditions",
    "PairDecision": "same different open",
    "PairReason": "referents homonymes telephone_partage separation saisie autre",
    "CompanyOutcome": "recrutement stage_alternance candidatures rencontres visibilite sans_suite",
    "Unit": "foyers personnes actifs enfants",
    "Scope": "programme lot",
}
LISTS = {name: kind for name, kind in vars(vocabulary).items() if isinstance(kind, type) and issubclass(kind, Term)}


def test_the_codes_are_these():
    assert {name: " ".join(kind) for name, kind in LISTS.items() if name != "Term"} == CODES


@pytest.mark.parametrize("name", CODES)
def test_each_code_has_a_label_of_its_own(name):
    labels = [term.label for term in LISTS[name]]
    assert all(labels)
    assert len(set(labels)) == len(labels)


def test_a_term_is_its_code():
    installe = vocabulary.Status("installe")
    assert (installe, str(installe), f"{installe}", installe.label) == ("installe", "installe", "installe", "Installé")


def test_a_need_may_be_the_reason_of_an_abandonment_under_the_same_words():
    reasons = {str(reason): reason.label for reason in vocabulary.AbandonmentReason}
    assert {str(axis): axis.label for axis in vocabulary.NeedAxis}.items() <= reasons.items()
