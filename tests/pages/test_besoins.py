"""One tab a need: what became of it, what the place offers, both side by side."""

import pytest

from ui.needs import NEEDS

pytestmark = pytest.mark.whole

NB = "\u00a0"
CAUVALDOR, FIGEAC = "200066371", "200067361"
NO_SOURCE = "aucune source ne le renseigne"


@pytest.fixture(scope="module")
def page(on_demo):
    return on_demo("besoins")


@pytest.fixture
def tab(opened, demo_store):
    """The page opened on one of its tabs by the address."""
    return lambda title, **query: opened(demo_store, "besoins", axe=title, **query)


def test_the_first_tab_is_housing_with_its_figures(page, asked):
    [expressed] = asked("N1", "axis").cells.query("axis == 'logement'")["value"]
    [lost] = asked("N1P", "axis").cells.query("axis == 'logement'")["value"]
    [delay] = asked("N1D", "axis").cells.query("axis == 'logement'")["value"]
    assert page.cards == [
        (f"{expressed:.0f}", "foyers cherchent un logement"),
        (f"{lost:.0f}", "foyers ont renoncé"),
        ("230", "jours jusqu'à l'installation"),
    ]
    assert (expressed, lost, delay) == (500, 60, 229.5)


def test_what_became_of_a_need_adds_up(page, asked):
    fates = asked("N1", "axis", "is_met").cells.query("axis == 'logement'")
    told = page.bars["Suite des besoins"]
    assert list(told.values()) == [f"72{NB}foyers", f"232{NB}foyers", f"196{NB}foyers"]
    assert fates["value"].sum() == 72 + 232 + 196


def test_the_map_shades_the_communes_and_says_its_year_and_producer(page, asked):
    layer = page.map["layer"]
    assert (layer["level"], layer["kind"], page.map["canPick"]) == ("communes", "rate", True)
    assert len(layer["items"]) == len(asked("L1", "commune").cells) == 345
    [source] = [text for text in page.texts("lot-source") if text.startswith("Loyer d'un appartement, 2021")]
    assert "ANIL" in source
    assert "Licence Ouverte" in source


def test_the_crossing_sets_needs_and_offer_on_one_line_and_names_who_comes_first(page):
    assert page.texts("lot-heading") == [
        f"232{NB}foyers sur 304 restent sans réponse",
        "D'abord Grand Cahors",
        "Loyer d'un appartement : de 7,0 à 8,3 €/m² selon l'EPCI",
    ]
    assert page.texts("lot-pair-head") == ["Foyers sans réponse", "Loyer d'un appartement, €/m², 2021"]
    lines = [list(line.itertext()) for line in page.body.iterfind(".//li") if "lot-pair" in line.attrib["class"]][1:]
    assert len(lines) == 10
    assert lines[0] == ["Grand Cahors", "116", "8,0"]
    assert ["Causses et Vallée de la Dordogne", f"non{NB}noté", "7,3"] in lines


@pytest.mark.parametrize("need", NEEDS, ids=lambda need: need.title)
def test_every_tab_opens_by_its_address(tab, need):
    screen = tab(need.title)
    assert screen.cards[0][1].endswith(need.wanted)
    assert (screen.map is not None) == bool(need.conditions)


@pytest.mark.parametrize(
    ("title", "what"), [("Haut débit", "30 Mbit/s par un fil"), ("Logement", "Loyer d'une maison")]
)
def test_a_condition_that_no_source_tells_says_so(tab, title, what):
    assert f"{what} : {NO_SOURCE}." in tab(title).notes


@pytest.mark.parametrize("title", ["Formation", "Premier emploi"])
def test_where_no_open_data_tell_the_offer_employers_answer(tab, title):
    screen = tab(title)
    assert screen.notes[-1].endswith(f"par commune : {NO_SOURCE}.")
    assert len(screen.bars["Métiers difficiles à pourvoir"]) == 5
    assert len(screen.bars["Foyers sans réponse"]) == 8
    assert "Aucun besoin n'est noté par Causses et Vallée de la Dordogne et Causse de Labastide-Murat." in screen.notes


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        ("Formation", "Une formation courte y mène"),
        ("Entreprises", f"19{NB}entreprises engagées, 6 ont recruté"),
        ("Premier emploi", "Les premiers emplois des jeunes"),
    ],
)
def test_a_need_of_work_says_what_is_done_about_it(tab, title, heading):
    assert heading in tab(title).texts("lot-heading")


def test_few_families_have_no_median_and_rank_no_epci(tab):
    screen = tab("Premier emploi")
    assert ("—", "jours jusqu'à l'installation") in screen.cards
    assert list(screen.bars["Foyers sans réponse"])[:2] == ["Grand-Figeac", "Grand Cahors"]
    assert "EPCI dans l'ordre de leurs habitants : ce n'est pas un classement." in screen.notes


def test_an_epci_that_writes_no_need_is_not_said_to_have_none(tab):
    screen = tab("Logement", epci=CAUVALDOR)
    assert screen.answer.endswith(f"ce dont les familles ont besoin : {NO_SOURCE}.")
    assert screen.cards[0] == ("—", "foyers cherchent un logement")
    assert screen.cards[1] == ("13", "foyers ont renoncé")
    assert [text for text in screen.texts("lot-card-detail") if text == NO_SOURCE] == [NO_SOURCE] * 2
    assert "etl template" in "".join(screen.texts("lot-action"))


def test_an_epci_is_told_alone_and_compared_with_all(tab, asked):
    screen = tab("Santé", epci=FIGEAC)
    [expressed] = asked("N1", "axis", epci_code=FIGEAC).cells.query("axis == 'sante'")["value"]
    assert screen.cards[0] == (f"{expressed:.0f}", "foyers cherchent un médecin")
    assert len(screen.rows("Santé : besoins et offre par EPCI")) == 11
    assert screen.map["selected"] == FIGEAC
    assert "Grand-Figeac : 1,9 consultations par habitant ; ensemble : 2,4 consultations par habitant." in screen.notes


def test_before_any_open_data_the_page_says_which_files_to_import(on_one_epci):
    screen = on_one_epci("besoins")
    assert screen.map is None
    assert NO_SOURCE in "".join(screen.texts("lot-empty"))
    assert "docs/donnees-ouvertes.md" in "".join(screen.texts("lot-action"))
