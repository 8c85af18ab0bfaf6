"""Events by month, as bars, with the committees to find one's way."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd

from programme import wording

DAYS_BETWEEN_LABELS = 240


def monthly_bar(
    cells: pd.DataFrame,
    *,
    until: date,
    unit_words: tuple[str, str],
    feminine: bool = False,
    marks: Sequence[date] = (),
) -> dict[str, Any]:
    """A Plotly figure: one bar per month from the first of `cells` (month, value) to `until`, empty months too."""
    known = cells.set_index(pd.to_datetime(cells["month"]))["value"]
    every = pd.date_range(known.index.min(), pd.Timestamp(until), freq="MS")
    values = known.reindex(every, fill_value=0.0)
    told = [
        f"{wording.sentence(wording.month(day))}<br><b>{wording.counted(value, *unit_words, feminine=feminine)}</b>"
        for day, value in values.items()
    ]
    bar = {
        "type": "bar",
        "x": [day.date().isoformat() for day in every],
        "y": values.tolist(),
        "hovertext": told,
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
    shown = [day for day in marks if every[0].date() <= day <= until]
    years = sorted({day.year for day in every})
    return {
        "data": [bar],
        "layout": {
            "margin": {"l": 8, "r": 8, "t": 26, "b": 8},
            "xaxis": {
                "tickvals": [f"{year}-01-01" for year in years],
                "ticktext": [str(year) for year in years],
                "type": "date",
            },
            "yaxis": {"rangemode": "tozero", "nticks": 5, "tickformat": ",d"},
            "shapes": [_mark(day) for day in shown],
            "annotations": _labels(shown),
        },
    }


def _mark(day: date) -> dict[str, Any]:
    return {"type": "line", "x0": day.isoformat(), "x1": day.isoformat(), "yref": "paper", "y0": 0, "y1": 1}


def _labels(days: Sequence[date]) -> list[dict[str, Any]]:
    """« comité » beside its mark, the latest first, where there is room for the word."""
    kept: list[date] = []
    for day in sorted(days, reverse=True):
        if not kept or (kept[-1] - day).days > DAYS_BETWEEN_LABELS:
            kept.append(day)
    place = {"yref": "paper", "y": 1, "text": "comité", "xanchor": "right", "yanchor": "bottom"}
    return [place | {"x": day.isoformat()} for day in kept]
