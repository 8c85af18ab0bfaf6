"""The welcome service, EPCI by EPCI, in the order of their inhabitants: where help would be of use, never a ranking."""

from collections.abc import Callable

import pandas as pd

from charts.silence import NOT_WRITTEN, days_words, why_silent
from programme import territory, wording

HEADINGS = {
    "followed": "Suivis",
    "lost": "Sans nouvelles depuis six mois",
    "due": "À rappeler",
    "per_referent": "Dossiers par référent",
    "delay": "Première réponse",
    "satisfaction": "Satisfaction",
}


def told_by_epci(cells: pd.DataFrame) -> pd.DataFrame:
    """One row per EPCI that writes the figure, in the usual order: `label`, `value`, `low`, `high`, `words` (why there
    is no value). `cells`: a figure's cells by epci."""
    known = cells.set_index("epci")
    written = known[known["value"].notna() | (known["denominator"] >= 1)]
    rows = written.reindex([code for code in territory.epcis().index if code in written.index])
    return pd.DataFrame(
        {
            "label": [territory.epci_names()[code] for code in rows.index],
            **{name: rows[name].to_numpy() for name in ("value", "low", "high")},
            "words": [why_silent(row.value, row.denominator) for row in rows.itertuples()],
        }
    )


def silent_epcis(cells: pd.DataFrame, received: frozenset[str]) -> list[str]:
    """The names of the EPCIs that sent a workbook and do not write the figure."""
    told = set(told_by_epci(cells)["label"])
    return [name for code, name in territory.epci_names().items() if code in received and name not in told]


def epci_table(
    followed: pd.DataFrame,
    lost: pd.DataFrame,
    signs: pd.DataFrame,
    calls: pd.DataFrame,
    referents: pd.DataFrame,
    delays: pd.DataFrame,
    scores: pd.DataFrame,
    received: frozenset[str],
) -> pd.DataFrame:
    """One row per EPCI that sent its workbook, in the usual order: `label` and the columns of HEADINGS, rates in words.

    `signs` are the rows of last_contacts: an EPCI that dates no last contact has no family that is known to be lost.
    `calls` are the rows of calls_due; the other frames are cells by epci of A2, A12, S1, A10 and S2.
    """
    codes = [code for code in territory.epcis().index if code in received]
    dated = set(signs.loc[signs["dated_count"] > 0, "epci_code"])
    due = calls["epci_code"].value_counts()
    return pd.DataFrame(
        {
            "label": [territory.epci_names()[code] for code in codes],
            "followed": _counts(followed, codes),
            "lost": [
                count if code in dated else NOT_WRITTEN for code, count in zip(codes, _counts(lost, codes), strict=True)
            ],
            "due": due.reindex(codes, fill_value=0).astype(float).to_numpy(),
            "per_referent": _words(referents, codes, wording.number),
            "delay": _words(delays, codes, days_words),
            "satisfaction": _words(scores, codes, score_words),
        }
    )


def score_words(score: float) -> str:
    """« 3,8 / 5 »"""
    return f"{wording.number(score, 1)}{wording.NBSP}/{wording.NBSP}5"


def _counts(cells: pd.DataFrame, codes: list[str]) -> list[float]:
    return cells.set_index("epci")["value"].reindex(codes, fill_value=0.0).tolist()


def _words(cells: pd.DataFrame, codes: list[str], write: Callable[[float], str]) -> list[str]:
    known = cells.set_index("epci")[["value", "denominator"]].reindex(codes)
    return [
        NOT_WRITTEN if pd.isna(row.denominator) else why_silent(row.value, row.denominator) or write(row.value)
        for row in known.itertuples()
    ]
