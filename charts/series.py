"""Months -> the values, ticks, words and summary of a light curve. No drawing here."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

from charts.classes import round_up
from programme import wording


def curve(
    months: pd.DataFrame,
    series: Mapping[str, str],
    *,
    unit_label: tuple[str, str],
    title: str,
    highlighted: str | None = None,
    is_cumulative: bool = True,
    feminine: bool = False,
    marks: Sequence[tuple[date, str]] = (),
) -> dict[str, Any]:
    """What a curve shows.

    `months`: one row per month, `month` (its first day) and one count column per entry of `series` (column ->
    label). Months without a row count none. The highlighted series (the first, if not said) is drawn last and in
    the accent; `is_cumulative` adds the months up. `marks` are days to point at, such as the committees.
    """
    if months.empty:
        return {
            "title": title,
            "dates": [],
            "series": [],
            "ticks": [],
            "levels": [],
            "marks": [],
            "tips": [],
            "summary": f"{title} : rien à montrer sur cette période.",
        }
    counts = _every_month(months, list(series))
    shown = counts.cumsum() if is_cumulative else counts
    chosen = highlighted or next(iter(series))
    top = round_up(float(shown.to_numpy().max()))
    return {
        "title": title,
        "dates": [day.strftime("%Y-%m") for day in counts.index],
        "series": [
            {
                "label": label,
                "values": [float(value) for value in shown[column]],
                "end": wording.number(shown[column].iloc[-1]),
                "isHighlighted": column == chosen,
            }
            for column, label in sorted(series.items(), key=lambda item: item[0] == chosen)
        ],
        "top": top,
        "levels": [[level, wording.number(level)] for level in _levels(top)],
        "ticks": [[i, str(day.year)] for i, day in enumerate(counts.index) if day.month == 1],
        "marks": _marks(marks, counts.index),
        "tips": _tips(counts, shown, series, unit_label, is_cumulative, feminine),
        "summary": _summary(shown, chosen, unit_label, title, is_cumulative, feminine),
    }


def _every_month(months: pd.DataFrame, columns: list[str]) -> pd.DataFrame:
    known = months.assign(month=pd.to_datetime(months["month"])).set_index("month")[columns].astype(float)
    every = pd.date_range(known.index.min(), known.index.max(), freq="MS")
    return known.groupby(level=0).sum().reindex(every, fill_value=0.0)


def _levels(top: float) -> list[float]:
    """Two rules: the top and its half, where the half is a whole number."""
    return [top / 2, top] if top >= 2 and float(top / 2).is_integer() else [top]


def _marks(marks: Sequence[tuple[date, str]], index: pd.DatetimeIndex) -> list[list[Any]]:
    ranks = {(day.year, day.month): i for i, day in enumerate(index)}
    return [[ranks[day.year, day.month], label] for day, label in marks if (day.year, day.month) in ranks]


def _tips(counts, shown, series, unit_label, is_cumulative, feminine) -> list[list[str]]:
    """Per month: its name, then one line per series."""
    tips = []
    for i, day in enumerate(counts.index):
        lines = [wording.sentence(wording.month(day.date()))]
        for column, label in series.items():
            total = wording.counted(shown[column].iloc[i], *unit_label, feminine=feminine)
            told = f"{label} : {total}" if len(series) > 1 else total
            lines.append(f"{told}, dont {wording.number(counts[column].iloc[i])} ce mois" if is_cumulative else told)
        tips.append(lines)
    return tips


def _summary(shown, chosen, unit_label, title, is_cumulative, feminine) -> str:
    values = shown[chosen]
    begin, end = (wording.month(day.date()) for day in (values.index[0], values.index[-1]))
    last = wording.counted(values.iloc[-1], *unit_label, feminine=feminine)
    if is_cumulative:
        return f"{title}, de {begin} à {end} : {last} au total à la fin."
    peak = wording.month(values.idxmax().date())
    highest = f"le plus haut est {wording.number(values.max())}, en {peak}"
    return f"{title}, de {begin} à {end} : {last} le dernier mois ; {highest}."
