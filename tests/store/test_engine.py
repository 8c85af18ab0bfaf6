"""The store opens at the present schema, and does not lose what it was told to keep."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, create_engine, inspect, text
from sqlalchemy.exc import IntegrityError, OperationalError

from store import schema
from store.engine import migrate, open_store


def url(path) -> str:
    return f"sqlite:///{path / 'sub' / 'store.sqlite'}"


def test_migrations_make_the_schema_and_nothing_else(empty_store: Engine):
    with empty_store.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, schema.metadata) == []


@pytest.mark.parametrize(("pragma", "value"), [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1)])
def test_sqlite_is_durable_and_lets_people_read_while_it_writes(empty_store: Engine, pragma, value):
    with empty_store.connect() as connection:
        assert connection.scalar(text(f"PRAGMA {pragma}")) == value


def test_a_reader_is_not_stopped_by_a_writer(empty_store: Engine):
    with empty_store.begin() as writer:
        writer.execute(
            text(
                "INSERT INTO duplicates (household_id, other_household_id, decided_at) VALUES ('a', 'b', '2022-03-31')"
            )
        )
        with empty_store.connect() as reader:
            assert reader.scalar(text("SELECT count(*) FROM duplicates")) == 0


def test_a_row_without_its_import_is_refused(empty_store: Engine):
    with pytest.raises(IntegrityError, match="FOREIGN KEY"), empty_store.begin() as connection:
        connection.execute(text("INSERT INTO committees (committee_date, import_id) VALUES ('2022-03-31', 1)"))


def test_the_folder_is_made_and_an_engine_opened_once(tmp_path):
    assert open_store(url(tmp_path)) is open_store(url(tmp_path))
    assert (tmp_path / "sub" / "store.sqlite").is_file()


def test_the_default_store_is_the_setting_s(tmp_path, chosen):
    with chosen(store=url(tmp_path)):
        assert open_store() is open_store(url(tmp_path))
    assert open_store() is not open_store(url(tmp_path))


def test_a_store_of_the_first_version_keeps_its_rows(tmp_path):
    old = create_engine(f"sqlite:///{tmp_path / 'old.sqlite'}")
    migrate(old, "0001")
    with old.begin() as connection:
        receipt = "1, 'a', 'a.xlsx', '200023737', 'state', '2022-03-31', '2022-03-31', 1, 1, 0, 0, 1"
        connection.execute(text(f"INSERT INTO imports VALUES ({receipt})"))
        connection.execute(text("INSERT INTO households (household_id, family_id, import_id) VALUES ('h', 'h', 1)"))
    old.dispose()
    with open_store(f"sqlite:///{tmp_path / 'old.sqlite'}").connect() as connection:
        rows = connection.execute(text("SELECT household_id, import_id, occupation_code FROM households")).fetchall()
    assert rows == [("h", 1, None)]


def test_a_migration_that_fails_leaves_the_store_as_it_was(tmp_path):
    path = tmp_path / "odd.sqlite"
    before = create_engine(f"sqlite:///{path}")
    with before.begin() as connection:
        connection.execute(text("CREATE TABLE trainings (something TEXT)"))
    with pytest.raises(OperationalError, match="trainings already exists"):
        open_store(f"sqlite:///{path}")
    assert inspect(before).get_table_names() == ["trainings"]
