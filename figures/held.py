"""What the store holds, now or as known on a day: its tables, read once per state and shared by all who ask."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from sqlalchemy import Engine

TABLES_KEPT = 24


@dataclass(frozen=True)
class Held:
    """A store, how far it has come (`version`), and as known on which day: what every cache is keyed by."""

    version: str
    known_on: date | None
    store: "Engine" = field(compare=False)

    def on(self, known_on: date | None) -> "Held":
        return replace(self, known_on=known_on)

    def table(self, name: str) -> pd.DataFrame:
        """A table of the store, never to be changed in place."""
        return _table(self, name)

    def tables(self, names: Iterable[str]) -> dict[str, pd.DataFrame]:
        return {name: _table(self, name) for name in names}


@dataclass(frozen=True)
class Known:
    """What the store holds: when the last committee met, when follow-ups were received (and the last file of any kind),
    whether it is all fiction."""

    committee_dates: tuple[date, ...]
    received_dates: tuple[date, ...]
    survey_years: tuple[int, ...]
    first_contact_date: date | None
    is_demo: bool
    last_received_date: date | None = None

    @property
    def as_of(self) -> date | None:
        """The default date d'arrêté: the latest committee's, else the last received; None where nothing is known."""
        dates = self.committee_dates or self.received_dates
        return max(dates) if dates else None

    def committee_before(self, day: date) -> date | None:
        return max((met for met in self.committee_dates if met < day), default=None)


def held_in(store: "Engine", known_on: date | None = None) -> Held:
    from store import reads

    return Held(f"{store.url} {reads.version(store)}", known_on, store)


@lru_cache(maxsize=TABLES_KEPT)
def known_of(held: Held) -> Known:
    """What is known of the store as a whole: see Known."""
    received, committees, surveys = (held.table(name) for name in ("imports", "committees", "labour_needs"))
    follow_ups = received[received["epci_code"].notna()]
    first = held.table("households")["first_contact_date"].min()
    return Known(
        tuple(sorted(day.date() for day in committees["committee_date"])),
        tuple(sorted(day.date() for day in follow_ups["received_date"].unique())),
        tuple(sorted(int(year) for year in surveys["survey_year"].unique())),
        None if first is pd.NaT else first.date(),
        bool(received["is_demo"].any()),
        received["received_date"].max().date() if len(received) else None,
    )


@lru_cache(maxsize=TABLES_KEPT)
def _table(held: Held, name: str) -> pd.DataFrame:
    from store import reads

    rows = reads.read_table(held.store, name, known_on=held.known_on)
    if name == "households":
        received = held.table("imports").set_index("import_id")["received_date"]
        rows = rows.assign(received_date=received.reindex(rows["import_id"]).to_numpy())
    return rows
