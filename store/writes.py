"""Accepting a file: all its rows in one transaction, or none."""

from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime

import pandas as pd
from sqlalchemy import Engine, insert, select

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
    """The import that already took this very file, if any."""
    imports = schema.imports
    query = select(imports.c.import_id).where(
        imports.c.sha256 == sha256, imports.c.epci_code.is_not_distinct_from(epci_code), imports.c.kind == kind
    )
    with engine.connect() as connection:
        return connection.scalar(query)


def record_import(engine: Engine, receipt: Receipt, frames: dict[str, pd.DataFrame]) -> int:
    """Writes an import and its rows; returns its import_id. `frames` are the rows by table, without import_id.

    Raises sqlalchemy's errors where the rows break the schema; nothing is written then.
    """
    with engine.begin() as connection:
        values = asdict(receipt) | {"accepted_at": datetime.now(UTC).replace(tzinfo=None)}
        import_id = connection.execute(insert(schema.imports).values(values)).inserted_primary_key[0]
        for name, frame in frames.items():
            if len(frame):
                connection.execute(insert(schema.metadata.tables[name]), _records(frame, import_id))
    return import_id


def _records(frame: pd.DataFrame, import_id: int) -> list[dict]:
    columns = {name: _plain(frame[name]) for name in frame.columns}
    columns["import_id"] = [import_id] * len(frame)
    names = list(columns)
    return [dict(zip(names, values, strict=True)) for values in zip(*columns.values(), strict=True)]


def _plain(column: pd.Series) -> list:
    """Python values, None where missing: what a database driver takes."""
    values = column.dt.date if pd.api.types.is_datetime64_any_dtype(column) else column
    return values.astype(object).where(column.notna(), None).tolist()
