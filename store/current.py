"""Which imports count now: what supersedes what."""

from datetime import date

import pandas as pd
from sqlalchemy import Engine, extract, select

from store import schema
from store.frames import frame_of

FIRST_CONTACT = ["first_contact_date", "first_contact_date_precision"]
FULL_KINDS = ("state", "steering", "trainings")


def read_imports(engine: Engine, known_on: date | None = None, *, with_undone: bool = False) -> pd.DataFrame:
    """One row per accepted import received by `known_on`, in the order in which they count.

    An import that was undone counts at no date: it is among them only where asked.
    """
    imports = schema.imports
    chosen = select(imports).order_by(imports.c.received_date, imports.c.import_id)
    if known_on:
        chosen = chosen.where(imports.c.received_date <= known_on)
    if not with_undone:
        chosen = chosen.where(imports.c.import_id.not_in(select(schema.undos.c.import_id)))
    return frame_of(engine, imports, chosen)


def current_imports(engine: Engine, received: pd.DataFrame) -> pd.DataFrame:
    """The imports that still count: for each EPCI and family of kinds, the last full one and what came after it.

    A `state` supersedes that EPCI's earlier states and supplements; a supplement adds to them. Steering workbooks and
    lists of trainings are full; targets alone add to the former. A workbook that came in late, received before a state
    that did not know of it, keeps the years of which that state does not speak: the order of the imports changes
    nothing.
    """
    family = received["kind"].replace({"supplement": "state", "targets": "steering"})
    groups = [received["epci_code"].fillna(""), family]
    generation = received["kind"].isin(FULL_KINDS).groupby(groups).cumsum()
    counts = generation == generation.groupby(groups).transform("max")
    superseded = received.index[~counts & (family == "state")]
    if len(superseded):
        counts[superseded] = _came_late(received, superseded, years_of_imports(engine))
    return received[counts]


def _came_late(received: pd.DataFrame, superseded: pd.Index, years: dict[int, set[int]]) -> list[bool]:
    states = received[received["kind"] == "state"]
    late = []
    for position in superseded:
        import_id, epci_code = received.loc[position, ["import_id", "epci_code"]]
        later = states.loc[(states.index > position) & (states["epci_code"] == epci_code), "import_id"]
        mine = years.get(import_id, set())
        late.append(all(other < import_id and not mine <= years.get(other, set()) for other in later))
    return late


def years_of_imports(engine: Engine) -> dict[int, set[int]]:
    """import_id -> the years of the first contacts of which it speaks."""
    rows = schema.households.c
    year = extract("year", rows.first_contact_date)
    query = select(rows.import_id, year).where(rows.first_contact_date.is_not(None)).distinct()
    years: dict[int, set[int]] = {}
    with engine.connect() as connection:
        for import_id, found in connection.execute(query):
            years.setdefault(import_id, set()).add(int(found))
    return years


def with_first_contacts(rows: pd.DataFrame, others: pd.DataFrame) -> pd.DataFrame:
    """`rows` of households with the first contact that `others` say of them where theirs is certainly later, or unsaid:
    a supplement that repeats a family tells what became of it, and does not move its first contact into its own year.
    """
    date, precision = FIRST_CONTACT
    first = others.dropna(subset=date).sort_values(date).drop_duplicates("household_id").set_index("household_id")
    told = first[FIRST_CONTACT].reindex(rows["household_id"]).set_axis(rows.index)
    mine, theirs = rows[date].dt, told[date].dt
    is_within = (mine.year == theirs.year) & (
        (told[precision] == "year") | ((told[precision] == "month") & (mine.month == theirs.month))
    )
    is_earlier = ((told[date] < rows[date]) & ~is_within) | (rows[date].isna() & told[date].notna())
    return rows.assign(**{name: rows[name].mask(is_earlier, told[name]) for name in FIRST_CONTACT})


def last_import_of(rows: pd.DataFrame, key: list[str], received: pd.DataFrame) -> pd.DataFrame:
    """The rows whose import is the last one that speaks of their key."""
    rank = pd.Series(range(len(received)), index=received["import_id"])
    order = rows["import_id"].map(rank).astype("float64")
    last = order.groupby([rows[name] for name in key]).transform("max")
    return rows[order == last].reset_index(drop=True)
