"""What the store knows: the current state of each table, or the state known on a past date."""

from datetime import date

import pandas as pd
from sqlalchemy import Engine, Table, func, select

from store import schema

REPLACED_BY = {
    "labour_needs": ["survey_year"],
    "labour_needs_national": ["survey_year"],
    "tensions": ["tension_year"],
    "living_conditions": ["indicator", "condition_year"],
    "follow_ups": ["household_id", "follow_up_date"],
}
"""Tables of which the last file to speak of these keys counts, whatever came between: a call made stays made."""
OF_A_HOUSEHOLD = ("needs", "household_keys")


def version(engine: Engine) -> str:
    """A word that changes with every accepted import and every decision, for caches."""
    with engine.connect() as connection:
        counts = [
            connection.scalar(select(func.count()).select_from(table)) for table in (schema.imports, schema.duplicates)
        ]
    return "-".join(map(str, counts))


def read_imports(engine: Engine, known_on: date | None = None) -> pd.DataFrame:
    """One row per accepted import received by `known_on`, in the order in which they count."""
    chosen = select(schema.imports).order_by(schema.imports.c.received_date, schema.imports.c.import_id)
    if known_on:
        chosen = chosen.where(schema.imports.c.received_date <= known_on)
    return _frame(engine, schema.imports, chosen)


def read_table(engine: Engine, name: str, *, known_on: date | None = None, history: bool = False) -> pd.DataFrame:
    """The rows of a table as known on a date (default: now); `history` gives those of superseded imports too.

    Raises KeyError for a table that does not exist.
    """
    table = schema.metadata.tables[name]
    if name == "imports":
        return read_imports(engine, known_on)
    if "import_id" not in table.c:
        return _frame(engine, table, select(table))
    # The imports first: rows of one that is accepted meanwhile are left for the next reading.
    received = read_imports(engine, known_on)
    rows = _frame(engine, table, select(table))
    if history:
        return rows[rows["import_id"].isin(received["import_id"])].reset_index(drop=True)
    if name in REPLACED_BY:
        return _last_import_of(rows, REPLACED_BY[name], received)
    current = current_imports(received)
    if name == "households":
        return _last_import_of(rows, ["household_id"], current)
    if name == "targets":
        return _last_import_of(rows, ["figure", "epci_code", "target_year"], current)
    if name in OF_A_HOUSEHOLD:
        return _of_current_households(engine, rows, current)
    return rows[rows["import_id"].isin(current["import_id"])].reset_index(drop=True)


def current_imports(received: pd.DataFrame) -> pd.DataFrame:
    """The imports that still count: for each EPCI and family of kinds, the last full one and what came after it.

    A `state` supersedes that EPCI's earlier state; a supplement or follow-up adds to it. Steering workbooks and
    lists of trainings are full; targets alone add to the former.
    """
    full = received["kind"].isin(["state", "steering", "trainings"])
    family = received["kind"].replace({"supplement": "state", "follow_up": "state", "targets": "steering"})
    groups = [received["epci_code"].fillna(""), family]
    generation = full.groupby(groups).cumsum()
    return received[generation == generation.groupby(groups).transform("max")]


def _last_import_of(rows: pd.DataFrame, keys: list[str], received: pd.DataFrame) -> pd.DataFrame:
    """The rows whose import is the last one that speaks of their keys."""
    rank = pd.Series(range(len(received)), index=received["import_id"])
    order = rows["import_id"].map(rank)
    last = order.groupby([rows[key] for key in keys]).transform("max")
    return rows[order == last].reset_index(drop=True)


def _of_current_households(engine: Engine, rows: pd.DataFrame, current: pd.DataFrame) -> pd.DataFrame:
    """The rows of the import in which their household now stands: none, if it said nothing more of them."""
    owners = schema.households
    households = _frame(engine, owners, select(owners.c.household_id, owners.c.import_id))
    keys = ["household_id", "import_id"]
    now = pd.MultiIndex.from_frame(_last_import_of(households, ["household_id"], current)[keys])
    return rows[pd.MultiIndex.from_frame(rows[keys]).isin(now)].reset_index(drop=True)


def _frame(engine: Engine, table: Table, query) -> pd.DataFrame:
    """The query's rows with one dtype per kind of column, the same for none as for many rows."""
    with engine.connect() as connection:
        result = connection.execute(query)
        rows = pd.DataFrame(result.fetchall(), columns=list(result.keys()), dtype=object)
    return rows.astype({name: _dtype(table.c[name].type.python_type) for name in rows.columns})


def _dtype(python_type: type) -> str:
    return {"str": "str", "int": "Int64", "float": "float64", "bool": "boolean"}.get(
        python_type.__name__, "datetime64[us]"
    )
