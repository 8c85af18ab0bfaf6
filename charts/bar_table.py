"""Rows -> a table whose numbers bear their bar: the drawing and its table in one. No drawing here."""

from collections.abc import Collection, Mapping
from typing import Any

import pandas as pd

from charts.silence import NOT_WRITTEN, TOO_FEW
from programme import wording


def bar_table(
    rows: pd.DataFrame,
    headings: Mapping[str, str],
    *,
    title: str,
    first: str,
    bars: Collection[str] = (),
    highlighted: Collection[str] = (),
) -> dict[str, Any]:
    """What a table with bars shows.

    `rows`: one row per line, in the order to draw: `label`, and a column per entry of `headings` (column -> heading):
    numbers, or words already written; both in one column where some are silent. `bars` names the columns of numbers
    that are drawn too, each on its own scale. A missing number is an em dash, without a bar. `first` heads the labels.
    """
    tops = {name: _top(rows[name]) for name in bars}
    numeric = {name: any(not isinstance(value, str) for value in rows[name]) for name in headings}
    return {
        "title": title,
        "headings": [first, *headings.values()],
        "areNumbers": [is_number and name not in tops for name, is_number in numeric.items()],
        "rows": [
            {
                "label": row["label"],
                "cells": [_cell(row[name], tops.get(name)) for name in headings],
                "isHighlighted": row["label"] in highlighted,
            }
            for row in rows.to_dict("records")
        ],
    }


def _top(values: pd.Series) -> float:
    return float(values.max()) if values.notna().any() and values.max() > 0 else 1.0


def _cell(value: Any, top: float | None) -> dict[str, Any]:
    if isinstance(value, str):
        return {"words": value, "bar": None, "silence": _silence(value)}
    bar = None if top is None or value != value else round(100 * float(value) / top, 2)
    return {"words": wording.number(value), "bar": bar, "silence": ""}


def _silence(words: str) -> str:
    """absent: nobody writes it; few: too few families; nothing where the words are a figure."""
    return "absent" if words == NOT_WRITTEN else "few" if words.startswith(TOO_FEW) else ""
