"""The tables of a workbook -> one list of rows: stacked, or joined by file number, else by name."""

from collections import defaultdict
from itertools import chain

from etl.contacts import identity
from etl.contacts.shaping import Columns

Place = tuple[str, int]  # sheet, line
OWN_COLUMNS = {"source_sheet", "source_row"}


def join(tables: list[Columns]) -> tuple[Columns, list[Place]]:
    """Tables with a first contact are stacked; a table without one, or of steps, completes them. With the lines that
    stay apart because several sheets count their households from 1."""
    apart: list[Place] = []
    dated = [columns for columns in tables if "first_contact_date" in columns]
    main = [columns for columns in dated if "step" not in columns] or dated or tables
    stacked = _stack([columns for columns in main if columns["source_row"]] or main[:1])
    for columns in tables:
        if not any(columns is table for table in main):
            stacked = _complete(stacked, columns, apart)
    return stacked, apart


def _stack(tables: list[Columns]) -> Columns:
    names = dict.fromkeys(name for columns in tables for name in columns)
    counts = [len(columns["source_row"]) for columns in tables]
    return {
        name: [*chain(*(columns.get(name) or [None] * count for columns, count in zip(tables, counts, strict=True)))]
        for name in names
    }


def _complete(rows: Columns, others: Columns, apart: list[Place]) -> Columns:
    """What `others` say of the same household fills what `rows` leave empty; a household not met yet is a new row."""
    count = len(rows["source_row"])
    again = _begun_again(rows)
    places = _same(rows, others, again)
    rows |= {name: [None] * count for name in others if name not in rows}
    for other, place in places.items():
        for name in others.keys() - OWN_COLUMNS:
            if name == "needs":
                rows[name][place] = others[name][other] | rows[name][place]
            elif rows[name][place] in (None, ""):
                rows[name][place] = others[name][other]
    unmet = [other for other in range(len(others["source_row"])) if other not in places]
    numbers = others.get("dossier_ref") or [None] * len(others["source_row"])
    apart += [
        (others["source_sheet"][other], others["source_row"][other]) for other in unmet if numbers[other] in again
    ]
    return _stack([rows, {name: [values[place] for place in unmet] for name, values in others.items()}])


def _same(rows: Columns, others: Columns, again: set[str]) -> dict[int, int]:
    """Place in `others` -> place in `rows` of the same file number; without one in both, or where sheets begin their
    numbers again, of the only same name."""
    references: dict[str, int] = {}
    for place, reference in enumerate(rows.get("dossier_ref", ())):
        if reference and reference not in again:
            references.setdefault(reference, place)
    said = others.get("dossier_ref") or [None] * len(others["source_row"])
    found = {other: references[reference] for other, reference in enumerate(said) if reference in references}
    by_name = {other: place for other, place in _same_names(rows, others).items() if other not in found}
    if (references or again) and any(said):
        numbers = rows["dossier_ref"]
        by_name = {o: place for o, place in by_name.items() if said[o] in again and said[o] == numbers[place]}
    return by_name | found


def _begun_again(rows: Columns) -> set[str]:
    """File numbers that stand on several sheets: « 1 » of each year."""
    sheets: dict[str, set[str]] = defaultdict(set)
    for sheet, reference in zip(rows["source_sheet"], rows.get("dossier_ref", ()), strict=False):
        if reference:
            sheets[reference].add(sheet)
    return {reference for reference, names in sheets.items() if len(names) > 1}


def _same_names(rows: Columns, others: Columns) -> dict[int, int]:
    """Homonyms stay apart: a name joins two rows only if it is borne once on each side."""
    ours, theirs = _by_name(rows), _by_name(others)
    return {
        theirs[name][0]: ours[name][0] for name in ours.keys() & theirs if len(ours[name]) == len(theirs[name]) == 1
    }


def _by_name(rows: Columns) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for place, who in enumerate(identity.people(rows)):
        for name in who.names:
            found[name].append(place)
    return found
