"""A found table's texts -> typed rows; what cannot be taken is told, cell by cell."""

from dataclasses import dataclass, field, replace

import pandas as pd

from etl.contacts.cells import parser_of, type_column
from etl.contacts.messages import problem
from etl.contacts.tables import FoundTable
from etl.problems import Problem
from programme.vocabulary import NeedAxis
from store import schema

COSTS_THE_ROW = {"impossible_date", "negative_count"}
PERSONAL_FIELDS = ("person_name", "first_name", "phone", "email", "referent")
PLACE = ("source_sheet", "source_row")
UNKNOWN_OCCUPATION = "unknown_occupation"


@dataclass
class TypedRows:
    """One row per line of a table: store columns typed, personal columns as texts for the keys alone.

    `needs` holds an axis -> is_met mapping per row. Rejected lines are not among the rows. Occupations that no table
    of words knows are only counted: nobody can correct them one by one.
    """

    rows: pd.DataFrame
    rejected: list[Problem] = field(default_factory=list)
    refused: list[Problem] = field(default_factory=list)
    unknown_occupations_count: int = 0


def type_rows(table: FoundTable, epci_code: str | None) -> TypedRows:
    """Types every known column of the table."""
    columns: dict[str, pd.Series] = {}
    problems: list[Problem] = []
    unknown = 0
    for name in table.cells.columns:
        parse = parser_of(name, epci_code)
        if parse is None:
            continue
        typed = type_column(table.cells[name], parse)
        columns[name] = typed.values
        unknown += sum(code == UNKNOWN_OCCUPATION for code in typed.refused.values())
        problems += [
            problem(code, table.sheet, line, table.letters[name], name)
            for line, code in typed.refused.items()
            if code != UNKNOWN_OCCUPATION
        ]
    return replace(_without_rejected(_shape(columns, table), problems), unknown_occupations_count=unknown)


def _shape(columns: dict[str, pd.Series], table: FoundTable) -> pd.DataFrame:
    shaped: dict[str, object] = {"source_sheet": table.sheet, "source_row": table.cells.index}
    for name, values in columns.items():
        if name in schema.HOUSEHOLD_DATES:
            shaped[name] = [value and value[0] for value in values]
            shaped[f"{name}_precision"] = [value and str(value[1]) for value in values]
        elif (
            name in schema.HOUSEHOLD_IDS + schema.HOUSEHOLD_CODES + schema.HOUSEHOLD_COUNTS + schema.HOUSEHOLD_BOOLEANS
        ):
            shaped[name] = values
    shaped |= _origins(columns)
    shaped |= {name: table.cells[name] for name in PERSONAL_FIELDS if name in table.cells}
    shaped["needs"] = _needs(columns, table.cells.index)
    return pd.DataFrame(shaped, index=table.cells.index, dtype=object)


def _origins(columns: dict[str, pd.Series]) -> dict[str, list]:
    """A country of its own column counts where the origin says none."""
    places = [columns[name] for name in ("origin", "origin_country_code") if name in columns]
    if not places:
        return {}
    found = [[origin for origin in line if origin] for line in zip(*places, strict=True)]
    return {
        "origin_departement_code": [
            next((o.departement_code for o in line if o.departement_code), None) for line in found
        ],
        "origin_country_code": [next((o.country_code for o in line if o.country_code), None) for line in found],
    }


def _needs(columns: dict[str, pd.Series], lines: pd.Index) -> list[dict[str, bool | None]]:
    """A need said to be met is a need; whether the others are met is known only where some column says what is."""
    said: list[dict[str, bool | None]] = [{} for _ in lines]
    tells_met = "needs_met" in columns
    for position, axes in enumerate(columns.get("needs", ())):
        said[position] |= dict.fromkeys(axes or (), False if tells_met else None)
    for axis in NeedAxis:
        for position, ticked in enumerate(columns.get(f"need:{axis}", ())):
            if ticked:
                said[position].setdefault(str(axis), False if tells_met else None)
    for position, axes in enumerate(columns.get("needs_met", ())):
        said[position] |= dict.fromkeys(axes or (), True)
    return said


def _without_rejected(rows: pd.DataFrame, problems: list[Problem]) -> TypedRows:
    rejected = {}
    for found in problems:
        if found.code in COSTS_THE_ROW:
            rejected.setdefault(found.row, found)
    kept = rows.drop(index=list(rejected))
    refused = [found for found in problems if found.row not in rejected]
    return TypedRows(kept, list(rejected.values()), refused)
