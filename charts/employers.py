"""Tables about employers' needs -> bars, a drawing of the years and rows in French. No computing of figures here."""

from collections.abc import Callable
from typing import Any

import pandas as pd

from charts.labels import job_bars, label_names
from programme import territory, wording
from programme.jobs import JobFamily

FRANCE = "FR"
FAMILIES = {family.value: family.label for family in JobFamily}
BREAK_YEAR = 2023.5
"""Between the last survey by the list of 2009 and the first by that of 2021."""


def of_family(rows: pd.DataFrame, family: str | None) -> pd.DataFrame:
    """The rows of one priority family; without one, those of all (their empty family where rows are sums)."""
    if family:
        return rows[rows["job_family"] == family].reset_index(drop=True)
    sums = rows[rows["job_family"] == ""]
    return (sums if len(sums) else rows).reset_index(drop=True)


def years_plot(years: pd.DataFrame) -> dict[str, Any]:
    """A Plotly figure: projects and difficult ones by survey year, years without a survey left empty on the scale.

    The full part is sure, the hatched part is what secret cells may add. A line tells where the list of jobs changes.
    """
    pairs = [_sure_and_possible(years, *named) for named in (("xmet", "Jugés difficiles"), ("met", "Projets"))]
    # The sure parts first: the template gives colours in the order of the traces.
    data = [sure for sure, _ in pairs] + [possible for _, possible in pairs]
    first, last = int(years["survey_year"].min()), int(years["survey_year"].max())
    layout: dict[str, Any] = {
        "barmode": "group",
        "xaxis": {"tickmode": "linear", "dtick": 1, "tickformat": "d", "range": [first - 0.6, last + 0.6]},
        "yaxis": {"rangemode": "tozero", "nticks": 5, "tickformat": ",d"},
        "margin": {"l": 8, "r": 8, "t": 40, "b": 8},
    }
    if first < BREAK_YEAR < last:
        layout["shapes"] = [
            {"type": "line", "x0": BREAK_YEAR, "x1": BREAK_YEAR, "yref": "paper", "y0": 0, "y1": 1}
            | {"line": {"dash": "dash", "width": 1.5}}
        ]
        layout["annotations"] = [
            {"x": BREAK_YEAR, "yref": "paper", "y": 1, "yanchor": "top", "xanchor": "right", "xshift": -4}
            | {"text": "nouvelle liste<br>de métiers →", "showarrow": False, "align": "right"}
        ]
    return {"data": data, "layout": layout}


