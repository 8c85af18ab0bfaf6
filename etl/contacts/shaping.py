"""Typed columns -> those of the store, personal ones beside them as texts."""

from etl import dates
from etl.contacts.spellings import PRECISION
from etl.contacts.tables import Table
from programme.vocabulary import NeedAxis
from store import schema

PERSONAL_FIELDS = ("person_name", "first_name", "phone", "email", "referent")
KEPT_AS_TYPED = {
    *schema.HOUSEHOLD_IDS,
    *schema.HOUSEHOLD_CODES,
    *schema.HOUSEHOLD_COUNTS,
    *schema.HOUSEHOLD_BOOLEANS,
} - set(schema.HOUSEHOLD_DATES)

Columns = dict[str, list]


def shape(columns: Columns, table: Table) -> Columns:
    """A date and its precision, an origin's two codes, `needs` as axis -> is_met, `installation_place`."""
    sheet = table.sheet.shown_name
    shaped: Columns = {
        "source_sheet": [sheet] * len(table.lines),
        "source_row": [line.number for line in table.lines],
    }
    for name, values in columns.items():
        if name in schema.HOUSEHOLD_DATES:
            values = dates.known_to(values, columns.get(f"{name}{PRECISION}"))
            shaped[name] = [value and value[0] for value in values]
            shaped[f"{name}{PRECISION}"] = [value and str(value[1]) for value in values]
        elif name in KEPT_AS_TYPED:
            shaped[name] = values
    if "installation_date" in columns:
        shaped["installation_place"] = places_of(table, "installation_date")
    shaped |= _origins(columns)
    shaped |= {name: list(table.texts(name)) for name in PERSONAL_FIELDS if name in table.fields}
    return shaped | {"needs": _needs(columns, len(table.lines))}


def places_of(table: Table, name: str) -> list[tuple[str, int, str]]:
    """The sheet, the line and the letter of a field's cells."""
    letter = table.letter(name)
    return [(table.sheet.shown_name, line.number, letter) for line in table.lines]


def _origins(columns: Columns) -> Columns:
    """A country of its own column counts where the origin says none."""
    if "origin" not in columns and "origin_country_code" not in columns:
        return {}
    count = len(next(iter(columns.values())))
    nowhere = [None] * count
    pairs = zip(columns.get("origin", nowhere), columns.get("origin_country_code", nowhere), strict=True)
    found = [(first or second, second) for first, second in pairs]
    return {
        "origin_departement_code": [first and first.departement_code for first, _ in found],
        "origin_country_code": [
            (first and first.country_code) or (second and second.country_code) for first, second in found
        ],
    }


def _needs(columns: Columns, count: int) -> list[dict[str, bool | None]]:
    """A need said to be met is a need; whether the others are met is known only where some column says what is."""
    said: list[dict[str, bool | None]] = [{} for _ in range(count)]
    tells_met = "needs_met" in columns
    for place, axes in enumerate(columns.get("needs", ())):
        said[place] |= dict.fromkeys(axes or (), False if tells_met else None)
    for axis in NeedAxis:
        for place, ticked in enumerate(columns.get(f"need:{axis}", ())):
            if ticked:
                said[place].setdefault(str(axis), False if tells_met else None)
    for place, axes in enumerate(columns.get("needs_met", ())):
        said[place] |= dict.fromkeys(axes or (), True)
    return said
