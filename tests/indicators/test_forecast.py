from datetime import date, timedelta
from random import Random

import pytest

from indicators.forecast import back_test, forecast
from indicators.question import Question

NOW = Question(date(2022, 3, 31))
MONTH = 30.44


@pytest.fixture(scope="module")
def steady(households):
    """Families who call all the time alike: each month, one open file in thirty settles and one in twenty gives up."""
    rng, rows = Random(46), []
    for _ in range(600):
        contact = date(2019, 1, 1) + timedelta(days=rng.randrange(1180))
        settles, gives_up = (contact + timedelta(days=rng.expovariate(1 / mean) * MONTH) for mean in (30, 20))
        end = {"installation_date": settles} if settles < gives_up else {"closing_date": gives_up}
        told = {name: day.isoformat() for name, day in end.items() if day <= NOW.as_of}
        rows.append({"first_contact_date": contact.isoformat()} | told)
    return {"households": households(*rows)}


def test_of_a_steady_flow_the_forecast_is_what_its_rates_say(steady):
    answer = forecast(steady, NOW).set_index("months")
    share = (1 / 30) / (1 / 30 + 1 / 20)
    for months, settling in ((6, share * (1 - 2.718 ** (-6 / 12))), (12, share * (1 - 2.718 ** (-12 / 12)))):
        row = answer.loc[months]
        assert row["expected"] == pytest.approx(settling * row["open_count"], rel=0.2)
        assert row["low"] < row["expected"] < row["high"]


def test_of_a_steady_flow_the_interval_holds_most_of_what_came(steady, monkeypatch):
    monkeypatch.setattr("indicators.forecast.DRAWS", 100)
    tested = back_test(steady, NOW)
    assert len(tested) >= 8
    assert tested["is_inside"].mean() >= 0.6


def test_nothing_is_foretold_of_little(households):
    rows = households(*[{"first_contact_date": "2021-01-01"}] * 50)
    answer = forecast({"households": rows}, NOW)
    assert answer["open_count"].to_list() == [50, 50]
    assert answer[["expected", "low", "high"]].isna().all(axis=None)
    assert back_test({"households": rows}, NOW).empty
    assert back_test({"households": households()}, NOW).empty
