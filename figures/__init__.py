"""The one door to figures: pages, exports and the command ask here, and do not know where the answer comes from."""

from datetime import date
from typing import TYPE_CHECKING

import pandas as pd

from figures.answers import Answer, answer_to, change_since, jobs_at_the_top, needs_beside, study_of
from figures.held import Held, Known, held_in, known_of
from indicators import conditions
from indicators.catalog import Entry, catalog
from indicators.changes import Change
from indicators.changes import words as told_change
from indicators.proof import Proof
from indicators.proof import proof as prove
from indicators.question import Question
from indicators.registry import FIGURES
from indicators.targets import FIGURES_WITH_TARGETS, USUAL_FIGURE
from programme.vocabulary import PairDecision

if TYPE_CHECKING:
    from sqlalchemy import Engine

__all__ = ["Answer", "Change", "Entry", "Known", "Proof", "Question", "catalog"]


def ask(figure: str, question: Question, known_on: date | None = None) -> Answer:
    """The figure's answer over the current imports, or those received by `known_on`.

    Raises KeyError for an unknown figure, indicators.question.UnknownBreakdown for a breakdown it does not have.
    """
    return answer_to(_held(known_on), figure, question)


def study(name: str, question: Question, known_on: date | None = None) -> pd.DataFrame:
    """A table of indicators.studies: calls_due, pace, funnel, action_effects, forecast, back_test."""
    return study_of(_held(known_on), name, question)


def change(figure: str, question: Question, since: date, known_on: date | None = None) -> Change:
    """How the figure moved since a day (a committee's), as it was known on that day: see indicators.changes.Change."""
    return change_since(_held(known_on), figure, question.without(*question.by), since)


def change_words(figure: str, question: Question, since: date, known_on: date | None = None) -> str:
    """The same change in one French sentence."""
    unit = catalog()[figure].unit_in(question.unit)
    return told_change(change(figure, question, since, known_on), unit)


def proof(figure: str, question: Question, known_on: date | None = None) -> Proof:
    """Whose files and which lines stand behind the figure's total: see indicators.proof.Proof."""
    names = (*FIGURES[figure].tables, "imports", "rejections")
    return prove(figure, _held(known_on).tables(names), question)


def known(known_on: date | None = None) -> Known:
    return known_of(_held(known_on))


def epci_codes_received(known_on: date | None = None) -> frozenset[str]:
    """The EPCIs of which a follow-up was accepted, by `known_on` if given."""
    return frozenset(_held(known_on).table("imports")["epci_code"].dropna())


def files_received() -> pd.DataFrame:
    """One row per accepted import, the latest first."""
    return _held().table("imports").iloc[::-1].reset_index(drop=True)


def rejections(epci_code: str | None = None) -> pd.DataFrame:
    """One row per line or cell refused in the current files, or in those of one EPCI."""
    held = _held()
    refused, received = held.table("rejections"), held.table("imports")
    if epci_code is None:
        return refused
    return refused[refused["import_id"].isin(received.loc[received["epci_code"] == epci_code, "import_id"])]


def open_pairs() -> list[dict]:
    """The pairs of files of two EPCIs that may be one family, to be settled: see store.families.told_pairs."""
    from store.families import told_pairs

    tables = _held().tables(("duplicates", "households"))
    pairs = tables["duplicates"]
    return told_pairs(pairs[pairs["decision"] == PairDecision.OPEN], tables["households"])


def titles_with_targets() -> dict[str, str]:
    """id -> title of the figures for which a target may be set, the usual one first."""
    return {figure: catalog()[figure].title for figure in dict.fromkeys((USUAL_FIGURE, *FIGURES_WITH_TARGETS))}


def top_jobs(question: Question, count: int) -> pd.DataFrame:
    """One row per job of the Lot's latest survey, by difficult projects: its names, counts and shares as bounds."""
    return jobs_at_the_top(_held(), question, count)


def crossing(
    question: Question,
    axis: str,
    profile: str | None = None,
    figure: str | None = None,
    known_on: date | None = None,
) -> pd.DataFrame:
    """One row per partner EPCI: its needs of an axis beside a condition of the place (see indicators.crossing)."""
    return needs_beside(_held(known_on), question.without(*question.by), axis, profile, figure)


def condition_year(figure: str, question: Question, known_on: date | None = None) -> int | None:
    """The year of a condition of the place that is told for this question; None where no source tells it."""
    return conditions.condition_year(
        _held(known_on).tables(("living_conditions",)), question, conditions.CONDITIONS[figure]
    )


def conditions_held() -> pd.DataFrame:
    """One row per condition of the places that some file tells: see indicators.conditions.conditions_held."""
    return conditions.conditions_held(_held().table("living_conditions"))


def fap_names(survey_year: int) -> dict[str, str]:
    """fap_code -> the job's name in that year's survey: names change with the years."""
    rows = _held().table("labour_needs")
    rows = rows[rows["survey_year"] == survey_year].drop_duplicates("fap_code")
    return dict(zip(rows["fap_code"], rows["fap_name"], strict=True))


def _held(known_on: date | None = None) -> Held:
    return held_in(_store(), known_on)


def _store() -> "Engine":
    from store.engine import open_store

    return open_store()
