"""What was received, when, and what is to correct."""

import pytest

from programme.settings import DEMO

pytestmark = pytest.mark.whole

NB = "\u00a0"
FIGEAC = "200067361"
FIGEAC_FILE = "Grand-Figeac_suivi des porteurs de projet.xlsx"
REFUSED_AT_FIGEAC = f"{FIGEAC_FILE} : 1{NB}ligne refusée, 8{NB}cellules à revoir"


@pytest.fixture(scope="module")
def page(on_demo):
    return on_demo("donnees")


def test_the_cards_are_the_figures(page, asked):
    assert page.cards == [(f"96{NB}%", "des champs clés remplis"), ("7", "lignes refusées")]
    assert (round(asked("Q1").value, 2), asked("Q3").value) == (0.96, 7)


def test_each_epci_has_its_last_file(page):
    rows = page.rows("Dernier tableau reçu de chaque EPCI")
    assert rows[0] == ["EPCI", "Dernier tableau", "Lignes lues", "Acceptées", "Refusées", "Champs clés remplis"]
    assert ["Grand-Figeac", "31/03/2022", "203", "202", "1", f"96{NB}%"] in rows
    assert len(rows) == 11


def _folds(screen) -> list[str]:
    """The files with something to correct, as they are told."""
    told = ["".join(summary.itertext()) for summary in screen.body.iter("summary")]
    return [text for text in told if "refusée" in text or "à revoir" in text]


def test_what_is_refused_is_told_with_its_place(page):
    [_], [first], *others = page.rows(REFUSED_AT_FIGEAC)
    assert first == (
        "Feuille « Contacts », ligne 145, cellule N145 : la colonne « enfants » contient un nombre négatif. La ligne "
        "n'est pas prise : corrigez le nombre."
    )
    assert len(others) == 8
    assert sum("ligne refusée" in fold or "lignes refusées" in fold for fold in _folds(page)) == 6
    assert len(_folds(page)) == 10


def test_every_file_is_told(page):
    header, *rows = page.rows("Fichiers reçus et acceptés")
    assert header[:4] == ["Fichier", "EPCI", "Nature", "Reçu le"]
    assert sorted(row[0] for row in rows) == sorted(path.name for path in DEMO.rglob("*") if path.is_file())
    figeac = "Grand-Figeac_suivi des porteurs de projet.xlsx"
    assert [figeac, "Grand-Figeac", "État complet", "31/03/2022", "203", "202", "1", "0"] in rows
    survey = "Base_open_data_BMO_2021_fictif.xlsx"
    assert [survey, "—", "Enquête Besoins en main-d'œuvre", "31/03/2022", "765", "765", "0", "0"] in rows


def test_an_epci_sees_its_own_refusals_among_all(opened, demo_store):
    screen = opened(demo_store, "donnees", epci=FIGEAC)
    assert screen.cards[1] == ("1", "ligne refusée")
    assert _folds(screen) == [REFUSED_AT_FIGEAC]
    shares = [row[-1] for row in screen.rows("Dernier tableau reçu de chaque EPCI")[1:]]
    assert "—" not in shares


def test_an_epci_that_sent_nothing_is_told_so(on_one_epci):
    rows = on_one_epci("donnees").rows("Dernier tableau reçu de chaque EPCI")
    assert ["Grand Cahors", "rien reçu", "—", "—", "—", "—"] in rows


def test_before_anything_was_received_files_are_asked_for(opened, empty_store):
    screen = opened(empty_store, "donnees")
    assert screen.question == "Par où commencer ?"
    assert len(screen.app.get("file_uploader")) == 1
    assert [box.label for box in screen.app.selectbox] == ["EPCI"]
    assert (screen.cards, screen.map, screen.texts("lot-demo")) == ([], None, [])


def test_an_import_is_taken_back_only_with_a_tick(opened, demo_store):
    app = opened(demo_store, "donnees").app
    [send] = [button for button in app.button if button.label == "Annuler l'import"]
    send.click().run()
    assert [warning.value for warning in app.warning] == ["Cochez « Oui, annuler cet import », puis annulez."]
