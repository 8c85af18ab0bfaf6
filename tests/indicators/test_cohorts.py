from datetime import date

import numpy as np
import pandas as pd

from indicators import cohorts
from indicators.question import Question
from indicators.registry import FIGURES

NAN = np.nan
AS_OF = date(2022, 3, 31)


def rows_of(households):
    began, settled = {"first_contact_date": "2020-02-01"}, {"installation_date": "2020-12-01"}
    return households(
        *[began | settled] * 3,
        *[began | {"installation_date": "2021-06-01"}] * 2,
        *[began] * 5,
        *[{"first_contact_date": "2021-01-15"} | {"installation_date": "2021-03-01"}] * 10,
        *[{"first_contact_date": "2021-12-15"} | {"installation_date": "2022-02-01"}] * 10,
    )


def test_conversion_of_the_families_who_had_the_time(households, cells):
    tables = {"households": rows_of(households)}
    answer = cohorts.conversion(tables, Question(AS_OF, by=("horizon",)))
    expected = cells((12, 0.65, 0.43285, 0.81881, 13, 20), (24, 0.5, 0.23659, 0.76341, 5, 10), by=("horizon",))
    pd.testing.assert_frame_equal(answer, expected, rtol=1e-4, check_dtype=False)
    total = cohorts.conversion(tables, Question(AS_OF))
    pd.testing.assert_frame_equal(total, cells((0.65, 0.43285, 0.81881, 13, 20)), rtol=1e-4)


def test_a_cohort_is_shown_when_its_last_day_had_the_time(households, cells):
    tables = {"households": rows_of(households)}
    answer = cohorts.conversion(tables, Question(AS_OF, by=("half_year",)))
    expected = cells((date(2020, 1, 1), 0.3, 0.10779, 0.60322, 3, 10), by=("half_year",))
    pd.testing.assert_frame_equal(answer, expected, rtol=1e-4)
    later = cohorts.conversion(tables, Question(date(2022, 6, 30), by=("half_year",)))
    assert later["half_year"].to_list() == [date(2020, 1, 1), date(2021, 1, 1)]


def test_days_from_contact_to_move(households, cells):
    rows = households(
        *[{"first_contact_date": "2021-01-01", "installation_date": f"2021-03-{day:02d}"} for day in range(2, 13)],
        {"first_contact_date": "2021-01-01", "first_contact_date_precision": "year", "installation_date": "2021-03-02"},
    )
    answer = FIGURES["A9"].compute({"households": rows}, Question(AS_OF))
    pd.testing.assert_frame_equal(answer, cells((65, 62.5, 67.5, NAN, 11)))


def test_chances_with_time_are_estimated_from_thirty_families_on(households, cells):
    contact = {"first_contact_date": "2021-01-01"}
    moved, gave_up = contact | {"installation_date": "2021-05-01"}, contact | {"closing_date": "2021-03-01"}
    thirty = {"households": households(*[moved] * 6, *[gave_up] * 15, *[contact] * 9)}
    answer = cohorts.settled_with_time(thirty, Question(AS_OF, by=("elapsed",)))
    told = answer.set_index("elapsed")[["value", "numerator", "denominator"]]
    assert told.loc[3].to_list() == [0.0, 0.0, 30.0]
    assert told.loc[12].round(6).to_list() == [0.2, 6.0, 30.0]
    assert told.loc[24].isna().to_list() == [True, False, False]
    few = {"households": households(*[moved] * 6, *[gave_up] * 14, *[contact] * 9)}
    pd.testing.assert_frame_equal(
        cohorts.settled_with_time(few, Question(AS_OF)), cells((NAN, NAN, NAN, 6, 29)), check_dtype=False
    )


def test_days_count_from_the_first_epci_that_was_called(households):
    rows = households(
        {"first_contact_date": "2021-01-01", "family_id": "f"},
        {"first_contact_date": "2021-02-01", "family_id": "f", "epci_code": "200067361"}
        | {"installation_date": "2021-03-02"},
    )
    assert cohorts.moved({"households": rows}, Question(AS_OF))["days"].to_list() == [60]
