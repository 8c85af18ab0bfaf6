"""Families to call -> lines that name a file and never a person."""

import pandas as pd

from programme import wording


def call_rows(calls: pd.DataFrame, most: int | None = None) -> pd.DataFrame:
    """One row per family to call, the oldest anniversary first: where its file stands, the move, the anniversary.

    `calls` are the rows of indicators.retention.calls_due; `most` keeps the first ones.
    """
    ordered = calls.sort_values(["anniversary", "epci_code", "source_row"], kind="stable").head(most or len(calls))
    return pd.DataFrame(
        {
            "Dossier": [_reference(call) for call in ordered.itertuples()],
            "À rappeler": [_anniversary(call) for call in ordered.itertuples()],
        }
    )


def _anniversary(call) -> str:
    """« 24 mois le 13 juin 2021 »"""
    return f"{call.months}{wording.NBSP}mois le {wording.day(call.anniversary)}"


def _reference(call) -> str:
    """The référent's own number of the file; else its place in the workbook."""
    place = f"feuille « {call.source_sheet} », ligne {call.source_row}"
    return place if pd.isna(call.dossier_ref) else str(call.dossier_ref)
