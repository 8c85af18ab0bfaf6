from datetime import date

from indicators.question import Question
from indicators.signs import last_contacts

CAHORS, FIGEAC = "200023737", "200067361"


def test_an_epci_that_dates_no_last_contact_is_told_apart(households):
    rows = households(
        {"first_contact_date": "2021-01-01", "last_contact_date": "2021-02-01"},
        {"first_contact_date": "2021-01-01"},
        {"first_contact_date": "2021-01-01", "epci_code": FIGEAC},
        {"first_contact_date": "2021-01-01", "installation_date": "2021-06-01", "last_contact_date": "2021-06-01"},
    )
    found = last_contacts({"households": rows}, Question(date(2022, 3, 31)))
    assert found.to_dict("list") == {
        "epci_code": [CAHORS, FIGEAC],
        "followed_count": [2, 1],
        "dated_count": [1, 0],
    }
