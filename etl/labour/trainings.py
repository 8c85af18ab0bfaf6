"""Read the table of short trainings, which the programme keeps by hand: which training opens which job."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pandas as pd

from etl.problems import Problem
from etl.words import normal

Rows = Sequence[Sequence[object]]

REQUIRED = frozenset({"training_name", "source"})
JOBS = {"fap_2009": 2009, "fap_2021": 2021}
COLUMNS = ("training_name", "certification", "fap_version", "fap_code", "duration_hours", "duration_words", "source")
SEARCHED_ROWS = 20
MOST_HOURS = 2000

_FAP = re.compile(r"[A-Z]\d[A-Z]\d\d|Q[A-E]X\d\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Trainings:
    """One row per training and job (FAP) that it opens, columns `COLUMNS`; hours empty where no text sets them."""

    rows: pd.DataFrame
    read: int
    rejected: int
    problems: list[Problem]


def recognises(sheets: Mapping[str, Rows]) -> bool:
    """Tell whether some sheet has a name of training, its source and a column of jobs."""
    return any(_heading(rows) for rows in sheets.values())


def read_trainings(sheets: Mapping[str, Rows]) -> Trainings:
    """Read every sheet that has the headings. A line without a name, a job or a source is told and left aside."""
    found: list[dict] = []
    problems: list[Problem] = []
    read = 0
    for name, rows in sheets.items():
        for number, line in _lines(rows):
            read += 1
            code, typed = _typed(line)
            if code:
                problems.append(Problem(code, name, number, message=_MESSAGES[code]))
            found += typed
    table = pd.DataFrame(found, columns=list(COLUMNS), dtype=object)
    kept = table.drop_duplicates(["training_name", "fap_version", "fap_code"], ignore_index=True)
    return Trainings(kept, read, len(problems), problems)


def _heading(rows: Rows) -> tuple[int, dict[str, int]] | None:
    for number, row in enumerate(rows[:SEARCHED_ROWS]):
        roles = {_roles()[normal(str(cell))]: place for place, cell in enumerate(row) if normal(str(cell)) in _roles()}
        if roles.keys() >= REQUIRED and roles.keys() & JOBS.keys():
            return number, roles
    return None


def _lines(rows: Rows) -> Iterator[tuple[int, dict[str, str]]]:
    heading = _heading(rows)
    if heading:
        start, roles = heading
        for number, row in enumerate(rows[start + 1 :], start=start + 2):
            if any(row):
                yield (
                    number,
                    {role: str(row[place]).strip() if place < len(row) else "" for role, place in roles.items()},
                )


def _typed(line: Mapping[str, str]) -> tuple[str, list[dict]]:
    """The code of what is wrong (empty where nothing is), and one row per job."""
    jobs = [(version, code.upper()) for role, version in JOBS.items() for code in _FAP.findall(line.get(role, ""))]
    hours = line.get("duration_hours", "")
    if not line["training_name"] or not line["source"]:
        return "no_source", []
    if not jobs:
        return "no_job", []
    if hours and not (hours.isdigit() and 0 < int(hours) <= MOST_HOURS):
        return "bad_hours", []
    said = {name: line.get(name) or None for name in ("training_name", "certification", "duration_words", "source")}
    said["duration_hours"] = int(hours) if hours else None
    return "", [said | {"fap_version": version, "fap_code": code} for version, code in jobs]


@cache
def _roles() -> dict[str, str]:
    with Path(__file__).with_name("training_columns.csv").open(encoding="utf-8", newline="") as lines:
        return {normal(line["spelling"]): line["role"] for line in csv.DictReader(lines)}


_MESSAGES = {
    "no_source": "Une formation se note avec son nom et sa source : la ligne est laissée de côté, complétez-la.",
    "no_job": "Aucun code de métier (FAP, S1Z20 ou S1X20) n'est lisible : la ligne est laissée de côté.",
    "bad_hours": "La durée en heures n'est pas un nombre entier : la ligne est laissée de côté. Laissez la case vide "
    "si aucun texte ne la fixe.",
}
