"""Answers worked out once per question and state of the store."""

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache, partial

import pandas as pd

from figures.held import Held
from indicators import labour
from indicators.catalog import Entry, catalog
from indicators.changes import Change, moves, restatements
from indicators.crossing import crossing
from indicators.question import MEASURES, Question
from indicators.registry import FIGURES, Answering, compute, rows_asked, unfilled
from indicators.reported import lacking, lacking_words
from indicators.studies import STUDIES
from programme.vocabulary import Unit

QUESTIONS_KEPT = 2000
ROWS_KEPT = 16


@dataclass(frozen=True)
class Answer:
    """A figure's cells (one row per value of the breakdowns) and its total, what they mean and whence they come."""

    entry: Entry
    question: Question
    cells: pd.DataFrame
    total: pd.Series
    sources: tuple[str, ...]
    unfilled: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    """EPCIs that send only totals, where the figure or its breakdown asks for more."""

    @property
    def lacking_words(self) -> str:
        """The sentence that names them; empty where none is."""
        return lacking_words(self.lacking)

    @property
    def is_silent(self) -> bool:
        """Whether no source fills what the figure needs: then it has no value, and says so instead of 0."""
        return bool(self.unfilled)

    @property
    def value(self) -> float:
        return float(self.total["value"])


@lru_cache(maxsize=QUESTIONS_KEPT)
def answer_to(held: Held, figure: str, question: Question) -> Answer:
    """A figure's answer: see figures.ask."""
    asked = FIGURES[figure]
    tables = held.tables(asked.tables)
    found = partial(_rows, held, asked.rows, asked.tables, rows_asked(question))
    cells = compute(figure, tables, question, found)
    if question.by:
        in_all = answer_to(held, figure, question.without(*question.by))
        sources = _sources(held, tables, in_all.entry, question)
        return replace(
            in_all, question=question, cells=cells, sources=sources, lacking=_lacking(held, figure, question)
        )
    first = cells.iloc[0] if len(cells) else pd.Series(float("nan"), index=MEASURES)
    silent = tuple(unfilled(figure, tables, question))
    entry, told = catalog()[figure], _lacking(held, figure, question)
    return Answer(entry, question, cells, first, _sources(held, tables, entry, question), silent, told)


@lru_cache(maxsize=QUESTIONS_KEPT)
def study_of(held: Held, name: str, question: Question) -> pd.DataFrame:
    """A table beside the figures: see figures.study."""
    function, tables = STUDIES[name]
    return function(held.tables(tables), question)


@lru_cache(maxsize=QUESTIONS_KEPT)
def change_since(held: Held, figure: str, question: Question, since: date) -> Change:
    """How a figure moved: see figures.change."""
    then, names = replace(question, as_of=since), FIGURES[figure].tables
    at_the_time = held.on(min(since, held.known_on or since))
    arrived, gone = moves(figure, held.tables(names), then, question)
    told = [
        answer_to(*asked).value
        for asked in ((at_the_time, figure, then), (held, figure, then), (held, figure, question))
    ]
    late = pd.DataFrame()
    if told[0] == told[0] and catalog()[figure].kind == "count" and FIGURES[figure].rows:
        received = held.table("imports")
        days = sorted(day.date() for day in received["received_date"].unique() if day.date() > since)
        states = [(day, held.on(day).tables(names)) for day in (at_the_time.known_on, *days)]
        unit = catalog()[figure].unit_in(question.unit)
        late = restatements(figure, states, received, replace(then, unit=Unit(unit)))
    return Change(figure, since, *told, arrived, gone, late)


@lru_cache(maxsize=QUESTIONS_KEPT)
def needs_beside(held: Held, *asked: Question | str | None) -> pd.DataFrame:
    """Needs beside a condition of the place: see figures.crossing."""
    return crossing(held.tables(("households", "needs", "living_conditions")), *asked)


@lru_cache(maxsize=QUESTIONS_KEPT)
def jobs_at_the_top(held: Held, question: Question, count: int) -> pd.DataFrame:
    """The jobs hardest to fill: see figures.top_jobs."""
    return labour.top_jobs_asked(held.tables(("labour_needs",)), question, count)


@lru_cache(maxsize=ROWS_KEPT)
def _rows(held: Held, rows: Answering, names: tuple[str, ...], question: Question) -> pd.DataFrame:
    """The families behind a figure, shared by its breakdowns: never to be changed in place."""
    return rows(held.tables(names), question)


def _lacking(held: Held, figure: str, question: Question) -> tuple[str, ...]:
    if "households" not in FIGURES[figure].tables:
        return ()
    return lacking(figure, question, held.tables(("households", "reported_counts")))


def _sources(held: Held, tables: dict[str, pd.DataFrame], entry: Entry, question: Question) -> tuple[str, ...]:
    """The files read: of an EPCI asked, its own and those of nobody's (surveys, the programme's workbook)."""
    received = held.table("imports")
    if question.epci_code:
        received = received[received["epci_code"].isin([question.epci_code]) | received["epci_code"].isna()]
    named = {column.partition(".")[2] for column in entry.columns}
    read = [rows[rows["indicator"].isin(named)] if "indicator" in rows else rows for rows in tables.values()]
    read = [_of_its_survey(rows, question) if "survey_year" in rows else rows for rows in read]
    used = {import_id for rows in read if "import_id" in rows for import_id in rows["import_id"].unique()}
    return tuple(received.loc[received["import_id"].isin(used), "source_file"])


def _of_its_survey(rows: pd.DataFrame, question: Question) -> pd.DataFrame:
    """The surveys that the question reads: the latest at the date d'arrêté, unless years are compared."""
    known = rows[rows["survey_year"] <= question.as_of.year]
    return known if "year" in question.by else known[known["survey_year"] == known["survey_year"].max()]
