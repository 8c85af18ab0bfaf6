from datetime import date

import pandas as pd

from indicators.question import Question
from indicators.stages import stages_reached

FIGEAC = "200067361"


def test_each_stage_counts_those_who_went_at_least_so_far(households):
    began = {"first_contact_date": "2021-01-05"}
    rows = households(
        began | {"status": "contact"},
        began | {"status": "suivi"},
        began | {"status": "abandon", "visit_date": "2021-02-01"},
        began | {"status": "parti"},
        began | {"family_id": "f"},
        began | {"family_id": "f", "epci_code": FIGEAC, "installation_date": "2021-06-01"},
        began | {"status": "visite", "received_date": "2022-04-30"},
    )
    answer = stages_reached({"households": rows}, Question(date(2022, 3, 31), by=("stage",)))
    expected = pd.Series({"contact": 6.0, "suivi": 4.0, "visite": 3.0, "installation": 2.0})
    pd.testing.assert_series_equal(
        answer.set_index("stage")["value"], expected, check_names=False, check_index_type=False
    )
