"""The pages as a reader sees them: opened on a store by their address, and what they show as text."""

import copy
import html
import json
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

import figures
from programme.settings import ROOT

SHELL = ROOT / "ui" / "shell.py"
ESCAPED = re.compile(r"\\u([0-9a-f]{4})")
Opened = Callable[..., "Screen"]
# Which spaces around signs are unbreakable is asserted once, with wording.spaced: here they read as spaces.
UNBREAKABLE = re.compile("\u00a0(?=[»:;?!])|(?<=«)\u00a0")


@dataclass(frozen=True)
class Screen:
    """What one page shows: its HTML as a tree, the data of its drawings by their key, and all that is sent."""

    app: AppTest
    body: Element
    drawings: dict[str, dict]
    sent: str

    @property
    def map(self) -> dict | None:
        return self.drawings.get("carte")

    @property
    def url(self) -> dict[str, str]:
        """The choices that the address says."""
        return {key: value if isinstance(value, str) else value[0] for key, value in self.app.query_params.items()}

    @property
    def question(self) -> str:
        """The page's h1."""
        [question] = self.texts("lot-question")
        return question

    @property
    def answer(self) -> str:
        """The sentence under it, what is put forward between stars."""
        answer = copy.deepcopy(self.body.find(".//*[@class='lot-answer']"))
        for strong in answer.iter("strong"):
            strong.text, strong.tail = f"**{strong.text or ''}", f"**{strong.tail or ''}"
        return "".join(answer.itertext())

    @property
    def cards(self) -> list[tuple[str, str]]:
        """Each card's figure and label."""
        return list(zip(self.texts("lot-card-value"), self.texts("lot-card-label"), strict=True))

    @property
    def notes(self) -> list[str]:
        """The lines under the drawings."""
        return self.texts("lot-note")

    @property
    def bars(self) -> dict[str, dict[str, str]]:
        """Each set of bars by its title: label -> words."""
        return {
            bars.attrib["aria-label"]: dict(
                zip(_texts(bars, "lot-bar-label"), _texts(bars, "lot-bar-words"), strict=True)
            )
            for bars in self.body.iterfind(".//*[@class='lot-bars']")
        }

    def texts(self, name: str) -> list[str]:
        """The texts of the elements of this class."""
        return _texts(self.body, name)

    def rows(self, caption: str) -> list[list[str]]:
        """The cells of the table with this caption, line by line, its headings first."""
        [table] = [table for table in self.body.iter("table") if "".join(table.find("caption").itertext()) == caption]
        return [["".join(cell.itertext()) for cell in line] for line in table.iter("tr")]

    def again(self) -> "Screen":
        """The same page after a choice was made on it."""
        return screen(self.app)


def _texts(tree: Element, name: str) -> list[str]:
    return ["".join(found.itertext()) for found in tree.iterfind(f".//*[@class='{name}']")]


@pytest.fixture(scope="session", autouse=True)
def _quick(quick_apps: None) -> None:
    """Every test here runs an app."""


@pytest.fixture(scope="session")
def registered(chosen, blank_store: Path) -> dict:
    """The pages that the shell registers: Streamlit tells them after a first run, and one is enough for all apps."""
    with chosen(store=f"sqlite:///{blank_store}"):
        return AppTest.from_file(SHELL, default_timeout=60).run()._registered_pages


@pytest.fixture
def opened(chosen, registered: dict) -> Iterator[Opened]:
    """Opens a page (by its file's name) on a store by its address, through the shell, with choices in the URL."""
    with ExitStack() as settings:

        def _opened(store: Engine, page: str, **query: str) -> Screen:
            settings.enter_context(chosen(store=store))
            app = AppTest.from_file(SHELL, default_timeout=60)
            app._registered_pages = registered
            for key, value in query.items():
                app.query_params[key] = value
            return screen(app.switch_page(f"../pages/{page}.py").run())

        yield _opened


@pytest.fixture
def asked(chosen, demo_store: Engine) -> Callable[..., figures.Answer]:
    """What the door answers on the demo, at the day of the committee."""

    def _asked(figure: str, *by: str, **changes: object) -> figures.Answer:
        with chosen(store=demo_store):
            return figures.ask(figure, replace(figures.Question(date(2022, 3, 31), by=by), **changes))

    return _asked


@pytest.fixture(scope="session")
def on_demo(chosen, registered: dict, demo_store: Engine) -> Callable[[str], Screen]:
    """A page on the demo as it first opens; read only: it was opened once for all."""
    return _kept(chosen, registered, demo_store.url)


@pytest.fixture(scope="session")
def on_one_epci(chosen, registered: dict, one_epci_store: Engine) -> Callable[[str], Screen]:
    """A page where only Grand-Figeac sent its workbook."""
    return _kept(chosen, registered, one_epci_store.url)


@pytest.fixture(scope="session")
def on_nothing(chosen, registered: dict, blank_store: Path) -> Callable[[str], Screen]:
    """A page before anything was received."""
    return _kept(chosen, registered, f"sqlite:///{blank_store}")


def _kept(chosen, registered: dict, store: object) -> Callable[[str], Screen]:
    app, kept = AppTest.from_file(SHELL, default_timeout=60), {}
    app._registered_pages = registered

    def _open(page: str) -> Screen:
        if page not in kept:
            with chosen(store=store):
                kept[page] = screen(app.switch_page(f"../pages/{page}.py").run())
        return kept[page]

    return _open


def screen(app: AppTest) -> Screen:
    assert not app.exception, app.exception[0].stack_trace
    components = {_key(part): json.loads(part.proto.json) for part in app.get("bidi_component")}
    charts = {_key(part): json.loads(part.proto.spec) for part in app.get("plotly_chart")}
    html = "".join(block.proto.body for block in app.get("html"))
    body = fromstring(f"<body>{UNBREAKABLE.sub(' ', html)}</body>")
    return Screen(app, body, components | charts, UNBREAKABLE.sub(" ", _sent(app)))


def _key(part) -> str:
    """The key that the page gave to a drawing: the end of its id."""
    return part.proto.id.rsplit("-", 1)[-1]


def _sent(app: AppTest) -> str:
    """All the texts of the page, letters escaped in JSON and HTML told as letters."""
    protos = [node.proto for node in app._tree if getattr(node, "proto", None)]
    raw = "\n".join(proto.SerializeToString().decode("utf-8", "replace") for proto in protos)
    return html.unescape(ESCAPED.sub(lambda match: chr(int(match[1], 16)), raw))
