"""Which function computes which figure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pandas as pd

from indicators import families, labour, quality, rates, stages
from indicators.catalog import catalog
from indicators.question import Question, UnknownBreakdown

HOUSEHOLDS, SURVEY = ("households",), ("labour_needs",)


@dataclass(frozen=True)
class Figure:
    """A function over named tables of the store."""

    compute: Callable[[Mapping[str, pd.DataFrame], Question], pd.DataFrame]
    tables: tuple[str, ...]


FIGURES = {
    "A1": Figure(families.contacts_received, HOUSEHOLDS),
    "A2": Figure(families.households_followed, HOUSEHOLDS),
    "A3": Figure(families.projects_qualified, HOUSEHOLDS),
    "A4": Figure(families.visits, HOUSEHOLDS),
    "A5": Figure(families.households_settled, HOUSEHOLDS),
    "A6": Figure(families.persons_settled, HOUSEHOLDS),
    "A7": Figure(rates.step_rate, HOUSEHOLDS),
    "A10": Figure(rates.days_to_answer, HOUSEHOLDS),
    "A11": Figure(families.households_given_up, HOUSEHOLDS),
    "A12": Figure(families.lost_from_sight, HOUSEHOLDS),
    "F1": Figure(stages.stages_reached, HOUSEHOLDS),
    "P1": Figure(families.households_settled, HOUSEHOLDS),
    "P2": Figure(families.households_settled, HOUSEHOLDS),
    "C1": Figure(families.contacts_received, HOUSEHOLDS),
    "E3": Figure(labour.hiring_projects, SURVEY),
    "E3D": Figure(labour.difficult_share, SURVEY),
    "E3S": Figure(labour.seasonal_share, SURVEY),
    "Q1": Figure(quality.completeness, HOUSEHOLDS),
    "Q2": Figure(quality.days_since_last_file, ("imports",)),
    "Q3": Figure(quality.lines_refused, ("rejections", "imports")),
}


def compute(figure: str, tables: Mapping[str, pd.DataFrame], question: Question) -> pd.DataFrame:
    """One row per cell asked: the breakdowns, then value, low, high, numerator, denominator.

    Raises KeyError for a figure that is not in the catalogue, UnknownBreakdown for one that its entry does not name.
    """
    entry = catalog()[figure]
    unknown = set(question.by) - set(entry.breakdowns)
    if unknown:
        raise UnknownBreakdown(
            f"« {entry.title} » ({figure}) ne se ventile pas par {', '.join(sorted(unknown))} ; "
            f"ventilations possibles : {', '.join(entry.breakdowns)}."
        )
    return FIGURES[figure].compute(tables, question)
