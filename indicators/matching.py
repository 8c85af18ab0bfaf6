"""Who among the newcomers took, or could take, the jobs that employers find hard to fill: by job and bassin d'emploi.

People are working adults, partners included. Under five of them, what is told is a class and not the count.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

import numpy as np
import pandas as pd

from indicators import families
from indicators.labour import bassin_names, latest_version, latest_year, survey_rows
from indicators.question import SMALLEST_DENOMINATOR, Question
from indicators.shortages import top_jobs
from programme import territory
from programme.jobs import fap_codes, job_family, job_names
from programme.vocabulary import Profile

Tables = Mapping[str, pd.DataFrame]
SMALLEST_TOLD = 5
"""Fewer people than this are told as a class: 1 to 4."""

MONTHS_OF_MOVES = 12
AWAY_FROM_LOCAL_JOBS = (Profile.TELETRAVAILLEUR, Profile.CREATEUR_REPRENEUR, Profile.RETRAITE)
CELL = ["bassin_code", "fap_code"]
NEEDS = ["met_low", "met_high", "xmet_low", "xmet_high"]
LEVERS = ("mettre_en_relation", "former", "faire_venir", "couvert")
"""What a committee can do about a gap, the nearest first: someone in contact has this job; a short training opens it;
nobody yet. The last one needs nothing."""


def match(tables: Tables, question: Question) -> pd.DataFrame:
    """One row per bassin and job with difficult projects in the latest survey, by lever then by the surest gap.

    `taken_…`: working adults settled in the period (twelve months, if it has no start) who took a job on the spot;
    `pipeline_…`: those followed who could; both as bounds, equal from five on. `coverage_…`: difficult projects taken
    at least, taken or within reach at most (0 to 1), missing under ten projects. `gap_…`: difficult projects not taken.
    """
    needs = needs_by_job(tables, question)
    people = counts_by_job(tables, question)
    rows = needs.merge(people, on=CELL, how="left")
    rows[["taken", "pipeline"]] = rows[["taken", "pipeline"]].fillna(0)
    told = _with_classes(rows[rows["xmet_high"] > 0])
    low, high = _coverages(told)
    told["coverage_low"], told["coverage_high"] = low, high
    told["gap_low"] = (told["xmet_low"] - told["taken_high"]).clip(lower=0)
    told["gap_high"] = (told["xmet_high"] - told["taken_low"]).clip(lower=0)
    told["lever"] = _levers(told, tables)
    order = told["lever"].map({lever: rank for rank, lever in enumerate(LEVERS)})
    told = told.assign(order=order).sort_values(
        ["order", "gap_low", "gap_high", *CELL], ascending=[True, False, False, True, True], ignore_index=True
    )
    return told.drop(columns=["order", "taken", "pipeline"]).assign(survey_year=latest_year(tables, question))


def to_hand_over(tables: Tables, question: Question) -> pd.DataFrame:
    """One row per bassin and job of someone settled or followed: what may be handed to France Travail.

    Counts of working adults, as bounds under five, beside the employers' projects (missing where they have none, or
    none that the survey publishes). No person, no commune.
    """
    people = counts_by_job(tables, question)
    named = people[people["fap_code"].notna() & people["bassin_code"].notna()]
    needs = needs_by_job(tables, question)
    rows = named.merge(needs.drop(columns=["fap_name", "bassin_name"]), on=CELL, how="left")
    rows["fap_name"] = rows["fap_code"].map(_job_names(tables, question))
    rows["bassin_name"] = rows["bassin_code"].map(bassin_names())
    rows["job_family"] = rows["fap_code"].map(job_family).astype("str")
    told = _with_classes(rows).sort_values(
        ["bassin_name", "pipeline_high", "taken_high", "fap_code"], ascending=[True, False, False, True]
    )
    columns = ["bassin_code", "bassin_name", "fap_code", "fap_name", "job_family"]
    people_columns = ["taken_low", "taken_high", "pipeline_low", "pipeline_high"]
    kept = told[[*columns, *people_columns, *NEEDS]].reset_index(drop=True)
    return kept.assign(survey_year=latest_year(tables, question))


def counts_by_job(tables: Tables, question: Question) -> pd.DataFrame:
    """One row per bassin and job (each missing where it is not known): how many `taken` and how many in `pipeline`.

    Bassins of an EPCI are taken whole, as its employers and its newcomers are not the only ones there.
    """
    version = latest_version(tables, question)
    start = question.start or question.as_of - pd.DateOffset(months=MONTHS_OF_MOVES) + timedelta(days=1)
    asked = replace(question, epci_code=None, commune_code=None, by=(), start=pd.Timestamp(start).date())
    people = pd.concat(
        [
            _jobs(families.settled(tables, asked), version, "took_local_job", "partner_found_job").assign(role="taken"),
            _jobs(_reachable(families.followed(tables, asked)), version, "could", "partner_seeks_job").assign(
                role="pipeline"
            ),
        ]
    )
    counted = people.groupby([*CELL, "role"], dropna=False).size().unstack("role", fill_value=0)
    counted = counted.reindex(columns=["taken", "pipeline"], fill_value=0).reset_index()
    counted.columns.name = None
    within = set(needs_by_job(tables, question)["bassin_code"])
    return counted[counted["bassin_code"].isin(within)] if question.epci_code else counted


def _reachable(events: pd.DataFrame) -> pd.DataFrame:
    """Adults followed who say a job and look for one on the spot: not those who keep or create theirs."""
    return events.assign(could=events["occupation_code"].notna() & ~events["profile"].isin(AWAY_FROM_LOCAL_JOBS))


def _jobs(events: pd.DataFrame, version: int, own: str, partners: str) -> pd.DataFrame:
    """One row per adult with a job: the bassin where the family is or wishes to be, the survey's job if known."""
    codes = fap_codes(version)
    bassins = events["place_code"].map(territory.bassins()["bassin_code"])
    parts = [
        pd.DataFrame({"bassin_code": bassins, "fap_code": events[said].map(codes)})[
            events[done].fillna(False).astype(bool)
        ]
        for said, done in (("occupation_code", own), ("partner_occupation_code", partners))
    ]
    return pd.concat(parts, ignore_index=True)


