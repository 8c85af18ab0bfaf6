"""Synthèse in a real browser, beside a blank Streamlit page of the same version: on a screen, and on a slow phone."""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Playwright, sync_playwright

from tests.bench.ratio import Ratio
from tests.browser.conftest import FLAGS, ROOT, served

ROUNDS = 5
LOOKS = (("1440 px", 1440, 1), ("390 px, processor slowed 4 times", 390, 4))
BLANK = "import streamlit as st\nst.write('un mot')\n"
# Written at each frame until seen: the first word of the blank page, our first figure, the first circle of the map.
PROBE = """
window.seen = {};
const watch = () => {
  const note = (name, element) => { if (element && !window.seen[name]) window.seen[name] = performance.now(); };
  const readable = (css) => {
    const element = document.querySelector(css);
    return element?.checkVisibility({ visibilityProperty: true }) && element;
  };
  note("word", readable("[data-testid=stMarkdownContainer] p"));
  note("figure", readable(".lot-card-value"));
  for (const part of document.querySelectorAll(".st-key-carte *")) {
    note("map", part.shadowRoot?.querySelector("svg.lot circle"));
  }
  requestAnimationFrame(watch);
};
requestAnimationFrame(watch);
"""
UNTIL = (
    "name => new Promise(done => { const look = () => seen[name] ? done(seen[name]) : setTimeout(look, 50); look(); })"
)


def measures() -> Iterator[Ratio]:
    """Medians of alternated rounds, each in a new browser: figures at most 1.5 times, the map 2 times."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        (Path(folder) / "app.py").write_text(BLANK, encoding="utf-8")
        with served(demo(folder)) as ours, served(dict(os.environ), Path(folder)) as blank:
            for look, width, slower in LOOKS:
                times: dict[str, list[float]] = {"word": [], "figure": [], "map": []}
                for number in range(ROUNDS + 1):
                    seen = load(playwright, blank, ["word"], width, slower)
                    seen |= load(playwright, ours, ["figure", "map"], width, slower)
                    for name, value in seen.items() if number else ():
                        times[name].append(value / 1000)
                middle = {name: statistics.median(values) for name, values in times.items()}
                for name, what in (("figure", "first figures readable"), ("map", "map drawn")):
                    yield Ratio(f"{what}, {look}", "a blank page", middle[name], middle["word"])


def load(playwright: Playwright, address: str, awaited: list[str], width: int, slower: int) -> dict[str, float]:
    """When each awaited thing was first seen, in milliseconds since the address was asked for."""
    browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
    page = browser.new_context(viewport={"width": width, "height": 900}, locale="fr-FR").new_page()
    page.add_init_script(PROBE)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.goto(address, wait_until="commit")
    seen = {name: page.evaluate(UNTIL, name) for name in awaited}
    browser.close()
    return seen


def demo(folder: str) -> dict[str, str]:
    """The settings of a product whose store holds the demo."""
    own = {"OHMYLOT_STORE": f"sqlite:///{Path(folder) / 'demo.sqlite'}", "OHMYLOT_SECRET": "a secret for measurements"}
    environment = os.environ | own
    subprocess.run([sys.executable, "-m", "etl", "demo"], cwd=ROOT, env=environment, check=True, capture_output=True)
    return environment
