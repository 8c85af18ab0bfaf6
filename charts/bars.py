"""Rows -> horizontal bars: label, length, value in words. No drawing here."""

from collections.abc import Collection
from typing import Any

import pandas as pd

from programme import wording


def bars(
    rows: pd.DataFrame,
    *,
    title: str,
    unit_label: str | tuple[str, str] = "",
    feminine: bool = False,
    is_share: bool = False,
    digits: int = 0,
    highlighted: Collection[str] = (),
    largest: float | None = None,
) -> dict[str, Any]:
    """What horizontal bars show.

    `rows`: one row per bar, in the order to draw: `label`, `value`; optional `low` and `high` (the sure part is
    full, the possible part is pale) and `words` (replaces ours). A missing value is « pas de données », without a
    bar. `unit_label`: (singular, plural) of a count, or the words after the number; `is_share` writes 0.12 as « 12 % ».
    """
    ends = rows["high"] if "high" in rows else rows["value"]
    top = largest or float(ends.max() if ends.notna().any() else 0) or 1.0
    drawn = [
        _bar(row, top, _words(row, unit_label, feminine, is_share, digits), row["label"] in highlighted)
        for row in rows.to_dict("records")
    ]
    return {"title": title, "rows": drawn, "summary": _summary(title, drawn)}


def _summary(title: str, drawn: list[dict[str, Any]]) -> str:
    if not drawn:
        return f"{title} : rien à montrer."
    told = " ; ".join(f"{bar['label']} : {bar['words']}" for bar in drawn[:5])
    return f"{title}. {told}" + (f" ; et {len(drawn) - 5} de plus." if len(drawn) > 5 else ".")


def _bar(row: dict[str, Any], top: float, words: str, is_highlighted: bool) -> dict[str, Any]:
    value, low, high = row["value"], row.get("low"), row.get("high")
    sure = value if pd.isna(low) or low is None else low
    possible = value if pd.isna(high) or high is None else high
    return {
        "label": row["label"],
        "words": words,
        "sure": _length(sure, top),
        "possible": _length(possible, top),
        "isHighlighted": is_highlighted,
    }


def _length(value: float, top: float) -> float:
    """A per cent of the longest bar."""
    return 0.0 if pd.isna(value) else round(100 * max(float(value), 0) / top, 2)


def _words(row: dict[str, Any], unit_label, feminine: bool, is_share: bool, digits: int) -> str:
    if isinstance(row.get("words"), str):
        return row["words"]
    low, high, value = row.get("low"), row.get("high"), row["value"]
    if not (low is None or high is None or pd.isna(low) or pd.isna(high) or low == high):
        told = wording.percent_range(low, high, digits) if is_share else wording.number_range(low, high)
        return f"{told} {_after(unit_label)}".strip()
    if pd.isna(value):
        return "pas de données"
    if isinstance(unit_label, tuple):
        return wording.counted(value, *unit_label, feminine=feminine)
    return f"{wording.percent(value, digits) if is_share else wording.number(value, digits)} {unit_label}".strip()


def _after(unit_label: str | tuple[str, str]) -> str:
    return unit_label if isinstance(unit_label, str) else unit_label[1]
