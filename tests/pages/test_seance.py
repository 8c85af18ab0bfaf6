"""The session tells what the other pages tell, one message a screen, and ends with what to decide."""

import pytest

from ui.slides import SLIDES

pytestmark = pytest.mark.whole

NB = "\u00a0"


def test_the_first_screen_is_synthese(on_demo):
    session, summary = on_demo("seance"), on_demo("synthese")
    assert (session.question, session.answer) == (summary.question, summary.answer)
    assert session.cards == summary.cards[:2]
    assert session.texts("lot-card-change") == summary.texts("lot-card-change")[:2]


@pytest.mark.parametrize("number", range(1, len(SLIDES) + 1))
def test_the_url_says_the_screen(opened, demo_store, number):
    screen = opened(demo_store, "seance", ecran=str(number))
    assert screen.question.endswith("?")
    told = screen.drawings["telecommande"]
    assert (told["number"], told["count"]) == (number, len(SLIDES))


@pytest.mark.parametrize(("asked", "number"), [("0", 1), ("99", len(SLIDES)), ("x", 1)])
def test_a_wrong_screen_is_the_nearest(opened, demo_store, asked, number):
    assert opened(demo_store, "seance", ecran=asked).drawings["telecommande"]["number"] == number


def test_the_last_screen_asks_for_decisions_with_the_figures_of_the_pages(opened, demo_store, asked):
    screen = opened(demo_store, "seance", ecran=str(len(SLIDES)))
    points = ["".join(point.itertext()) for point in screen.body.iter("li")]
    assert points == [
        f"{asked('A12').value:.0f}{NB}foyers sans nouvelles depuis six mois : qui les rappelle, et quand ?",
        f"46 à 52{NB}% des recrutements jugés difficiles : quels métiers chercher d'abord ?",
        f"{asked('A5').value:.0f}{NB}foyers installés à ce jour : quel objectif pour le prochain comité ?",
    ]
    assert screen.answer == f"**3{NB}points** à trancher aujourd'hui."


def test_without_a_survey_the_committee_is_told_so(opened, one_epci_store):
    screen = opened(one_epci_store, "seance", ecran="6")
    assert screen.answer == "Aucune enquête Besoins en main-d'œuvre n'a été importée."


def test_a_link_s_territory_holds_in_the_session(opened, demo_store):
    screen = opened(demo_store, "seance", epci="200067361")
    assert screen.answer.startswith("Grand-Figeac : au 31 mars 2022")
    assert screen.drawings["telecommande"]["exit"] == "./?epci=200067361"
