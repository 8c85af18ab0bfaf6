"""What holds of every page: it answers in one sentence, says that data are fictional, and shows nobody."""

import re
from datetime import date

import pytest
from sqlalchemy import Engine

from etl.demo.workbooks import personal_words
from etl.pipeline import Choices, import_file
from indicators.catalog import catalog
from programme.settings import ROOT
from tests.etl.making import HEADINGS, write_xlsx

pytestmark = pytest.mark.whole
PAGES = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))
RECEIVED = Choices(received_date=date(2022, 4, 1))
NB, THIN = "\u00a0", "\u202f"
ALL_FIGURES = f"**{len(catalog())} chiffres**, chacun avec sa définition, son calcul, sa source et ses limites."
WITHOUT_FILES = {"sources", "donnees"}  # definitions are there before any file, and files are dropped
ABOUT_FAMILIES = ["synthese", "installations", "contacts", "besoins", "communication", "accueil", "seance"]
WITHOUT_FILTERS = {"sources", "seance", "mon_epci"}  # the link or the page itself chooses
ON_DEMO = {
    "synthese": "Au 31 mars 2022, **130 foyers installés** avec le programme et **397 foyers suivis** par les services "
    "d'accueil.",
    "installations": "Au 31 mars 2022, **130 foyers installés** avec l'accompagnement des services d'accueil.",
    "contacts": "Au 31 mars 2022, **847 foyers** en contact ; **397 foyers suivis** à cette date.",
    "metiers_en_tension": "En 2021, les employeurs du Lot projettent **5 549 à 5 666 recrutements** et en jugent "
    "**46 à 52 %** difficiles.",
    "besoins": "Au 31 mars 2022, **634 foyers** ont exprimé un besoin : d'abord un logement (500), un emploi (262) et "
    "le haut débit (205) ; **25 %** des besoins dont on sait la suite sont satisfaits.",
    "communication": "Au 31 mars 2022, **847 foyers** en contact ; **11 actions menées** : 1 suivie de plus de "
    "contacts qu'à l'ordinaire ; pour 9, on ne peut pas conclure ; pour 1, il est trop tôt pour le dire.",
    "accueil": "Au 31 mars 2022, **397 foyers suivis** ; une première réponse en **3 jours** ou moins pour la moitié "
    "de ceux dont on connaît le délai ; **54 foyers** à rappeler.",
    "mon_epci": "Au 31 mars 2022, des familles se sont installées dans **10 EPCI sur 10** : choisissez le vôtre.",
    "donnees": "**10 EPCI sur 10** ont envoyé leur tableau.",
    "sources": ALL_FIGURES,
    "seance": "Au 31 mars 2022, **130 foyers installés** avec le programme et **397 foyers suivis** par les services "
    "d'accueil.",
}
ON_ONE_EPCI = {
    "synthese": "Au 31 mars 2022, **27 foyers installés** avec le programme et **100 foyers suivis** par les services "
    "d'accueil.",
    "installations": "Au 31 mars 2022, **27 foyers installés** avec l'accompagnement des services d'accueil.",
    "contacts": "Au 31 mars 2022, **202 foyers** en contact ; **100 foyers suivis** à cette date.",
    "metiers_en_tension": "Au 31 mars 2022, aucune enquête Besoins en main-d'œuvre n'a été importée.",
    "besoins": "Au 31 mars 2022, **195 foyers** ont exprimé un besoin : d'abord un logement (151), un emploi (76) et "
    "le haut débit (70) ; **25 %** des besoins dont on sait la suite sont satisfaits.",
    "communication": "Au 31 mars 2022, **202 foyers** en contact ; aucune action n'est renseignée.",
    "accueil": "Au 31 mars 2022, **100 foyers suivis** ; **14 foyers** à rappeler.",
    "mon_epci": "Au 31 mars 2022, des familles se sont installées dans **1 EPCI sur 10** : choisissez le vôtre.",
    "donnees": "**1 EPCI sur 10** a envoyé son tableau ; il manque Causses et Vallée de la Dordogne, Grand Cahors, "
    "Ouest Aveyron, Vallée du Lot et du Vignoble, Quercy-Bouriane, Pays de Lalbenque-Limogne, Quercy Blanc, "
    "Cazals-Salviac et Causse de Labastide-Murat.",
    "sources": ALL_FIGURES,
    "seance": "Au 31 mars 2022, **27 foyers installés** avec le programme et **100 foyers suivis** par les services "
    "d'accueil.",
}


