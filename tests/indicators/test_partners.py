"""Partner companies: each counted once, by the actions that it took part in."""

from datetime import date

import pytest

from indicators.partners import partner_companies
from indicators.question import Question

CAHORS, FIGEAC = "200023737", "200067361"


@pytest.fixture
def tables(frame) -> dict:
    took_part = [("e1", "SAL-1"), ("e1", "SAL-2"), ("e2", "SAL-2"), ("e3", "SAL-3"), ("e4", None)]
    places = {"e1": CAHORS, "e2": FIGEAC, "e3": CAHORS, "e4": FIGEAC}
    companies = [
        {"company_id": company, "campaign_id": action, "sector": "industrie", "epci_code": places[company]}
        for company, action in took_part
    ]
    days = {"SAL-1": "2021-03-01", "SAL-2": "2021-10-15", "SAL-3": "2022-06-01"}
    actions = [{"campaign_id": action, "start_date": day} for action, day in days.items()]
    return {"companies": frame("companies", companies), "actions": frame("actions", actions)}


def counts(tables: dict, **asked: object) -> dict[str, int]:
    found = partner_companies(tables, Question(**{"as_of": date(2022, 3, 31)} | asked))
    return dict(zip(found["company_id"], found["actions_count"], strict=True))


def test_a_company_counts_once_and_a_later_action_not_yet(tables):
    assert counts(tables) == {"e1": 2, "e2": 1, "e4": 0}
    assert counts(tables, as_of=date(2021, 9, 30)) == {"e1": 1, "e4": 0}


def test_of_one_epci_and_one_period(tables):
    assert counts(tables, epci_code=CAHORS) == {"e1": 2}
    assert counts(tables, start=date(2021, 9, 1)) == {"e1": 1, "e2": 1, "e4": 0}


def test_no_company_is_known(tables, frame):
    nothing = partner_companies(tables | {"companies": frame("companies", [])}, Question(date(2022, 3, 31)))
    assert (len(nothing), list(nothing)) == (0, ["company_id", "sector", "epci_code", "actions_count"])
