"""Reads the programme's workbook: one sheet per table, found by its headings."""

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

import pandas as pd

from etl.contacts.labels import label_of
from etl.contacts.messages import place_words
from etl.contacts.spellings import epcis_named_in
from etl.dates import ImpossibleDate, UnknownDate, parse_date
from etl.names import without_contact
from etl.problems import Problem
from etl.steering.companies import coded_companies
from etl.steering.targets import TITLES, figure_of, names_a_place
from etl.words import normal
from etl.workbook import Sheet, Workbook

REQUIRED = {
    "committees": {"committee_date", "decision"},
    "actions": {"action_name", "start_date", "channel"},
    "targets": {"figure", "target_year", "value"},
    "companies": {"company_name", "sector", "campaign_id"},
}
ESSENTIAL = {
    "committees": ("committee_date",),
    "targets": ("figure", "target_year", "value"),
    "actions": ("action_name",),
}
ONCE = {"actions": ("campaign_id",), "targets": ("figure", "epci_code", "target_year")}


@dataclass(frozen=True)
class SteeringReading:
    """Rows by store table (committees, decisions, actions, targets, companies), the lines that could not be taken, and
    the cells that were not understood in lines that were."""

    frames: dict[str, pd.DataFrame]
    rejected: list[Problem]
    refused: list[Problem] = field(default_factory=list)
    accepted_count: int = 0
    """Lines taken: a committee may stand on several."""


def recognises(workbook: Workbook) -> bool:
    return any(_find_table(sheet) for sheet in workbook.sheets)


def read_steering(workbook: Workbook) -> SteeringReading:
    """Every table that the workbook holds; a line that cannot be typed is told and left."""
    frames: dict[str, pd.DataFrame] = {}
    rejected: list[Problem] = []
    places: dict[str, list[tuple[str, int]]] = {}
    for sheet in workbook.sheets:
        found = _find_table(sheet)
        if found:
            table, start, columns = found
            lines = _lines(sheet, start, columns)
            typed = [(place, _typed(table, line, place, rejected)) for place, line in lines]
            rows = _each_once(table, {place: row for place, row in typed if row}, rejected)
            if rows:
                frames[table] = pd.DataFrame(rows.values(), dtype=object)
                places[table] = list(rows)
    if "committees" in frames:
        frames |= _split_decisions(frames["committees"])
    accepted = sum(map(len, places.values()))
    if "companies" not in frames:
        return SteeringReading(frames, rejected, accepted_count=accepted)
    frames["companies"], refused = coded_companies(frames["companies"], frames.get("actions"), places["companies"])
    return SteeringReading(frames, rejected, refused, accepted)


def _find_table(sheet: Sheet) -> tuple[str, int, dict[str, int]] | None:
    """The table of a sheet, the position of its heading row and of each column."""
    for start, row in enumerate(sheet.rows[:20]):
        for table, required in REQUIRED.items():
            columns = {
                _spellings()[table, normal(cell)]: position
                for position, cell in enumerate(row)
                if (table, normal(cell)) in _spellings()
            }
            if required <= columns.keys():
                return table, start, columns
    return None


def _lines(sheet: Sheet, start: int, columns: dict[str, int]) -> list[tuple[tuple[str, int], dict[str, str]]]:
    return [
        ((sheet.shown_name, position + 1), {name: (row + [""] * 99)[place] for name, place in columns.items()})
        for position, row in enumerate(sheet.rows)
        if position > start and any(row)
    ]


def _typed(table: str, line: dict[str, str], place: tuple[str, int], rejected: list[Problem]) -> dict | None:
    try:
        row = {name: _value(name, text) for name, text in line.items()}
    except ValueError:
        rejected.append(_problem("unreadable_line", place))
        return None
    if table == "companies" and not row["company_name"]:
        rejected.append(Problem("no_company", *place, message=NO_COMPANY))
        return None
    if table == "targets" and row["figure"] and not (row := _target(row, line)):
        rejected.append(_problem("unknown_target", place))
        return None
    if any(row[name] is None for name in ESSENTIAL.get(table, ())):
        rejected.append(_problem("incomplete_line", place))
        return None
    if table == "actions" and not row.get("campaign_id"):
        row["campaign_id"] = f"{normal(row['action_name']).replace(' ', '-')}-{row['start_date']}"
    return row


def _target(row: dict, line: dict[str, str]) -> dict | None:
    figure = figure_of(row["figure"])
    return row | {"figure": figure} if figure and names_a_place(line.get("epci_code", "")) else None


def _each_once(table: str, rows: dict[tuple[str, int], dict], rejected: list[Problem]) -> dict[tuple[str, int], dict]:
    """The first line of each action and of each target; what says it again is told and left."""
    kept: dict[tuple, tuple[str, int]] = {}
    for place, row in rows.items():
        key = tuple(row.get(name) or "" for name in ONCE[table]) if table in ONCE else place
        if kept.setdefault(key, place) != place:
            rejected.append(_problem("repeated_line", place))
    return {place: rows[place] for place in kept.values()}


def _problem(code: str, place: tuple[str, int]) -> Problem:
    return Problem(code, *place, message=f"{place_words(*place)}{SENTENCES[code]}")


SENTENCES = {
    "unreadable_line": "une date ou un nombre n'est pas lisible. Corrigez la ligne.",
    "incomplete_line": "il y manque la date, l'année ou le nom sans lequel elle ne dit rien. Complétez-la.",
    "unknown_target": f"le chiffre ou le territoire n'est pas connu. Écrivez l'un des chiffres {', '.join(TITLES)}, et "
    "« Programme » ou le nom d'un EPCI.",
    "repeated_line": "une ligne plus haut dit déjà cette action, ou cet objectif : celle-ci n'est pas prise. Gardez-en "
    "une, ou donnez à chaque action son code.",
}
NO_COMPANY = (
    "Le nom de l'entreprise est vide : la ligne est laissée de côté. Il sert à la compter une fois, sans être gardé."
)


def _value(name: str, text: str) -> object:
    if name.endswith("_date"):
        return _date(text)
    if name in ("target_year", "value", "cost_euros"):
        number = float(re.sub(r"[^\d,.-]", "", text).replace(",", ".")) if text else None
        return int(number) if name == "target_year" and number else number
    if name == "channel":
        return label_of("channel", text) if text else None
    if name == "epci_code":
        return next(iter(epcis_named_in(text)), "")
    return without_contact(text).strip() or None


def _date(text: str) -> date | None:
    try:
        return parse_date(text)[0] if text else None
    except (ImpossibleDate, UnknownDate) as error:
        raise ValueError from error


def _split_decisions(committees: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """A committee may stand on several lines, one a decision."""
    dated = committees[committees["committee_date"].notna()]
    decided = dated[dated["decision"].notna()].copy()
    decided["rank"] = decided.groupby("committee_date").cumcount() + 1
    return {
        "committees": dated[["committee_date"]].drop_duplicates(),
        "decisions": decided[["committee_date", "rank", "decision"]],
    }


@cache
def _spellings() -> dict[tuple[str, str], str]:
    rows = pd.read_csv(Path(__file__).parent / "columns.csv", dtype=str, encoding="utf-8")
    return {(table, normal(spelling)): column for table, column, spelling in rows.itertuples(index=False)}
