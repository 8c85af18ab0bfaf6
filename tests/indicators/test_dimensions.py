from datetime import date

import pandas as pd
import pytest

from indicators.dimensions import DIMENSIONS
from indicators.question import Question

QUESTION = Question(date(2022, 3, 31))


def values(rows, name, question=QUESTION):
    return [None if pd.isna(value) else value for value in DIMENSIONS[name](rows, question)]


def dated(households, *days):
    return households(*[{}] * len(days)).assign(event_date=pd.to_datetime(list(days)), place_code=None)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("month", [date(2020, 8, 1), date(2020, 9, 1), None]),
        ("half_year", [date(2020, 7, 1), date(2020, 7, 1), None]),
        ("year", [2020, 2020, None]),
        ("school_year", ["2019-2020", "2020-2021", None]),
        ("rolling_year", [date(2021, 3, 31), date(2021, 3, 31), None]),
    ],
)
def test_periods(households, name, expected):
    assert values(dated(households, "2020-08-31", "2020-09-01", None), name) == expected


def test_rolling_years_end_on_the_day_of_the_date_darrete(households):
    rows = dated(households, "2021-03-31", "2021-04-01", "2022-03-31")
    assert values(rows, "rolling_year") == [date(2021, 3, 31), date(2022, 3, 31), date(2022, 3, 31)]


def test_composition_is_told_by_adults_and_children_together(households):
    rows = households(
        {"adults_count": 1, "children_count": 0},
        {"adults_count": 2, "children_count": 0},
        {"adults_count": 1, "children_count": 2},
        {"adults_count": 3, "children_count": 1},
        {"adults_count": 2},
        {"children_count": 2},
    )
    assert values(rows, "composition") == ["seul", "couple", "parent_seul", "famille", None, None]


def test_origin_is_the_departement_else_the_country(households):
    rows = households({"origin_departement_code": "31", "origin_country_code": "FR"}, {"origin_country_code": "GB"}, {})
    assert values(rows, "origin") == ["31", "GB", None]


def test_bassin_of_a_commune_of_the_lot(households):
    rows = households({}, {}, {}).assign(place_code=["46042", "12300", None])
    assert values(rows, "bassin") == ["7601", None, None]


def test_the_status_of_a_past_date_comes_from_the_dates(households):
    rows = households(
        {"status": "visite", "qualification_date": "2020-03-01", "visit_date": "2021-03-01"},
        {"status": "installe", "visit_date": "2021-03-01"},
        {"status": "contact"},
    )
    assert values(rows, "status") == ["visite", "visite", "contact"]
    assert values(rows, "status", Question(date(2020, 6, 1))) == ["suivi", "contact", "contact"]
