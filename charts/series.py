"""Months -> the values, ticks, words and summary of a light curve. No drawing here."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd

from charts.classes import round_up
from programme import wording


def curve(
    months: pd.DataFrame,
    *,
    label: str,
    unit_label: tuple[str, str],
    title: str,
    feminine: bool = False,
    marks: Sequence[tuple[date, str]] = (),
) -> dict[str, Any]:
    """What a curve of a count that adds up shows.

    `months`: one row per month, `month` (its first day) and `value`; months without a row count none. `label` names
    the last point. `marks` are days to point at, such as the committees.
    """
    if months.empty:
        return {"title": title, "dates": [], "summary": f"{title} : rien à montrer sur cette période."}
    counts = _every_month(months)
    total = counts.cumsum()
    told = [wording.counted(value, *unit_label, feminine=feminine) for value in total]
    begin, end = (wording.month(day.date()) for day in (counts.index[0], counts.index[-1]))
    top = round_up(float(total.max()))
    return {
        "title": title,
        "dates": [day.strftime("%Y-%m") for day in counts.index],
        "values": total.tolist(),
        "end": f"{wording.number(total.iloc[-1])} {label}",
        "top": top,
        "levels": [[level, wording.number(level)] for level in _levels(top)],
        "ticks": [[i, str(day.year)] for i, day in enumerate(counts.index) if day.month == 1],
        "marks": _marks(marks, counts.index),
        "tips": [_tip(day, words, count) for (day, count), words in zip(counts.items(), told, strict=True)],
        "summary": f"{title}, de {begin} à {end} : {told[-1]} au total à la fin.",
    }


def _every_month(months: pd.DataFrame) -> pd.Series:
    known = months.assign(month=pd.to_datetime(months["month"])).groupby("month")["value"].sum().astype(float)
    return known.reindex(pd.date_range(known.index.min(), known.index.max(), freq="MS"), fill_value=0.0)


def _levels(top: float) -> list[float]:
    """Two rules: the top and its half, where the half is a whole number."""
    return [top / 2, top] if top >= 2 and float(top / 2).is_integer() else [top]


def _marks(marks: Sequence[tuple[date, str]], index: pd.DatetimeIndex) -> list[list[Any]]:
    ranks = {(day.year, day.month): i for i, day in enumerate(index)}
    return [[ranks[day.year, day.month], label] for day, label in marks if (day.year, day.month) in ranks]


def _tip(day: pd.Timestamp, told: str, count: float) -> list[str]:
    """What is told of a month: its name, then the total and the month's own part."""
    return [wording.sentence(wording.month(day.date())), f"{told}, dont {wording.number(count)} ce mois"]
