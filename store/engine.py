"""Opening the store, and bringing it to the present schema."""

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import make_url

from programme.settings import settings

MIGRATIONS = Path(__file__).parent / "migrations"


@cache
def open_store(url: str | None = None) -> Engine:
    """The store at `url` (default: the setting), at the latest schema; one engine per process and URL."""
    target = make_url(url or settings().store)
    if target.get_backend_name() == "sqlite" and target.database:
        Path(target.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(target)
    if target.get_backend_name() == "sqlite":
        event.listen(engine, "connect", _make_durable)
    migrate(engine)
    return engine


def migrate(engine: Engine) -> None:
    """Brings the schema to the latest version; does nothing where it is there already."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _make_durable(connection, _record) -> None:
    """Readers never wait for a writer (WAL), and what is committed survives a power cut (full synchronous)."""
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=10000"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
