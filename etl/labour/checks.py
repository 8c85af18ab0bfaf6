"""What makes a row of the employers' survey (BMO) impossible to trust, and how it is told."""

from collections.abc import Iterable, Mapping

import numpy as np
import pandas as pd

from etl.labour.columns import FIGURES, ROLE_LABELS
from etl.labour.sheets import DataSheet
from etl.problems import Problem

MOST_TOLD = 100
"""Lines told one by one for the same defect of the same column; the others are counted."""

EXCESS_TOLERANCE = 1e-6

_MESSAGES = {
    "not_a_row": "La ligne n'a ni bassin, ni métier, ni nombre : note ou total, elle est laissée de côté.",
    "empty_cell": "La cellule « {label} » est vide : complétez-la, la ligne est laissée de côté.",
    "bad_departement": "Le numéro de département n'en est pas un (46, 2A, 971…) : la ligne est laissée de côté.",
    "not_a_number": "Un nombre ou « * » (secret) est attendu dans « {label} » : la ligne est laissée de côté.",
    "negative_number": "Un compte de projets ne peut être négatif dans « {label} » : la ligne est laissée de côté.",
    "more_than_projects": "« {label} » dépasse le nombre de projets de la ligne : la ligne est laissée de côté.",
    "repeated_row": "La ligne répète une ligne d'avant, même bassin et même métier : elle n'est comptée qu'une fois.",
    "contradictory_rows": "Plusieurs lignes disent des nombres différents pour le même bassin et le même métier : "
    "aucune n'est retenue, gardez la bonne.",
}


Defect = tuple[str, str, np.ndarray]
"""A code of `_MESSAGES`, the role of the column, and which rows have the defect."""


def find_defects(
    texts: pd.DataFrame, numbers: Mapping[str, np.ndarray], secret: Mapping[str, np.ndarray]
) -> list[Defect]:
    """Return the defects of the rows' own cells: empty, no number, negative, or more than the projects.

    A line with nothing of a row in it (a note under the table) has one defect and not one per cell.
    """
    codes_missing = texts[["bassin_code", "fap_code"]].isna().all(axis="columns").to_numpy()
    stray = codes_missing & np.logical_and.reduce([np.isnan(numbers[role]) & ~secret[role] for role in FIGURES])
    defects = _cell_defects(texts, numbers, secret)
    return [("not_a_row", "fap_code", stray), *((code, role, mask & ~stray) for code, role, mask in defects)]


def _cell_defects(
    texts: pd.DataFrame, numbers: Mapping[str, np.ndarray], secret: Mapping[str, np.ndarray]
) -> list[Defect]:
    defects: list[Defect] = []
    for role in texts:
        code = "bad_departement" if role == "departement_code" else "empty_cell"
        defects.append((code, role, texts[role].isna().to_numpy()))
    for role in FIGURES:
        known = ~secret[role] & ~secret["met"]
        defects.append(("not_a_number", role, np.isnan(numbers[role]) & ~secret[role]))
        defects.append(("negative_number", role, numbers[role] < 0))
        if role != "met":
            excess = numbers[role] > np.maximum(numbers["met"], 0) + EXCESS_TOLERANCE
            defects.append(("more_than_projects", role, excess & known))
    return defects


def tell(defects: Iterable[Defect], sheet: DataSheet, row_numbers: np.ndarray) -> list[Problem]:
    """Return the problems of the defects, by line of the sheet then column; past `MOST_TOLD` of a kind, their count."""
    problems: list[Problem] = []
    for code, role, mask in defects:
        lines = row_numbers[mask]
        title, label = sheet.title(role), ROLE_LABELS[role]
        message = _MESSAGES[code].format(label=label)
        problems += [Problem(code, sheet.name, int(line), title, message) for line in lines[:MOST_TOLD]]
        if len(lines) > MOST_TOLD:
            others = f"{message} Et {len(lines) - MOST_TOLD} autres lignes de même."
            problems.append(Problem(code, sheet.name, None, title, others))
    return sorted(problems, key=lambda problem: (problem.row is None, problem.row or 0))
