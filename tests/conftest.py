"""What all tests share: settings of their own, and stores that hold the demo, a part of it or nothing."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from pathlib import Path

import hypothesis
import pytest
from sqlalchemy import Engine

from programme.settings import DEMO, settings

# A busy machine is not a fault: no example is failed for being slow. The same tree gives the same answer twice; new
# examples are looked for with `pytest --hypothesis-profile=explore`.
hypothesis.settings.register_profile("explore", deadline=None)
hypothesis.settings.register_profile("project", deadline=None, derandomize=True)
hypothesis.settings.load_profile("project")

RECEIVED = date(2022, 3, 31)
GRAND_FIGEAC_FILE = DEMO / "Grand-Figeac_suivi des porteurs de projet.xlsx"
Chosen = Callable[..., AbstractContextManager[None]]


@pytest.fixture(scope="session", autouse=True)
def own_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test touches the machine's own store or key."""
    with chosen(secret="a secret for tests", store=f"sqlite:///{tmp_path_factory.mktemp('store') / 'own.sqlite'}"):
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


@pytest.fixture(scope="session")
def demo_store(own_settings: None, tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """A store into which every file of the demo was imported, received on the day of the committee."""
    files = sorted(path for path in DEMO.rglob("*") if path.is_file())
    return _filled(tmp_path_factory.mktemp("demo") / "demo.sqlite", files)


@pytest.fixture(scope="session")
def one_epci_store(own_settings: None, tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """A store that knows one workbook, of Grand-Figeac: no committee, no survey of employers."""
    return _filled(tmp_path_factory.mktemp("one_epci") / "one_epci.sqlite", [GRAND_FIGEAC_FILE])


@pytest.fixture
def empty_store(own_settings: None, tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """A store of one's own, into which nothing was imported."""
    return _filled(tmp_path_factory.mktemp("empty") / "empty.sqlite", [])


def _filled(path: Path, files: list[Path]) -> Engine:
    from etl.pipeline import Choices, import_file
    from store.engine import open_store

    store = open_store(f"sqlite:///{path}")
    for file in files:
        import_file(store, file, Choices(received_date=RECEIVED, accepts_proposals=True))
    return store
