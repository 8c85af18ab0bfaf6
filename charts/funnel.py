"""EPCIs compared without a podium: each rate against what luck alone allows around the mean of all."""

from typing import Any

import pandas as pd

from programme import territory, wording

WITHIN = "within"
FEWEST_COMPARED = 2
SIDES = {"above": "au-dessus", "below": "en dessous"}


def funnel_plot(rows: pd.DataFrame) -> dict[str, Any]:
    """A Plotly figure: one point per row of `rows` (indicators.context.funnel), in a funnel of control limits."""
    names = [territory.epci_names()[code] for code in rows["epci"]]
    shown = [name if verdict != WITHIN else "" for name, verdict in zip(names, rows["verdict"], strict=True)]
    points = {
        "type": "scatter",
        "mode": "markers+text",
        "x": rows["denominator"].tolist(),
        "y": rows["value"].tolist(),
        "text": shown,
        "textposition": "top center",
        "marker": {"size": 11},
        "hovertext": [_told(name, row) for name, row in zip(names, rows.to_dict("records"), strict=True)],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "name": "Un EPCI",
    }
    people = rows["denominator"].tolist()
    mean = _line(people, rows["mean"].tolist(), "Moyenne des EPCI", "solid")
    # One trace for both limits, so that they share a name and a colour: the gap parts them.
    limits = [*rows["low_998"], None, *rows["high_998"]]
    chance = _line([*people, None, *people], limits, "Ce que le hasard permet", "dot")
    return {
        "data": [mean, chance, points],
        "layout": {
            "height": 340,
            "margin": {"l": 8, "r": 8, "t": 26, "b": 44},
            "xaxis": {"title": {"text": "Habitants"}, "tickformat": ",d", "nticks": 5, "rangemode": "tozero"},
            "yaxis": {"rangemode": "tozero", "nticks": 5},
        },
    }


def _line(x: list, y: list, name: str, dash: str) -> dict[str, Any]:
    line = {"dash": dash, "width": 1.5}
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "name": name, "line": line, "hoverinfo": "skip"}


def _told(name: str, row: dict[str, Any]) -> str:
    families = wording.counted(row["numerator"], "foyer installé", "foyers installés")
    rate = wording.number(row["value"], 2)
    return f"<b>{name}</b><br>{families}<br>{rate} pour 1 000 habitants"


def funnel_message(rows: pd.DataFrame) -> str:
    """The title: who really differs, or that nobody does."""
    if len(rows) < FEWEST_COMPARED:
        return "Il faut deux EPCI pour comparer"
    parts = []
    for verdict, side in SIDES.items():
        names = [territory.epci_names()[code] for code in rows.loc[rows["verdict"] == verdict, "epci"]]
        if names:
            parts.append(f"{wording.listed(names)} {side}")
    if not parts:
        return "Aucun EPCI ne s'écarte plus que le hasard"
    return f"{' ; '.join(parts)} de ce que le hasard permet"


def funnel_rows(rows: pd.DataFrame) -> pd.DataFrame:
    """The table of the plot, by population."""
    return pd.DataFrame(
        {
            "EPCI": [territory.epci_names()[code] for code in rows["epci"]],
            "Foyers installés": rows["numerator"],
            "Habitants": rows["denominator"],
            "Pour 1 000 habitants": [wording.number(value, 2) for value in rows["value"]],
            "Le hasard permet": [
                f"{wording.number(low, 2)} à {wording.number(high, 2)}"
                for low, high in zip(rows["low_998"], rows["high_998"], strict=True)
            ],
        }
    )
