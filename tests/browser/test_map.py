"""The map and what surrounds it, as a reader's hand and eye meet them."""

import itertools

import pytest
from playwright.sync_api import Page, expect

CAHORS = 'path.commune[data-commune="46042"]'
GRAND_CAHORS = 'path.epci[data-target="200023737"]'


def drawn(page: Page) -> None:
    expect(page.locator("svg.lot circle").first).to_be_attached()


def overlap(one: dict, other: dict, start: str, size: str) -> bool:
    """Along one axis, by more than the 4 pixels of halo and leading that a box has around its letters."""
    return min(one[start] + one[size], other[start] + other[size]) - max(one[start], other[start]) > 4


def test_a_choice_changes_the_drawing_and_does_not_draw_it_again(address, visit) -> None:
    page = visit(address)
    drawn(page)
    page.locator("svg.lot").evaluate("svg => { svg.isTheSame = true }")
    page.locator(CAHORS).click()
    expect(page.locator(GRAND_CAHORS)).to_have_attribute("aria-pressed", "true")
    assert page.locator("svg.lot").evaluate("svg => svg.isTheSame")
    assert page.locator("path.chosen").get_attribute("d")


def test_a_second_click_leaves_the_choice(address, visit) -> None:
    page = visit(f"{address}/?epci=200023737")
    expect(page.locator(GRAND_CAHORS)).to_have_attribute("aria-pressed", "true")
    page.locator(CAHORS).click()
    expect(page.locator(GRAND_CAHORS)).to_have_attribute("aria-pressed", "false")
    expect(page).to_have_url(f"{address}/")


def test_a_commune_says_its_figure_under_the_pointer(address, visit) -> None:
    page = visit(address)
    drawn(page)
    page.locator(CAHORS).hover()
    expect(page.locator(".map .tip b")).to_have_text("Cahors")
    expect(page.locator(".map .tip span")).to_contain_text("installé")
    expect(page.locator(".map .tip small")).to_contain_text("Grand Cahors")


@pytest.mark.parametrize("width", [390, 1440])
def test_names_are_all_there_and_do_not_collide(address, visit, width: int) -> None:
    page = visit(address, width=width)
    drawn(page)
    names = page.locator("svg.lot text.name")
    expect(names).to_have_count(10)
    boxes = [box.bounding_box() for box in names.all()]
    frame = page.locator("svg.lot").bounding_box()
    for one, other in itertools.combinations(boxes, 2):
        assert not (overlap(one, other, "x", "width") and overlap(one, other, "y", "height")), (one, other)
    assert all(
        frame["x"] - 1 <= box["x"] and box["x"] + box["width"] <= frame["x"] + frame["width"] + 1 for box in boxes
    )
