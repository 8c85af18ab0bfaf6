from datetime import date

import numpy as np
import pandas as pd
import pytest

from indicators.question import Question
from indicators.registry import FIGURES

NAN = np.nan
NOW = Question(date(2022, 3, 31))
MOVED = {"installation_date": "2021-06-01"}


def answer(figure, rows, **asked):
    return FIGURES[figure].compute({"households": rows}, Question(NOW.as_of, **asked))


def test_local_jobs_between_those_known_and_those_possible(households, cells):
    rows = households(
        *[MOVED | {"took_local_job": True, "fap_code": "A0Z40"}] * 2,
        MOVED | {"took_local_job": True},
        MOVED | {"took_local_job": False, "fap_code": "B0Z20"},
        MOVED,
    )
    pd.testing.assert_frame_equal(answer("E2", rows), cells((3, 3, 4, 4, 5)))
    expected = cells(("A0Z40", 2, 2, 2, 2, 2), (NAN, 1, 1, 2, 1, 2), by=("fap",))
    pd.testing.assert_frame_equal(answer("E2", rows, by=("fap",)), expected)


def test_partners_who_found_a_job_among_those_who_looked_for_one(households, cells):
    sought = MOVED | {"partner_seeks_job": True}
    rows = households(
        *[sought | {"partner_found_job": True}] * 5,
        *[sought | {"partner_found_job": False}] * 5,
        sought,
        MOVED | {"partner_seeks_job": False, "partner_found_job": True},
        MOVED | {"partner_found_job": True},
    )
    pd.testing.assert_frame_equal(answer("E5", rows), cells((0.5, 0.23659, 0.76341, 5, 10)), rtol=1e-4)


def test_creations_and_telework_by_profile(households, cells):
    rows = households(
        MOVED | {"profile": "teletravailleur"},
        MOVED | {"profile": "createur_repreneur"},
        MOVED | {"profile": "salarie"},
    )
    expected = cells(("createur_repreneur", 1, 1, 1, 1, 1), ("teletravailleur", 1, 1, 1, 1, 1), by=("profile",))
    pd.testing.assert_frame_equal(answer("E6", rows, by=("profile",)), expected)


def test_first_jobs_said_as_such_or_by_the_profile(households, cells):
    rows = households(
        MOVED | {"is_first_job": True, "profile": "salarie"},
        MOVED | {"profile": "premier_emploi"},
        MOVED | {"is_first_job": False, "profile": "salarie"},
        MOVED | {"profile": "salarie"},
    )
    pd.testing.assert_frame_equal(answer("E7", rows), cells((2, 2, 3, 3, 4)))


@pytest.mark.parametrize(
    ("figure", "column", "counted"),
    [("N3", "has_doctor", True), ("C3", "came_as_tourist", True), ("S3", "would_have_come_anyway", False)],
)
def test_shares_among_those_who_tell(households, cells, figure, column, counted):
    rows = households(*[MOVED | {column: counted}] * 5, *[MOVED | {column: not counted}] * 5, MOVED, {column: counted})
    pd.testing.assert_frame_equal(answer(figure, rows), cells((0.5, 0.23659, 0.76341, 5, 10)), rtol=1e-4)


def test_mean_satisfaction_from_ten_scores_on(households, cells):
    rows = households(*[MOVED | {"satisfaction_score": score} for score in (5, 5, 5, 5, 5, 3, 3, 3, 3, 3)], MOVED)
    pd.testing.assert_frame_equal(answer("S2", rows), cells((4, 3.34668, 4.65332, 40, 10)), rtol=1e-5)
    assert answer("S2", rows.iloc[1:])[["value", "denominator"]].isna().iloc[0].to_list() == [True, False]


def test_working_adults_settled(households, cells):
    rows = households(MOVED | {"working_adults_count": 2}, MOVED)
    pd.testing.assert_frame_equal(answer("E1", rows), cells((2, 2, NAN, 1, 2)))


def test_files_of_each_referent_under_a_code(households, cells):
    follow = {"first_contact_date": "2021-01-05"}
    rows = households(*[follow | {"referent_id": "r1"}] * 3, follow | {"referent_id": "r2"}, follow)
    pd.testing.assert_frame_equal(answer("S1", rows), cells((2, 1, 3, 4, 2)))
    by_referent = answer("S1", rows, by=("referent",))
    assert by_referent[["referent", "value"]].to_numpy().tolist() == [["r1", 3.0], ["r2", 1.0]]
