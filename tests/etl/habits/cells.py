"""How a fact is written: each way gives the cell and what a perfect reader gets back."""

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pandas as pd

from programme import territory
from tests.etl.habits.facts import DEPARTEMENTS, TOWNS, Household

MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)
WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
Cell = tuple[object, dict]


@cache
def words(field: str, style: str) -> dict[str, object]:
    """Code -> how it is written in a style; empty for fields that are no list."""
    table = pd.read_csv(Path(__file__).with_name("words.csv"), dtype=str, keep_default_na=False)
    rows = table[table["field"] == field]
    written = rows[style] if style in table else rows["plain"]
    return {code: int(word) if word.isdigit() else word for code, word in zip(rows["code"], written, strict=True)}


def write_cell(household: Household, field: str, style: str) -> Cell:
    """The cell of a field, and the columns of the store that it tells."""
    if field in ("name", "first_name", "phone", "email", "comment"):
        return getattr(household, field), {}
    if field == "full_name":
        return f"{household.name.upper()} {household.first_name}", {}
    if field == "ref":
        return style.format(household.rank), {"dossier_ref": style.format(household.rank)}
    if field == "rank":
        return household.rank, {"dossier_ref": str(household.rank)}
    if field == "other":
        return style, {}
    value = household.facts.get(field.partition(":")[0])
    return _writer(field)(value, field, style)


def _writer(field: str) -> Callable[[object, str, str], Cell]:
    if field.startswith("needs:"):
        return _tick
    if field.endswith("_date"):
        return _date
    if field.endswith("commune_code"):
        return _commune
    if field in ("origin_departement_code", "needs"):
        return {"origin_departement_code": _origin, "needs": _needs}[field]
    return _word if words(field, "plain") else _plain


DAY_STYLES: dict[str, Callable[[date], object]] = {
    "real": lambda day: day,
    "slash": lambda day: f"{day:%d/%m/%Y}",
    "short": lambda day: f"{day.day}/{day.month}/{day:%y}",
    "dots": lambda day: f"{day:%d.%m.%Y}",
    "dash": lambda day: f"{day:%d-%m-%y}",
    "iso": lambda day: day.isoformat(),
    "words": lambda day: f"{day.day} {MONTHS[day.month - 1]} {day.year}",
    "weekday": lambda day: f"le {WEEKDAYS[day.weekday()]} {day:%d/%m/%Y}",
    "serial": lambda day: (day - date(1899, 12, 30)).days,
    "serial_1904": lambda day: (day - date(1904, 1, 1)).days,
    "time": lambda day: f"{day:%d/%m/%Y} 10:30",
}
MONTH_STYLES: dict[str, Callable[[date], object]] = {
    "month": lambda day: f"{MONTHS[day.month - 1]} {day.year}",
    "month_short": lambda day: f"{MONTHS[day.month - 1][:4]}. {day:%y}",
    "month_slash": lambda day: f"{day:%m/%Y}",
}


def _date(day: date | None, field: str, style: str) -> Cell:
    if day is None:
        return None, {}
    if style in MONTH_STYLES:
        return MONTH_STYLES[style](day), {field: day.replace(day=1), f"{field}_precision": "month"}
    if style == "year":
        return day.year, {field: day.replace(month=1, day=1), f"{field}_precision": "year"}
    return DAY_STYLES[style](day), {field: day, f"{field}_precision": "day"}


def _commune(code: str | None, field: str, style: str) -> Cell:
    if code is None:
        return None, {}
    name, postal = territory.communes().loc[code, ["commune_name", "postal_codes"]]
    written = {
        "name": name,
        "upper": name.upper().replace("-", " "),
        "st": name.replace("Saint-", "St ").replace("Sainte-", "Ste "),
        "postal": f"{postal.split()[0]} {name}",
        "brackets": f"{name} ({code[:2]})",
        "code": code,
    }[style]
    return written, {field: code}


def _origin(code: str, field: str, style: str) -> Cell:
    written = {
        "number": int(code),
        "name": DEPARTEMENTS[code],
        "both": f"{DEPARTEMENTS[code]} ({code})",
        "town": TOWNS[code],
        "postal": f"{code}000",
        "town_brackets": f"{TOWNS[code]} ({code})",
    }[style]
    return written, {field: code, "origin_country_code": "FR"}


def _word(code: str | None, field: str, style: str) -> Cell:
    return (words(field, style)[code], {field: code}) if code else (None, {})


def _needs(axes: list[str], field: str, style: str) -> Cell:
    kind, _, joint = style.partition(" ")
    return (f" {joint} " if joint else ", ").join(words("needs", kind)[axis] for axis in axes), {"needs": set(axes)}


def _tick(axes: list[str], field: str, style: str) -> Cell:
    axis = field.partition(":")[2]
    yes, _, no = style.partition("|")
    return (yes, {"needs": {axis}}) if axis in axes else (no or None, {"needs": set()})


def _plain(value: object, field: str, style: str) -> Cell:
    if value is None:
        return None, {}
    if isinstance(value, bool):
        return style.split("|")[0 if value else 1], {field: value}
    return (f"{value} {style}" if style else value), {field: value}
