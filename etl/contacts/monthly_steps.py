"""What the marks of a grid of months tell of each household: its steps, known to the month."""

from datetime import date

from etl.contacts.labels import Lexicon
from etl.contacts.month_grids import FIELD, marks_of, stage_of
from etl.contacts.months import month_of
from etl.contacts.settling import YEAR, year_of_sheet
from etl.contacts.shaping import Columns
from etl.contacts.spellings import PRECISION
from etl.contacts.statuses import DATED, STAGES
from etl.contacts.tables import Table, text_above
from programme.vocabulary import Precision, Status

DATES = DATED | {Status.CONTACT: "first_contact_date"}


def fill_monthly_steps(columns: Columns, table: Table, lexicon: Lexicon) -> None:
    """The first month of each step is its date, the furthest step the status that no column says; a heading that tells
    no year is of its line's, its sheet's or its title's."""
    if FIELD not in table.fields:
        return
    of_table = year_of_sheet(table.sheet.name) or _year_above(table)
    steps = [_steps(table, place, line.year or of_table, lexicon) for place, line in enumerate(table.lines)]
    for stage, name in DATES.items():
        if any(stage in said for said in steps) and stage != Status.SUIVI:
            columns.setdefault(name, [said.get(stage) for said in steps])
            columns.setdefault(f"{name}{PRECISION}", [said.get(stage) and str(Precision.MONTH) for said in steps])
    told = [max(said, key=STAGES.index, default=None) for said in steps]
    own = columns.get("status") or [None] * len(steps)
    columns["status"] = [status or stage for status, stage in zip(own, told, strict=True)]


def _steps(table: Table, place: int, year: int | None, lexicon: Lexicon) -> dict[str, date]:
    """Stage -> the first day of the first month in which the line has its mark."""
    found: dict[str, date] = {}
    for column in table.fields[FIELD]:
        said = month_of(column.heading)
        text = table.lines[place].texts[column.position]
        if not text or not said or not (said[0] or year):
            continue
        for stage in (stage_of(mark, lexicon) for mark in marks_of(text, lexicon)):
            if stage:
                found.setdefault(stage, date(said[0] or year, said[1], 1))
    return found


def _year_above(table: Table) -> int | None:
    years = set(YEAR.findall(text_above(table.sheet, table.header.first)))
    return int(years.pop()) if len(years) == 1 else None
