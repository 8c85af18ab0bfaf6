"""Who settles, where, when, from where."""

import shutil
from datetime import date

import pytest
from sqlalchemy import create_engine

pytestmark = pytest.mark.whole

NB = "\u00a0"
CAHORS = "200023737"
DAY = date(2020, 4, 1)


def counted(words: str) -> int:
    return int(words.split(NB)[0])


@pytest.fixture(scope="module")
def page(on_demo):
    return on_demo("installations")


def test_the_cards_tell_households_and_what_stands_beside_them(page, asked):
    people = asked("A6", "unit").cells.set_index("unit")["value"]
    assert page.cards == [
        ("130", "foyers installés"),
        (f"{people['personnes']:.0f}", "personnes"),
        (f"{people['enfants']:.0f}", "enfants"),
    ]
    outside = [f"{asked('A5', attribution=(code,)).value:.0f}" for code in ("informe", "hors_dispositif")]
    beside = f"à part : {outside[0]} seulement informés, {outside[1]} hors dispositif"
    assert page.texts("lot-card-detail")[0] == beside == "à part : 12 seulement informés, 6 hors dispositif"


def test_origins_and_compositions_are_parts_of_the_card(page):
    origins, compositions = page.bars["Origine des foyers installés"], page.bars["Composition des foyers installés"]
    assert list(origins.items())[:2] == [
        ("Paris", f"13{NB}foyers"),
        ("Haute-Garonne", f"12{NB}foyers"),
    ]
    assert sum(counted(words) for words in origins.values()) == 130
    assert compositions == {
        "Couple avec enfants": f"54{NB}foyers",
        "Couple": f"49{NB}foyers",
        "Parent seul": f"16{NB}foyers",
        "Personne seule": f"11{NB}foyers",
    }


def test_a_title_names_who_comes_first(page):
    assert "D'abord : Paris et Haute-Garonne" in page.texts("lot-heading")


def test_months_make_the_card(page):
    months = page.drawings["mois"]
    [bars] = months["data"]
    assert sum(bars["y"]) == 130
    assert bars["x"][-1] == "2022-03-01"
    assert len(months["layout"]["shapes"]) == 4


def test_by_epci_every_household_is_on_the_map(opened, demo_store, asked):
    screen = opened(demo_store, "installations")
    screen.app.button_group(key="niveau").set_value("Par EPCI").run()
    layer = screen.again().map["layer"]
    by_epci = asked("A5", "epci").cells.set_index("epci")["value"]
    assert {code: counted(words) for code, (_, words, _) in layer["items"].items()} == by_epci.to_dict()
    assert by_epci.sum() == 130
    assert layer["level"] == "epcis"
    assert screen.again().notes == [
        "Par EPCI qui suit le foyer, où qu'il s'installe. Non localisés : 0 · hors du Lot : comptés avec leur EPCI."
    ]


def test_an_epci_and_a_period_in_the_address(opened, demo_store, asked):
    screen = opened(demo_store, "installations", epci=CAHORS, du="2020-04-01", unite="actifs")
    value = asked("A5", epci_code=CAHORS, start=DAY, unit="actifs").value
    assert screen.cards[0] == (f"{value:.0f}", "actifs installés")
    assert screen.answer.startswith(f"Grand Cahors : du 1er avril 2020 au 31 mars 2022, **{value:.0f}{NB}actifs")
    assert sum(screen.drawings["mois"]["data"][0]["y"]) == value
    assert screen.map["layer"]["epciWords"][CAHORS] == f"{value:.0f}{NB}actifs installés"


def test_a_period_without_anyone_says_so_and_draws_no_month(opened, demo_store):
    screen = opened(demo_store, "installations", epci="244600573", du="2022-03-01", unite="personnes")
    assert screen.answer.startswith("Causse de Labastide-Murat : du 1er mars 2022 au 31 mars 2022, **aucune personne")
    assert "mois" not in screen.drawings
    assert screen.notes == ["Causse de Labastide-Murat : Non localisés : 0 · hors du Lot : 0"]


def test_a_target_set_on_screen_is_the_one_told(opened, one_epci_store, tmp_path):
    own = shutil.copy(one_epci_store.url.database, tmp_path / "own.sqlite")
    page = opened(create_engine(f"sqlite:///{own}"), "installations")
    app = page.app
    app.number_input(key="objectif_valeur").set_value(60)
    app.button(key="FormSubmitter:objectif-Enregistrer l'objectif").click().run()
    assert [said.value for said in app.success] == [
        "Objectif enregistré : Foyers installés, Tout le programme, 2022 : 60."
    ]
    assert any("sur 60 en 2022" in heading for heading in page.again().texts("lot-heading"))
