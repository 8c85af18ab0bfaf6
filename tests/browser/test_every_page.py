"""What holds on every page, on a phone and on a screen: each is opened once, then looked at in several ways."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import wait_until_drawn
from ui.menu import ENTRIES

ADDRESSES = [*(entry.address for entry in ENTRIES), "mon-epci?epci=200067361"]
PHONE, SCREEN = 390, 1440
NARROWEST = 360
MOST_JUMPS = 0.05
WATCH_JUMPS = """
window.jumps = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.jumps.push(entry.value);
}).observe({ type: "layout-shift", buffered: true });
"""


@pytest.fixture(scope="module", params=[PHONE, SCREEN])
def width(request: pytest.FixtureRequest) -> int:
    return request.param


@pytest.fixture(scope="module", params=ADDRESSES, ids=lambda path: path or "synthese")
def page(chromium: Browser, address: str, width: int, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page as it comes to a new reader, its jumps counted from the first frame."""
    context = chromium.new_context(viewport={"width": width, "height": 900}, locale="fr-FR")
    page = context.new_page()
    page.add_init_script(WATCH_JUMPS)
    page.goto(f"{address}/{request.param}")
    wait_until_drawn(page)
    yield page
    context.close()


def test_nothing_jumps_while_it_comes(page: Page) -> None:
    assert sum(page.evaluate("window.jumps")) < MOST_JUMPS


def test_it_never_scrolls_sideways(page: Page, width: int) -> None:
    if width == PHONE:
        page.set_viewport_size({"width": NARROWEST, "height": 800})
    for scrolled in ("html", "[data-testid=stMain]"):
        assert page.locator(scrolled).evaluate("element => element.scrollWidth - element.clientWidth") <= 0
    page.set_viewport_size({"width": width, "height": 900})
