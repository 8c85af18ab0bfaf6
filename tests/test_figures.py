"""The one door: what it answers, what it keeps, what it takes when nothing is said."""

from datetime import date

import pytest

import figures
from etl.pipeline import Choices, import_file
from indicators.question import Question
from programme.settings import DEMO

AS_OF = Question(date(2022, 3, 31))
FIRST_FILE = "Suivi accueil Grand Cahors 2019-2022.xlsx"
SECOND_FILE = "Quercy Blanc arrivants.xlsx"


@pytest.fixture
def demo(demo_store, monkeypatch):
    monkeypatch.setattr(figures, "_store", lambda: demo_store)


@pytest.fixture
def empty(empty_store, monkeypatch):
    monkeypatch.setattr(figures, "_store", lambda: empty_store)
    return empty_store


def test_an_answer_says_its_total_its_meaning_and_its_files(demo):
    answer = figures.ask("A5", Question(AS_OF.as_of, by=("year",)))
    assert answer.value == 130
    assert answer.cells["value"].sum() == 130
    assert answer.entry.title == "Foyers installés"
    assert FIRST_FILE in answer.sources


def test_a_survey_is_the_source_of_its_year_alone(demo):
    of_one_year, of_all = (figures.ask("E3", Question(AS_OF.as_of, by=by)).sources for by in ((), ("year",)))
    assert of_one_year == ("Base_open_data_BMO_2021_fictif.xlsx",)
    assert len(of_all) == 3


def test_the_same_question_is_worked_out_once_per_state_of_the_store(empty):
    before = figures.ask("A1", AS_OF)
    assert figures.ask("A1", AS_OF) is before
    import_file(empty, DEMO / FIRST_FILE, Choices(accepts_proposals=True))
    after = figures.ask("A1", AS_OF)
    assert before.is_silent
    assert (after.value, after.is_silent) == (200, False)


def test_two_stores_are_never_confused(demo, demo_store, empty, monkeypatch):
    assert figures.ask("A1", AS_OF).is_silent
    monkeypatch.setattr(figures, "_store", lambda: demo_store)
    assert figures.ask("A1", AS_OF).value == 847


def test_known_on_takes_only_what_was_received_by_then(empty):
    import_file(empty, DEMO / SECOND_FILE, Choices(received_date=date(2021, 6, 30), accepts_proposals=True))
    import_file(empty, DEMO / FIRST_FILE, Choices(received_date=date(2022, 3, 31), accepts_proposals=True))
    assert figures.ask("A1", AS_OF, date(2021, 6, 29)).is_silent
    assert [figures.ask("A1", AS_OF, day).value for day in (date(2021, 6, 30), None)] == [30, 230]


def test_the_default_date_is_the_latest_committees(demo):
    known = figures.known()
    assert known.as_of == date(2022, 3, 31)
    assert known.committee_before(known.as_of) == date(2020, 3, 12)
    assert known.is_demo


def test_without_a_committee_the_default_date_is_the_last_file_received(empty):
    assert figures.known().as_of is None
    import_file(empty, DEMO / SECOND_FILE, Choices(received_date=date(2022, 5, 2), accepts_proposals=True))
    assert figures.known().as_of == date(2022, 5, 2)


def test_which_epcis_sent_a_file(empty):
    import_file(empty, DEMO / SECOND_FILE, Choices(accepts_proposals=True))
    assert figures.epci_codes_received() == {"200039519"}
    assert figures.files_received()["source_file"].to_list() == [SECOND_FILE]


def test_studies_are_worked_out_once(demo):
    sizes = {"calls_due": 54, "pace": 12, "funnel": 10, "action_effects": 11, "forecast": 2}
    assert {name: len(figures.study(name, AS_OF)) for name in sizes} == sizes
    assert figures.study("pace", AS_OF) is figures.study("pace", AS_OF)


def test_a_figure_that_no_source_fills_says_so(empty):
    import_file(empty, DEMO / SECOND_FILE, Choices(accepts_proposals=True))
    answer = figures.ask("X2", AS_OF)
    assert (answer.unfilled, answer.is_silent) == (("living_conditions.arrivees_personnes",), True)
    assert answer.value != answer.value
    assert figures.ask("S2", AS_OF).is_silent
