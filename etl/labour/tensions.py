"""Read the tensions on the labour market (France Travail and Dares), by occupation (ROME) and bassin d'emploi."""

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from pathlib import Path

import numpy as np
import pandas as pd

from etl.labour.cells import read_figures, read_texts, read_years
from etl.labour.columns import normal_form
from etl.problems import Problem, RefusedFile

Rows = Sequence[Sequence[object]]

REQUIRED = frozenset({"rome_code", "bassin_code", "tension_score"})
RECOGNISED_BY = frozenset({"rome_code", "tension_score"})
COLUMNS = ("tension_year", "bassin_code", "rome_code", "offers_count", "seekers_count", "tension_score")
SEARCHED_ROWS = 40
SCORES = range(1, 6)
MOST_TOLD = 100

_ROME = re.compile(r"[A-N]\d{4}")
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Tensions:
    """One row per year × bassin × occupation of the Lot and its neighbours, columns `COLUMNS`; a couple without a
    row is unknown, not without tension. Lines of the file: `read` = kept + `left_out` + `rejected`.
    """

    rows: pd.DataFrame
    read: int
    left_out: int
    rejected: int
    problems: list[Problem]


def recognises(sheets: Mapping[str, Rows]) -> bool:
    """Tell whether some sheet has the headings of the tensions, even with one of them missing."""
    return any(set(_columns(rows)[1]) >= RECOGNISED_BY for rows in sheets.values())


def read_tensions(sheets: Mapping[str, Rows], file_name: str) -> Tensions:
    """Read the only sheet that has the headings. Scores run from 1 (little) to 5 (strong).

    Raises RefusedFile when several sheets have them, when a column is missing or when the year cannot be told.
    """
    name, start, columns = _data_sheet(sheets)
    lines = [(number, row) for number, row in enumerate(sheets[name][start + 1 :], start=start + 2) if any(row)]
    cells = list(zip_longest(*(row for _, row in lines), fillvalue=""))
    by_role = {role: cells[place] if place < len(cells) else ("",) * len(lines) for role, place in columns.items()}
    rows, defects = _typed(by_role, file_name, name)
    numbers = np.array([number for number, _ in lines], dtype=int)
    problems = _told(defects, numbers, name)
    sound = ~np.logical_or.reduce([mask for _, mask in defects])
    kept = sound & rows["bassin_code"].isin(_kept_bassins()).to_numpy()
    ordered = rows[kept].sort_values(["tension_year", "bassin_code", "rome_code"], ignore_index=True)
    return Tensions(ordered, len(rows), int((sound & ~kept).sum()), int((~sound).sum()), problems)


def _data_sheet(sheets: Mapping[str, Rows]) -> tuple[str, int, dict[str, int]]:
    found = {name: _columns(rows) for name, rows in sheets.items()}
    found = {name: place for name, place in found.items() if set(place[1]) >= RECOGNISED_BY}
    complete = {name: place for name, place in found.items() if set(place[1]) >= REQUIRED}
    if len(complete) > 1:
        names = ", ".join(f"« {name} »" for name in complete)
        raise RefusedFile(Problem("two_data_sheets", message=_TWO_SHEETS.format(sheets=names)))
    if not complete:
        (name, (start, columns)) = next(iter(found.items()))
        seen = ", ".join(str(cell).strip() for cell in sheets[name][start] if cell)
        missing = ", ".join(_LABELS[role] for role in sorted(REQUIRED - set(columns)))
        raise RefusedFile(Problem("missing_columns", name, message=_MISSING.format(missing=missing, seen=seen)))
    ((name, (start, columns)),) = complete.items()
    return name, start, columns


def _columns(rows: Rows) -> tuple[int, dict[str, int]]:
    """The line of the headings, from 0, and the position of each role's column."""
    best: tuple[int, dict[str, int]] = (0, {})
    for number, row in enumerate(rows[:SEARCHED_ROWS]):
        roles: dict[str, int] = {}
        for place, cell in enumerate(row):
            role = _roles().get(normal_form(cell)) if isinstance(cell, str) and cell else None
            if role:
                roles.setdefault(role, place)
        if len(roles) > len(best[1]):
            best = (number, roles)
    return best


