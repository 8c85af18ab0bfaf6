"""Which year a workbook of the employers' survey (BMO) is of, and which list of jobs goes with it."""

import re
from collections.abc import Hashable, Sequence
from pathlib import PurePath

import pandas as pd

from etl.labour.cells import read_years
from etl.labour.columns import year_of_bassin_header
from etl.labour.sheets import DataSheet
from etl.problems import Problem, RefusedFile

FIRST_YEAR, LAST_YEAR = 2015, 2099

_FOUR_DIGITS = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_TWO_DIGITS = re.compile(r"(?:be|data)[ _-]?(\d\d)(?!\d)", re.IGNORECASE)


def survey_year(sheet: DataSheet, year_cells: Sequence[Hashable], file_name: str) -> int:
    """Return the year of the survey: its column's, else the bassin headers' (`BE24`), else the file name's.

    Raises RefusedFile when the column mixes years or when none of the three tells one from 2015 on.
    """
    years = read_years(year_cells)
    if len(years) > 1:
        message = _SEVERAL_YEARS.format(sheet=sheet.name, years=", ".join(map(str, sorted(years))))
        raise RefusedFile(Problem("several_years", sheet.name, column=sheet.title("survey_year"), message=message))
    candidates = (*years, year_of_bassin_header(sheet.header), _year_in_name(file_name))
    for year in candidates:
        if year is not None and FIRST_YEAR <= year <= LAST_YEAR:
            return year
    seen = ", ".join(str(year) for year in candidates if year is not None) or "aucune"
    raise RefusedFile(Problem("year_unknown", sheet.name, message=_NO_YEAR.format(first=FIRST_YEAR, seen=seen)))


def doubt_fap(fap_codes: pd.Series, version: int, sheet: DataSheet) -> list[Problem]:
    """Tell a file whose codes are of the other list than its year's: their third character is Z in 2009, X in 2021."""
    letters = fap_codes.str[2]
    expected, other = ("X", "Z") if version == 2021 else ("Z", "X")
    if (letters == expected).sum() >= (letters == other).sum():
        return []
    return [Problem("fap_doubt", sheet.name, column=sheet.title("fap_code"), message=_OTHER_LIST)]


def _year_in_name(file_name: str) -> int | None:
    stem = PurePath(file_name.replace("\\", "/")).stem
    if match := _FOUR_DIGITS.search(stem):
        return int(match[1])
    match = _TWO_DIGITS.search(stem)
    return 2000 + int(match[1]) if match else None


_SEVERAL_YEARS = (
    "Une seule année d'enquête était attendue dans la feuille « {sheet} » et il y en a plusieurs ({years}) : "
    "donnez un classeur par année."
)
_NO_YEAR = (
    "L'année de l'enquête BMO ({first} ou après) a été cherchée dans la colonne « annee », dans le titre du bassin "
    "(BE24…) et dans le nom du fichier ; année lue : {seen}. "
    "Donnez au fichier son nom d'origine, « Base_open_data_BMO_2024.xlsx » par exemple."
)
_OTHER_LIST = (
    "Les codes des métiers ne sont pas de la liste FAP de cette année-là (S2Z61 jusqu'en 2023, S2X61 depuis 2024) : "
    "vérifiez l'année du classeur."
)
