from datetime import date

import numpy as np
import pandas as pd

from indicators import rates
from indicators.question import MEASURES, Question
from indicators.registry import FIGURES

NAN = np.nan
FIGEAC = "200067361"
AS_OF = date(2022, 3, 31)


def cells(*rows, by=()):
    return pd.DataFrame(rows, columns=[*by, *MEASURES]).astype(dict.fromkeys(MEASURES, "float64"))


def test_steps_reached_by_the_contacts_of_the_epcis_that_date_them(households):
    began = {"first_contact_date": "2021-01-05"}
    rows = households(
        *[began | {"visit_date": "2021-03-01"}] * 4,
        began | {"status": "visite"},
        *[began] * 5,
        *[began | {"epci_code": FIGEAC, "qualification_date": "2021-02-01"}] * 3,
    )
    answer = rates.step_rate({"households": rows}, Question(AS_OF, by=("step",)))
    expected = cells(("visite", 0.5, 0.23659, 0.76341, 5, 10), ("qualification", NAN, NAN, NAN, 3, 3), by=("step",))
    pd.testing.assert_frame_equal(answer, expected, rtol=1e-4)
    total = rates.step_rate({"households": rows}, Question(AS_OF))
    pd.testing.assert_frame_equal(total, cells((0.5, 0.23659, 0.76341, 5, 10)), rtol=1e-4)


def test_a_visit_to_another_epci_is_a_visit(households):
    began = {"first_contact_date": "2021-01-05", "family_id": "f"}
    rows = households(
        began, began | {"epci_code": FIGEAC, "first_contact_date": "2021-02-05", "visit_date": "2021-03-01"}
    )
    rows.loc[0, "visit_date"] = pd.Timestamp("2022-05-01")
    answer = rates.step_rate({"households": rows}, Question(AS_OF))
    assert answer[["numerator", "denominator"]].iloc[0].to_list() == [1, 1]


def test_days_to_the_first_answer(households):
    rows = households(
        *[{"first_contact_date": "2021-01-01", "first_answer_date": f"2021-01-{day:02d}"} for day in range(1, 12)],
        {"first_contact_date": "2021-01-01", "first_answer_date": "2022-04-01"},
        {"first_contact_date": "2021-01-01"},
    )
    answer = FIGURES["A10"].compute({"households": rows}, Question(AS_OF))
    pd.testing.assert_frame_equal(answer, cells((5, 2.5, 7.5, NAN, 11)))
