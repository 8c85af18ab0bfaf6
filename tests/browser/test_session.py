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


def test_the_timer_is_off_until_it_is_asked_for(address, visit) -> None:
    page = visit(f"{address}/seance")
    timer = page.locator(".remote .timer")
    expect(timer).to_have_text("Minuteur")
    timer.click()
    expect(timer).to_have_text(re.compile(r"^0 min 0\d$"))
    timer.click()
    expect(timer).to_have_text("Minuteur")
