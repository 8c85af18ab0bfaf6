"""Every page's screenshot on the demo, at 390 and 1440 px, by day and by night, into docs/screens: `make screens`."""

import io
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, expect, sync_playwright

from tests.browser.conftest import FLAGS, ROOT, served, wait_until_drawn
from ui.menu import ENTRIES

FOLDER = ROOT / "docs" / "screens"
WIDTHS = {1440: 900, 390: 844}
LONGEST = 4200
WIDEST_PICTURE = 1000


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        own = {"OHMYLOT_STORE": f"sqlite:///{Path(folder) / 'demo.sqlite'}", "OHMYLOT_SECRET": "a secret for pictures"}
        environment = os.environ | own
        subprocess.run([sys.executable, "-m", "etl", "demo"], cwd=ROOT, env=environment, check=True)
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        with served(environment) as address:
            for scheme in ("light", "dark"):
                for width, height in WIDTHS.items():
                    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
                    for entry in ENTRIES:
                        page = context.new_page()
                        page.goto(f"{address}/{entry.address}")
                        picture = f"{Path(entry.file).stem}_{width}_{scheme}.webp"
                        keep(page, width, FOLDER / picture)
                        page.close()
        browser.close()


def keep(page: Page, width: int, path: Path) -> None:
    """Waits until the page is drawn, makes the window as tall as it, and writes a small picture."""
    expect(page.locator(".lot-answer")).to_be_visible()
    expect(page.locator(".st-key-menu_ici a")).to_be_attached()
    wait_until_drawn(page)
    for drawing in page.locator("figure.map, figure.line, .stPlotlyChart").all():
        expect(drawing.locator("svg path, svg text").first).to_be_attached()
    tall = page.locator("[data-testid=stMain]").evaluate("element => element.scrollHeight")
    page.set_viewport_size({"width": width, "height": min(tall, LONGEST)})
    page.wait_for_load_state("networkidle")
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    shot = Image.open(io.BytesIO(page.screenshot(animations="disabled")))
    shot.thumbnail((WIDEST_PICTURE, LONGEST))
    shot.save(path, quality=42, method=6)


if __name__ == "__main__":
    main()
