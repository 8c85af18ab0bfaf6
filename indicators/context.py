"""The figures beside the territory: its inhabitants, and those whom INSEE's census saw arrive."""

import math
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pandas as pd

from indicators.chance import poisson_cdf, poisson_interval
from indicators.counting import count, measured
from indicators.families import settled
from indicators.question import MEASURES, SMALLEST_DENOMINATOR, Question
from programme import territory
from programme.vocabulary import Scope, Unit

Tables = Mapping[str, pd.DataFrame]
INHABITANTS = 1000
ARRIVALS = "arrivees_personnes"
LIMITS = {"95": 0.025, "998": 0.001}


def settled_per_inhabitants(tables: Tables, question: Question) -> pd.DataFrame:
    """X3: families settled per 1 000 inhabitants of the same scope, with the exact Poisson interval.

    Only of the EPCIs that sent their follow-up: the others' inhabitants are not in it.
    """
    asked = replace(question, unit=Unit.FOYERS)
    counts = count(settled(tables, asked), asked)
    codes = _codes(tables, question)
    if question.by:
        counts = counts.set_index("epci")["value"].reindex(codes, fill_value=0.0).rename_axis("epci").reset_index()
        people = [_population(code, question) for code in codes]
    else:
        people = [sum(_population(code, question) for code in codes) or math.nan]
    bounds = [poisson_interval(int(counted)) for counted in counts["value"]]
    cells = counts.assign(numerator=counts["value"], denominator=people)
    cells["value"] = cells["numerator"] / cells["denominator"] * INHABITANTS
    cells["low"], cells["high"] = (
        [bound[side] / inhabitants * INHABITANTS for bound, inhabitants in zip(bounds, people, strict=True)]
        for side in (0, 1)
    )
    return measured(cells, question)


def funnel(tables: Tables, question: Question) -> pd.DataFrame:
    """One row per EPCI that sent its follow-up, by population: its rate per 1 000 inhabitants, beside what luck allows.

    `low_95` to `high_998` are exact Poisson limits of an EPCI of this population at the rate of all together;
    `verdict` is within, above or below the wider ones (998 in 1 000).
    """
    rates = settled_per_inhabitants(tables, replace(question, epci_code=None, by=("epci",)))
    mean = rates["numerator"].sum() / rates["denominator"].sum()
    rows = rates[["epci", "numerator", "denominator", "value"]].sort_values("denominator").reset_index(drop=True)
    for name, tail in LIMITS.items():
        limits = [poisson_limits(mean * people, tail) for people in rows["denominator"]]
        for side, position in (("low", 0), ("high", 1)):
            rows[f"{side}_{name}"] = [limit[position] for limit in limits] / rows["denominator"] * INHABITANTS
    rows["verdict"] = "within"
    rows.loc[rows["value"] > rows["high_998"], "verdict"] = "above"
    rows.loc[rows["value"] < rows["low_998"], "verdict"] = "below"
    return rows.assign(mean=mean * INHABITANTS)


def poisson_limits(mean: float, tail: float) -> tuple[int, int]:
    """The fewest and the most events that are not rarer than `tail` on either side."""
    low = 0
    while poisson_cdf(low, mean) < tail:
        low += 1
    high = low
    while 1 - poisson_cdf(high, mean) > tail:
        high += 1
    return low, high


def share_of_arrivals(tables: Tables, question: Question) -> pd.DataFrame:
    """X2: persons settled by the programme over those whom INSEE saw arrive from another département, in one year.

    Of the latest year that INSEE has published by the date d'arrêté; « year » gives all of them. Arrivals in the EPCIs
    that sent no follow-up are not in it.
    """
    arrivals = _arrivals(tables, question)
    years = sorted(arrivals["condition_year"].unique())
    chosen = years if "year" in question.by else years[-1:]
    parts = [_share_of_year(tables, arrivals, int(year), question) for year in chosen]
    if parts:
        return pd.concat(parts, ignore_index=True)[[*question.by, *MEASURES]]
    return measured(pd.DataFrame({"value": [None]} if not question.by else {}), question)


def _share_of_year(tables: Tables, arrivals: pd.DataFrame, year: int, question: Question) -> pd.DataFrame:
    period = replace(question.without("year"), start=date(year, 1, 1), as_of=date(year, 12, 31), unit=Unit.PERSONNES)
    persons = count(settled(tables, period), period)
    came = arrivals[arrivals["condition_year"] == year]
    if "epci" in question.by:
        sums = came.groupby("epci")["value"].sum().rename("denominator").reset_index()
        cells = sums.merge(persons[["epci", "value"]], on="epci", how="left").fillna({"value": 0.0})
    else:
        cells = persons[["value"]].assign(denominator=came["value"].sum())
    cells = cells.rename(columns={"value": "numerator"}).assign(year=year)
    enough = cells["denominator"] >= SMALLEST_DENOMINATOR
    cells["value"] = (cells["numerator"] / cells["denominator"]).where(enough)
    cells["low"] = cells["high"] = cells["value"]
    return measured(cells, question)


def _arrivals(tables: Tables, question: Question) -> pd.DataFrame:
    rows = tables["living_conditions"]
    rows = rows[(rows["indicator"] == ARRIVALS) & (rows["condition_year"] <= question.as_of.year)]
    rows = rows.assign(epci=rows["commune_code"].map(territory.communes()["epci_code"]))
    if question.scope == Scope.LOT:
        rows = rows[rows["commune_code"].str[:2] == territory.LOT]
    return rows[rows["epci"].isin(_codes(tables, question))]


def _codes(tables: Tables, question: Question) -> list[str]:
    """The EPCIs asked of which anything is known: nobody settled elsewhere is no zero."""
    asked = {question.epci_code} if question.epci_code else territory.partner_epcis()
    return sorted(asked.intersection(tables["households"]["epci_code"]))


def _population(epci_code: str, question: Question) -> int:
    return territory.population(epci_code, lot_only=question.scope == Scope.LOT)
