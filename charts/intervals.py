"""Values with their interval -> dots on lines: where each stands, how far it reaches, what it says. No drawing here."""

from collections.abc import Callable, Collection
from typing import Any

import pandas as pd

from charts.classes import round_up
from programme import wording

Written = Callable[[float], str]


def intervals(
    rows: pd.DataFrame,
    *,
    title: str,
    write: Written = wording.number,
    unit: str = "",
    highlighted: Collection[str] = (),
    reference: tuple[float, str] | None = None,
    largest: float | None = None,
) -> dict[str, Any]:
    """What a drawing of dots and intervals shows, on one scale that begins at zero.

    `rows`: one row per dot, in the order to draw: `label`, `value`, `low`, `high`; optional `words` (replaces ours) and
    `ticks` (other values to compare with, as a list). A missing value has no dot: its `words` say why. `reference` is a
    value that a line points at over all rows, and its name.
    """
    ticks = [value for told in rows.get("ticks", []) for value in told]
    ends = [*rows["high"], *rows["value"], *ticks, *(reference or ())[:1]]
    top = largest or round_up(max((end for end in ends if end == end), default=0))
    drawn = [_dot(row, top, write, unit, row["label"] in highlighted) for row in rows.to_dict("records")]
    return {
        "title": title,
        "rows": drawn,
        "reference": {"at": _place(reference[0], top), "label": reference[1]} if reference else None,
        "end": with_interval(top, top, top, write, unit),
        "summary": _summary(title, drawn),
    }


def with_interval(value: float, low: float, high: float, write: Written = wording.number, unit: str = "") -> str:
    """« 374 € (267 à 540) »; the value alone where both ends are told the same."""
    told = f"{write(value)}{wording.NBSP}{unit}".rstrip(wording.NBSP)
    ends = [write(low), write(high)]
    return told if ends[0] == ends[1] else f"{told} ({ends[0]} à {ends[1]})"


def _dot(row: dict[str, Any], top: float, write: Written, unit: str, is_highlighted: bool) -> dict[str, Any]:
    value, low, high = row["value"], row["low"], row["high"]
    is_known = value == value
    has_interval = is_known and low == low and high == high
    return {
        "label": row["label"],
        "words": _words(row, has_interval, write, unit),
        "dot": _place(value, top) if is_known else None,
        "from": _place(low, top) if has_interval else None,
        "to": _place(high, top) if has_interval else None,
        "ticks": [_place(tick, top) for tick in row.get("ticks", [])],
        "isHighlighted": is_highlighted,
    }


def _words(row: dict[str, Any], has_interval: bool, write: Written, unit: str) -> str:
    if isinstance(row.get("words"), str):
        return row["words"]
    if has_interval:
        return with_interval(row["value"], row["low"], row["high"], write, unit)
    if row["value"] == row["value"]:
        return with_interval(row["value"], row["value"], row["value"], write, unit)
    return "pas de données"


def _place(value: float, top: float) -> float:
    """A per cent of the scale, within it."""
    return round(min(max(100 * float(value) / top, 0), 100), 2)


def _summary(title: str, drawn: list[dict[str, Any]]) -> str:
    if not drawn:
        return f"{title} : rien à montrer."
    told = [f"{dot['label']} : {dot['words']}" for dot in drawn]
    return f"{title}. {' ; '.join(told)}."
