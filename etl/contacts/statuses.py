"""Where a household stands, said otherwise than by a word in a column: ticks, a colour, a section, a sheet."""

import re

from etl.contacts.labels import PLAIN_TITLES, label_of
from etl.contacts.spellings import PRECISION
from etl.contacts.tables import Table
from etl.contacts.told_steps import STEPS
from etl.contacts.typed_columns import TypedColumn
from etl.words import normal
from programme.vocabulary import Status

STAGES = (Status.CONTACT, Status.SUIVI, Status.VISITE, Status.INSTALLE, Status.PARTI, Status.ABANDON)  # the last wins
SETTLED = {Status.INSTALLE, Status.PARTI}
QUALIFIES = re.compile("qualif|diagnos|entretien")
CLOSED = re.compile(r"(?:dossier |suivi )?(?:clos|close|cloture|cloturee?|fermee?|classee?|archivee?)")
GIVEN_UP = re.compile("aband|renon")
DATED = {Status.SUIVI: "qualification_date"} | {stage: STEPS[stage] for stage in STAGES if stage in STEPS}
TICKED = {stage: f"stage:{stage}" for stage in STAGES}
FIRST_STAGES = (Status.SUIVI, Status.VISITE)  # where one of them can be told, who has none only called
MORE_THAN_A_CALL = {*TICKED.values(), *DATED.values(), "abandonment_reason", "commune_code", "housing_solution"}


def ticked_statuses(typed: dict[str, TypedColumn], count: int) -> None:
    """One column a stage, ticked: the furthest stage is the status; to have settled and given up is asked."""
    stages = [stage for stage in STAGES if f"stage:{stage}" in typed]
    if not stages:
        return
    nothing = TypedColumn([None] * count, {})
    values, refused = list(typed.get("status", nothing).values), {}
    for place in range(count):
        ticked = [stage for stage in stages if typed[f"stage:{stage}"].values[place]]
        if Status.ABANDON in ticked and SETTLED.intersection(ticked):
            refused[place] = "several_stages"
        elif ticked and values[place] is None:
            values[place] = str(ticked[-1])
    last = typed[f"stage:{stages[-1]}"]
    typed[f"stage:{stages[-1]}"] = TypedColumn(last.values, last.refused | refused)
    typed["status"] = TypedColumn(values, typed.get("status", nothing).refused)


def fill_status(columns: dict[str, list], table: Table) -> None:
    """Where no cell says the status, the line's colour may, then the section or the sheet that it stands in."""
    own = columns.get("status", [None] * len(table.lines))
    has_column = "status" in columns
    is_told_by_sheet = not has_column and normal(table.sheet.name) not in PLAIN_TITLES
    of_sheet = label_of("status", table.sheet.name) if is_told_by_sheet else None
    said = [
        status
        or table.statuses.get(line.number)
        or (None if has_column or not line.section else label_of("status", line.section))
        or of_sheet
        for status, line in zip(own, table.lines, strict=True)
    ]
    if any(said):
        columns["status"] = said


def settle_closed(columns: dict[str, list], table: Table) -> None:
    """« Clos » alone, on a line that has the day of a move, is a file closed because they settled."""
    if "installation_date" not in columns or "status" not in table.fields:
        return
    nothing = [None] * len(table.lines)
    reasons, left = (columns.get(name) or nothing for name in ("abandonment_reason", "departure_date"))
    for place, text in enumerate(table.texts("status")):
        is_open = columns["status"][place] == Status.ABANDON and not reasons[place]
        if is_open and columns["installation_date"][place] and CLOSED.fullmatch(normal(text)):
            columns["status"][place] = str(Status.PARTI if left[place] else Status.INSTALLE)


def fill_steps_of_lines(columns: dict[str, list], typed: dict[str, TypedColumn], table: Table) -> None:
    """A line of a journal that tells a step: its day is that step's, and of a move its commune is where they went."""
    if "step" not in typed or "first_contact_date" not in columns:
        return
    count = len(table.lines)
    columns["step"] = typed["step"].values
    columns.setdefault("status", list(columns["step"]))
    for stage, name in DATED.items():
        told = [
            step == stage and (stage != Status.SUIVI or bool(QUALIFIES.search(normal(text))))
            for step, text in zip(columns["step"], table.texts("step"), strict=True)
        ]
        for part in ("", PRECISION):
            own, days = columns.get(name + part) or [None] * count, columns[f"first_contact_date{part}"]
            columns[name + part] = [
                day if is_told and said is None else said for is_told, said, day in zip(told, own, days, strict=True)
            ]
    if "commune_code" not in columns and "target_commune_code" in columns:
        moved = [step in SETTLED for step in columns["step"]]
        places = list(zip(moved, columns["target_commune_code"], strict=True))
        columns["commune_code"] = [place if is_moved else None for is_moved, place in places]
        columns["target_commune_code"] = [None if is_moved else place for is_moved, place in places]


def fill_dated_stage(columns: dict[str, list], typed: dict[str, TypedColumn], table: Table) -> None:
    """Where no column is the status, a follow-up's furthest dated step is; what gave up, or is asked, stays so."""
    ticks = [column for name, column in typed.items() if name.startswith("stage:")]
    dated = [stage for stage, name in DATED.items() if name in columns and (stage != Status.ABANDON or _gave_up(table))]
    if "status" in table.fields or "first_contact_date" not in columns or not dated:
        return
    said = columns.get("status") or [None] * len(table.lines)
    for place, status in enumerate(said):
        reached = [stage for stage in dated if columns[DATED[stage]][place]]
        is_open = status is None or (bool(ticks) and status in STAGES[:3])
        is_both = Status.ABANDON in reached and bool(SETTLED.intersection(reached))
        if reached and is_open and not is_both and not any(place in tick.refused for tick in ticks):
            said[place] = str(max(filter(None, (status, reached[-1])), key=STAGES.index))
    columns["status"] = said


def _gave_up(table: Table) -> bool:
    """A file may be closed because the household settled: « Abandon le » says why it was."""
    return bool(GIVEN_UP.search(normal(table.fields["closing_date"][0].heading)))


def fill_first_stage(columns: dict[str, list], typed: dict[str, TypedColumn], table: Table) -> None:
    """Who called and of whom nothing more is ticked or dated is a contact, where that is no tick of its own."""
    said = (TICKED,) if "status" in table.fields else (TICKED, DATED)
    can_be_told = any(names[stage] in typed for names in said for stage in FIRST_STAGES)
    if TICKED[Status.CONTACT] in typed or not can_be_told or "first_contact_date" not in columns:
        return
    more = [column for name, column in typed.items() if name in MORE_THAN_A_CALL]
    count = len(columns["first_contact_date"])
    columns["status"] = [
        status or (str(Status.CONTACT) if first and not any(_says(column, place) for column in more) else None)
        for place, (status, first) in enumerate(
            zip(columns.get("status") or [None] * count, columns["first_contact_date"], strict=True)
        )
    ]


def _says(column: TypedColumn, place: int) -> bool:
    return bool(column.values[place]) or place in column.refused
