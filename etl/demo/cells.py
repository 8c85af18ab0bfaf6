"""How a fact is written in a cell, and what a perfect reader gets back from it: one function per kind of field."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from random import Random
from typing import NamedTuple

from etl.demo.family import draw
from etl.demo.habits import Column, Habit
from etl.demo.places import BRIVE_LA_GAILLARDE, Places
from etl.demo.tables import table
from programme.wording import day, month

Cell = str | int | date | None
PLACES = Places()
COUNTRIES = {
    "GB": "Royaume-Uni",
    "BE": "Belgique",
    "NL": "Pays-Bas",
    "CH": "Suisse",
    "DE": "Allemagne",
    "ES": "Espagne",
    "CA": "Canada",
}
ILE_DE_FRANCE = {"75", "77", "78", "91", "92", "93", "94", "95"}


class Written(NamedTuple):
    """A cell, and the columns of the store that it fills (none where it is empty or personal)."""

    cell: Cell
    facts: dict[str, object]


NOTHING = Written(None, {})


def written(household: dict, column: Column, habit: Habit, rng: Random) -> Written:
    """The cell of one household in one column; `rng` chooses among the ways of this EPCI."""
    return _writer(column.field)(household, column, habit, rng)


def _writer(field: str) -> Callable[..., Written]:
    if field.endswith("_date"):
        return _date
    if field.startswith("need:"):
        return _need_tick
    if field in BY_FIELD:
        return BY_FIELD[field]
    return _count if field.endswith(("_count", "_score")) else _yes_no


def _date(household: dict, column: Column, habit: Habit, rng: Random) -> Written:
    value = household[column.field]
    style = draw(rng, habit.dates.get(column.field) or habit.dates["default"])
    if value is None:
        return NOTHING
    cell, first, precision = DATE_STYLES[style](value)
    return Written(cell, {column.field: first, f"{column.field}_precision": precision})


DATE_STYLES: dict[str, Callable[[date], tuple[Cell, date, str]]] = {
    "real": lambda value: (value, value, "day"),
    "slash": lambda value: (f"{value:%d/%m/%Y}", value, "day"),
    "slash2": lambda value: (f"{value:%d/%m/%y}", value, "day"),
    "dots": lambda value: (f"{value:%d.%m.%y}", value, "day"),
    "words": lambda value: (day(value), value, "day"),
    "month": lambda value: (month(value), value.replace(day=1), "month"),
    "month_slash": lambda value: (f"{value:%m/%Y}", value.replace(day=1), "month"),
    "year": lambda value: (value.year, value.replace(month=1, day=1), "year"),
}


def _commune(household: dict, column: Column, habit: Habit, rng: Random) -> Written:
    code = household[column.field]
    style = column.style or draw(rng, habit.communes)
    if code is None:
        return NOTHING
    if code == BRIVE_LA_GAILLARDE:
        return Written(code, {column.field: code})
    place = PLACES.communes[code]
    name = rng.choice(place.former_names) if style == "former" and place.former_names else place.name
    return Written(COMMUNE_STYLES[style](name, place), {column.field: code})


def without_accents(text: str) -> str:
    text = text.replace("œ", "oe").replace("Œ", "Oe")
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()


def _saint(name: str) -> str:
    return re.sub(r"\bSaint(e?)([- ])", r"St\1\2", name)


COMMUNE_STYLES: dict[str, Callable[..., str]] = {
    "official": lambda name, place: name,
    "former": lambda name, place: name,
    "upper": lambda name, place: without_accents(name).upper(),
    "lower": lambda name, place: without_accents(name).replace("-", " ").lower(),
    "saint": lambda name, place: _saint(name),
    "saint_upper": lambda name, place: _saint(name).replace("-", " ").upper(),
    "postal": lambda name, place: f"{place.postal_code} {name}",
    "suffix": lambda name, place: f"{name} ({place.code[:2]})",
    "code": lambda name, place: place.code,
}


def _origin(household: dict, column: Column, habit: Habit, rng: Random) -> Written:
    origin = household["origin"]
    style = draw(rng, habit.origins)
    if origin in COUNTRIES:
        return Written(COUNTRIES[origin], {"origin_country_code": origin})
    if style == "unknown":
        return NOTHING
    if style == "region" and origin in ILE_DE_FRANCE:
        return Written("Région parisienne", {"origin_country_code": "FR"})
    name = table("departements")[origin]
    _weight, town, postal_code = table("society")["origins"][origin]
    cell = {
        "number": int(origin) if origin.isdigit() and not origin.startswith("0") else origin,
        "code_name": f"{origin} - {name}",
        "name_code": f"{name} ({origin})",
        "postal": postal_code,
        "town": f"{town} ({origin})",
        "upper": without_accents(name).upper(),
    }.get(style, name)
    return Written(cell, {"origin_departement_code": origin, "origin_country_code": "FR"})


def _word(household: dict, column: Column, habit: Habit, rng: Random) -> Written:
    code = household.get(column.field)
    return Written(habit.word(column.field, code), {column.field: code}) if code else NOTHING


def _count(household: dict, column: Column, habit: Habit, rng: Random) -> Written:
    value = household.get(column.field)
    if value is None or (column.style == "blank_zero" and value == 0):
        return NOTHING
    return Written(value, {column.field: value})


def _yes_no(household: dict, column: Column, habit: Habit, rng: Random) -> Written:
    value = household.get(column.field)
    if value is None:
        return NOTHING
    return Written(habit.yes_no[0 if value else 1], {column.field: value})


def _need_tick(household: dict, column: Column, habit: Habit, rng: Random) -> Written:
    axis = column.field.removeprefix("need:")
    return Written("x", {"needs": [axis]}) if axis in household["needs"] else NOTHING


def _needs(household: dict, column: Column, habit: Habit, rng: Random) -> Written:
    """All axes, or those that are met, as a list in one cell."""
    axes = [axis for axis, met in household["needs"].items() if met or column.field == "needs"]
    if not axes:
        return NOTHING
    return Written(habit.needs_join.join(habit.word("needs", axis) for axis in axes), {column.field: axes})


def _text(household: dict, column: Column, habit: Habit, rng: Random) -> Written:
    text = household.get(column.field)
    return Written(text.upper() if text and column.style == "upper" else text, {})


def _full_name(household: dict, column: Column, habit: Habit, rng: Random) -> Written:
    return Written(f"{household['name'].upper()} {household['first_name']}", {})


def _dossier(household: dict, column: Column, habit: Habit, rng: Random) -> Written:
    return Written(household["dossier_ref"], {"dossier_ref": household["dossier_ref"]})


def _campaign(household: dict, column: Column, habit: Habit, rng: Random) -> Written:
    campaign_id = household["campaign_id"]
    if not campaign_id:
        return NOTHING
    return Written(campaign_id, {"campaign_id": campaign_id})


WORDS = ("status", "attribution", "profile", "channel", "housing_solution", "abandonment_reason", "age_band")
TEXTS = ("name", "first_name", "phone", "email", "address", "comment", "occupation", "referent")
BY_FIELD: dict[str, Callable[..., Written]] = {
    **dict.fromkeys(WORDS, _word),
    **dict.fromkeys(TEXTS, _text),
    **dict.fromkeys(("needs", "needs_met"), _needs),
    **dict.fromkeys(("target_commune_code", "commune_code"), _commune),
    "full_name": _full_name,
    "dossier_ref": _dossier,
    "campaign_id": _campaign,
    "origin": _origin,
}
