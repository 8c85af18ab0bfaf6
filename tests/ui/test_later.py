import pytest

from ui.later import figures_first, later


def test_what_is_put_off_comes_after_the_page_and_in_its_order():
    drawn = []
    with figures_first():
        later(lambda: drawn.append("menu"))
        later(lambda: drawn.append("filters"))
        drawn.append("figures")
    assert drawn == ["figures", "menu", "filters"]


def test_a_page_that_stops_has_its_menu_all_the_same():
    drawn = []
    with pytest.raises(ValueError, match="stopped"), figures_first():
        later(lambda: drawn.append("menu"))
        raise ValueError("stopped")
    assert drawn == ["menu"]


def test_nothing_waits_outside_a_page():
    drawn = []
    later(lambda: drawn.append("filters"))
    assert drawn == ["filters"]
