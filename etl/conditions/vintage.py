"""Which year a table of public data is of, where its columns do not say it themselves."""

import re
from pathlib import PurePath

from etl.conditions.sheets import DataTable
from etl.problems import Problem, RefusedFile
from etl.words import normal

FIRST_YEAR, LAST_YEAR = 2010, 2099

_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")


def table_year(table: DataTable, file_name: str) -> int:
    """The year of the headings, else of the sheet's name, else of the lines of title, else of the file's name.

    Raises RefusedFile when none of them tells one year.
    """
    headed = {column.year for column in table.of("dated")}
    stem = PurePath(file_name.replace("\\", "/")).stem
    for years in (headed, _years([table.sheet]), _titled(table), _years([stem])):
        if len(years) == 1:
            return years.pop()
    example = f"{stem}-2024{PurePath(file_name).suffix}"
    raise RefusedFile(Problem("year_unknown", table.sheet, message=_NO_YEAR.format(title=table.title, example=example)))


def cell_year(text: str) -> int | None:
    """« 2024 », « 2025-12-31 », « 31/12/2025 » -> the year; None where there is none, or several."""
    years = _years([text])
    return years.pop() if len(years) == 1 else None


def _titled(table: DataTable) -> set[int]:
    """The year of the line that speaks of a vintage, else the first year met above the headings."""
    lines = [" ".join(row) for row in table.rows[: table.start]]
    vintages = _years([line for line in lines if "millesime" in normal(line)])
    if vintages:
        return vintages
    return next((years for years in ({*_years([line])} for line in lines) if years), set())


def _years(texts: list[str]) -> set[int]:
    found = {int(year) for text in texts for year in _YEAR.findall(text)}
    return {year for year in found if FIRST_YEAR <= year <= LAST_YEAR}


_NO_YEAR = (
    "L'année de ces données ({title}) n'est ni dans le fichier ni dans son nom : ajoutez-la au nom du fichier, "
    "« {example} » par exemple, et importez-le de nouveau."
)
