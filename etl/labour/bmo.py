"""Read the employers' survey « Besoins en main-d'œuvre » (BMO) of France Travail, of any year from 2015 on."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from itertools import compress
from operator import itemgetter

import numpy as np
import pandas as pd

from etl.labour.cells import is_blank, read_departements, read_figures, read_texts
from etl.labour.checks import find_defects, tell
from etl.labour.columns import FIGURES
from etl.labour.grain import find_repeats, merge_parts
from etl.labour.secrecy import BOUNDED_FIGURES, blanks_as_secrets, with_bounds
from etl.labour.sheets import DataSheet, Rows, find_data_sheet, recognises
from etl.labour.vintage import doubt_fap, doubt_year, survey_year
from etl.problems import Problem
from programme.jobs import fap_version
from programme.survey import SUMS_BY_ROW, with_sums_by_row

__all__ = ["KEPT_DEPARTEMENTS", "LABOUR_NEEDS_COLUMNS", "Survey", "read_survey", "recognises"]

KEPT_DEPARTEMENTS = ("12", "15", "19", "24", "46", "47", "82")
"""The Lot and its six neighbours."""

NATIONAL_DEPARTEMENTS_COUNT = 90

TEXTS = ("departement_code", "bassin_code", "bassin_name", "fap_code", "fap_name", "fap_family_code")

LABOUR_NEEDS_COLUMNS = (
    "survey_year",
    "departement_code",
    "bassin_code",
    "bassin_name",
    "fap_version",
    "fap_code",
    "fap_name",
    "fap_family_code",
    *BOUNDED_FIGURES,
)
NATIONAL_COLUMNS = (
    "survey_year",
    "fap_version",
    "fap_code",
    "fap_name",
    "fap_family_code",
    *BOUNDED_FIGURES,
    *SUMS_BY_ROW,
)

Cells = tuple[Hashable, ...]


@dataclass(frozen=True, slots=True)
class Survey:
    """One year of the survey.

    `rows`: one row per département × bassin × job of the Lot and its neighbours, columns `LABOUR_NEEDS_COLUMNS`,
    numbers of projects, NaN where secret. `national`: one row per job of France, sums of what is published, of the
    bounds and of what each row alone can tell, when the file has at least 90 départements. Lines of the file:
    `read` = kept + `left_out` (of other départements) + `rejected` (told in `problems`). `to_confirm`: doubts on the
    file as a whole.
    """

    survey_year: int
    fap_version: int
    rows: pd.DataFrame
    national: pd.DataFrame | None
    left_out: int
    problems: list[Problem]
    read: int
    rejected: int
    to_confirm: list[Problem]


def read_survey(sheets: Mapping[str, Rows], file_name: str) -> Survey:
    """Return the survey held by the cells of a workbook (sheet name to rows, line 1 first).

    Raises RefusedFile when the sheet of the rows, one of its columns or the year cannot be told. Figures follow the
    producer's description of variables: `met` hiring projects, `xmet` judged difficult, `smet` seasonal.
    """
    sheet = find_data_sheet(sheets)
    row_numbers, columns = _filled_columns(sheet)
    year = survey_year(sheet, columns.get("survey_year", ()), file_name)
    every_row, defective, problems = _typed_rows(sheet, row_numbers, columns)
    needs = _with_year(merge_parts(every_row), year)
    kept = needs["departement_code"].isin(KEPT_DEPARTEMENTS)
    return Survey(
        survey_year=year,
        fap_version=fap_version(year),
        rows=needs.loc[kept, list(LABOUR_NEEDS_COLUMNS)].reset_index(drop=True),
        national=_national(needs),
        left_out=int((~every_row["departement_code"].isin(KEPT_DEPARTEMENTS)).sum()),
        problems=problems + doubt_fap(needs["fap_code"], fap_version(year), sheet),
        read=len(row_numbers),
        rejected=int(defective.sum()),
        to_confirm=doubt_year(year, file_name),
    )


def _filled_columns(sheet: DataSheet) -> tuple[np.ndarray, dict[str, Cells]]:
    below = sheet.rows[sheet.header_index + 1 :]
    columns = {role: _column(below, position) for role, position in sheet.columns.items()}
    filled = ~is_blank(columns["fap_code"])
    if not filled.all():
        filled = ~np.logical_and.reduce([is_blank(cells) for cells in columns.values()])
        columns = {role: tuple(compress(cells, filled)) for role, cells in columns.items()}
    return np.flatnonzero(filled) + sheet.header_index + 2, columns


def _column(rows: Rows, position: int) -> Cells:
    try:
        return tuple(map(itemgetter(position), rows))
    except IndexError:  # rows of a text file may end early
        return tuple(row[position] if position < len(row) else "" for row in rows)


def _typed_rows(
    sheet: DataSheet, row_numbers: np.ndarray, columns: Mapping[str, Cells]
) -> tuple[pd.DataFrame, np.ndarray, list[Problem]]:
    texts = pd.DataFrame({role: read_texts(columns[role]) for role in TEXTS})
    texts["departement_code"] = read_departements(columns["departement_code"])
    figures = {role: read_figures(columns[role]) for role in FIGURES}
    numbers = {role: figure[0] for role, figure in figures.items()}
    marked = {role: figure[1] for role, figure in figures.items()}
    is_row = texts["fap_code"].notna().to_numpy()
    secret = blanks_as_secrets(marked, {role: is_blank(columns[role]) & is_row for role in FIGURES})
    defects = find_defects(texts, numbers, secret)
    defective = np.logical_or.reduce([mask for _, _, mask in defects])
    rows = pd.concat([texts, with_bounds(numbers, secret)], axis="columns")
    if "clpe" in columns:
        rows["clpe"] = read_texts(columns["clpe"])
    sound = np.flatnonzero(~defective)
    for code, found in zip(("repeated_row", "contradictory_rows"), find_repeats(rows.iloc[sound]), strict=True):
        mask = np.zeros(len(rows), dtype=bool)
        mask[sound[found]] = True
        defects.append((code, "fap_code", mask))
        defective |= mask
    lost = [] if secret is marked else [Problem("blank_secrets", sheet.name, message=BLANK_SECRETS)]
    return rows[~defective], defective, [*lost, *tell(defects, sheet, row_numbers)]


def _with_year(rows: pd.DataFrame, year: int) -> pd.DataFrame:
    ordered = rows.sort_values(["departement_code", "bassin_code", "fap_code"], ignore_index=True)
    return ordered.assign(survey_year=year, fap_version=fap_version(year))


def _national(needs: pd.DataFrame) -> pd.DataFrame | None:
    if needs["departement_code"].nunique() < NATIONAL_DEPARTEMENTS_COUNT:
        return None
    groups = with_sums_by_row(needs).groupby("fap_code")
    names = groups[["survey_year", "fap_version", "fap_name", "fap_family_code"]].first()
    totals = names.join(groups[[*BOUNDED_FIGURES, *SUMS_BY_ROW]].sum(min_count=1)).reset_index()
    return totals[list(NATIONAL_COLUMNS)]


BLANK_SECRETS = (
    "Aucune case n'est marquée « * » et beaucoup de nombres sont vides : les cases vides sont prises pour des cases "
    "secrètes (de 0 ou 1 à 4 projets)."
)
