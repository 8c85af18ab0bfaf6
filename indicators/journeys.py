"""From the first contact to its end: one row per family, how long it was watched and how that ended."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pandas as pd

from indicators.families import CREDIT, contacts, given_up, of_families, settled
from indicators.incidence import GAVE_UP, OPEN, SETTLED
from indicators.intervals import last_days, middle_days
from indicators.question import Question

COLUMNS = [
    *("household_id", "family_id", "epci_code", "status", "attribution", "received_date"),
    *("target_commune_code", "commune_code", "profile", "channel"),
    *("dossier_ref", "source_file", "source_sheet", "source_row"),
    *("first_contact_date", "installation_date", "departure_date", "closing_date"),
    *("first_contact_date_precision", "installation_date_precision", "closing_date_precision"),
]
"""All that a journey and its breakdowns read: a narrow table is quicker."""


def journeys(tables: Mapping[str, pd.DataFrame], question: Question) -> pd.DataFrame:
    """The families in contact in the period, with `begun`, `ended`, `days` and `outcome` (of incidence.py).

    A family that settled without the credit asked leaves the watch like one that gave up. Left out: who had settled
    before the first contact, and whose first contact or move is known to the year alone.
    """
    tables = {"households": tables["households"][COLUMNS]}
    events = contacts(tables, question)
    everywhere = question.everywhere
    others = tuple(code for code in CREDIT if code not in question.attribution)
    moves = settled(tables, everywhere)
    other_moves = settled(tables, replace(everywhere, attribution=others))
    ends = given_up(tables, everywhere)
    found = pd.DataFrame(
        {
            "begun": middle_days(events, "first_contact_date"),
            SETTLED: _by_family(events, moves, middle_days(moves, "installation_date")),
            "moved_otherwise": _by_family(events, other_moves, middle_days(other_moves, "installation_date")),
            "gave_up": _by_family(events, ends, middle_days(ends, "closing_date").fillna(ends["received_date"])),
        }
    )
    found[GAVE_UP] = found["moved_otherwise"].fillna(found["gave_up"])
    has_moved = events["family_id"].isin(pd.concat([moves["family_id"], other_moves["family_id"]]))
    is_dated = ~has_moved | found[SETTLED].notna() | found["moved_otherwise"].notna()
    all_moves = pd.concat([moves, other_moves])
    moved_by = _by_family(events, all_moves, last_days(all_moves, "installation_date"))
    is_new = ~(moved_by < events["first_contact_date"])
    return _watched(events, found, question)[found["begun"].notna() & is_dated & is_new]


def _watched(events: pd.DataFrame, found: pd.DataFrame, question: Question) -> pd.DataFrame:
    outcome = np.select([found[SETTLED].notna(), found[GAVE_UP].notna()], [SETTLED, GAVE_UP], OPEN)
    ended = found[SETTLED].fillna(found[GAVE_UP]).fillna(pd.Timestamp(question.as_of))
    days = (ended - found["begun"]).dt.days.clip(lower=0)
    return events.assign(begun=found["begun"], ended=ended, days=days, outcome=outcome)


def _by_family(events: pd.DataFrame, rows: pd.DataFrame, days: pd.Series) -> pd.Series:
    return of_families(events, pd.Series(days.to_numpy(), index=rows["family_id"].to_numpy()))
