"""Rows of the store as frames: one dtype per kind of column, the same for none as for many rows."""

import pandas as pd
from sqlalchemy import Engine, Table


def frame_of(engine: Engine, table: Table, query) -> pd.DataFrame:
    """The query's rows; its columns are those of the table."""
    with engine.connect() as connection:
        result = connection.execute(query)
        rows = pd.DataFrame(result.fetchall(), columns=list(result.keys()), dtype=object)
    return rows.astype({name: _dtype(table.c[name].type.python_type) for name in rows.columns})


def _dtype(python_type: type) -> str:
    return {"str": "str", "int": "Int64", "float": "float64", "bool": "boolean"}.get(
        python_type.__name__, "datetime64[us]"
    )
