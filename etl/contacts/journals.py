"""Journals of exchanges: lines of one file number, each with its day, are one household and not several.

Where a column tells the step of each line (« Visite », « Emménagement »), a name may stand for the number.
"""

from collections import defaultdict

from etl.contacts import identity
from etl.contacts.shaping import Columns
from programme.vocabulary import Status

FEWEST_FILES, LEAST_SHARE = 3, 0.2
STEADY = ("person_name", "origin_departement_code", "target_commune_code", "adults_count", "children_count")
STEADY_OF_STEPS = ("origin_departement_code", "adults_count", "children_count")
STAGES = [None, *map(str, Status)]
PLACE = {"source_sheet", "source_row", "dossier_ref"}


def fold_journal(rows: Columns) -> tuple[Columns, int]:
    """The same rows with each file number once, and how many lines were folded; none where that is no habit, or where
    lines of one number speak of two households."""
    files: dict[tuple, list[int]] = defaultdict(list)
    for place, key in enumerate(zip(rows["source_sheet"], rows["dossier_ref"], strict=True)):
        if key[1]:
            files[key].append(place)
    several = [places for places in files.values() if len(places) > 1]
    folded = {place for places in several for place in places[1:]}
    if len(several) < FEWEST_FILES or len(folded) < LEAST_SHARE * len(rows["source_row"]):
        return rows, 0
    if not all(_is_one(rows, places) for places in several):
        return rows, 0
    for places in several:
        _fold(rows, places)
    kept = [place for place in range(len(rows["source_row"])) if place not in folded]
    return {name: [values[place] for place in kept] for name, values in rows.items()}, len(folded)


def fold_steps(rows: Columns) -> tuple[Columns, int]:
    """The same table of steps with each household once, at the furthest of them, and how many lines were folded
    because of their name alone; a household of which the lines contradict each other stays as it is."""
    files: dict[tuple, list[int]] = defaultdict(list)
    count = len(rows["source_row"])
    references = rows.get("dossier_ref") or [None] * count
    for place, (reference, who) in enumerate(zip(references, identity.people(rows), strict=True)):
        key = ("ref", reference) if reference else who.names or who.phones or who.emails
        files[key or (place,)].append(place)
    several = [places for places in files.values() if len(places) > 1 and _is_one_of_steps(rows, places)]
    for places in several:
        furthest = max((rows["status"][place] for place in places), key=STAGES.index)
        _fold(rows, places)
        rows["status"][places[0]] = furthest
    folded = {place for places in several for place in places[1:]}
    by_name = sum(len(places) - 1 for places in several if not references[places[0]])
    return {
        name: [values[place] for place in range(count) if place not in folded] for name, values in rows.items()
    }, by_name


def _is_one_of_steps(rows: Columns, places: list[int]) -> bool:
    said = [{rows[name][place] for place in places} - {None} for name in STEADY_OF_STEPS if name in rows]
    return all(rows["first_contact_date"][place] for place in places) and all(len(values) <= 1 for values in said)


def _is_one(rows: Columns, places: list[int]) -> bool:
    days = [rows["first_contact_date"][place] for place in places]
    said = [{rows[name][place] for place in places} - {None, ""} for name in STEADY]
    return all(days) and len(set(days)) > 1 and all(len(values) <= 1 for values in said)


def _fold(rows: Columns, places: list[int]) -> None:
    """The first day is that of the first contact, the last one that of the last; of the rest the latest word stands."""
    kept, in_order = places[0], sorted(places, key=rows["first_contact_date"].__getitem__)
    first, last = in_order[0], in_order[-1]
    days = [(rows["first_contact_date"][place], rows["first_contact_date_precision"][place]) for place in (first, last)]
    for name in rows.keys() - PLACE - {"needs"}:
        said = [rows[name][place] for place in in_order if rows[name][place] not in (None, "")]
        rows[name][kept] = said[-1] if said else rows[name][kept]
    rows["needs"][kept] = {axis: met for place in in_order for axis, met in rows["needs"][place].items()}
    rows["first_contact_date"][kept], rows["first_contact_date_precision"][kept] = days[0]
    if rows.setdefault("last_contact_date", [None] * len(rows["source_row"]))[kept] is None:
        rows.setdefault("last_contact_date_precision", [None] * len(rows["source_row"]))
        rows["last_contact_date"][kept], rows["last_contact_date_precision"][kept] = days[1]
