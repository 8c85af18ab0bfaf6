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

_FOUR_DIGITS = re.compile(r"(?<!\d)(20\d\d)(?!\d|[-_. ]\d\d[-_. ]\d\d(?!\d))")  # of a day, no year of a survey
_TWO_DIGITS = re.compile(r"(?:be|data)[ _-]?(\d\d)(?!\d)", re.IGNORECASE)


def survey_year(sheet: DataSheet, year_cells: Sequence[Hashable], file_name: str) -> int:
    """Return the year of the survey: its column's, else what the bassin headers (`BE24`), the sheet's name and the
    file's name say.

    Raises RefusedFile when the column mixes years, when without it the others disagree, or when none tells a year from
    2015 on.
    """
    years = read_years(year_cells)
    if len(years) > 1:
        message = _SEVERAL_YEARS.format(sheet=sheet.name, years=", ".join(map(str, sorted(years))))
        raise RefusedFile(Problem("several_years", sheet.name, column=sheet.title("survey_year"), message=message))
    in_column = {year for year in years if _is_possible(year)}
    others = _other_years(sheet, file_name)
    told = in_column or {year for year in others.values() if _is_possible(year)}
    if len(told) == 1:
        return told.pop()
    if told:
        seen = ", ".join(f"{year} dans {place}" for place, year in others.items())
        raise RefusedFile(Problem("years_disagree", sheet.name, message=_DISAGREE.format(seen=seen)))
    seen = ", ".join(map(str, dict.fromkeys((*years, *others.values())))) or "aucune"
    raise RefusedFile(Problem("year_unknown", sheet.name, message=_NO_YEAR.format(first=FIRST_YEAR, seen=seen)))


def doubt_year(year: int, file_name: str) -> list[Problem]:
    """What must be confirmed of a file whose name says another year than its rows."""
    named = _years_in(PurePath(file_name.replace("\\", "/")).stem)
    if not named or year in named:
        return []
    return [Problem("year_doubt", message=_OTHER_YEAR.format(named=named[0], year=year))]


def _other_years(sheet: DataSheet, file_name: str) -> dict[str, int]:
    """Where a year is said besides the column of years, in the words of the messages -> the year."""
    found = {
        "le titre du bassin": year_of_bassin_header(sheet.header),
        "le nom de la feuille": next(iter(_years_in(sheet.name)), None),
        "le nom du fichier": next(iter(_years_in(PurePath(file_name.replace("\\", "/")).stem)), None),
    }
    return {place: year for place, year in found.items() if year is not None}


def _is_possible(year: int) -> bool:
    return FIRST_YEAR <= year <= LAST_YEAR


def _years_in(name: str) -> list[int]:
    """« Base_open_data_BMO_2024 », « ResMetBE17 » -> the years that it says, in four digits or, without, in two."""
    whole = [int(year) for year in _FOUR_DIGITS.findall(name)]
    return whole or [2000 + int(year) for year in _TWO_DIGITS.findall(name)]


def doubt_fap(fap_codes: pd.Series, version: int, sheet: DataSheet) -> list[Problem]:
    """Tell a file whose codes are of the other list than its year's: their third character is Z in 2009, X in 2021."""
    letters = fap_codes.str[2]
    expected, other = ("X", "Z") if version == 2021 else ("Z", "X")
    if (letters == expected).sum() >= (letters == other).sum():
        return []
    return [Problem("fap_doubt", sheet.name, column=sheet.title("fap_code"), message=_OTHER_LIST)]


_SEVERAL_YEARS = (
    "Une seule année d'enquête était attendue dans la feuille « {sheet} » et il y en a plusieurs ({years}) : "
    "donnez un classeur par année."
)
_NO_YEAR = (
    "L'année de l'enquête BMO ({first} ou après) a été cherchée dans la colonne « annee », dans le titre du bassin "
    "(BE24…), dans le nom de la feuille et dans celui du fichier ; année lue : {seen}. "
    "Donnez au fichier son nom d'origine, « Base_open_data_BMO_2024.xlsx » par exemple."
)
_DISAGREE = (
    "L'enquête BMO n'a pas de colonne « annee » remplie, et le reste ne dit pas la même année : {seen}. "
    "Remplissez cette colonne, ou donnez au fichier son nom d'origine."
)
_OTHER_YEAR = (
    "Le nom du fichier dit {named} et ses lignes disent {year} : c'est bien l'enquête de {year} ? Confirmez, ou donnez "
    "le bon fichier."
)
_OTHER_LIST = (
    "Les codes des métiers ne sont pas de la liste FAP de cette année-là (S2Z61 jusqu'en 2023, S2X61 depuis 2024) : "
    "vérifiez l'année du classeur."
)
