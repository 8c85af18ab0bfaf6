"""The one door to figures: pages, exports and the command ask here, and do not know where the answer comes from."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache, partial
from typing import TYPE_CHECKING

import pandas as pd

from indicators import conditions, labour
from indicators.catalog import Entry, catalog
from indicators.changes import Change, moves, restatements
from indicators.changes import words as told_change
from indicators.crossing import crossing as cross
from indicators.proof import Proof
from indicators.proof import proof as prove
from indicators.question import MEASURES, Question
from indicators.registry import FIGURES, Answering, compute, rows_asked, unfilled
from indicators.reported import lacking, lacking_words
from indicators.studies import STUDIES
from indicators.targets import FIGURES_WITH_TARGETS, USUAL_FIGURE
from programme.vocabulary import PairDecision, Unit

if TYPE_CHECKING:
    from sqlalchemy import Engine

QUESTIONS_KEPT = 2000
TABLES_KEPT = 24
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


@dataclass(frozen=True)
class Known:
    """What the store holds: when the last committee met, when follow-ups were received (and the last file of any kind),
    whether it is all fiction."""

    committee_dates: tuple[date, ...]
    received_dates: tuple[date, ...]
    survey_years: tuple[int, ...]
    first_contact_date: date | None
    is_demo: bool
    last_received_date: date | None = None

    @property
    def as_of(self) -> date | None:
        """The default date d'arrêté: the latest committee's, else the last received; None where nothing is known."""
        dates = self.committee_dates or self.received_dates
        return max(dates) if dates else None

    def committee_before(self, day: date) -> date | None:
        return max((met for met in self.committee_dates if met < day), default=None)


def ask(figure: str, question: Question, known_on: date | None = None) -> Answer:
    """The figure's answer over the current imports, or those received by `known_on`.

    Raises KeyError for an unknown figure, indicators.question.UnknownBreakdown for a breakdown it does not have.
    """
    return _answer(_version(), figure, question, known_on)


def study(name: str, question: Question, known_on: date | None = None) -> pd.DataFrame:
    """A table of indicators.studies: calls_due, pace, funnel, action_effects, forecast, back_test."""
    return _study(_version(), name, question, known_on)


def change(figure: str, question: Question, since: date, known_on: date | None = None) -> Change:
    """How the figure moved since a day (a committee's), as it was known on that day: see indicators.changes.Change."""
    return _change(_version(), figure, question.without(*question.by), since, known_on)


def change_words(figure: str, question: Question, since: date, known_on: date | None = None) -> str:
    """The same change in one French sentence."""
    unit = catalog()[figure].unit_in(question.unit)
    return told_change(change(figure, question, since, known_on), unit)


def proof(figure: str, question: Question, known_on: date | None = None) -> Proof:
    """Whose files and which lines stand behind the figure's total: see indicators.proof.Proof."""
    names = (*FIGURES[figure].tables, "imports", "rejections")
    return prove(figure, _tables(_version(), names, known_on), question)


def known(known_on: date | None = None) -> Known:
    return _known(_version(), known_on)


def epci_codes_received(known_on: date | None = None) -> frozenset[str]:
    """The EPCIs of which a follow-up was accepted, by `known_on` if given."""
    return frozenset(_table(_version(), "imports", known_on)["epci_code"].dropna())


def files_received() -> pd.DataFrame:
    """One row per accepted import, the latest first."""
    return _table(_version(), "imports", None).iloc[::-1].reset_index(drop=True)


def rejections(epci_code: str | None = None) -> pd.DataFrame:
    """One row per line or cell refused in the current files, or in those of one EPCI."""
    refused, received = _table(_version(), "rejections", None), _table(_version(), "imports", None)
    if epci_code is None:
        return refused
    return refused[refused["import_id"].isin(received.loc[received["epci_code"] == epci_code, "import_id"])]


def open_pairs() -> list[dict]:
    """The pairs of files of two EPCIs that may be one family, to be settled: see store.families.told_pairs."""
    from store.families import told_pairs

    tables = _tables(_version(), ("duplicates", "households"), None)
    pairs = tables["duplicates"]
    return told_pairs(pairs[pairs["decision"] == PairDecision.OPEN], tables["households"])


def titles_with_targets() -> dict[str, str]:
    """id -> title of the figures for which a target may be set, the usual one first."""
    return {figure: catalog()[figure].title for figure in dict.fromkeys((USUAL_FIGURE, *FIGURES_WITH_TARGETS))}


def top_jobs(question: Question, count: int) -> pd.DataFrame:
    """One row per job of the Lot's latest survey, by difficult projects: its names, counts and shares as bounds."""
    return _top_jobs(_version(), question, count)


def crossing(
    question: Question,
    axis: str,
    profile: str | None = None,
    figure: str | None = None,
    known_on: date | None = None,
) -> pd.DataFrame:
    """One row per partner EPCI: its needs of an axis beside a condition of the place (see indicators.crossing)."""
    return _crossing(_version(), known_on, question.without(*question.by), axis, profile, figure)


def condition_year(figure: str, question: Question, known_on: date | None = None) -> int | None:
    """The year of a condition of the place that is told for this question; None where no source tells it."""
    tables = {"living_conditions": _table(_version(), "living_conditions", known_on)}
    return conditions.condition_year(tables, question, conditions.CONDITIONS[figure])


def conditions_held() -> pd.DataFrame:
    """One row per condition of the places that some file tells: see indicators.conditions.conditions_held."""
    return conditions.conditions_held(_table(_version(), "living_conditions", None))


def fap_names(survey_year: int) -> dict[str, str]:
    """fap_code -> the job's name in that year's survey: names change with the years."""
    rows = _table(_version(), "labour_needs", None)
    rows = rows[rows["survey_year"] == survey_year].drop_duplicates("fap_code")
    return dict(zip(rows["fap_code"], rows["fap_name"], strict=True))


@lru_cache(maxsize=QUESTIONS_KEPT)
def _answer(version: str, figure: str, question: Question, known_on: date | None) -> Answer:
    asked = FIGURES[figure]
    tables = _tables(version, asked.tables, known_on)
    found = partial(_rows, version, asked.rows, asked.tables, rows_asked(question), known_on)
    cells = compute(figure, tables, question, found)
    if question.by:
        in_all = _answer(version, figure, replace(question, by=()), known_on)
        return replace(in_all, question=question, cells=cells, lacking=_lacking(version, figure, question, known_on))
    first = cells.iloc[0] if len(cells) else pd.Series(float("nan"), index=MEASURES)
    silent = tuple(unfilled(figure, tables, question))
    entry, told = catalog()[figure], _lacking(version, figure, question, known_on)
    return Answer(entry, question, cells, first, _sources(version, tables, entry, question, known_on), silent, told)


def _lacking(version: str, figure: str, question: Question, known_on: date | None) -> tuple[str, ...]:
    if "households" not in FIGURES[figure].tables:
        return ()
    return lacking(figure, question, _tables(version, ("households", "reported_counts"), known_on))


@lru_cache(maxsize=ROWS_KEPT)
def _rows(
    version: str, rows: Answering, names: tuple[str, ...], question: Question, known_on: date | None
) -> pd.DataFrame:
    """The families behind a figure, shared by its breakdowns: never to be changed in place."""
    return rows(_tables(version, names, known_on), question)


@lru_cache(maxsize=QUESTIONS_KEPT)
def _crossing(version: str, known_on: date | None, *asked: Question | str | None) -> pd.DataFrame:
    return cross(_tables(version, ("households", "needs", "living_conditions"), known_on), *asked)


@lru_cache(maxsize=QUESTIONS_KEPT)
def _study(version: str, name: str, question: Question, known_on: date | None) -> pd.DataFrame:
    function, tables = STUDIES[name]
    return function(_tables(version, tables, known_on), question)


@lru_cache(maxsize=QUESTIONS_KEPT)
def _change(version: str, figure: str, question: Question, since: date, known_on: date | None) -> Change:
    then = replace(question, as_of=since)
    tables = _tables(version, FIGURES[figure].tables, known_on)
    arrived, gone = moves(figure, tables, then, question)
    told = [_answer(version, figure, *asked).value for asked in ((then, since), (then, known_on), (question, known_on))]
    late = pd.DataFrame()
    if told[0] == told[0] and catalog()[figure].kind == "count" and FIGURES[figure].rows:
        received = _table(version, "imports", known_on)
        days = sorted(day.date() for day in received["received_date"].unique() if day.date() > since)
        states = [(day, _tables(version, FIGURES[figure].tables, day)) for day in (since, *days)]
        unit = catalog()[figure].unit_in(question.unit)
        late = restatements(figure, states, received, replace(then, unit=Unit(unit)))
    return Change(figure, since, *told, arrived, gone, late)


def _tables(version: str, names: Iterable[str], known_on: date | None) -> dict[str, pd.DataFrame]:
    return {name: _table(version, name, known_on) for name in names}


def _sources(
    version: str, tables: dict[str, pd.DataFrame], entry: Entry, question: Question, known_on: date | None
) -> tuple[str, ...]:
    """The files read: of an EPCI asked, its own and those of nobody's (surveys, the programme's workbook)."""
    received = _table(version, "imports", known_on)
    if question.epci_code:
        received = received[received["epci_code"].isin([question.epci_code]) | received["epci_code"].isna()]
    named = {column.partition(".")[2] for column in entry.columns}
    read = [rows[rows["indicator"].isin(named)] if "indicator" in rows else rows for rows in tables.values()]
    used = {import_id for rows in read if "import_id" in rows for import_id in rows["import_id"]}
    return tuple(received.loc[received["import_id"].isin(used), "source_file"])


@lru_cache(maxsize=QUESTIONS_KEPT)
def _top_jobs(version: str, question: Question, count: int) -> pd.DataFrame:
    return labour.top_jobs_asked({"labour_needs": _table(version, "labour_needs", None)}, question, count)


@lru_cache(maxsize=TABLES_KEPT)
def _table(version: str, name: str, known_on: date | None) -> pd.DataFrame:
    """A table of the store, shared by all who ask: never to be changed in place."""
    from store import reads

    rows = reads.read_table(_store(), name, known_on=known_on)
    if name == "households":
        received = _table(version, "imports", known_on).set_index("import_id")["received_date"]
        rows = rows.assign(received_date=received.reindex(rows["import_id"]).to_numpy())
    return rows


@lru_cache(maxsize=TABLES_KEPT)
def _known(version: str, known_on: date | None) -> Known:
    received = _table(version, "imports", known_on)
    committees = _table(version, "committees", known_on)
    surveys = _table(version, "labour_needs", known_on)
    follow_ups = received[received["epci_code"].notna()]
    first = _table(version, "households", known_on)["first_contact_date"].min()
    return Known(
        tuple(sorted(day.date() for day in committees["committee_date"])),
        tuple(sorted(day.date() for day in follow_ups["received_date"].unique())),
        tuple(sorted(int(year) for year in surveys["survey_year"].unique())),
        None if first is pd.NaT else first.date(),
        bool(received["is_demo"].any()),
        received["received_date"].max().date() if len(received) else None,
    )


def _version() -> str:
    """Which store, and how far it has come: what every cache is keyed by."""
    from store import reads

    return f"{_store().url} {reads.version(_store())}"


def _store() -> "Engine":
    from store.engine import open_store

    return open_store()
