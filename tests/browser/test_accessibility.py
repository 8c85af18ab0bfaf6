"""Every page before axe-core: no serious nor critical violation, wide and narrow, by day and by night."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.conftest import PATIENCE, wait_until_drawn
from ui.menu import ENTRIES

AXE = Path(__file__).parent / "vendor" / "axe.min.js"
LOOKS = [(width, scheme) for width in (390, 1440) for scheme in ("light", "dark")]
GRAVE = ("serious", "critical")
# (rule, piece of the element's HTML): what Streamlit 1.67 itself gets wrong, and docs/accessibilite.md tells.
STREAMLITS_OWN: tuple[tuple[str, str], ...] = ()


@pytest.fixture(scope="module", params=LOOKS, ids=lambda look: f"{look[0]}-{look[1]}")
def context(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """A reader whose browser lets the checker's script in, which our policy refuses."""
    width, scheme = request.param
    context = chromium.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        locale="fr-FR",
        bypass_csp=True,
        reduced_motion="reduce",
    )
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.title)
def test_a_page_has_no_grave_violation(address: str, context: BrowserContext, entry) -> None:
    page = context.new_page()
    page.goto(f"{address}/{entry.address}")
    wait_until_drawn(page)
    assert violations(page) == []
    page.close()


def violations(page: Page) -> list[str]:
    """« rule: element » of each grave violation that is ours."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("async () => (await axe.run(document, {resultTypes: ['violations']})).violations")
    told = [(rule["id"], node["html"]) for rule in found if rule["impact"] in GRAVE for node in rule["nodes"]]
    return [
        f"{rule}: {html[:300]}"
        for rule, html in told
        if not any(rule == known and piece in html for known, piece in STREAMLITS_OWN)
    ]


def test_the_checker_sees_a_fault(address: str, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(f"{address}/sources")
    wait_until_drawn(page)
    page.locator("h1").evaluate("heading => heading.insertAdjacentHTML('afterend', '<img src=\"data:,\">')")
    assert [found.split(":")[0] for found in violations(page)] == ["image-alt"]
    page.close()
