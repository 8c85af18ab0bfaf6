"""Which functions make which figure: the families that it is about, and what is measured of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import pandas as pd

from indicators import (
    cohorts,
    conditions,
    context,
    costs,
    counting,
    coverage,
    crossing,
    families,
    labour,
    needs,
    quality,
    rates,
    referents,
    retention,
    schooling,
    stages,
    targets,
    told,
)
from indicators.catalog import catalog
from indicators.question import MEASURES, Question, UnknownBreakdown
from indicators.reported import counts_totals, with_totals
from programme.vocabulary import Unit

Tables = Mapping[str, pd.DataFrame]
Answering = Callable[[Tables, Question], pd.DataFrame]
Measuring = Callable[[pd.DataFrame, Question], pd.DataFrame]


@dataclass(frozen=True)
class Figure:
    """`compute` answers over named tables of the store; `rows` gives the families behind it, where there are some, and
    `measure` what is told of them, where that is all the answer."""

    compute: Answering
    tables: tuple[str, ...] = ("households",)
    rows: Answering | None = None
    measure: Measuring | None = None


def of(rows: Answering, measure: Measuring, *tables: str) -> Figure:
    """A figure that measures rows of families."""

    def compute(all_tables: Tables, asked: Question) -> pd.DataFrame:
        return measure(rows(all_tables, asked), asked)

    return Figure(compute, ("households", *tables), rows, measure)


def of_places(condition: conditions.Condition) -> Figure:
    """A figure of the communes themselves, from public data."""
    return Figure(lambda tables, asked: conditions.conditions(tables, asked, condition), ("living_conditions",))


SURVEY = ("labour_needs",)
FIGURES = {
    "A1": of(with_totals("A1", families.contacts), counting.count, "reported_counts"),
    "A2": of(families.followed, counting.count),
    "A3": of(families.qualified, counting.count),
    "A4": of(with_totals("A4", families.visited), counting.count, "reported_counts"),
    "A5": of(with_totals("A5", families.settled), counting.count, "reported_counts"),
    "A6": of(families.settled, counting.count_persons),
    "A7": Figure(rates.step_rate, rows=rates.took_step),
    "A8": Figure(cohorts.conversion, rows=cohorts.converted),
    "A9": of(cohorts.moved, lambda rows, asked: counting.spread(rows, "days", asked)),
    "A9C": Figure(cohorts.settled_with_time),
    "A10": of(rates.answered, lambda rows, asked: counting.spread(rows, "days", asked)),
    "A11": of(families.given_up, counting.count),
    "A12": of(families.lost, counting.count),
    "F1": Figure(stages.stages_reached, rows=families.contacts),
    "R1": Figure(retention.retention, ("households", "follow_ups"), retention.at_anniversary),
    "R2": Figure(retention.statuses_known, ("households", "follow_ups"), retention.at_anniversary),
    "P1": of(families.settled, counting.count),
    "P2": of(families.settled, counting.count),
    "P3": Figure(schooling.children_to_school),
    "E1": of(families.settled, counting.count_working_adults),
    "E2": of(told.took_local_job, counting.tally),
    "E3": Figure(labour.hiring_projects, SURVEY),
    "E3D": Figure(labour.difficult_share, SURVEY),
    "E3S": Figure(labour.seasonal_share, SURVEY),
    "E4": Figure(coverage.coverage, ("households", "labour_needs")),
    "E5": of(told.partner_found_job, counting.share),
    "E6": of(told.creates_or_teleworks, counting.tally),
    "E7": of(told.has_first_job, counting.tally),
    "N1": of(needs.expressed, counting.count, "needs"),
    "N1M": of(needs.axes_expressed, counting.share, "needs"),
    "N1P": of(needs.lost_for_a_need, counting.count),
    "N1D": of(crossing.moved_with_need, lambda rows, asked: counting.spread(rows, "days", asked), "needs"),
    "N2": of(families.settled, counting.count),
    "N3": of(told.found_doctor, counting.share),
    **{id: of_places(condition) for id, condition in conditions.CONDITIONS.items()},
    "C1": of(families.contacts, counting.count),
    "C1S": of(families.settled, counting.count),
    "C2": Figure(costs.cost_per_family, ("households", "actions")),
    "C3": of(told.came_as_tourists, counting.share),
    "S1": Figure(referents.files_per_referent, rows=families.followed),
    "S2": of(families.settled, lambda rows, asked: counting.mean(rows, "satisfaction_score", asked)),
    "S3": of(told.needed_the_service, counting.share),
    "X1": Figure(targets.target_reached, ("households", "targets", "reported_counts")),
    "X2": Figure(context.share_of_arrivals, ("households", "living_conditions")),
    "X3": Figure(context.settled_per_inhabitants, rows=families.settled),
    "Q1": Figure(quality.completeness),
    "Q2": Figure(quality.days_since_last_file, ("imports",)),
    "Q3": Figure(quality.lines_refused, ("rejections", "imports")),
    "Q3D": Figure(quality.duplicates_open, ("households", "duplicates")),
    "Q3F": Figure(quality.received_by_several),
}


def rows_asked(question: Question) -> Question:
    """The question whose rows are measured: of all breakdowns, only a need's own ones change which rows there are."""
    return replace(question, by=tuple(name for name in question.by if name in needs.OF_A_NEED), unit=Unit.FOYERS)


def compute(
    figure: str, tables: Tables, question: Question, rows: Callable[[], pd.DataFrame] | None = None
) -> pd.DataFrame:
    """One row per cell asked: the breakdowns, then value, low, high, numerator, denominator.

    `rows` gives those of a figure that has a measure, where they were found before.

    A figure that no source fills has no cell, and a total without a value. Raises KeyError for a figure that is not in
    the catalogue, UnknownBreakdown for a breakdown that its entry does not name.
    """
    entry = catalog()[figure]
    unknown = set(question.by) - set(entry.breakdowns)
    if unknown:
        raise UnknownBreakdown(
            f"« {entry.title} » ({figure}) ne se ventile pas par {', '.join(sorted(unknown))} ; "
            f"ventilations possibles : {', '.join(entry.breakdowns)}."
        )
    if unfilled(figure, tables, question):
        empty = pd.DataFrame([] if question.by else [{}])
        return empty.reindex(columns=[*question.by, *MEASURES]).astype(dict.fromkeys(MEASURES, "float64"))
    asked = FIGURES[figure]
    return asked.measure(rows(), question) if rows and asked.measure else asked.compute(tables, question)


def unfilled(figure: str, tables: Tables, question: Question) -> list[str]:
    """The columns that the figure needs and that no source fills, or the indicators of communes.

    Of an EPCI asked that sent nothing, none of a household's columns is filled.
    """
    if counts_totals(figure, tables, question.epci_code):
        return []
    named = [name.split(".") for name in catalog()[figure].columns]
    is_unheard = "households" in tables and question.epci_code not in {None, *tables["households"]["epci_code"]}
    return [
        f"{table}.{column}"
        for table, column in named
        if table in tables and (not _fills(tables[table], column) or (is_unheard and table == "households"))
    ]


def _fills(rows: pd.DataFrame, column: str) -> bool:
    told = rows[column].notna() if column in rows else rows["indicator"] == column
    return bool(told.any())
