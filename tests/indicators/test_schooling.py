from datetime import date

import numpy as np
import pandas as pd

from indicators.question import Question
from indicators.schooling import children_to_school

NAN = np.nan
LEVELS = [f"children_{level}_count" for level in ("maternelle", "elementaire", "college", "lycee")]


def test_children_whose_first_rentree_here_is_the_next_one(households, cells):
    levels = dict(zip(LEVELS, (1, 2, 0, 0), strict=True))
    rows = households(
        {"installation_date": "2021-09-01", "children_count": 3} | levels,
        {"installation_date": "2022-01-05", "children_count": 0},
        {"installation_date": "2022-01-05", "children_count": 2, "children_college_count": 2},
        {"installation_date": "2021-08-31", "children_count": 3} | levels,
        {"installation_date": "2021-12-01", "departure_date": "2022-02-01", "children_count": 3} | levels,
    )
    tables, day = {"households": rows}, date(2022, 3, 31)
    pd.testing.assert_frame_equal(children_to_school(tables, Question(day)), cells((5, 5, NAN, 2, 3)))
    expected = cells(
        ("maternelle", 1, 1, NAN, 2, 3),
        ("elementaire", 2, 2, NAN, 2, 3),
        ("college", 2, 2, 2, 3, 3),
        ("lycee", 0, 0, NAN, 2, 3),
        by=("level",),
    )
    pd.testing.assert_frame_equal(children_to_school(tables, Question(day, by=("level",))), expected)
    by_year = children_to_school(tables, Question(day, by=("school_year",)))
    assert by_year[["school_year", "value"]].to_numpy().tolist() == [["2020-2021", 3.0], ["2021-2022", 5.0]]