def _typed(cells: Mapping[str, tuple], file_name: str, sheet: str) -> tuple[pd.DataFrame, list[tuple[str, np.ndarray]]]:
    count = len(cells["rome_code"])
    numbers = {role: read_figures(cells.get(role, ("",) * count))[0] for role in ("offers_count", "seekers_count")}
    scores = read_figures(cells["tension_score"])[0]
    rows = pd.DataFrame(
        {
            "tension_year": _years(cells, file_name, sheet),
            "bassin_code": read_texts(cells["bassin_code"]).str.zfill(4),
            "rome_code": read_texts(cells["rome_code"]).str.upper(),
            **numbers,
            "tension_score": pd.array(np.where(np.isin(scores, SCORES), scores, np.nan), dtype="Int64"),
        }
    )
    is_rome = rows["rome_code"].str.fullmatch(_ROME.pattern).fillna(False).to_numpy(dtype=bool)
    negative = np.logical_or.reduce([values < 0 for values in numbers.values()])
    key = ["tension_year", "bassin_code", "rome_code"]
    return rows, [
        ("bad_rome", ~is_rome),
        ("bad_bassin", rows["bassin_code"].isna().to_numpy()),
        ("bad_score", rows["tension_score"].isna().to_numpy()),
        ("negative_number", negative),
        ("repeated_row", is_rome & rows.duplicated(key, keep=False).to_numpy()),
    ]


def _years(cells: Mapping[str, tuple], file_name: str, sheet: str) -> pd.Series:
    count = len(cells["rome_code"])
    if years := read_years(cells.get("tension_year", ())):
        values = read_figures(cells["tension_year"])[0]
        fallback = years.pop() if len(years) == 1 else None
        return pd.Series(values).astype("Int64").fillna(fallback) if fallback else pd.Series(values).astype("Int64")
    match = _YEAR.search(file_name)
    if not match:
        raise RefusedFile(Problem("year_unknown", sheet, message=_NO_YEAR))
    return pd.Series([int(match[1])] * count, dtype="Int64")


def _told(defects: list[tuple[str, np.ndarray]], numbers: np.ndarray, sheet: str) -> list[Problem]:
    problems = []
    for code, mask in defects:
        lines = numbers[mask]
        problems += [Problem(code, sheet, int(line), message=_MESSAGES[code]) for line in lines[:MOST_TOLD]]
        if len(lines) > MOST_TOLD:
            others = f"{_MESSAGES[code]} Et {len(lines) - MOST_TOLD} autres lignes de même."
            problems.append(Problem(code, sheet, message=others))
    return problems


@cache
def _roles() -> dict[str, str]:
    return {normal_form(line["spelling"]): line["role"] for line in _table("tension_columns.csv")}


@cache
def _kept_bassins() -> frozenset[str]:
    return frozenset(line["bassin_code"] for line in _table("bassins.csv"))


def _table(name: str) -> list[dict[str, str]]:
    with Path(__file__).with_name(name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


_LABELS = {
    "rome_code": "code du métier (ROME)",
    "bassin_code": "code du bassin d'emploi (cbassin)",
    "tension_score": "indicateur de tension de 1 à 5 (ind_tension_d)",
}
_MISSING = (
    "Il manque dans le fichier des tensions : {missing} ; titres lus : {seen}. "
    "Donnez le fichier tel que France Travail le publie."
)
_TWO_SHEETS = "Une seule feuille de tensions était attendue et il y en a plusieurs ({sheets}) : gardez la bonne."
_NO_YEAR = (
    "L'année des tensions a été cherchée dans la colonne « annee » et dans le nom du fichier, sans être trouvée : "
    "écrivez-la dans le nom du fichier (« tensions_2021.csv »)."
)
_MESSAGES = {
    "bad_rome": "Le code ROME (une lettre et quatre chiffres) n'est pas lisible : la ligne est laissée de côté.",
    "bad_bassin": "Le code du bassin d'emploi est vide : la ligne est laissée de côté.",
    "bad_score": "L'indicateur de tension n'est pas un nombre de 1 à 5 : la ligne est laissée de côté.",
    "negative_number": "Un nombre d'offres ou de demandeurs ne peut être négatif : la ligne est laissée de côté.",
    "repeated_row": "Plusieurs lignes parlent du même métier dans le même bassin la même année : aucune n'est retenue.",
}
