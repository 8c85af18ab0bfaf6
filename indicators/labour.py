"""Hiring projects of the survey BMO, as figures that can be asked like the others."""

from collections.abc import Mapping
from functools import cache

import pandas as pd

from indicators.question import MEASURES, Question
from indicators.shortages import SHARES, shortages, top_jobs
from programme import territory
from programme.jobs import fap_version, job_family

Tables = Mapping[str, pd.DataFrame]
COLUMNS = {
    "bassin": "bassin_code",
    "fap": "fap_code",
    "family": "fap_family_code",
    "priority": "job_family",
    "departement": "departement_code",
}


def hiring_projects(tables: Tables, question: Question) -> pd.DataFrame:
    """E3: projects of the latest survey known at the date d'arrêté; `value` is what is published."""
    totals = _totals(tables, question)
    measures = totals[["met", "met_low", "met_high"]].set_axis(["value", "low", "high"], axis=1)
    return _answer(totals, measures, question)


def difficult_share(tables: Tables, question: Question) -> pd.DataFrame:
    """E3D: share of projects judged difficult, as an interval; never a single value where some are secret."""
    return _share(tables, question, "difficult")


def seasonal_share(tables: Tables, question: Question) -> pd.DataFrame:
    """E3S: share of seasonal projects, as an interval."""
    return _share(tables, question, "seasonal")


def _share(tables: Tables, question: Question, share: str) -> pd.DataFrame:
    totals = _totals(tables, question)
    low, high = totals[f"{share}_share_low"], totals[f"{share}_share_high"]
    measures = pd.DataFrame({"value": low.where(low == high), "low": low, "high": high})
    measures["numerator"], measures["denominator"] = totals[f"{SHARES[share]}_low"], totals["met_high"]
    return _answer(totals, measures, question)


def top_jobs_asked(tables: Tables, question: Question, count: int) -> pd.DataFrame:
    """One row per job of the latest survey known at the date d'arrêté, by difficult projects (see top_jobs)."""
    return top_jobs(survey_rows(tables, question), count=count)


def _totals(tables: Tables, question: Question) -> pd.DataFrame:
    return shortages(survey_rows(tables, question), by=_keys(question))


def survey_rows(tables: Tables, question: Question) -> pd.DataFrame:
    """Rows of the Lot, unless départements are compared; of every year up to the date d'arrêté.

    Adds `job_family`, the programme's priority. Bassins of the Lot bear today's codes: they were renumbered with the
    regions, and only their names last.
    """
    rows = tables["labour_needs"]
    rows = rows[rows["survey_year"] <= question.as_of.year]
    if "departement" not in question.by:
        rows = rows[rows["departement_code"] == territory.LOT]
    present = rows["bassin_name"].str.lower().map(_bassin_codes()).where(rows["departement_code"] == territory.LOT)
    rows = rows.assign(
        bassin_code=present.fillna(rows["bassin_code"]), job_family=rows["fap_code"].map(job_family).astype("str")
    )
    if question.epci_code:
        rows = rows[rows["bassin_code"].isin(bassins_of(question.epci_code))]
    return rows


def latest_year(tables: Tables, question: Question) -> float:
    """The year of the latest survey of the Lot known at the date d'arrêté; NaN without one."""
    return survey_rows(tables, question)["survey_year"].astype("float64").max()


def latest_version(tables: Tables, question: Question) -> int:
    """The list of jobs of the latest survey; without one, that of the date d'arrêté."""
    year = latest_year(tables, question)
    return fap_version(question.as_of.year if pd.isna(year) else int(year))


@cache
def _bassin_codes() -> dict[str, str]:
    """The name of a bassin of the Lot, in lower case -> its code."""
    named = territory.bassins().drop_duplicates("bassin_code")
    return dict(zip(named["bassin_name"].str.lower(), named["bassin_code"], strict=True))


def bassins_of(epci_code: str) -> frozenset[str]:
    """The bassins d'emploi over which an EPCI's communes of the Lot lie."""
    communes = territory.communes()
    members = communes.index[communes["epci_code"] == epci_code]
    return frozenset(territory.bassins()["bassin_code"].reindex(members).dropna())


def bassin_names() -> dict[str, str]:
    """bassin_code -> the name of a bassin of the Lot."""
    return territory.bassins().drop_duplicates("bassin_code").set_index("bassin_code")["bassin_name"].to_dict()


def _keys(question: Question) -> list[str]:
    return [COLUMNS.get(name, "survey_year" if name == "year" else name) for name in question.by]


def _answer(totals: pd.DataFrame, measures: pd.DataFrame, question: Question) -> pd.DataFrame:
    keys = totals[_keys(question)].set_axis(list(question.by), axis=1)
    return pd.concat([keys, measures.reindex(columns=MEASURES)], axis=1)
