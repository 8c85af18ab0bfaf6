"""The journeys of the people named in the README, in a real Chromium."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import served, wait_until_drawn

ADDRESSES = {
    "": "Où en est-on ?",
    "installations": "Qui s'installe, où et quand ?",
    "contacts": "Qui nous contacte, et jusqu'où cela va-t-il ?",
    "metiers-en-tension": "Quels métiers manquent de bras ?",
    "besoins": "De quoi les familles ont-elles besoin, et que trouvent-elles ?",
    "communication": "Qu'apportent nos actions ?",
    "accueil": "Comment va l'accueil, et où aider ?",
    "mon-epci": "Quel EPCI voulez-vous voir ?",
    "donnees": "Que sait-on, et depuis quand ?",
    "sources": "Que veut dire chaque chiffre, et d'où vient-il ?",
    "seance": "Où en est-on ?",
}
WITH_MAP = ("", "installations", "contacts", "metiers-en-tension", "besoins")
GRAND_FIGEAC = "200067361"


def answer(page: Page):
    return page.locator(".lot-answer")


def choose(page: Page, label: str, option: str) -> None:
    page.get_by_role("combobox", name=re.compile(label)).click()
    page.get_by_role("option", name=option, exact=True).click()


@pytest.mark.parametrize("path", ADDRESSES)
def test_a_deep_link_opens_on_the_first_visit_after_a_start(environment, visit, path: str) -> None:
    with served(environment) as address:
        page = visit(f"{address}/{path}")
        expect(page.locator("h1")).to_have_text(ADDRESSES[path])
        expect(page.locator(".lot-demo")).to_have_text("Données fictives")
        if path in WITH_MAP:
            expect(page.locator("path.commune")).to_have_count(345)
        wait_until_drawn(page)
        page.close()  # before its server, whose end it would complain of


def test_the_first_page_says_what_the_committee_read(address, visit) -> None:
    page = visit(address)
    expect(answer(page)).to_have_text(
        "Au 31 mars 2022, 130\u00a0foyers installés avec le programme et 397\u00a0foyers suivis par les services "
        "d'accueil."
    )
    assert page.locator("html").get_attribute("lang") == "fr"
    assert page.title() == "Synthèse · Oh My Lot"


@pytest.mark.parametrize("path", WITH_MAP)
def test_the_map_is_drawn_whole(address, visit, path: str) -> None:
    page = visit(f"{address}/{path}")
    expect(page.locator("path.commune")).to_have_count(345)
    expect(page.locator("path.epci")).to_have_count(10)
    marks = page.locator("svg.lot circle") if path != "metiers-en-tension" else page.locator("path.of-bassins[style]")
    expect(marks.first).to_be_attached()


def test_the_list_and_the_map_choose_the_same(address, visit) -> None:
    page = visit(address)
    choose(page, "Territoire", "Grand-Figeac")
    expect(answer(page)).to_contain_text("Grand-Figeac")
    expect(page).to_have_url(f"{address}/?epci={GRAND_FIGEAC}")
    by_list = answer(page).inner_text()

    page = visit(address)
    page.locator('path.commune[data-commune="46102"]').click()
    expect(answer(page)).to_have_text(by_list)
    expect(page).to_have_url(f"{address}/?epci={GRAND_FIGEAC}")
    expect(page.locator(f'path.epci[data-target="{GRAND_FIGEAC}"]')).to_have_attribute("aria-pressed", "true")


def test_the_map_is_chosen_by_keyboard(address, visit) -> None:
    page = visit(address)
    figeac = page.locator(f'path.epci[data-target="{GRAND_FIGEAC}"]')
    figeac.focus()
    page.keyboard.press("Enter")
    expect(answer(page)).to_contain_text("Grand-Figeac")
    expect(figeac).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Enter")
    expect(answer(page)).not_to_contain_text("Grand-Figeac")


def test_a_copied_link_opens_the_same_view(address, visit) -> None:
    first = visit(address)
    choose(first, "Territoire", "Grand-Figeac")
    expect(first).to_have_url(re.compile("epci="))
    choose(first, "Depuis", "1er janvier 2021")
    expect(first).to_have_url(re.compile("du=2021-01-01"))
    first.get_by_role("radio", name="Personnes").click()
    expect(answer(first)).to_contain_text("personnes installées")
    expect(first).to_have_url(re.compile("unite=personnes"))
    second = visit(first.url)
    expect(answer(second)).to_have_text(answer(first).inner_text())
    second.reload()
    expect(answer(second)).to_have_text(answer(first).inner_text())


def test_choices_follow_to_another_page_and_back(address, visit) -> None:
    page = visit(address)
    choose(page, "Territoire", "Grand-Figeac")
    expect(answer(page)).to_contain_text("Grand-Figeac")
    page.get_by_role("link", name="Installations").click()
    expect(page.locator("h1")).to_have_text(ADDRESSES["installations"])
    expect(answer(page)).to_contain_text("Grand-Figeac")
    page.go_back()
    expect(page.locator("h1")).to_have_text(ADDRESSES[""])
    expect(answer(page)).to_contain_text("Grand-Figeac")
    page.go_back()
    expect(answer(page)).not_to_contain_text("Grand-Figeac")
    page.go_forward()
    expect(answer(page)).to_contain_text("Grand-Figeac")


def test_plotly_draws_with_no_request_to_the_outside(address, visit) -> None:
    page = visit(f"{address}/installations")
    expect(page.locator(".barlayer .point path").first).to_be_attached()


@pytest.mark.parametrize("width", [390, 1440])
def test_a_number_that_is_touched_shows_its_files_and_lines(address, visit, width: int) -> None:
    page = visit(f"{address}/", width=width)
    wait_until_drawn(page)
    page.get_by_role("button", name="397 foyers suivis").press("Enter")
    proof = page.locator("h2", has_text="Foyers suivis : 397 foyers")
    expect(proof).to_be_in_viewport()
    page.get_by_text("Les 397 lignes derrière ce chiffre").click()
    expect(page.get_by_role("region", name="Fichiers et lignes")).to_contain_text("Grand-Figeac")


def test_answers_are_guarded(address, visit) -> None:
    page = visit(address)
    policy = page.request.get(address).headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert page.request.get(address).headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("width", [360, 1440])
def test_the_menu_is_one_line_where_the_present_page_stays_in_sight(address, visit, width: int) -> None:
    page = visit(f"{address}/sources", width=width)
    expect(page.locator(".st-key-menu_ici a")).to_be_in_viewport(ratio=0.8)
    assert page.locator(".st-key-menu").bounding_box()["height"] < 50
    page.locator(".st-key-menu a").last.focus()
    expect(page.locator(".st-key-menu a").last).to_be_in_viewport(ratio=0.8)