def _sure_and_possible(years: pd.DataFrame, figure: str, name: str) -> tuple[dict[str, Any], dict[str, Any]]:
    low, high = years[f"{figure}_low"], years[f"{figure}_high"]
    told = [
        f"{name} {int(year)} : {wording.number_range(least, most)}"
        for year, least, most in zip(years["survey_year"], low, high, strict=True)
    ]
    common = {
        "type": "bar",
        "x": years["survey_year"].astype(int).tolist(),
        "offsetgroup": figure,
        "legendgroup": figure,
        "hovertext": told,
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
    possible = {"base": low.tolist(), "y": (high - low).tolist(), "showlegend": False}
    hatched = {"marker": {"pattern": {"shape": "/", "fillmode": "replace"}}}
    return common | {"y": low.tolist(), "name": name}, common | possible | hatched | {"name": f"{name}, peut-être"}


def year_rows(years: pd.DataFrame) -> pd.DataFrame:
    """The table of the years."""
    return pd.DataFrame(
        {
            "Année": years["survey_year"].astype(int).astype(str),
            "Liste des métiers": [f"FAP {int(version)}" for version in years["fap_version"]],
            **_told(years),
        }
    )


def years_message(years: pd.DataFrame) -> str:
    """How the difficult share went from the first to the last survey: said only where the two intervals are apart."""
    first, last = years.iloc[0], years.iloc[-1]
    if len(years) < 2 or pd.isna(first["difficult_share_low"]) or pd.isna(last["difficult_share_low"]):
        return "Depuis quand les employeurs peinent à recruter"
    before, now = (
        wording.percent_range(row["difficult_share_low"], row["difficult_share_high"]) for row in (first, last)
    )
    told = f"{before} de recrutements difficiles en {int(first['survey_year'])}, {now} en {int(last['survey_year'])}"
    if last["difficult_share_low"] > first["difficult_share_high"]:
        return f"De plus en plus difficile : {told}"
    if last["difficult_share_high"] < first["difficult_share_low"]:
        return f"De moins en moins difficile : {told}"
    return told


def bassins_message(cells: pd.DataFrame) -> str:
    """« 42 à 55 % selon le bassin : aucun ne se détache », or the one whose least is above the others' most.

    `cells`: one row per bassin, its share as `low` and `high`; nothing is said of fewer than two that are known.
    """
    known = cells.dropna(subset=["low", "high"]).sort_values("low", ascending=False)
    if len(known) < 2:
        return ""
    first, others = known.iloc[0], known.iloc[1:]
    told = f"{wording.percent_range(known['low'].min(), known['high'].max())} selon le bassin"
    if first["low"] <= others["high"].max():
        return f"{told} : aucun ne se détache"
    return f"{told} : d'abord {label_names('bassin')[first['bassin']]}"


def place_bars(places: pd.DataFrame) -> pd.DataFrame:
    """One bar per place, the largest sure share first: the share of difficult projects as an interval."""
    known = places.sort_values("difficult_share_low", ascending=False, na_position="last")
    return pd.DataFrame(
        {
            "label": [_place_name(code) for code in known["place_code"]],
            "value": known["difficult_share_low"],
            "low": known["difficult_share_low"],
            "high": known["difficult_share_high"],
        }
    )


def places_message(places: pd.DataFrame) -> str:
    """Where the Lot stands among its neighbours: only those whose interval is wholly on one side of its own."""
    known = places.set_index("place_code")
    if territory.LOT not in known.index or pd.isna(known.loc[territory.LOT, "difficult_share_low"]):
        return "Le Lot et ses voisins"
    lot = known.loc[territory.LOT]
    others = known.loc[[code for code in territory.NEIGHBOURS if code in known.index]]
    harder = [_place_name(code) for code in others.index[others["difficult_share_low"] > lot["difficult_share_high"]]]
    easier = [_place_name(code) for code in others.index[others["difficult_share_high"] < lot["difficult_share_low"]]]
    told = [f"plus difficile qu'ici : {wording.listed(harder)}"] if harder else []
    told += [f"moins difficile : {wording.listed(easier)}"] if easier else []
    return wording.sentence(" ; ".join(told)) if told else "Aucun voisin ne se distingue nettement du Lot"


def place_rows(places: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame({"Lieu": [_place_name(code) for code in places["place_code"]], **_told(places)})


def ranked_bars(jobs: pd.DataFrame) -> pd.DataFrame:
    """The jobs in their order: bars of difficult projects, the seasonal share beside."""
    difficult, seasonal = ranges(jobs, "xmet"), ranges(jobs, "seasonal_share", wording.percent_range)
    words = [
        f"{count} · {share}" if known else count
        for count, share, known in zip(difficult, seasonal, jobs["seasonal_share_low"].notna(), strict=True)
    ]
    return job_bars(jobs).assign(words=words)


def lasting_bars(jobs: pd.DataFrame, most: int = 10) -> pd.DataFrame:
    """The jobs with the most projects surely both difficult and not seasonal."""
    ranked = jobs.sort_values(["lasting_low", "lasting_high"], ascending=False).head(most)
    ends = {"value": ranked["lasting_low"], "low": ranked["lasting_low"], "high": ranked["lasting_high"]}
    return pd.DataFrame({"label": ranked["fap_name"], **ends})


def lasting_rows(jobs: pd.DataFrame, most: int = 10) -> pd.DataFrame:
    ranked = jobs.sort_values(["lasting_low", "lasting_high"], ascending=False).head(most)
    return pd.DataFrame(
        {
            "Métier": ranked["fap_name"],
            "Difficiles et durables": ranges(ranked, "lasting"),
            "Difficiles": ranges(ranked, "xmet"),
            "Saisonniers": ranges(ranked, "smet"),
        }
    )


def _told(rows: pd.DataFrame) -> dict[str, list[str]]:
    return {
        "Projets": ranges(rows, "met"),
        "Difficiles": ranges(rows, "xmet"),
        "Part difficile": ranges(rows, "difficult_share", wording.percent_range),
        "Part saisonnière": ranges(rows, "seasonal_share", wording.percent_range),
    }


def ranges(rows: pd.DataFrame, name: str, told: Callable[[float, float], str] = wording.number_range) -> list[str]:
    """Each row's two bounds in words."""
    return [told(low, high) for low, high in zip(rows[f"{name}_low"], rows[f"{name}_high"], strict=True)]


def _place_name(code: str) -> str:
    return "France" if code == FRANCE else territory.departement_names().get(code, code)
