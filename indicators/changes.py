"""Why a figure moved: what happened since, and what was told late of what had happened before, each with its file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import pandas as pd

from indicators.counting import weigh
from indicators.question import Question
from indicators.registry import FIGURES
from programme import territory, wording

Tables = Mapping[str, pd.DataFrame]


@dataclass(frozen=True)
class Change:
    """A figure on two dates d'arrêté. `then` is what was told on the first day, `restated` the same as known now.

    `now` - `restated` is what happened since (`arrived` and `gone` families of it), `restated` - `then` what was told
    late. `restatements`: one row per file that told it (empty for a rate, or where nothing was known then).
    """

    figure: str
    since: date
    then: float
    restated: float
    now: float
    arrived: pd.DataFrame
    gone: pd.DataFrame
    restatements: pd.DataFrame

    @property
    def was_known(self) -> bool:
        return self.then == self.then


SHARE = "part"
MOST_NAMED = 3
RESTATEMENT_COLUMNS = ["source_file", "epci_code", "received_date", "added_count", "removed_count", "change"]
FAMILY_COLUMNS = ["family_id", "epci_code", "dossier_ref", "source_file", "source_sheet", "source_row", "event_date"]


def moves(figure: str, tables: Tables, then: Question, now: Question) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The families that the figure counts now and did not then, and those that it does not count any more."""
    rows = FIGURES[figure].rows
    if rows is None:
        return pd.DataFrame(columns=FAMILY_COLUMNS), pd.DataFrame(columns=FAMILY_COLUMNS)
    before, after = (rows(tables, asked)[FAMILY_COLUMNS].drop_duplicates("family_id") for asked in (then, now))
    arrived = after[~after["family_id"].isin(before["family_id"])]
    gone = before[~before["family_id"].isin(after["family_id"])]
    return arrived.reset_index(drop=True), gone.reset_index(drop=True)


def restatements(
    figure: str, states: Sequence[tuple[date, Tables]], imports: pd.DataFrame, then: Question
) -> pd.DataFrame:
    """One row per file that changed what is known of the first date: families it added, took away, and the change.

    `states` are the tables as known on successive days, the first one as known when the figure was told.
    """
    weights = [(day, _weights(figure, tables, then)) for day, tables in states]
    parts = [
        _of_one_day(before, after, imports[imports["received_date"] == pd.Timestamp(day)])
        for (_, before), (day, after) in pairwise(weights)
    ]
    found = pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=RESTATEMENT_COLUMNS)
    return found[RESTATEMENT_COLUMNS]


def words(change: Change, unit: str) -> str:
    """« 12 foyers au 12 mars 2020, devenus 14 (2 dossiers saisis en retard, d'après les fichiers…) ; +88 depuis. »"""
    day = wording.day(change.since)
    if not change.was_known:
        return f"Rien n'était reçu au {day} ; {_said(change.restated, unit)} à cette date, vus d'ici."
    told = f"{_said(change.then, unit)} au {day}"
    if change.restated != change.then:
        told += f", devenus {_said(change.restated, unit)}{_late(change.restatements)}"
    if unit == SHARE:
        return f"{told} ; {_said(change.now, unit)} à présent."
    since = change.now - change.restated
    return f"{told} ; {f'{wording.change(since)} depuis' if since else 'rien de plus depuis'}."


def _said(value: float, unit: str) -> str:
    if unit == SHARE:
        return wording.percent(value)
    return f"{wording.number(value)}{wording.NBSP}{unit.removesuffix('s') if abs(value) < 2 else unit}"


def _late(late: pd.DataFrame) -> str:
    if late.empty:
        return ""
    added, removed = int(late["added_count"].sum()), int(late["removed_count"].sum())
    parts = [
        wording.counted(added, "dossier saisi en retard", "dossiers saisis en retard") if added else "",
        wording.counted(removed, "dossier n'en fait plus partie", "dossiers n'en font plus partie") if removed else "",
    ]
    reason = wording.listed([part for part in parts if part] or ["dossiers corrigés"])
    return f" ({reason}, d'après {_whose(late['epci_code'].drop_duplicates())})"


def _whose(epci_codes: pd.Series) -> str:
    if len(epci_codes) > MOST_NAMED:
        return f"les fichiers de {len(epci_codes)} EPCI"
    names = [territory.epci_names().get(code, code) for code in epci_codes]
    return f"{'le fichier' if len(names) == 1 else 'les fichiers'} de {wording.listed(names)}"


def _weights(figure: str, tables: Tables, question: Question) -> pd.DataFrame:
    """family_id -> what it counts for, and its EPCI."""
    rows = FIGURES[figure].rows(tables, question).drop_duplicates("family_id")
    weights = weigh(rows, question.unit)["value"]
    return pd.DataFrame({"weight": weights, "epci_code": rows["epci_code"]}).set_index(rows["family_id"])


def _of_one_day(before: pd.DataFrame, after: pd.DataFrame, received: pd.DataFrame) -> pd.DataFrame:
    both = before.join(after, how="outer", suffixes=("_before", "_after"))
    both["epci_code"] = both["epci_code_after"].fillna(both["epci_code_before"])
    both["added_count"] = both["weight_before"].isna().astype(int)
    both["removed_count"] = both["weight_after"].isna().astype(int)
    both["change"] = both["weight_after"].fillna(0.0) - both["weight_before"].fillna(0.0)
    moved = both[(both["change"] != 0) | (both["added_count"] + both["removed_count"] > 0)]
    sums = moved.groupby("epci_code", as_index=False)[["added_count", "removed_count", "change"]].sum()
    files = received.drop_duplicates("epci_code", keep="last")[["epci_code", "source_file", "received_date"]]
    return sums.merge(files, on="epci_code", how="left")
