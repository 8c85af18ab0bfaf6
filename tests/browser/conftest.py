"""A served product and a real Chromium."""

import os
import shutil
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
# Below « / », Streamlit's own script first looks for its server beside the page; these two answers are 404.
PROBES = ("_stcore/health", "_stcore/host-config")
SERVED_WITHIN = 60

# Patience costs nothing where the machine is quiet.
PATIENCE = 60_000
# What a rerun leaves is stale and pale until it is drawn again; a spinner turns for ever, and is no movement.
UNTIL_QUIET = """async (patience) => {
  const isQuiet = () =>
    document.querySelector("[data-testid=stApp]")?.dataset.testScriptState === "notRunning"
    && !document.querySelector("[data-testid=stSkeleton], [data-stale=true]")
    && document.fonts.status === "loaded"
    && !document.getAnimations().some((moving) =>
      moving.playState === "running" && moving.effect.getComputedTiming().iterations !== Infinity);
  const end = performance.now() + patience;
  for (let frames = 0; frames < 10; frames = isQuiet() ? frames + 1 : 0) {
    if (performance.now() > end) throw new Error("the page never comes to rest");
    await new Promise(requestAnimationFrame);
  }
}"""

expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(item.fspath).is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def environment(demo_import, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The settings of a served product whose store holds the demo."""
    store = shutil.copy(demo_import.path, tmp_path_factory.mktemp("served"))
    return os.environ | {"OHMYLOT_STORE": f"sqlite:///{store}", "OHMYLOT_SECRET": "a secret for tests"}


@contextmanager
def served(environment: dict[str, str], folder: Path = ROOT) -> Iterator[str]:
    """The product (or the app.py of another folder) on a free port, ended afterwards; yields its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        "app.py",
        "--server.port",
        str(port),
        "--server.headless",
        "true",
    ]
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    try:
        address = f"http://127.0.0.1:{port}"
        wait_until_healthy(address, process)
        yield address
    finally:
        process.terminate()
        process.communicate(timeout=20)


def wait_until_healthy(address: str, process: subprocess.Popen) -> None:
    """Reads the server's own lines until one says that it listens, then asks it once."""
    for line in process.stdout:
        if b"URL" in line or b"running" in line:
            break
    with urllib.request.urlopen(f"{address}/_stcore/health", timeout=SERVED_WITHIN) as answer:
        assert answer.status == 200


@pytest.fixture(scope="session")
def address(environment: dict[str, str]) -> Iterator[str]:
    with served(environment) as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        yield browser
        browser.close()


@dataclass
class Watched:
    """A page, and all that its console and its network said."""

    page: Page
    complaints: list[str] = field(default_factory=list)

    def complain(self, text: str, url: str = "") -> None:
        if not any(probe in url for probe in PROBES):
            self.complaints.append(f"{text} {url}")


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """Opens an address in a new context; at the end, no console error and no request to the outside may remain."""
    opened: list[Watched] = []

    def open_page(url: str, *, width: int = 1440, height: int = 900, scheme: str = "light") -> Page:
        context = chromium.new_context(viewport={"width": width, "height": height}, color_scheme=scheme, locale="fr-FR")
        context.set_default_timeout(PATIENCE)
        watched = Watched(context.new_page())
        opened.append(watched)
        page = watched.page
        page.on("console", lambda said: said.type == "error" and watched.complain(said.text, said.location["url"]))
        page.on("pageerror", lambda error: watched.complain(str(error)))
        page.on("request", lambda asked: is_outside(asked.url) and watched.complain("outside", asked.url))
        page.goto(url)
        return page

    yield open_page
    for watched in opened:
        watched.page.context.close()
        assert watched.complaints == []


def is_outside(url: str) -> bool:
    return not url.startswith(("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:"))


def wait_until_drawn(page: Page) -> None:
    """Until the script has run, all of it is drawn afresh, and nothing fades, moves or is fetched any more."""
    expect(page.locator("h1")).to_be_visible()
    page.wait_for_load_state("networkidle")
    page.evaluate(UNTIL_QUIET, PATIENCE)
