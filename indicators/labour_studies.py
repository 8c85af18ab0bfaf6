"""Tables about employers' needs: jobs ranked, years, neighbours, tensions, short trainings, companies."""

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from indicators.labour import bassin_names, bassins_of, latest_version, latest_year, survey_rows
from indicators.partners import took_part
from indicators.question import Question
from indicators.shortages import shortages, top_jobs
from programme import territory
from programme.jobs import fap_version, job_family, rome_names

Tables = Mapping[str, pd.DataFrame]
ALL_FAMILIES = ""
FRANCE = "FR"


def jobs_ranked(tables: Tables, question: Question) -> pd.DataFrame:
    """One row per job of the latest survey, by difficult projects: `rank`, names, family, what `shortages` gives."""
    jobs = top_jobs(survey_rows(tables, question), count=None)
    return jobs.assign(
        survey_year=latest_year(tables, question), job_family=jobs["fap_code"].map(job_family).astype("str")
    )


def needs_by_year(tables: Tables, question: Question) -> pd.DataFrame:
    """One row per survey year and priority family (empty for all), with `fap_version` and the columns of shortages.

    Years with another `fap_version` count by another list of jobs: totals and families are on one scale, jobs are not.
    """
    totals = _with_all_families(survey_rows(tables, question), ["survey_year"])
    totals.insert(1, "fap_version", [fap_version(int(year)) for year in totals["survey_year"]])
    return totals


def needs_by_place(tables: Tables, question: Question) -> pd.DataFrame:
    """One row per place (the Lot, its neighbours, France) and priority family, of the latest survey of the Lot.

    `place_code` is a département, or FR, which is there only when the file of that year was of the whole country.
    """
    everywhere = replace(question, epci_code=None, by=("departement",))
    rows = survey_rows(tables, everywhere)
    year = rows.loc[rows["departement_code"] == territory.LOT, "survey_year"].max()
    rows = rows[rows["survey_year"] == year].rename(columns={"departement_code": "place_code"})
    france = tables["labour_needs_national"]
    france = france[france["survey_year"] == year]
    france = france.assign(place_code=FRANCE, job_family=france["fap_code"].map(job_family).astype("str"))
    parts = [_with_all_families(part, ["survey_year", "place_code"]) for part in (rows, france) if len(part)]
    return pd.concat(parts, ignore_index=True) if parts else _with_all_families(rows, ["survey_year", "place_code"])


def needs_by_bassin(tables: Tables, question: Question) -> pd.DataFrame:
    """One row per bassin of the Lot and priority family (empty for all), of the latest survey."""
    rows = survey_rows(tables, question)
    rows = rows[rows["survey_year"] == rows["survey_year"].max()]
    totals = _with_all_families(rows, ["survey_year", "bassin_code"])
    totals.insert(2, "bassin_name", totals["bassin_code"].map(bassin_names()))
    return totals


def tensions(tables: Tables, question: Question) -> pd.DataFrame:
    """One row per bassin of the Lot and occupation (ROME), of the latest year known: score 1 to 5, strongest first.

    A couple that is absent is unknown, for want of enough offers: it is not without tension.
    """
    rows = tables["tensions"]
    rows = rows[(rows["tension_year"] <= question.as_of.year) & rows["bassin_code"].isin(_bassins(question))]
    rows = rows[rows["tension_year"] == rows["tension_year"].max()]
    rows = rows.assign(rome_name=rows["rome_code"].map(rome_names()).fillna(rows["rome_code"]))
    order = ["tension_score", "offers_count", "rome_code", "bassin_code"]
    return rows.sort_values(order, ascending=[False, False, True, True], ignore_index=True)[
        ["tension_year", "bassin_code", "rome_code", "rome_name", "tension_score", "offers_count", "seekers_count"]
    ]


def short_trainings(tables: Tables, question: Question) -> pd.DataFrame:
    """One row per job of the latest survey that a short training opens, and training: its rank among difficult ones,
    what the training gives, how long it lasts (hours missing where no text sets them) and the source of that."""
    jobs = jobs_ranked(tables, question)
    version = latest_version(tables, question)
    trainings = tables["trainings"]
    opened = trainings[trainings["fap_version"] == version]
    columns = ["training_name", "certification", "duration_hours", "duration_words", "source"]
    found = jobs.merge(opened[["fap_code", *columns]], on="fap_code")
    kept = ["rank", "survey_year", "fap_code", "fap_name", "job_family", "xmet_low", "xmet_high", *columns]
    return found.sort_values(["rank", "training_name"], ignore_index=True)[kept]


def companies_by_sector(tables: Tables, question: Question) -> pd.DataFrame:
    """One row per sector and outcome: how many companies took part in the period's actions, and in how many actions; a
    company that got two things is in two rows."""
    rows = took_part(tables, question)
    rows = rows.assign(sector=rows["sector"].fillna(""), outcome=rows["outcome"].fillna(""))
    counted = rows.groupby(["sector", "outcome"], as_index=False).agg(
        companies_count=("company_id", "nunique"), actions_count=("campaign_id", "nunique")
    )
    return counted.sort_values(
        ["companies_count", "sector", "outcome"], ascending=[False, True, True], ignore_index=True
    )


def _with_all_families(rows: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """The sums by family, and those of all families under an empty one, first."""
    whole = shortages(rows.assign(job_family=ALL_FAMILIES), by=[*by, "job_family"])
    parts = shortages(rows, by=[*by, "job_family"])
    return pd.concat([whole, parts], ignore_index=True).sort_values([*by, "job_family"], ignore_index=True)


def _bassins(question: Question) -> frozenset[str]:
    if question.epci_code:
        return bassins_of(question.epci_code)
    return frozenset(territory.bassins()["bassin_code"])
