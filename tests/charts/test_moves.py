import pandas as pd

from charts.moves import most_moved


def test_the_largest_moves_for_their_size_come_first_and_chance_is_not_named():
    changes = pd.DataFrame(
        [
            ("A1", 257.0, 847.0),
            ("A5", 40.0, 130.0),
            ("A12", 30.0, 12.0),
            ("A4", 3.0, 7.0),
            ("A11", float("nan"), 50.0),
            ("A2", 0.0, 5.0),
        ],
        columns=["figure", "before", "now"],
    )
    assert most_moved(changes) == ["A1", "A5", "A12"]
    assert most_moved(changes, most=9) == ["A1", "A5", "A12", "A2"]


def test_nothing_moved():
    assert most_moved(pd.DataFrame([("A1", 12.0, 12.0)], columns=["figure", "before", "now"])) == []
