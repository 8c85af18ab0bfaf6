"""Channels side by side: who calls, who settles, after how long, and for how much."""

import pandas as pd

from charts.labels import UNKNOWN, label_names
from charts.silence import months_words, why_silent

HEADINGS = {"contacts": "Contacts", "moves": "Installés", "delay": "Délai médian"}
ALL_ACTIONS = "Toutes les actions"
NOBODY = "personne ne la cite"


def channel_rows(contacts: pd.DataFrame, moves: pd.DataFrame, delays: pd.DataFrame) -> pd.DataFrame:
    """One row per channel, the most contacts first, the unknown last: `label`, `contacts`, `moves`, `delay` (words).

    The three frames are cells by channel of C1, C1S and A9.
    """
    columns = {"contacts": _by_label(contacts, "value"), "moves": _by_label(moves, "value")}
    rows = pd.DataFrame(columns).fillna(0.0)
    rows["delay"] = pd.Series({row.label: _delay(row) for row in _named(delays).itertuples()}, dtype=object)
    rows["delay"] = rows["delay"].fillna("—")
    rows = rows.rename_axis("label").reset_index()
    rows["is_unknown"] = rows["label"] == UNKNOWN
    ordered = rows.sort_values(["is_unknown", "contacts", "moves", "label"], ascending=[True, False, False, True])
    return ordered.drop(columns="is_unknown").reset_index(drop=True)


def cost_rows(totals: pd.DataFrame, cells: pd.DataFrame, outcome: str) -> pd.DataFrame:
    """One row for all actions, then one per channel that has some: euros per family with the interval, or why not.

    `totals` are C2's cells by outcome, `cells` those by outcome and channel.
    """
    whole = totals[totals["outcome"] == outcome].assign(label=ALL_ACTIONS)
    parts = _named(cells[cells["outcome"] == outcome]).sort_values("numerator", ascending=False)
    rows = pd.concat([whole, parts], ignore_index=True)
    rows["words"] = [
        NOBODY if row.denominator < 1 else why_silent(row.value, row.denominator) for row in rows.itertuples()
    ]
    return rows[["label", "value", "low", "high", "words"]]


def _named(cells: pd.DataFrame) -> pd.DataFrame:
    names = label_names("channel")
    return cells.assign(label=[UNKNOWN if pd.isna(code) else names[code] for code in cells["channel"]])


def _by_label(cells: pd.DataFrame, column: str) -> pd.Series:
    return _named(cells).set_index("label")[column]


def _delay(row) -> str:
    return why_silent(row.value, row.denominator) or months_words(row.value)
