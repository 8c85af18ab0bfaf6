"""What happens to one invented household, from its first call to its move, its departure or its silence."""

from datetime import date, timedelta
from random import Random

from etl.demo import family
from etl.demo.family import draw, sometimes
from etl.demo.places import BRIVE_LA_GAILLARDE, Commune, Places
from etl.demo.tables import table
from etl.demo.timeline import AS_OF, between

MET_SHARE = {"installe": 0.82, "open": 0.25, "abandon": 0.12}


def household(rng: Random, epci_code: str, places: Places, start: tuple, attribution: str | None) -> dict:
    """One household's facts; `start` is its first contact, its outcome (open, installe, abandon) and the day of it."""
    contact, outcome, ended = start
    who = family.identity(rng, contact)
    wanted = places.wanted(rng, epci_code)
    row = {
        "epci_code": epci_code,
        "fault": None,
        "outcome": outcome,
        "attribution": attribution,
        **who,
        "target_commune_code": wanted.code if rng.random() < 0.88 else None,
        "commune_code": _home(rng, places, wanted) if outcome == "installe" else None,
        "first_contact_date": contact,
        **_steps(rng, contact, outcome, ended),
        "needs": _needs(rng, who, outcome),
        "referent": rng.choice(table("society")["referents"][epci_code]),
    }
    row |= _exchanges(rng, row) | _settled(rng, row) | _given_up(rng, row)
    return _late_call(rng, row) if attribution == "hors_dispositif" else row


def _steps(rng: Random, contact: date, outcome: str, ended: date | None) -> dict:
    """The dated steps, each after the one before and none after the end."""
    limit = min(ended or AS_OF, contact + timedelta(days=420))
    reached = rng.random() + (0.45 if outcome == "installe" else -0.12 if outcome == "abandon" else 0)
    qualified = between(rng, contact, limit, 0.05, 0.3) if reached > 0.35 else None
    visited = between(rng, qualified, limit, 0.15, 0.8) if qualified and reached > 0.62 else None
    settled = ended if outcome == "installe" else None
    left = None
    if settled and (AS_OF - settled).days > 200 and rng.random() < 0.1:
        left = between(rng, settled, AS_OF, 0.45, 0.98)
    status = "visite" if visited else "suivi" if qualified else "contact"
    return {
        "status": "parti" if left else {"open": status}.get(outcome, outcome),
        "first_answer_date": contact
        + timedelta(days=min(rng.randint(0, 4) * rng.randint(0, 4), (limit - contact).days)),
        "qualification_date": qualified,
        "visit_date": visited,
        "installation_date": settled,
        "departure_date": left,
        "closing_date": ended if outcome == "abandon" else None,
    }


def _home(rng: Random, places: Places, wanted: Commune) -> str | None:
    chance = rng.random()
    if chance < 0.62:
        return wanted.code
    if chance < 0.84:
        return places.wanted(rng, wanted.epci_code).code
    if chance < 0.94:
        return places.next_door(rng, wanted).code
    return BRIVE_LA_GAILLARDE if chance < 0.96 else None


def _needs(rng: Random, who: dict, outcome: str) -> dict[str, bool | None]:
    return {axis: sometimes(rng, 0.85, MET_SHARE[outcome]) for axis in family.wants(rng, who)}


def _exchanges(rng: Random, row: dict) -> dict:
    """Interactions, and the last one; some households have not been heard of for months."""
    last = row["departure_date"] or row["closing_date"] or AS_OF
    latest_step = max(row[name] for name in ("first_contact_date", "visit_date", "qualification_date") if row[name])
    if row["installation_date"]:
        latest_step = row["installation_date"]
    low = 0.0 if rng.random() < 0.35 else 0.6
    before = {"informe": 1, "hors_dispositif": 0}.get(row["attribution"], 2 + int(rng.expovariate(0.28)))
    after = int(rng.expovariate(0.6)) if row["installation_date"] else 0
    silent = row["status"] == "contact" and rng.random() < 0.4
    return {
        "last_contact_date": between(rng, latest_step, last, low) if rng.random() < 0.9 else None,
        "interactions_count": 1 if silent else before + after,
        "interactions_before_move_count": before if row["installation_date"] else None,
    }


def _settled(rng: Random, row: dict) -> dict:
    """What only a household that moved can tell."""
    if row["outcome"] != "installe":
        return {"partner_seeks_job": _partner_seeks(rng, row)}
    seeks = _partner_seeks(rng, row)
    away = row["profile"] in {"teletravailleur", "createur_repreneur"}
    return {
        "partner_seeks_job": seeks,
        "partner_found_job": sometimes(rng, 0.85, 0.58) if seeks else None,
        "took_local_job": sometimes(rng, 0.9, 0.1 if away else 0.78) if row["working_adults_count"] else None,
        "is_first_job": row["profile"] == "premier_emploi" if row["working_adults_count"] else None,
        "housing_solution": draw(rng, table("society")["housing_solutions"]),
        "has_doctor": sometimes(rng, 0.6, 0.62),
        "satisfaction_score": rng.choices((5, 4, 3, 2, 1), (46, 34, 13, 5, 2))[0] if rng.random() < 0.6 else None,
        "would_have_come_anyway": sometimes(rng, 0.65, 0.46),
    }


def _partner_seeks(rng: Random, row: dict) -> bool | None:
    return sometimes(rng, 0.9, 0.55) if row["adults_count"] == 2 and row["working_adults_count"] else None


def _given_up(rng: Random, row: dict) -> dict:
    if row["outcome"] != "abandon":
        return {}
    unmet = [axis for axis, met in row["needs"].items() if met is False and axis != "autre"]
    reason = rng.choice(unmet) if unmet and rng.random() < 0.7 else draw(rng, table("society")["other_reasons"])
    return {"abandonment_reason": reason if rng.random() < 0.88 else None}


def _late_call(rng: Random, row: dict) -> dict:
    """A household that settled by itself and called afterwards."""
    call = between(rng, row["installation_date"], AS_OF, 0.05, 0.5)
    later = {name: None for name in ("qualification_date", "visit_date", "last_contact_date", "departure_date")}
    return row | later | {"first_contact_date": call, "first_answer_date": call, "status": "installe"}