def plain(text: str) -> str:
    return text.replace(NB, " ").replace(THIN, " ")


@pytest.mark.parametrize("page", PAGES)
def test_a_page_answers_its_question_in_one_sentence(on_demo, page):
    screen = on_demo(page)
    assert screen.question.endswith(" ?")
    assert plain(screen.answer) == ON_DEMO[page]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_answers_where_one_epci_alone_sent_its_workbook(on_one_epci, page):
    assert plain(on_one_epci(page).answer) == ON_ONE_EPCI[page]


@pytest.mark.parametrize("page", ABOUT_FAMILIES)
def test_an_epci_that_sent_nothing_is_not_told_as_zero(opened, one_epci_store, page):
    screen = opened(one_epci_store, page, epci="200023737")
    assert plain(screen.answer) == (
        "**Grand Cahors** n'a pas encore envoyé son tableau : on ne sait rien des familles qu'il suit."
    )
    assert (screen.cards, screen.map) == ([], None)


def test_before_the_first_file_nothing_was_known(opened, one_epci_store):
    assert plain(opened(one_epci_store, "installations", connu="2021-06-30").answer) == (
        "Aucun EPCI n'avait envoyé son tableau au 30 juin 2021 : on ne sait rien des familles suivies."
    )


@pytest.mark.parametrize("page", PAGES)
def test_every_number_that_can_be_touched_has_its_proof_on_the_page(on_demo, page):
    screen = on_demo(page)
    touched = {button.attrib["data-figure"] for button in screen.body.iter("button")}
    assert touched <= set(screen.drawings.get("chiffre_touche", {}).get("figures", []))
    assert bool(touched) == (page not in {"mon_epci", "communication", "sources", "seance"})


@pytest.mark.parametrize("page", PAGES)
def test_a_page_says_that_data_are_fictional_and_until_when_they_were_received(on_demo, on_one_epci, page):
    for screen in (on_demo(page), on_one_epci(page)):
        assert screen.texts("lot-demo") == ["Données fictives"]
        assert screen.texts("lot-banner") == ["Données fictivesDernier tableau reçu le 31 mars 2022"]


@pytest.mark.parametrize("page", [page for page in PAGES if page not in WITHOUT_FILES])
def test_before_anything_was_received_a_page_says_what_to_do(on_nothing, page):
    screen = on_nothing(page)
    assert screen.texts("lot-action") == [
        "Importez les tableaux des EPCI : « .venv/bin/python -m etl import DOSSIER », puis rechargez cette page."
    ]
    assert (screen.cards, screen.map, len(screen.app.selectbox), screen.texts("lot-demo")) == ([], None, 0, [])


def test_real_files_are_not_said_to_be_fictional(opened, empty_store: Engine, tmp_path):
    lines = [["12", "Lévêque", "03/05/2021", "suivi", "Cahors"]]
    import_file(empty_store, write_xlsx(tmp_path / "Grand Cahors.xlsx", {"Suivi": [HEADINGS, *lines]}), RECEIVED)
    screen = opened(empty_store, "contacts")
    assert screen.texts("lot-banner") == ["Dernier tableau reçu le 1er avril 2022"]
    assert screen.answer == f"Au 1er avril 2022, **1{NB}foyer** en contact ; **1{NB}foyer suivi** à cette date."
    assert "Lévêque" not in screen.sent


@pytest.fixture(scope="module")
def people() -> set[str]:
    """The invented surnames, phones, e-mails, addresses and comments, in small letters."""
    words = {word.lower() for word in personal_words()}
    assert len(words) > 2000
    return words


@pytest.mark.parametrize("page", [page for page in PAGES if page not in WITHOUT_FILTERS])
def test_a_page_answers_before_its_filters(on_demo, page):
    sent = on_demo(page).sent
    assert sent.index("lot-answer") < sent.index("Territoire")


@pytest.mark.parametrize("page", PAGES)
def test_a_page_shows_nobody(on_demo, people, page):
    sent = on_demo(page).sent.lower()
    near = {word for word in people if word in sent}
    # A surname may be a piece of a town's or a trade's name: it is somebody's where it stands alone.
    assert [word for word in near if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", sent)] == []


def test_somebody_would_be_seen(on_demo, people):
    """The check above reads what is sent: accents and quotes are letters in it."""
    sent = on_demo("donnees").sent
    assert "Vallée du Lot et du Vignoble - suivi des contacts.xlsx" in sent
    assert "Enquête Besoins en main-d'œuvre" in sent
    assert "Villefranche-de-Rouergue" in on_demo("synthese").sent