def needs_by_job(tables: Tables, question: Question) -> pd.DataFrame:
    """One row per bassin and job of the latest survey: names and bounds of projects, difficult ones too."""
    rows = top_jobs(survey_rows(tables, question), by=("bassin_code",), count=None)
    rows = rows.assign(
        bassin_name=rows["bassin_code"].map(bassin_names()), job_family=rows["fap_code"].map(job_family).astype("str")
    )
    return rows[["bassin_code", "bassin_name", "fap_code", "fap_name", "job_family", *NEEDS]]


def _with_classes(rows: pd.DataFrame) -> pd.DataFrame:
    told = rows.copy()
    for name in ("taken", "pipeline"):
        is_few = (rows[name] > 0) & (rows[name] < SMALLEST_TOLD)
        told[f"{name}_low"] = rows[name].where(~is_few, 1).astype("float64")
        told[f"{name}_high"] = rows[name].where(~is_few, SMALLEST_TOLD - 1).astype("float64")
    return told


def _coverages(told: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    """The least and the most of each row alone: most projects and fewest people, then the other way round."""
    shown = told["met_low"].notna() & (told["xmet_low"] >= SMALLEST_DENOMINATOR)
    reach = (told["taken_high"] + told["pipeline_high"]).clip(upper=told["xmet_high"])
    fewest = np.maximum(told["xmet_low"], reach)
    low = (told["taken_low"] / told["xmet_high"]).clip(upper=1)
    return low.where(shown), (reach / fewest).where(shown)


def _levers(rows: pd.DataFrame, tables: Tables) -> pd.Series:
    opened = set(tables["trainings"]["fap_code"])
    cases = [rows["gap_high"] <= 0, rows["pipeline_low"] > 0, rows["fap_code"].isin(opened)]
    names = np.select(cases, ["couvert", "mettre_en_relation", "former"], "faire_venir")
    return pd.Series(names, index=rows.index, dtype="str")


def _job_names(tables: Tables, question: Question) -> dict[str, str]:
    """The survey's names; for a job that it has not in the Lot, ours."""
    rows = survey_rows(tables, replace(question, epci_code=None))
    rows = rows[rows["survey_year"] == rows["survey_year"].max()]
    return job_names() | dict(zip(rows["fap_code"], rows["fap_name"], strict=True))
