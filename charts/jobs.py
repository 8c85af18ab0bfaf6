"""Jobs that employers find hard to fill: what is sure, and what the survey's secrecy may add."""

from typing import Any

import pandas as pd

from programme import wording

ROW_HEIGHT = 38
LONGEST_NAME = 34


def jobs_bar(jobs: pd.DataFrame) -> dict[str, Any]:
    """A Plotly figure: one bar per row of `jobs` (fap_name, xmet_low, xmet_high and the shares), the first on top.

    The full part is certainly difficult; the hatched part is what secret cells may add.
    """
    # Two long names may be cut to the same words: the axis keeps the whole ones.
    names = jobs["fap_name"].tolist()
    told = [_told(job) for job in jobs.to_dict("records")]
    common = {
        "type": "bar",
        "orientation": "h",
        "y": names,
        "hovertext": told,
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
    sure = common | {"x": jobs["xmet_low"].tolist(), "name": "Difficiles, au moins"}
    possible = common | {
        "x": (jobs["xmet_high"] - jobs["xmet_low"]).tolist(),
        "name": "Peut-être, selon les cases secrètes",
        "marker": {"pattern": {"shape": "/", "fillmode": "replace"}},
    }
    return {
        "data": [sure, possible],
        "layout": {
            "barmode": "stack",
            "yaxis": {
                "autorange": "reversed",
                "type": "category",
                "showgrid": False,
                "tickvals": names,
                "ticktext": [_short(name) for name in names],
            },
            "xaxis": {"showgrid": True, "showline": False, "nticks": 5, "tickformat": ",d"},
            "height": ROW_HEIGHT * len(jobs) + 70,
        },
    }


def _short(name: str) -> str:
    """Cut at a word, so that a phone keeps room for the bars."""
    if len(name) <= LONGEST_NAME:
        return name
    return name[:LONGEST_NAME].rsplit(" ", 1)[0].rstrip(",;(") + "…"


def _told(job: dict[str, Any]) -> str:
    return (
        f"<b>{job['fap_name']}</b><br>"
        f"{wording.number_range(job['xmet_low'], job['xmet_high'])} projets difficiles "
        f"sur {wording.number_range(job['met_low'], job['met_high'])}<br>"
        f"saisonniers : {wording.percent_range(job['seasonal_share_low'], job['seasonal_share_high'])}"
    )
