"""Families that called two EPCIs, and two families that gave the same telephone."""

from datetime import date, timedelta
from random import Random

from etl.demo import journey
from etl.demo.family import SCHOOLS
from etl.demo.people import PERSONAL
from etl.demo.places import Places
from etl.demo.tables import table
from etl.demo.timeline import AS_OF, between

WHO = (
    *("profile", "age_band", "adults_count", "working_adults_count", "children_count", "origin", "occupation"),
    *(f"children_{level}_count" for level in SCHOOLS),
    *("first_name", *PERSONAL),
)

ONLY_A_CALL = {
    "qualification_date": None,
    "visit_date": None,
    "needs": {},
    "abandonment_reason": "autre_territoire",
}


def met_twice(rng: Random, households: list[dict], places: Places) -> list[dict]:
    """The same households, and a line more for each family of the table that also called another EPCI.

    It only called there, later, and gave up for the EPCI of its first call: no figure of families changes.
    """
    more = []
    for first, other, outcome in table("society")["met_twice"]:
        family = [row for row in _reachable(households, first) if row["outcome"] == outcome and _has_time(row)][-1]
        call = between(rng, family["first_contact_date"] + timedelta(days=7), _end(family), 0.1, 0.3)
        closing = between(rng, call + timedelta(days=14), _end(family), 0.2, 0.8)
        line = journey.household(rng, other, places, (call, "abandon", closing), None)
        more.append(line | {name: family[name] for name in WHO} | ONLY_A_CALL)
    return sorted([*households, *more], key=lambda row: (row["epci_code"], row["first_contact_date"]))


def share_a_phone(households: list[dict]) -> list[dict]:
    """The same households; the last of one EPCI gives the telephone of the last of another."""
    one, other = table("society")["same_phone"]
    owner, borrower = _reachable(households, one)[-1], _reachable(households, other)[-1]
    return [row | {"phone": owner["phone"]} if row is borrower else row for row in households]


def _reachable(households: list[dict], epci_code: str) -> list[dict]:
    mine = [row for row in households if row["epci_code"] == epci_code and not row["fault"]]
    return [row for row in mine if row["phone"] and row["email"]]


def _has_time(row: dict) -> bool:
    return (_end(row) - row["first_contact_date"]).days > 60


def _end(row: dict) -> date:
    return row["installation_date"] or AS_OF
