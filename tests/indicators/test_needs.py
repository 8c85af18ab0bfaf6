from datetime import date

import numpy as np
import pandas as pd

from indicators.question import Question
from indicators.registry import FIGURES

NAN = np.nan
FIGEAC = "200067361"
BEGAN = {"first_contact_date": "2021-01-05"}


def tables_of(households, frame):
    rows = households(BEGAN, BEGAN, BEGAN | {"family_id": "h1", "epci_code": FIGEAC}, {})
    needs = [
        ("h1", "logement", False),
        ("h3", "logement", True),
        ("h1", "emploi", None),
        ("h2", "logement", False),
        ("h4", "logement", True),
    ]
    said = [{"household_id": h, "axis": axis, "is_met": is_met, "import_id": 1} for h, axis, is_met in needs]
    return {"households": rows, "needs": frame("needs", said)}


def asked(figure, tables, **question):
    return FIGURES[figure].compute(tables, Question(date(2022, 3, 31), **question))


def test_families_that_expressed_a_need_and_each_of_their_needs(households, frame, cells):
    tables = tables_of(households, frame)
    pd.testing.assert_frame_equal(asked("N1", tables), cells((2, 2, 2, NAN, NAN)))
    expected = cells(("emploi", 1, 1, 1, NAN, NAN), ("logement", 2, 2, 2, NAN, NAN), by=("axis",))
    pd.testing.assert_frame_equal(asked("N1", tables, by=("axis",)), expected, check_dtype=False)


def test_a_need_met_by_one_epci_is_met(households, frame):
    answer = asked("N1M", tables_of(households, frame), by=("axis",))
    assert answer[["axis", "numerator", "denominator"]].to_numpy().tolist() == [["logement", 1.0, 2.0]]


def test_families_lost_for_a_reason_that_is_a_need(households, frame, cells):
    closed = BEGAN | {"closing_date": "2021-06-01"}
    rows = households(*[closed | {"abandonment_reason": reason} for reason in ("logement", "personnel", None)])
    expected = cells(("logement", 1, 1, 1, NAN, NAN), by=("axis",))
    pd.testing.assert_frame_equal(asked("N1P", {"households": rows}, by=("axis",)), expected)
