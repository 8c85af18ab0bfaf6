import pytest
import streamlit as st

from ui import later as module
from ui.later import end_page, figures_first, later, let_it_show


@pytest.fixture(autouse=True)
def session(monkeypatch):
    state = {}
    monkeypatch.setattr(st, "session_state", state)
    return state


def test_once_a_page_is_there_nothing_is_put_off(session):
    session["is_opened"] = True
    drawn = []
    with figures_first():
        later(lambda: drawn.append("menu"))
        drawn.append("figures")
    assert drawn == ["menu", "figures"]


def test_what_is_put_off_comes_after_the_page_and_in_its_order():
    drawn = []
    with figures_first():
        later(lambda: drawn.append("menu"))
        later(lambda: drawn.append("filters"))
        drawn.append("figures")
    assert drawn == ["figures", "menu", "filters"]


def test_a_page_that_ends_early_has_its_menu_all_the_same(monkeypatch):
    drawn = []
    monkeypatch.setattr(st, "stop", lambda: drawn.append("stop"))
    with figures_first():
        later(lambda: drawn.append("menu"))
        end_page()
    assert drawn == ["menu", "stop"]


def test_a_page_that_fails_has_its_menu_all_the_same():
    drawn = []
    with pytest.raises(ValueError, match="failed"), figures_first():
        later(lambda: drawn.append("menu"))
        raise ValueError("failed")
    assert drawn == ["menu"]


def test_nothing_waits_outside_a_page():
    drawn = []
    later(lambda: drawn.append("filters"))
    assert drawn == ["filters"]


def test_the_browser_is_left_a_moment_twice_and_on_a_first_visit_alone(monkeypatch):
    slept = []
    monkeypatch.setattr(module.time, "sleep", slept.append)
    monkeypatch.setattr(module, "PAUSES", (0.2, 0.4))
    for _visit in range(2):
        with figures_first():
            for _drawing in range(3):
                let_it_show()
    assert slept == [0.2, 0.4, 0, 0, 0, 0]
