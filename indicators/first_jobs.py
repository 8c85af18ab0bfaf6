"""Families settled for a first job, by EPCI and by job: under five, a class and not the count."""

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from indicators import counting, told
from indicators.matching import SMALLEST_TOLD
from indicators.question import Question
from programme import territory
from programme.jobs import job_names

COLUMNS = ["breakdown", "name", "families_low", "families_high"]
BREAKDOWNS = {"epci": "EPCI", "fap": "Métier"}


def first_jobs(tables: Mapping[str, pd.DataFrame], question: Question) -> pd.DataFrame:
    """One row per EPCI, those without any included, then one per job that is known: unranked.

    `families_…` bound those known to have settled for a first job; they are equal from five on, and for none.
    """
    counts = {by: _counts(tables, replace(question, by=(by,))) for by in BREAKDOWNS}
    epcis = territory.epci_names()
    asked = [question.epci_code] if question.epci_code else epcis
    lines = [("epci", epcis[code], counts["epci"].get(code, 0.0)) for code in asked]
    lines += [("fap", job_names().get(job, job), count) for job, count in sorted(counts["fap"].items())]
    rows = [(BREAKDOWNS[by], name, *_bounds(count)) for by, name, count in lines]
    return pd.DataFrame(rows, columns=COLUMNS)


def _counts(tables: Mapping[str, pd.DataFrame], asked: Question) -> dict[str, float]:
    cells = counting.tally(told.has_first_job(tables, asked), asked)
    (by,) = asked.by
    known = cells[cells[by].notna() & (cells["value"] > 0)]
    return dict(zip(known[by], known["value"], strict=True))


def _bounds(count: float) -> tuple[float, float]:
    return (1.0, SMALLEST_TOLD - 1.0) if 0 < count < SMALLEST_TOLD else (count, count)
