"""The sentences that every page begins with, from what is asked and what is known."""

from datetime import date
from types import SimpleNamespace

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

import figures
from figures import Answer, Known, Question
from ui.view import View

NB = "\u00a0"
FIGEAC = "200067361"
MARCH_2020, MARCH_2022 = date(2020, 3, 12), date(2022, 3, 31)
KNOWN = Known((MARCH_2020, MARCH_2022), (MARCH_2022,), (2021,), date(2019, 1, 7), True)


def view(**asked: object) -> View:
    return View(Question(**{"as_of": MARCH_2022} | asked), KNOWN)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({}, "Au 31 mars 2022"),
        ({"start": date(2020, 4, 1)}, "Du 1er avril 2020 au 31 mars 2022"),
        ({"epci_code": FIGEAC}, "Grand-Figeac : au 31 mars 2022"),
        ({"epci_code": FIGEAC, "start": date(2020, 4, 1)}, "Grand-Figeac : du 1er avril 2020 au 31 mars 2022"),
    ],
)
def test_a_sentence_begins_with_its_place_and_period(asked, told):
    assert view(**asked).period == told


def test_another_beginning_has_its_capital_unless_a_place_comes_first():
    assert view().begin("en 2021") == "En 2021"
    assert view(epci_code=FIGEAC).begin("en 2021") == "Grand-Figeac : en 2021"


@pytest.mark.parametrize(
    ("asked", "committee"),
    [
        ({}, MARCH_2020),
        ({"as_of": date(2022, 4, 1)}, MARCH_2022),
        ({"as_of": MARCH_2020}, None),
        ({"start": date(2020, 3, 12)}, MARCH_2020),
        ({"start": date(2020, 3, 13)}, None),
    ],
)
def test_what_a_figure_is_compared_with_is_the_committee_before_within_the_period(asked, committee):
    assert view(**asked).previous == committee


@pytest.fixture
def settled(monkeypatch):
    """The door, where 40 families were settled in March 2020 and 130 in March 2022; what it was asked."""
    questions = []

    def ask(figure: str, question: Question, known_on: date | None) -> Answer:
        questions.append((figure, question))
        value = 40 if question.as_of == MARCH_2020 else 130
        entry = SimpleNamespace(
            title="Foyers installés", definition="Ceux du service.", caveat="Sans les autres.", source="Tableaux"
        )
        return Answer(entry, question, pd.DataFrame(), pd.Series({"value": value}), ())

    monkeypatch.setattr(figures, "ask", ask)
    return questions


def test_a_figure_tells_how_it_moved_since_the_last_committee(settled):
    assert view(epci_code=FIGEAC).change_since("A5") == "90 de plus qu'au comité du 12 mars 2020"
    assert settled == [
        ("A5", Question(MARCH_2022, epci_code=FIGEAC)),
        ("A5", Question(MARCH_2020, epci_code=FIGEAC)),
    ]


@pytest.mark.parametrize(
    ("told", "words"),
    [(33.0, "(33 alors, devenus 40)"), (40.0, ""), (float("nan"), "")],
)
def test_a_figure_tells_what_the_committee_had_read_where_it_changed_since(monkeypatch, told, words):
    def ask(_figure: str, question: Question, known_on: date | None) -> SimpleNamespace:
        return SimpleNamespace(value=told if known_on == question.as_of else 40)

    monkeypatch.setattr(figures, "ask", ask)
    assert view().restated("A5") == words
    assert view(as_of=MARCH_2020).restated("A5") == ""


def test_a_title_is_the_change_or_else_what_it_was_given(settled):
    assert view().progress("A5", "Des installations") == "90 de plus qu'au comité du 12 mars 2020"
    assert view(as_of=date(2022, 4, 1)).progress("A5", "Des installations") == "Autant qu'au comité du 31 mars 2022"
    assert view(as_of=MARCH_2020).progress("A5", "Des installations") == "Des installations"


def test_a_page_asks_by_dimensions_and_may_change_the_question(settled):
    view(epci_code=FIGEAC).ask("A5", "epci", "month", epci_code=None)
    assert settled == [("A5", Question(MARCH_2022, by=("epci", "month")))]


def test_under_a_figure_stand_its_meaning_its_source_and_its_date(settled):
    asked = view()
    assert asked.source(asked.ask("A5")) == (
        "**Foyers installés** : Ceux du service. Sans les autres. Source : Tableaux, arrêté au 31 mars 2022."
    )


def page() -> None:
    import streamlit as st

    from ui.filters import read_url
    from ui.view import read_view

    read_url()
    st.session_state["view"] = read_view(units=("foyers", "enfants"))


def opened(**query: str) -> AppTest:
    app = AppTest.from_function(page, default_timeout=60)
    for key, value in query.items():
        app.query_params[key] = value
    app.run()
    assert not app.exception
    return app


def test_the_filters_make_the_question(monkeypatch):
    monkeypatch.setattr(figures, "known", lambda: KNOWN)
    app = opened(epci=FIGEAC, commune="46102", du="2020-04-01", au="2021-12-31", unite="enfants")
    assert app.session_state["view"] == View(
        Question(
            date(2021, 12, 31),
            start=date(2020, 4, 1),
            unit="enfants",
            epci_code=FIGEAC,
            commune_code="46102",
        ),
        KNOWN,
    )


def test_without_a_choice_the_question_is_the_latest_committee_s(monkeypatch):
    monkeypatch.setattr(figures, "known", lambda: KNOWN)
    assert opened().session_state["view"] == View(Question(MARCH_2022), KNOWN)


def test_where_nothing_was_received_the_page_ends_with_a_way_out(monkeypatch):
    monkeypatch.setattr(figures, "known", lambda: Known((), (), (), None, False))
    app = opened()
    assert "view" not in app.session_state
    question, notice = (block.proto.body for block in app.get("html"))
    assert "<h1" in question
    assert "Aucun fichier n'a encore été reçu." in question
    assert "python -m etl import" in notice
    assert len(app.selectbox) == 0
