"""What the store knows: the current state of each table, or the state known on a past date."""

from datetime import date

import pandas as pd
from sqlalchemy import Engine, func, select

from store import families, schema
from store.current import current_imports, last_import_of, read_imports, with_first_contacts
from store.frames import frame_of

REPLACED_BY = {
    "labour_needs": ["survey_year"],
    "labour_needs_national": ["survey_year"],
    "tensions": ["tension_year"],
    "living_conditions": ["indicator", "condition_year"],
    "follow_ups": ["household_id", "follow_up_date"],
    "reported_counts": ["epci_code", "month_date", "figure"],
}
"""Tables of which the last file to speak of these keys counts, whatever came between: a call made stays made."""
REPLACED_WITHIN = {"households": ["household_id"], "targets": ["figure", "epci_code", "target_year"]}
"""Tables of which, among the imports that still count, the last one to speak of these keys does."""
OF_A_HOUSEHOLD = ("needs", "household_keys")
STANDING = ["household_id", "import_id"]
COUNTED = (schema.imports, schema.undos, schema.duplicates)


def version(engine: Engine) -> str:
    """A word that changes with every accepted import, every undo and every decision, for caches."""
    with engine.connect() as connection:
        counts = [connection.scalar(select(func.count()).select_from(table)) for table in COUNTED]
    return "-".join(map(str, counts))


def read_table(engine: Engine, name: str, *, known_on: date | None = None, history: bool = False) -> pd.DataFrame:
    """The rows of a table as known on a date (default: now); `history` gives all that was ever accepted.

    Raises KeyError for a table that does not exist.
    """
    table = schema.metadata.tables[name]
    if name == "imports":
        return read_imports(engine, known_on, with_undone=history)
    if name == "duplicates" and not history:
        return read_pairs(engine, known_on)
    if "import_id" not in table.c or name == "undos":
        return frame_of(engine, table, select(table))
    # The imports first: rows of one that is accepted meanwhile are left for the next reading.
    received = read_imports(engine, known_on, with_undone=history)
    rows = frame_of(engine, table, select(table))
    if history:
        rows = rows[rows["import_id"].isin(received["import_id"])].reset_index(drop=True)
    else:
        rows = _current(engine, name, rows, received)
    return _with_families(rows, read_pairs(engine, known_on)) if name == "households" else rows


def read_pairs(engine: Engine, known_on: date | None = None) -> pd.DataFrame:
    """One row per pair of current households that may be one family, and what is decided of it."""
    received = read_imports(engine, known_on)
    current = current_imports(engine, received)
    keys, decisions = schema.household_keys, schema.duplicates
    counts = keys.c.import_id.in_([int(number) for number in current["import_id"]])
    shared = (
        select(keys.c.key_hash)
        .where(counts)
        .group_by(keys.c.key_hash)
        .having(func.count(keys.c.household_id.distinct()) > 1)
    )
    met = frame_of(engine, keys, select(keys).where(counts, keys.c.key_hash.in_(shared)))
    decided = frame_of(engine, decisions, select(decisions).order_by(decisions.c.decided_at))
    if met.empty and decided.empty:
        return families.NO_PAIR.copy()
    standing = _standing(engine, current)
    became = _became(engine, set(decided[families.PAIR].to_numpy().ravel()), standing)
    decided = families.replayed(decided, became)
    return families.pairs_met(met.merge(standing, on=STANDING), decided, set(standing["household_id"]))


def read_successors(engine: Engine, told: set[str], known_on: date | None = None) -> dict[str, str]:
    """Of the households told, those that are gone -> the current one that took the place of each, as known on a date
    (default: now)."""
    owners = schema.households
    ever = set(frame_of(engine, owners, select(owners.c.household_id).distinct())["household_id"])
    current = current_imports(engine, read_imports(engine, known_on))
    return _became(engine, told & ever, _standing(engine, current))


def _became(engine: Engine, told: set[str], standing: pd.DataFrame) -> dict[str, str]:
    lost = told.difference(standing["household_id"])
    if not lost:
        return {}
    keys, was = schema.household_keys, read_keys(engine, lost)
    now = frame_of(engine, keys, select(keys).where(keys.c.key_hash.in_(was["key_hash"].unique().tolist())))
    return families.became(was, now.merge(standing, on=STANDING))


def read_keys(engine: Engine, households: set[str]) -> pd.DataFrame:
    """The keys of these households in whatever import, with its `epci_code`."""
    keys, imports = schema.household_keys, schema.imports
    rows = frame_of(engine, keys, select(keys).where(keys.c.household_id.in_(sorted(households))))
    return rows.merge(frame_of(engine, imports, select(imports.c.import_id, imports.c.epci_code)), on="import_id")


def _current(engine: Engine, name: str, rows: pd.DataFrame, received: pd.DataFrame) -> pd.DataFrame:
    if name == "follow_ups" and len(rows):
        found = _became(engine, set(rows["household_id"]), _standing(engine, current_imports(engine, received)))
        rows = rows.assign(household_id=rows["household_id"].replace(found))
    if name in REPLACED_BY:
        return last_import_of(rows, REPLACED_BY[name], received)
    current = current_imports(engine, received)
    if name in REPLACED_WITHIN:
        last = last_import_of(rows, REPLACED_WITHIN[name], current)
        told = rows[rows["import_id"].isin(current["import_id"])]
        return with_first_contacts(last, told) if name == "households" and len(last) < len(told) else last
    if name in OF_A_HOUSEHOLD:
        standing = pd.MultiIndex.from_frame(_standing(engine, current)[STANDING])
        return rows[pd.MultiIndex.from_frame(rows[STANDING]).isin(standing)].reset_index(drop=True)
    return rows[rows["import_id"].isin(current["import_id"])].reset_index(drop=True)


def _standing(engine: Engine, current: pd.DataFrame) -> pd.DataFrame:
    """One row per current household: the import in which it now stands, and the EPCI of that import."""
    owners = schema.households
    rows = frame_of(engine, owners, select(*[owners.c[name] for name in STANDING]))
    rows = last_import_of(rows, ["household_id"], current)
    return rows.merge(current[["import_id", "epci_code"]], on="import_id")


def _with_families(households: pd.DataFrame, pairs: pd.DataFrame) -> pd.DataFrame:
    found = families.family_ids(pairs, households)
    mine = households["household_id"]
    return households.assign(family_id=mine.map(found).fillna(mine).astype("str")) if found else households
