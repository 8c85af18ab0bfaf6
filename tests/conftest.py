"""What all tests share: settings of their own, and stores that hold the demo, a part of it or nothing."""

import fcntl
import gc
import io
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import hypothesis
import pytest
from sqlalchemy import Engine

from programme.settings import DEMO, settings

# A busy machine is not a fault: no example is failed for being slow. The same tree gives the same answer twice; new
# examples are looked for with `pytest --hypothesis-profile=explore`.
hypothesis.settings.register_profile("explore", deadline=None)
hypothesis.settings.register_profile("project", deadline=None, derandomize=True, max_examples=40)
hypothesis.settings.load_profile("project")

RECEIVED = date(2022, 3, 31)
GRAND_FIGEAC_FILE = DEMO / "Grand-Figeac_suivi des porteurs de projet.xlsx"
SECRET = "a secret for tests"
Chosen = Callable[..., AbstractContextManager[None]]
Once = Callable[[str, Callable[[Path], Path]], Path]


def pytest_collection_finish() -> None:
    """What collection made stays to the end: no garbage is looked for in it."""
    gc.freeze()


@dataclass(frozen=True)
class Imported:
    """A store made by the command: its file, and what the command said on stdout and on stderr."""

    path: Path
    said: str
    told: str


@pytest.fixture(scope="session", autouse=True)
def own_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test touches the machine's own store or key."""
    with chosen(secret=SECRET, store=f"sqlite:///{tmp_path_factory.mktemp('store') / 'own.sqlite'}"):
        yield


@contextmanager
def chosen(**values: object) -> Iterator[None]:
    """Settings as the environment would say them, for a while; the store as an Engine or as a URL."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in values.items():
            told = value.url.render_as_string(hide_password=False) if isinstance(value, Engine) else str(value)
            patch.setenv(f"OHMYLOT_{name.upper()}", told)
        settings.cache_clear()
        yield
    settings.cache_clear()


@pytest.fixture(scope="session", name="chosen")
def chosen_fixture(own_settings: None) -> Chosen:
    return chosen


@pytest.fixture(scope="session", autouse=True)
def _quick_children(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Received files are opened by children of one and the same interpreter, which costs a tenth of the product's."""
    from etl import workbook
    from tests.children import quick_children

    with quick_children(tmp_path_factory.mktemp("answers")) as run, pytest.MonkeyPatch.context() as patch:
        patch.setattr(workbook, "_run_child", run)
        yield


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """Makes a folder of this name once in a run: the first worker that asks fills it, the others wait for it."""
    mine = tmp_path_factory.getbasetemp()
    shared = mine.parent if "PYTEST_XDIST_WORKER" in os.environ else mine

    def _once(name: str, fill: Callable[[Path], Path]) -> Path:
        folder = shared / name
        with (shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not folder.exists():
                fill(tmp_path_factory.mktemp(name)).rename(folder)
        return folder

    return _once


@pytest.fixture(scope="session")
def demo_import(own_settings: None, once: Once) -> Imported:
    """Every file of the demo, imported by the command on the day of the committee; read only."""
    folder = once("demo", _import_demo)
    return Imported(folder / "store.sqlite", *((folder / name).read_text("utf-8") for name in ("said", "told")))


def _import_demo(folder: Path) -> Path:
    from etl.__main__ import main

    said, told, store = io.StringIO(), io.StringIO(), f"sqlite:///{folder / 'store.sqlite'}"
    with chosen(secret=SECRET, store=store), redirect_stdout(said), redirect_stderr(told):
        assert main(["import", str(DEMO), "--received", str(RECEIVED), "--json"]) == 1, told.getvalue()
    _opened(folder / "store.sqlite").dispose()
    (folder / "said").write_text(said.getvalue(), "utf-8")
    (folder / "told").write_text(told.getvalue(), "utf-8")
    return folder


@pytest.fixture(scope="session")
def demo_store(own_settings: None, demo_import: Imported, tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """A store into which every file of the demo was imported, received on the day of the committee."""
    return _copy(demo_import.path, tmp_path_factory.mktemp("demo"))


@pytest.fixture(scope="session")
def one_epci_store(own_settings: None, once: Once, tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """A store that knows one workbook, of Grand-Figeac: no committee, no survey of employers."""
    from etl.pipeline import Choices, import_file

    def fill(folder: Path) -> Path:
        store = _opened(folder / "store.sqlite")
        import_file(store, GRAND_FIGEAC_FILE, Choices(received_date=RECEIVED, accepts_proposals=True))
        store.dispose()
        return folder

    return _copy(once("one_epci", fill) / "store.sqlite", tmp_path_factory.mktemp("one_epci"))


@pytest.fixture(scope="session")
def blank_store(own_settings: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("blank_store") / "store.sqlite"
    _opened(path).dispose()
    return path


@pytest.fixture(scope="session")
def quick_apps() -> Iterator[None]:
    """For each AppTest, Streamlit reads what every installed package says of itself: here, once. No browser draws."""
    from streamlit.components.v2 import manifest_scanner

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        patch.setattr("ui.later.PAUSES", ())
        yield


@pytest.fixture
def empty_store(blank_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """A store of one's own, into which nothing was imported."""
    store = _copy(blank_store, tmp_path_factory.mktemp("empty"))
    yield store
    store.dispose()


def _copy(path: Path, folder: Path) -> Engine:
    """A copy is at the present schema as its model is: asking it so is most of what opening it takes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("store.engine.migrate", lambda _engine: None)
        return _opened(Path(shutil.copy(path, folder)))


def _opened(path: Path) -> Engine:
    from store.engine import open_store

    return open_store(f"sqlite:///{path}")
