"""The same households as their référents had written them before: less had happened, and some was not noted."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from etl.demo.habits import Habit
from etl.demo.timeline import AS_OF

STEPS = ("first_answer_date", "qualification_date", "visit_date", "installation_date", "departure_date", "closing_date")
TOLD_AFTER_THE_MOVE = (
    *("commune_code", "attribution", "interactions_before_move_count", "partner_found_job", "took_local_job"),
    *("is_first_job", "housing_solution", "has_doctor", "satisfaction_score", "would_have_come_anyway"),
)
RECENT_MOVE, RECENT_CALL = timedelta(days=60), timedelta(days=30)
LATE_MOVES_SHARE, LATE_CALLS_SHARE = 0.3, 0.2


def written_on(household: dict, day: date) -> dict | None:
    """The household as its line stood on that day; None where nobody had written it yet.

    A move or a call of the last weeks is sometimes not noted yet: this is what restates a figure later.
    """
    rng = Random(f"{household['name']} {household['first_contact_date']} {day}")
    late_call, late_move = rng.random() < LATE_CALLS_SHARE, rng.random() < LATE_MOVES_SHARE
    called = household["first_contact_date"]
    if called > day - (RECENT_CALL if late_call else timedelta(0)):
        return None
    row = household | {"fault": None} | {name: _by(household[name], day) for name in STEPS}
    if late_move and row["installation_date"] and row["installation_date"] > day - RECENT_MOVE:
        row["installation_date"] = row["departure_date"] = None
    if not row["installation_date"]:
        row |= {name: None for name in TOLD_AFTER_THE_MOVE}
        row["needs"] = dict.fromkeys(row["needs"])
    if not row["closing_date"]:
        row["abandonment_reason"] = None
    latest = max(moment for moment in (called, *(row[name] for name in STEPS)) if moment)
    said = household["last_contact_date"]
    row["last_contact_date"] = said and (said if said <= day else latest)
    row["interactions_count"] = min(row["interactions_count"], 1 + (day - called).days // 45)
    return row | {"status": _status(row)}


def dated(habit: Habit, day: date) -> Habit:
    """The EPCI's habit on that day: its file and its titles bear that date, and it has no sheet of a later year."""
    return replace(
        habit,
        file=_redated(habit.file, day),
        titles=tuple(_redated(title, day) for title in habit.titles),
        sheets=tuple(_redated(name, day) for name in habit.sheets if not name.isdigit() or int(name) <= day.year),
    )


def _by(moment: date | None, day: date) -> date | None:
    return moment if moment and moment <= day else None


def _status(row: dict) -> str:
    steps = {
        "parti": "departure_date",
        "installe": "installation_date",
        "abandon": "closing_date",
        "visite": "visit_date",
        "suivi": "qualification_date",
    }
    return next((status for status, name in steps.items() if row[name]), "contact")


def _redated(text: str, day: date) -> str:
    for style in ("%d/%m/%Y", "%d-%m-%Y"):
        text = text.replace(AS_OF.strftime(style), day.strftime(style))
    return text.replace(f"2019-{AS_OF.year}", f"2019-{day.year}")
