"""All the figures of Synthèse over 10 000 households: against bare pandas group-bys of the same rows, and 1 000."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial

import numpy as np
import pandas as pd

from indicators.question import Question
from indicators.registry import FIGURES, compute
from programme import territory
from store import schema
from tests.bench.ratio import Ratio, compare

MANY, FEW, SEED = 10_000, 1_000, 46
AS_OF = date(2022, 3, 31)
NOW = Question(AS_OF)
ASKED = [
    *((figure, NOW) for figure in ("A1", "A2", "A5", "A6", "A12")),
    *((figure, replace(NOW, as_of=date(2020, 3, 12))) for figure in ("A1", "A2", "A5")),
    *((figure, replace(NOW, by=(name,))) for figure in ("A1", "A5") for name in ("month", "commune", "epci")),
]
DATES = {"A1": "first_contact_date", "A2": "first_contact_date", "A12": "first_contact_date"}
DTYPES = {"str": "str", "int": "Int64", "float": "float64", "bool": "boolean"}


def measures() -> Iterator[Ratio]:
    """At most 3 times the bare group-bys, and 12 times 1 000 households."""
    many, few = tables_of(MANY), tables_of(FEW)
    page = partial(_page, many)
    yield compare("figures of a page, 10 000 households", page, "bare group-bys", partial(_bare, many["households"]))
    yield compare("figures of a page, 10 000 households", page, "of 1 000", partial(_page, few))


def tables_of(count: int) -> dict[str, pd.DataFrame]:
    """Households with every column of the store, as the figures are handed them: invented, one in twenty met twice."""
    rng = np.random.default_rng(SEED)
    contact = pd.Timestamp("2016-01-01") + pd.to_timedelta(rng.integers(0, 2280, count), unit="D")
    moved = pd.Series(contact + pd.to_timedelta(rng.integers(30, 500, count), unit="D")).where(rng.random(count) < 0.2)
    closed = pd.Series(contact + pd.to_timedelta(rng.integers(30, 900, count), unit="D")).where(rng.random(count) < 0.4)
    communes = rng.choice(territory.communes().index.to_numpy(), count)
    rows = pd.DataFrame({column.name: _column(column, count) for column in schema.households.columns})
    ids = np.array([f"{number:032x}" for number in rng.permutation(count)])
    families = np.where(rng.random(count) < 0.05, np.roll(ids, 1), ids)
    told = {
        "household_id": ids,
        "family_id": families,
        "epci_code": territory.communes()["epci_code"].reindex(communes).to_numpy(),
        "target_commune_code": communes,
        "commune_code": communes,
        "first_contact_date": contact,
        "installation_date": moved,
        "closing_date": closed.where(moved.isna()),
        "last_contact_date": contact,
    }
    for name, values in told.items():
        rows[name] = pd.Series(values).astype(rows[name].dtype)
    rows["adults_count"], rows["children_count"] = rng.integers(1, 3, count), rng.integers(0, 4, count)
    rows["profile"] = pd.Series(rng.choice(["salarie", "retraite"], count)).astype("str")
    rows["received_date"] = pd.Timestamp(AS_OF)
    counts = pd.DataFrame({column.name: _column(column, 0) for column in schema.reported_counts.columns})
    return {"households": rows, "reported_counts": counts}


def _column(column, count: int) -> pd.Series:
    dtype = DTYPES.get(column.type.python_type.__name__, "datetime64[us]")
    return pd.Series([None] * count, dtype=dtype)


def _page(tables: Mapping[str, pd.DataFrame]) -> None:
    for figure, question in ASKED:
        compute(figure, {name: tables[name] for name in FIGURES[figure].tables}, question)


def _bare(households: pd.DataFrame) -> None:
    """What anyone would write for the same answers: rows up to the day, one per family, counted by a key."""
    for figure, question in ASKED:
        day = DATES.get(figure, "installation_date")
        rows = households[households[day] <= pd.Timestamp(question.as_of)]
        rows = rows.sort_values(day).drop_duplicates("family_id")
        keys = {"epci": rows["epci_code"], "commune": rows["commune_code"], "month": rows[day].dt.to_period("M")}
        rows.groupby([keys[name] for name in question.by] or rows["epci_code"], dropna=False)[day].size()
