from datetime import date

import pandas as pd

from indicators.incidence import GAVE_UP, OPEN, SETTLED
from indicators.journeys import journeys
from indicators.question import Question

FIGEAC = "200067361"
NOW = Question(date(2022, 3, 31))


def test_how_each_family_was_watched_and_how_that_ended(households):
    began = {"first_contact_date": "2021-01-01"}
    rows = households(
        began,
        began | {"installation_date": "2021-07-01"},
        began | {"closing_date": "2021-03-02"},
        began | {"installation_date": "2021-07-01", "attribution": "informe"},
        began | {"installation_date": "2021-07-01", "family_id": "h1", "epci_code": FIGEAC},
        {"first_contact_date": "2021-01-01", "first_contact_date_precision": "month", "closing_date": "2021-01-10"},
    )
    answer = journeys({"households": rows}, NOW).set_index("household_id")[["days", "outcome"]]
    expected = pd.DataFrame(
        {"days": [181.0, 181.0, 60.0, 181.0, 0.0], "outcome": [SETTLED, SETTLED, GAVE_UP, GAVE_UP, GAVE_UP]},
        index=pd.Index(["h1", "h2", "h3", "h4", "h6"], name="household_id"),
    )
    pd.testing.assert_frame_equal(answer, expected, check_dtype=False, check_index_type=False)


def test_who_is_not_watched(households):
    began = {"first_contact_date": "2021-03-01"}
    rows = households(
        began,
        began | {"installation_date": "2021-02-01", "attribution": "hors_dispositif"},
        began | {"installation_date": "2021-01-01", "installation_date_precision": "year"},
        {"first_contact_date": "2021-01-01", "first_contact_date_precision": "year"},
    )
    answer = journeys({"households": rows}, NOW)
    assert answer[["household_id", "outcome", "days"]].to_numpy().tolist() == [["h1", OPEN, 395]]
