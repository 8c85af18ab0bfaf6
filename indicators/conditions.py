"""The place's own conditions, from public data by commune: rents, prices, vacancy, fibre, doctors, programmes.

Each is a fact of the communes, not of families: of the latest year published by the date d'arrêté, else of the first
one after it, and the year is always told.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from indicators.counting import IN_ALL, measured
from indicators.question import SMALLEST_DENOMINATOR, Question
from programme import territory
from programme.vocabulary import Scope

Tables = Mapping[str, pd.DataFrame]
BOUNDED = ("value", "low", "high")
YEARS_APART = (0, -1, 1)
"""A producer may count a total a year before, or after, its part: the nearest year is taken, and none further."""


@dataclass(frozen=True)
class Condition:
    """What a figure reads, and how communes make an EPCI.

    With `per`, a share: sums of `indicator` over sums of `per`. Else a mean weighted by the inhabitants, by the
    `observations` that it rests on, or by another indicator; or the `median` inhabitant's. `better` says which side
    is the better offer: more, less or neither.
    """

    indicator: str
    per: str = ""
    weight: str = "inhabitants"
    better: str = "neither"


CONDITIONS = {
    "L1": Condition("loyer_appartement", better="less"),
    "L1M": Condition("loyer_maison", better="less"),
    "L2": Condition("prix_m2", weight="observations", better="less"),
    "L3": Condition("logements_vacants_2ans", per="logements_prives"),
    "L3V": Condition("logements_vacants", per="logements_prives"),
    "L4": Condition("taxe_vacance"),
    "L5": Condition("locaux_fibre", per="locaux", better="more"),
    "L5D": Condition("locaux_30m", per="locaux", better="more"),
    "L6": Condition("apl_generalistes", weight="population_apl", better="more"),
    "L7A": Condition("acv"),
    "L7P": Condition("pvd"),
    "L7R": Condition("revitalisation"),
    "L7S": Condition("france_services"),
    "L7T": Condition("territoires_industrie"),
    "L7V": Condition("villages_avenir"),
    "L8": Condition("densite", weight="median"),
}


def conditions(tables: Tables, question: Question, condition: Condition) -> pd.DataFrame:
    """One row per « commune » or « epci » where it is known, or one in all.

    A share tells its numerator and denominator, and is silent under a denominator of 10; a mean of observations tells
    how many as its denominator.
    """
    (kind,) = question.by or (IN_ALL,)
    places = _places(tables, question, condition).assign(**{IN_ALL: 0})
    every = sorted(places[kind].unique()) if question.by else [0]
    return measured(_together(places, kind, condition).reindex(every).rename_axis(kind).reset_index(), question)


def condition_year(tables: Tables, question: Question, condition: Condition) -> int | None:
    """The year that is told: the latest by the date d'arrêté, else the first known; None where none is."""
    rows = tables["living_conditions"]
    years = sorted(rows.loc[rows["indicator"] == condition.indicator, "condition_year"].unique())
    published = [year for year in years if year <= question.as_of.year]
    return int(published[-1] if published else years[0]) if years else None


def conditions_held(living_conditions: pd.DataFrame) -> pd.DataFrame:
    """One row per figure that the store can tell: `figure`, its `years`, and how many communes they speak of."""
    held = []
    for figure, condition in CONDITIONS.items():
        rows = living_conditions[living_conditions["indicator"] == condition.indicator]
        if len(rows):
            years = sorted(int(year) for year in rows["condition_year"].unique())
            held.append({"figure": figure, "years": years, "communes_count": rows["commune_code"].nunique()})
    return pd.DataFrame(held, columns=["figure", "years", "communes_count"])


def _places(tables: Tables, question: Question, condition: Condition) -> pd.DataFrame:
    """One row per commune of the question's places: `value` (or the share's numerator) and `weight`."""
    rows, year = tables["living_conditions"], condition_year(tables, question, condition)
    told = rows[(rows["indicator"] == condition.indicator) & (rows["condition_year"] == year)]
    told = told.set_index("commune_code")[["value", "observations_count"]].dropna(subset=["value"])
    communes = territory.communes().loc[:, ["epci_code", "population_count"]]
    places = told.join(communes, how="inner").rename(columns={"epci_code": "epci"})
    places["weight"] = _weights(rows, places, year, condition)
    return _asked(places.rename_axis("commune").reset_index(), question)


def _weights(rows: pd.DataFrame, places: pd.DataFrame, year: int | None, condition: Condition) -> pd.Series:
    if condition.weight == "observations":
        return places["observations_count"].astype("float64")
    other = condition.per or condition.weight
    if other in ("inhabitants", "median"):
        return places["population_count"].astype("float64")
    for apart in YEARS_APART:
        near = rows[(rows["indicator"] == other) & (rows["condition_year"] == (year or 0) + apart)]
        if len(near):
            return near.set_index("commune_code")["value"].reindex(places.index)
    if condition.per:
        return pd.Series(float("nan"), index=places.index)
    return places["population_count"].astype("float64")


def _asked(places: pd.DataFrame, question: Question) -> pd.DataFrame:
    if question.scope == Scope.LOT:
        places = places[places["commune"].str[:2] == territory.LOT]
    else:
        places = places[places["epci"].isin(territory.partner_epcis())]
    if question.epci_code:
        places = places[places["epci"] == question.epci_code]
    if question.commune_code:
        places = places[places["commune"] == question.commune_code]
    return places


def _together(places: pd.DataFrame, kind: str, condition: Condition) -> pd.DataFrame:
    """The measures of each place that is known, by its code."""
    known = places[places["weight"] > 0]
    weight = known.groupby(kind)["weight"].sum()
    if condition.per:
        # The two counts may be of different months: a little more than all of them is all of them.
        numerator = known.groupby(kind)["value"].sum()
        value = (numerator / weight).clip(upper=1.0).where(weight >= SMALLEST_DENOMINATOR)
        return pd.DataFrame(dict.fromkeys(BOUNDED, value) | {"numerator": numerator, "denominator": weight})
    if condition.weight == "median":
        ordered = known.sort_values("value")
        reached = ordered.groupby(kind)["weight"].cumsum() >= ordered[kind].map(weight) / 2
        value = ordered[reached].groupby(kind)["value"].first()
    else:
        value = (known["value"] * known["weight"]).groupby(known[kind]).sum() / weight
    observations = weight if condition.weight == "observations" else float("nan")
    return pd.DataFrame(dict.fromkeys(BOUNDED, value) | {"denominator": observations})
