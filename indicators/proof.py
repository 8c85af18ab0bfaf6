"""What stands behind a number: whose files, which lines, what could still change it."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from indicators.catalog import catalog
from indicators.quality import follow_up_files
from indicators.question import Question
from indicators.registry import FIGURES
from programme import territory

Tables = Mapping[str, pd.DataFrame]
PLACE = ["source_file", "source_sheet", "source_row"]
LINE_COLUMNS = ["epci_code", "dossier_ref", *PLACE, "event_date", "is_true"]
DATES_AND_STATUS = ("unknown_date", "installation_before_contact", "unknown_label", "same_household")
"""Refusals of a cell after which a household may be counted elsewhere, or not at all."""


@dataclass(frozen=True)
class Proof:
    """`epcis`: one row per partner EPCI asked: its file, its freshness, whether it tells what the figure needs.

    `lines`: one row per family counted, by the file, sheet and line that say so; `is_true` tells, for a rate, which are
    in its numerator. `rejected`: one row per line or cell refused of these files that could change the figure.
    """

    epcis: pd.DataFrame
    lines: pd.DataFrame
    rejected: pd.DataFrame


def proof(figure: str, tables: Tables, question: Question) -> Proof:
    """`tables` are those of the figure, and `imports`, `rejections`."""
    codes = [question.epci_code] if question.epci_code else sorted(territory.partner_epcis())
    lines = _lines(figure, tables, question)
    rejected = _rejected(tables, codes) if _reads_households(figure) else _rejected(tables, [])
    epcis = _epcis(figure, tables, codes, question)
    counts = lines["epci_code"].value_counts()
    epcis["families_count"] = epcis["epci_code"].map(counts).fillna(0).astype(int)
    epcis["rejected_count"] = epcis["epci_code"].map(rejected["epci_code"].value_counts()).fillna(0).astype(int)
    return Proof(epcis, lines, rejected)


def _lines(figure: str, tables: Tables, question: Question) -> pd.DataFrame:
    rows = FIGURES[figure].rows
    if rows is None:
        return pd.DataFrame(columns=LINE_COLUMNS)
    found = rows(tables, question.without(*question.by)).reindex(columns=LINE_COLUMNS)
    return found.sort_values(PLACE).reset_index(drop=True)


def _epcis(figure: str, tables: Tables, codes: list[str], question: Question) -> pd.DataFrame:
    received = follow_up_files(tables["imports"]).drop_duplicates("epci_code", keep="last")
    telling = _telling(figure, tables)
    latest = received.set_index("epci_code")[["source_file", "received_date"]].reindex(codes)
    return pd.DataFrame(
        {
            "epci_code": codes,
            "epci_name": [territory.epci_names().get(code) for code in codes],
            "source_file": latest["source_file"].to_numpy(),
            "received_date": latest["received_date"].to_numpy(),
            "days_since": (pd.Timestamp(question.as_of) - latest["received_date"]).dt.days.clip(lower=0).to_numpy(),
            "has_answered": [code in telling for code in codes],
        }
    )


def _telling(figure: str, tables: Tables) -> set[str]:
    """The EPCIs whose rows fill every column of households that the figure needs."""
    if "households" not in tables:
        return set()
    rows = tables["households"]
    needed = [name.split(".")[1] for name in catalog()[figure].columns if name.startswith("households.")]
    filled = [set(rows.loc[rows[column].notna(), "epci_code"]) for column in needed]
    return set(rows["epci_code"]).intersection(*filled)


def _rejected(tables: Tables, codes: list[str]) -> pd.DataFrame:
    owners = tables["imports"][["import_id", "epci_code"]]
    rows = tables["rejections"].merge(owners, on="import_id")
    could = rows["is_row"] | rows["code"].isin(DATES_AND_STATUS)
    rows = rows[could & rows["epci_code"].isin(codes)]
    return rows[["epci_code", *PLACE, "column", "code", "message", "is_row"]].reset_index(drop=True)


def _reads_households(figure: str) -> bool:
    return "households" in FIGURES[figure].tables
