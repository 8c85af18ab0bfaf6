"""A found table's texts -> typed columns; what cannot be taken is told, cell by cell."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from etl.contacts.cells import PLACES, parser_of
from etl.contacts.histories import fill_history
from etl.contacts.labels import Lexicon
from etl.contacts.lines import ROLE_JOINT
from etl.contacts.messages import place_words, problem
from etl.contacts.monthly_steps import fill_monthly_steps
from etl.contacts.people_counts import fill_people, read_pairs
from etl.contacts.ranks import ticks_of
from etl.contacts.settling import dated_by_sheet, first_and_last, settled_by_postal_code
from etl.contacts.shaping import Columns, places_of, shape
from etl.contacts.spellings import CODED_FIELDS, OCCUPATION, OCCUPATIONS
from etl.contacts.statuses import (
    fill_dated_stage,
    fill_first_stage,
    fill_status,
    fill_steps_of_lines,
    settle_closed,
    ticked_statuses,
)
from etl.contacts.tables import Table
from etl.contacts.told_beside import fill_profiles, fill_status_dates, ticked_channels
from etl.contacts.told_steps import fill_steps
from etl.contacts.typed_columns import TypedColumn, type_column
from etl.problems import Problem

COSTS_THE_ROW = {"impossible_date", "negative_count"}
TELLING_MOVES = ("status", "step", "month_steps", "status_date", "history")  # where no column is their date
UNKNOWN_OCCUPATION, DOUBTFUL_OCCUPATION = "unknown_occupation", "doubtful_occupation"


@dataclass
class TypedRows:
    """Columns of equal length, one item per household of a table: store columns typed, personal ones as texts.

    `needs` holds an axis -> is_met mapping per row, `installation_place` where its date stands. Rejected lines are
    not among the rows. `unknown_labels` counts the (field, text) that no list knows: for the screen, never kept.
    Occupations that no table of words knows are only counted: nobody can correct them one by one.
    """

    columns: Columns
    rejected: list[Problem] = field(default_factory=list)
    refused: list[Problem] = field(default_factory=list)
    unknown_labels: Counter[tuple[str, str]] = field(default_factory=Counter)
    unknown_occupations_count: int = 0

    def __len__(self) -> int:
        return len(self.columns["source_row"])


def type_rows(table: Table, lexicon: Lexicon, *, is_1904: bool = False) -> TypedRows:
    """Types every known column of the table."""
    typed = _type_columns(table, lexicon, is_1904=is_1904)
    read_pairs(typed, table)
    fill_people(typed, len(table.lines))
    ticked_statuses(typed, len(table.lines))
    ticked_channels(typed, len(table.lines))
    fill_profiles(typed, table)
    columns = shape({name: column.values for name, column in typed.items()}, table)
    fill_status(columns, table)
    settle_closed(columns, table)
    fill_dated_stage(columns, typed, table)
    fill_first_stage(columns, typed, table)
    fill_steps_of_lines(columns, typed, table)
    fill_status_dates(columns, typed)
    fill_monthly_steps(columns, table, lexicon)
    fill_history(columns, table)
    told = [*_told_steps(columns, table, lexicon)]
    if "installation_date" in columns and "installation_place" not in columns:
        columns["installation_place"] = places_of(table, next(filter(table.fields.get, TELLING_MOVES)))
    problems = [*_refused_cells(typed, table), *_unvalued_cells(typed, table), *told]
    return replace(
        _without_rejected(columns, problems),
        unknown_labels=_unknown_labels(typed, table),
        unknown_occupations_count=sum(code == UNKNOWN_OCCUPATION for _, code in _codes(typed)),
    )


def _type_columns(table: Table, lexicon: Lexicon, *, is_1904: bool) -> dict[str, TypedColumn]:
    """Each by itself, and by those that settle what it leaves open."""
    typed: dict[str, TypedColumn] = {}
    ticks = ticks_of({name: table.texts(name) for name in table.fields if name.startswith("need:")})
    for name in table.fields:
        if parser_of(name, lexicon) is not None:
            typed[name] = type_column(
                name,
                ticks.get(name) or table.texts(name),
                lexicon,
                is_1904=is_1904,
                is_month_first=any(column.is_month_first for column in table.fields[name]),
            )
    if not any(ROLE_JOINT in text for text in table.texts("household_role")):
        typed.pop("household_role", None)  # no line a person: the column says what one of them is
    pairs = first_and_last(table)
    if pairs:
        for name, texts in zip(("first_contact_date", "last_contact_date"), pairs, strict=True):
            typed[name] = type_column(name, texts, lexicon, is_1904=is_1904)
        typed["last_contact_date"].refused.clear()  # the same cell is told once
    for name in PLACES:
        if name in typed and "postal_code" in table.fields:
            typed[name] = settled_by_postal_code(typed[name], table, name, lexicon)
    if "first_contact_date" in typed:
        typed["first_contact_date"] = dated_by_sheet(typed["first_contact_date"], table, "first_contact_date")
    return typed


def _codes(typed: dict[str, TypedColumn]) -> Iterator[tuple[str, str]]:
    return ((name, code) for name, column in typed.items() for code in column.refused.values())


def _unknown_labels(typed: dict[str, TypedColumn], table: Table) -> Counter[tuple[str, str]]:
    return Counter(
        (OCCUPATION if name in OCCUPATIONS else name, table.texts(name)[place])
        for name, column in typed.items()
        for place, code in column.refused.items()
        if (code == "unknown_label" and name in CODED_FIELDS) or code.startswith(DOUBTFUL_OCCUPATION)
    )


def _refused_cells(typed: dict[str, TypedColumn], table: Table) -> list[Problem]:
    sheet = table.sheet.shown_name
    return [
        problem(code, sheet, table.lines[place].number, table.letter(name), name)
        for name, column in typed.items()
        for place, code in column.refused.items()
        if code != UNKNOWN_OCCUPATION
    ]


def _unvalued_cells(typed: dict[str, TypedColumn], table: Table) -> list[Problem]:
    """Formulas saved without their result, where they would have told something."""
    if not table.sheet.unvalued:
        return []
    return [
        problem("formula_without_value", table.sheet.shown_name, line.number, column.letter, name)
        for name in typed
        for column in table.fields[name]
        for line in table.lines
        if (line.number - 1, column.position) in table.sheet.unvalued
    ]


def _told_steps(columns: Columns, table: Table, lexicon: Lexicon) -> Iterator[Problem]:
    if "status" not in table.fields:
        return
    for place, code in fill_steps(columns, table.texts("status"), lexicon):
        yield problem(code, table.sheet.shown_name, table.lines[place].number, table.letter("status"), "status")


def _without_rejected(columns: Columns, problems: list[Problem]) -> TypedRows:
    rejected: dict[int, list[Problem]] = {found.row: [] for found in problems if found.code in COSTS_THE_ROW}
    if not rejected:
        return TypedRows(columns, [], problems)
    refused = []
    for found in problems:
        rejected.get(found.row, refused).append(found)
    kept = [place for place, row in enumerate(columns["source_row"]) if row not in rejected]
    columns = {name: [values[place] for place in kept] for name, values in columns.items()}
    return TypedRows(columns, list(map(_as_one, rejected.values())), refused)


def _as_one(problems: list[Problem]) -> Problem:
    """What rejects a line, then all else that is to correct on it: it is mended at once."""
    first = next(found for found in problems if found.code in COSTS_THE_ROW)
    others = [found for found in problems if found != first]
    told = [found.message.removeprefix(place_words(found.sheet, found.row, found.column)) for found in others]
    return replace(first, message=" De plus, ".join([first.message, *told]))
