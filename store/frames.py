"""Rows of the store as frames: one dtype per kind of column, the same for none as for many rows."""

from collections.abc import Iterable

import pandas as pd
from sqlalchemy import Column, Engine, Table


def frame_of(engine: Engine, table: Table, query) -> pd.DataFrame:
    """The query's rows; its columns are those of the table."""
    with engine.connect() as connection:
        result = connection.execute(query)
        names, rows = list(result.keys()), result.fetchall()
    values = zip(*rows, strict=True) if rows else ([] for _ in names)
    return pd.DataFrame({name: _typed(found, table.c[name]) for name, found in zip(names, values, strict=True)})


def _typed(values: Iterable, column: Column) -> pd.api.extensions.ExtensionArray:
    return pd.array(list(values), dtype=_dtype(column.type.python_type))


def _dtype(python_type: type) -> str:
    return {"str": "str", "int": "Int64", "float": "float64", "bool": "boolean"}.get(
        python_type.__name__, "datetime64[us]"
    )
