"""A table as a file, XLSX or CSV: what it is, whence, of when and under which licence come first, then its rows."""

import csv
import io
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

import pandas as pd
import yaml

from programme import territory, wording
from programme.jobs import JobFamily
from programme.vocabulary import CompanyOutcome

Format = Literal["xlsx", "csv"]
LIVE = ("=", "+", "-", "@", "\t", "\r")
"""A text that begins so is a formula to a spreadsheet."""

LEVERS = {
    "mettre_en_relation": "Mettre en relation",
    "former": "Former",
    "faire_venir": "Faire venir",
    "couvert": "Rien : le besoin est couvert",
}
PLACES = {"FR": "France"}


@dataclass(frozen=True)
class About:
    """What a table is: its title, source, licence, caveat, and its columns' names in French, in their order."""

    title: str
    source: str
    licence: str
    caveat: str
    columns: dict[str, str]


@cache
def abouts() -> dict[str, About]:
    """Every table that can be exported, by the name of its study."""
    entries = yaml.safe_load((Path(__file__).parent / "tables.yml").read_text(encoding="utf-8"))
    return {name: About(**entry) for name, entry in entries.items()}


def table_file(name: str, rows: pd.DataFrame, as_of: date, file_format: Format, *, is_demo: bool = False) -> bytes:
    """The file of one table. `rows` are the study's: its columns are named in French, its codes told in words.

    Raises KeyError for a table that reports/tables.yml does not tell.
    """
    about = abouts()[name]
    notes = _notes(about, rows, as_of, is_demo)
    shown = _in_words(rows)[[column for column in about.columns if column in rows]].rename(columns=about.columns)
    return _xlsx(notes, shown, about.title) if file_format == "xlsx" else _csv(notes, shown)


def _notes(about: About, rows: pd.DataFrame, as_of: date, is_demo: bool) -> list[tuple[str, str]]:
    told = (rows[name].dropna().unique() for name in ("survey_year", "tension_year") if name in rows)
    years = sorted({int(year) for found in told for year in found})
    return [
        ("Tableau", about.title),
        *([("Attention", "Données fictives, pour une démonstration")] if is_demo else []),
        ("Source", about.source),
        ("Année", wording.listed(map(str, years)) if years else f"dernière connue au {wording.day(as_of)}"),
        ("Arrêté au", wording.day(as_of)),
        ("Licence", about.licence),
        ("À savoir", about.caveat),
    ]


def _in_words(rows: pd.DataFrame) -> pd.DataFrame:
    families = {family.value: family.label for family in JobFamily} | {"": "Toutes"}
    outcomes = {outcome.value: outcome.label for outcome in CompanyOutcome}
    said = {
        "job_family": lambda code: families.get(code, code),
        "lever": lambda code: LEVERS.get(code, code),
        "sector": lambda code: families[code] if code else "Secteur non écrit",
        "outcome": lambda code: outcomes.get(code, "non écrit"),
        "place_code": lambda code: (PLACES | territory.departement_names()).get(code, code),
    }
    return rows.assign(**{name: rows[name].map(tell) for name, tell in said.items() if name in rows})


def _csv(notes: list[tuple[str, str]], rows: pd.DataFrame) -> bytes:
    """For a French spreadsheet: semicolons, decimal commas, a byte order mark."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerows([f"# {name}", _inert(value)] for name, value in notes)
    writer.writerow(rows.columns)
    for row in rows.itertuples(index=False, name=None):
        writer.writerow([_french(value) for value in row])
    return text.getvalue().encode("utf-8-sig")


def _french(value: object) -> str:
    value = _plain(value)
    if isinstance(value, float):
        return str(round(value, 4)).replace(".", ",")
    return "" if value is None else _inert(value) if isinstance(value, str) else str(value)


def _inert(text: str) -> str:
    return f"'{text}" if text.startswith(LIVE) else text


def _plain(value: object) -> object:
    """None where missing; whole numbers without decimals."""
    if pd.isna(value):
        return None
    if hasattr(value, "item"):
        value = value.item()
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _xlsx(notes: list[tuple[str, str]], rows: pd.DataFrame, title: str) -> bytes:
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    workbook = Workbook()
    workbook.properties.creator, workbook.properties.title = "Oh My Lot", title
    about, data = workbook.active, workbook.create_sheet("Données")
    about.title = "À lire"
    for line in notes:
        about.append(list(line))
    about.column_dimensions["A"].width, about.column_dimensions["B"].width = 14, 110
    data.append(list(rows.columns))
    for row in rows.itertuples(index=False, name=None):
        data.append([_plain(value) for value in row])
    for sheet in (about, data):
        for cell in (cell for line in sheet.iter_rows() for cell in line if isinstance(cell.value, str)):
            # openpyxl takes a text that begins with "=" for a formula.
            cell.data_type = "s"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for number, name in enumerate(rows.columns, start=1):
        data.cell(1, number).font = Font(bold=True)
        longest = max([len(str(value)) for value in rows[name]] + [len(name) // 2], default=0)
        data.column_dimensions[get_column_letter(number)].width = min(max(longest + 2, 10), 50)
        if name.startswith(("Part ", "Couverture")):
            for line in range(2, len(rows) + 2):
                data.cell(line, number).number_format = "0%"
    data.freeze_panes, data.auto_filter.ref = "A2", data.dimensions
    content = io.BytesIO()
    workbook.save(content)
    return content.getvalue()
