"""The committee's room: keys and buttons lead from screen to screen, and the URL follows."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import wait_until_drawn


def test_keys_and_buttons_lead_from_screen_to_screen(address, visit) -> None:
    page = visit(f"{address}/seance")
    count = page.locator(".remote .count")
    expect(count).to_have_text("1 / 7")
    wait_until_drawn(page)
    expect(page.locator(".st-key-menu")).to_be_hidden()
    for key, told in (("ArrowRight", "2 / 7"), ("PageDown", "3 / 7"), ("PageUp", "2 / 7"), ("End", "7 / 7")):
        page.keyboard.press(key)
        expect(count).to_have_text(told)
        expect(page).to_have_url(re.compile(f"ecran={told[0]}"))
    expect(page.locator(".lot-decisions li").first).to_be_visible()
    page.get_by_role("button", name="Précédent").click()
    expect(page.locator("h1")).to_have_text("Quels métiers manquent de bras ?")
    page.reload()
    expect(count).to_have_text("6 / 7")


def test_the_room_reads_what_the_first_page_says(address, visit) -> None:
    page, session = visit(address), visit(f"{address}/seance")
    said = page.locator(".lot-answer").inner_text()
    expect(session.locator(".lot-answer")).to_have_text(said)
    shown = session.locator(".lot-card-value").all_inner_texts()
    assert shown == page.locator(".lot-card-value").all_inner_texts()[: len(shown)]
    drawn = page.locator("svg.lot").get_attribute("aria-label")
    expect(visit(f"{address}/seance?ecran=3").locator("svg.lot")).to_have_attribute("aria-label", drawn)


def test_the_map_fills_the_screen_and_no_more(address, visit) -> None:
    page = visit(f"{address}/seance?ecran=3")
    expect(page.locator("svg.lot text.name")).to_have_count(10)
    box = page.locator("svg.lot").bounding_box()
    assert box["height"] > 900 * 0.6
    expect(page.get_by_role("button", name="Suivant")).to_be_in_viewport(ratio=0.9)
    assert page.locator("svg.lot text.name").first.bounding_box()["height"] > 20


def test_the_session_takes_the_full_screen(address, visit) -> None:
    page = visit(f"{address}/seance")
    for is_full in (True, False):
        page.get_by_role("button", name="Plein écran").click()
        assert page.evaluate(
            "wanted => new Promise(done => { const look = () => "
            "!!document.fullscreenElement === wanted ? done(true) : setTimeout(look, 50); look(); })",
            is_full,
        )


def test_the_timer_is_off_until_it_is_asked_for(address, visit) -> None:
    page = visit(f"{address}/seance")
    timer = page.locator(".remote .timer")
    expect(timer).to_have_text("Minuteur")
    timer.click()
    expect(timer).to_have_text(re.compile(r"^0 min 0\d$"))
    timer.click()
    expect(timer).to_have_text("Minuteur")
