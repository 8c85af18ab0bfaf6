from datetime import date, timedelta

import pytest

from indicators.campaigns import action_effects
from indicators.question import Question

NOW = Question(date(2022, 3, 31))


def weekly(households, *, more_after=None, extra=0):
    """Two contacts a week from January 2019 on, and more in the eight weeks after a day."""
    days = [date(2019, 1, 7) + timedelta(days=3 * number) for number in range(390)]
    days += [more_after + timedelta(days=number % 56) for number in range(extra)] if more_after else []
    return households(*[{"first_contact_date": day.isoformat()} for day in days if day <= NOW.as_of])


def effect(rows, frame, day):
    actions = frame("actions", [{"campaign_id": "TV-1", "channel": "television", "start_date": day.isoformat()}])
    (answer,) = action_effects({"households": rows, "actions": actions}, NOW).to_dict("records")
    return answer


def test_an_ordinary_time_proves_nothing(households, frame):
    answer = effect(weekly(households), frame, date(2020, 6, 1))
    assert answer["verdict"] == "unsure"
    assert answer["words"].startswith("On ne peut pas conclure")
    assert (answer["after_count"], answer["before_count"], answer["other_years"]) == (18, 19, 2)
    assert answer["before_low"] < 1 < answer["before_high"]


def test_three_times_the_contacts_are_more_than_luck(households, frame):
    day = date(2020, 6, 1)
    answer = effect(weekly(households, more_after=day, extra=40), frame, day)
    assert answer["verdict"] == "more"
    assert answer["after_count"] == 58
    assert answer["other_ratio"] == pytest.approx(58 * 2 / 37, abs=0.1)


def test_eight_weeks_must_have_passed(households, frame):
    answer = effect(weekly(households), frame, date(2022, 3, 1))
    assert answer["verdict"] == "too_early"
    assert answer["after_count"] != answer["after_count"]


def test_nothing_to_compare_with_concludes_nothing(households, frame):
    rows = households(*[{"first_contact_date": "2021-03-01"}] * 30)
    assert effect(rows, frame, date(2021, 3, 1))["verdict"] == "unsure"


def test_without_actions_no_row(households, frame):
    assert action_effects({"households": households(), "actions": frame("actions", [])}, NOW).empty
