import pandas as pd

from indicators.intervals import days_between, last_days, middle_days


def rows_of(households):
    return households(
        {"first_contact_date": "2020-02-01", "first_contact_date_precision": "month", "visit_date": "2020-02-10"},
        {"first_contact_date": "2020-01-01", "first_contact_date_precision": "year", "visit_date": "2020-02-10"},
        {"first_contact_date": "2020-02-03", "visit_date": "2020-03-03"},
        {},
    )


def test_the_last_day_of_what_is_known(households):
    days = last_days(rows_of(households), "first_contact_date")
    assert days.dt.strftime("%Y-%m-%d").fillna("").to_list() == ["2020-02-29", "2020-12-31", "2020-02-03", ""]


def test_a_year_alone_has_no_middle(households):
    days = middle_days(rows_of(households), "first_contact_date")
    assert days.dt.strftime("%Y-%m-%d").fillna("").to_list() == ["2020-02-15", "", "2020-02-03", ""]


def test_days_between_are_never_negative(households):
    days = days_between(rows_of(households), "first_contact_date", "visit_date")
    pd.testing.assert_series_equal(days, pd.Series([0.0, None, 29.0, None]), check_dtype=False)
