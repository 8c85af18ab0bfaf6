"""Code and catalogue agree, both ways."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

import figures
from indicators.catalog import catalog
from indicators.question import MEASURES, Question, UnknownBreakdown
from indicators.registry import FIGURES, compute, rows_asked
from programme.vocabulary import Unit

AS_OF = Question(date(2022, 3, 31))
BREAKDOWNS = [(figure, name) for figure, entry in catalog().items() for name in entry.breakdowns]
UNITS = {
    "part",
    "jours",
    "projets",
    "lignes",
    "euros",
    "note",
    "paires",
    "pour 1 000 habitants",
    "€/m²",
    "consultations",
    "niveau",
    *map(str, Unit),
}


@pytest.fixture(autouse=True)
def demo(demo_store, monkeypatch):
    monkeypatch.setattr(figures, "_store", lambda: demo_store)


def test_every_figure_is_told_and_every_entry_is_computed():
    assert set(FIGURES) == set(catalog())


@pytest.mark.parametrize("figure", catalog())
def test_an_entry_says_all_that_is_asked(figure):
    entry = catalog()[figure]
    texts = (entry.title, entry.definition, entry.formula, entry.source, entry.caveat)
    assert all(isinstance(text, str) and text.strip() for text in texts)
    assert entry.kind in ("count", "rate")
    assert entry.unit in UNITS
    assert entry.units
    assert set(entry.units) <= set(Unit)
    assert isinstance(entry.since, date)


def test_titles_are_told_apart():
    titles = [entry.title for entry in catalog().values()]
    assert len(set(titles)) == len(titles)


@pytest.mark.whole
@pytest.mark.parametrize(("figure", "name"), BREAKDOWNS)
def test_every_breakdown_works(figure, name):
    answer = figures.ask(figure, replace(AS_OF, by=(name,)))
    assert list(answer.cells.columns) == [name, *MEASURES]
    assert len(answer.cells) or answer.is_silent or figure == "Q3D"
    assert not answer.cells[name].duplicated().any()


@pytest.mark.whole
@pytest.mark.parametrize("figure", [figure for figure, asked in FIGURES.items() if asked.measure])
def test_no_breakdown_changes_the_rows_that_are_kept_for_all_of_them(figure):
    asked, tables = FIGURES[figure], figures._held().tables(FIGURES[figure].tables)
    question = replace(AS_OF, unit=Unit.ENFANTS, by=catalog()[figure].breakdowns)
    pd.testing.assert_frame_equal(asked.rows(tables, question), asked.rows(tables, rows_asked(question)))


@pytest.mark.parametrize("figure", catalog())
def test_every_unit_works_and_the_total_is_one_row(figure):
    for unit in catalog()[figure].units:
        answer = figures.ask(figure, replace(AS_OF, unit=Unit(unit)))
        assert list(answer.cells.columns) == MEASURES
        assert len(answer.cells) == 1


def test_a_breakdown_that_the_entry_does_not_name_is_refused():
    with pytest.raises(UnknownBreakdown, match=r"« Foyers suivis » \(A2\) ne se ventile pas par housing_solution"):
        compute("A2", {}, Question(date(2022, 3, 31), by=("housing_solution",)))
