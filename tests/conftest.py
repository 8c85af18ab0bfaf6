"""What all tests share: settings of their own, and a store that holds the demo."""

from datetime import date

import pytest
from sqlalchemy import Engine

from programme.settings import DEMO, settings


@pytest.fixture(scope="session", autouse=True)
def own_settings(tmp_path_factory: pytest.TempPathFactory):
    """No test touches the machine's own store or key."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OHMYLOT_SECRET", "a secret for tests")
        patch.setenv("OHMYLOT_STORE", f"sqlite:///{tmp_path_factory.mktemp('store') / 'own.sqlite'}")
        settings.cache_clear()
        yield
    settings.cache_clear()


@pytest.fixture(scope="session")
def demo_store(own_settings, tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """A store into which every file of the demo was imported, received on the day of the committee."""
    from etl.pipeline import Choices, import_file
    from store.engine import open_store

    store = open_store(f"sqlite:///{tmp_path_factory.mktemp('demo') / 'demo.sqlite'}")
    for path in sorted(path for path in DEMO.rglob("*") if path.is_file()):
        import_file(store, path, Choices(received_date=date(2022, 3, 31), accepts_proposals=True))
    return store
