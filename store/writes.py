"""Accepting a file: all its rows in one transaction, or none; taking it back; what people decided."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime

import pandas as pd
from sqlalchemy import Connection, Engine, Table, delete, insert, select

from store import schema


@dataclass(frozen=True)
class Receipt:
    """What is said of one accepted file, EPCI and kind."""

    sha256: str
    source_file: str
    epci_code: str | None
    kind: str
    received_date: date
    read_count: int
    accepted_count: int
    rejected_count: int
    left_out_count: int
    is_demo: bool = False


def find_import(engine: Engine, sha256: str, epci_code: str | None, kind: str) -> int | None:
    """The import that already took this very file, if any and not undone."""
    imports = schema.imports
    query = select(imports.c.import_id).where(
        imports.c.sha256 == sha256,
        imports.c.epci_code.is_not_distinct_from(epci_code),
        imports.c.kind == kind,
        imports.c.import_id.not_in(select(schema.undos.c.import_id)),
    )
    with engine.connect() as connection:
        return connection.scalar(query)


def record_import(
    engine: Engine,
    receipt: Receipt,
    frames: Mapping[str, pd.DataFrame],
    choices: Mapping[str, pd.DataFrame] | None = None,
) -> int:
    """Writes an import and its rows; returns its import_id. `frames` are the rows by table, without import_id.

    `choices` are rows of `layouts` and `label_choices`, each in the place of the one of the same key. Raises
    sqlalchemy's errors where the rows break the schema; nothing is written then.
    """
    with engine.begin() as connection:
        values = asdict(receipt) | {"accepted_at": _now()}
        import_id = connection.execute(insert(schema.imports).values(values)).inserted_primary_key[0]
        for name, frame in frames.items():
            if len(frame):
                connection.execute(insert(schema.metadata.tables[name]), _records(frame, import_id))
        for name, frame in (choices or {}).items():
            _remember(connection, schema.metadata.tables[name], frame)
    return import_id


def undo_import(engine: Engine, import_id: int) -> None:
    """Takes an import back: a row says so, and it counts no more. Raises KeyError where it does not count already."""
    imports, undos = schema.imports, schema.undos
    with engine.begin() as connection:
        counts = select(imports.c.import_id).where(
            imports.c.import_id == import_id, imports.c.import_id.not_in(select(undos.c.import_id))
        )
        if connection.scalar(counts) is None:
            raise KeyError(import_id)
        connection.execute(insert(undos).values(import_id=import_id, undone_at=_now()))


def record_decision(engine: Engine, pair: tuple[str, str], decision: str, reason: str, evidence: str = "") -> None:
    """Keeps what a person decided of two households, with the reason; a later decision comes before it."""
    one, other = sorted(pair)
    row = {"household_id": one, "other_household_id": other, "decision": decision, "reason": reason}
    with engine.begin() as connection:
        connection.execute(insert(schema.duplicates).values(row | {"evidence": evidence, "decided_at": _now()}))


def _remember(connection: Connection, table: Table, rows: pd.DataFrame) -> None:
    for row in rows.to_dict("records"):
        same_key = [column == row[column.name] for column in table.primary_key]
        connection.execute(delete(table).where(*same_key))
        connection.execute(insert(table).values(row | {"chosen_at": _now()}))


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)


def _records(frame: pd.DataFrame, import_id: int) -> list[dict]:
    columns = {name: _plain(frame[name]) for name in frame.columns}
    columns["import_id"] = [import_id] * len(frame)
    names = list(columns)
    return [dict(zip(names, values, strict=True)) for values in zip(*columns.values(), strict=True)]


def _plain(column: pd.Series) -> list:
    """Python values, None where missing: what a database driver takes."""
    values = column.dt.date if pd.api.types.is_datetime64_any_dtype(column) else column
    return values.astype(object).to_numpy(na_value=None).tolist()
