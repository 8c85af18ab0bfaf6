"""Opening the store, and bringing it to the present schema."""

import atexit
from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url

from programme.settings import settings

MIGRATIONS = Path(__file__).parent / "migrations"
PRAGMAS = ("busy_timeout=10000", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "cache_size=-16000")


def open_store(url: str | None = None) -> Engine:
    """The store at `url` (default: the setting), at the latest schema; one engine per process and URL."""
    return _opened(url or settings().store)


@cache
def _opened(url: str) -> Engine:
    target = make_url(url)
    is_sqlite = target.get_backend_name() == "sqlite"
    if is_sqlite and target.database:
        Path(target.database).parent.mkdir(parents=True, exist_ok=True)
    # An error's text may go to a log: it holds no value of a row.
    engine = create_engine(target, hide_parameters=True)
    if is_sqlite:
        event.listen(engine, "connect", _make_durable)
        event.listen(engine, "begin", _begin)
    # The last connection that closes brings the journal into the file: whoever copies the file has it all.
    atexit.register(engine.dispose)
    migrate(engine)
    return engine


def migrate(engine: Engine, revision: str = "head") -> None:
    """Brings the schema to the latest version, whole or not at all; does nothing where it is there already."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.execution_options(sqlite_begin="BEGIN IMMEDIATE").begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)


def _make_durable(connection, _record) -> None:
    """Readers never wait for a writer (WAL), what is committed survives a power cut (full synchronous), and an import's
    pages stay in memory until they are written once (16 MB)."""
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    """The driver begins a transaction only before rows change: a migration would not be one."""
    options = connection.get_execution_options()
    if options.get("isolation_level") != "AUTOCOMMIT":
        connection.exec_driver_sql(options.get("sqlite_begin", "BEGIN"))
