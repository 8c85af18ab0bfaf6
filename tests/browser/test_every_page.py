"""What holds on every page, on a phone and on a screen: each is opened once, then looked at in several ways."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PATIENCE, wait_until_drawn
from ui.menu import ENTRIES

ADDRESSES = [*(entry.address for entry in ENTRIES), "mon-epci?epci=200067361"]
PHONE, SCREEN = 390, 1440
NARROW = {PHONE: (360,), SCREEN: (1440, 720)}
MOST_JUMPS = 0.05
WATCH_JUMPS = """
window.jumps = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.jumps.push(entry.value);
}).observe({ type: "layout-shift", buffered: true });
"""
# Words that are English alone: « date », « table » or « minimum » would be French as well.
ENGLISH = set(Path(__file__).with_name("english.txt").read_text(encoding="utf-8").split())
# Names, which have no other language: those of files and licences.
NAMES = re.compile(r"\S+\.(?:xlsx|csv|ods|yml|md)\b|\bopen (?:data|licence)\b|https?://\S+", re.IGNORECASE)
ALL_WORDS = """() => {
  const told = [];
  const silent = "script, style, noscript, [data-testid=stIconMaterial]";
  const visit = (root) => root.querySelectorAll(`*:not(${silent})`).forEach((element) => {
    for (const name of ["aria-label", "title", "placeholder", "alt"]) told.push(element.getAttribute(name));
    for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) told.push(node.data);
    if (element.shadowRoot) visit(element.shadowRoot);
  });
  visit(document);
  return [...new Set(told)].filter((text) => text?.trim());
}"""


@pytest.fixture(scope="module", params=[PHONE, SCREEN])
def width(request: pytest.FixtureRequest) -> int:
    return request.param


@pytest.fixture(scope="module", params=ADDRESSES, ids=lambda path: path or "synthese")
def page(chromium: Browser, address: str, width: int, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page as it comes to a new reader, its jumps counted from the first frame."""
    context = chromium.new_context(viewport={"width": width, "height": 900}, locale="fr-FR")
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.add_init_script(WATCH_JUMPS)
    page.goto(f"{address}/{request.param}")
    wait_until_drawn(page)
    yield page
    context.close()


def test_nothing_jumps_while_it_comes(page: Page) -> None:
    assert sum(page.evaluate("window.jumps")) < MOST_JUMPS


def test_it_never_scrolls_sideways(page: Page, width: int) -> None:
    """On the narrowest phone, on a screen, and on a screen zoomed at 200 %."""
    for narrow in NARROW[width]:
        page.set_viewport_size({"width": narrow, "height": 800})
        for scrolled in ("html", "[data-testid=stMain]"):
            assert page.locator(scrolled).evaluate("element => element.scrollWidth - element.clientWidth") <= 0
    page.set_viewport_size({"width": width, "height": 900})


def test_paper_keeps_what_is_read_and_leaves_what_is_touched(page: Page) -> None:
    page.emulate_media(media="print")
    expect(page.locator(".st-key-menu")).to_be_hidden()
    touched = ":is(button:not([role=tab], .lot-card-value), input, [role=combobox]):visible"
    expect(page.locator(touched)).to_have_count(0)
    for read in ("h1", ".lot-answer"):
        expect(page.locator(read)).to_be_visible()
    maps = page.locator("figure.map:visible")
    assert maps.count() == page.locator("figure.map").count()
    page.emulate_media(media="screen")


def test_its_menu_comes_though_last(page: Page) -> None:
    expect(page.locator(".st-key-menu a")).to_have_count(len(ENTRIES))


def test_it_speaks_french(page: Page) -> None:
    assert page.locator("html").get_attribute("lang") == "fr"
    told = {text: ENGLISH & words_of(text) for text in page.evaluate(ALL_WORDS)}
    assert {text: words for text, words in told.items() if words} == {}


def words_of(text: str) -> set[str]:
    return set(re.findall(r"[a-zà-ÿ]+", NAMES.sub("", text).lower()))
