"""INSEE's flows of residential moves, or a short table of arrivals: docs/formats.md says their columns."""

import re

import pandas as pd

from etl.conditions.cells import BadCell, read_cell
from etl.problems import Problem, RefusedFile
from etl.taken import Taken
from etl.words import normal
from etl.workbook import Sheet, Workbook
from programme import territory
from programme.vocabulary import ImportKind

INDICATOR = "arrivees_personnes"
FLOW = re.compile(r"nbflux c(\d{2}) pop01p")
CENTURY = 2000
SHORT = {
    "commune": "commune_code",
    "code commune": "commune_code",
    "codgeo": "commune_code",
    "annee": "condition_year",
    "arrivees": "value",
    "arrivees personnes": "value",
}
COLUMNS = ["commune_code", "indicator", "condition_year", "value"]


def recognises(workbook: Workbook) -> bool:
    return any(_flows(sheet) or _short(sheet) for sheet in workbook.sheets)


def read_arrivals(workbook: Workbook) -> Taken:
    """One row per commune of the territory and year; lines of elsewhere, or of moves close by, are left out.

    Raises RefusedFile where no line is of the territory.
    """
    sheet = next(sheet for sheet in workbook.sheets if _flows(sheet) or _short(sheet))
    found = _flows(sheet) or _short(sheet)
    start, places, year = found
    lines, rejected = [], []
    for position, row in enumerate(sheet.rows[start + 1 :], start=start + 2):
        cells = {name: row[place].strip() if place < len(row) else "" for name, place in places.items()}
        if any(cells.values()):
            lines.append(_typed(cells, year, sheet.shown_name, position, rejected))
    kept = [line for line in lines if line and _counts(line)]
    if not kept:
        raise RefusedFile(Problem("no_rows", message=NO_ROWS))
    rows = pd.DataFrame(kept).groupby(["commune_code", "condition_year"], as_index=False)["value"].sum()
    counts = (len(lines), len(kept), len(rejected), len(lines) - len(kept) - len(rejected))
    return Taken(
        ImportKind.ARRIVALS, {"living_conditions": rows.assign(indicator=INDICATOR)[COLUMNS]}, *counts, rejected
    )


def _flows(sheet: Sheet) -> tuple[int, dict[str, int], int] | None:
    """INSEE's own file: one line per couple of communes, the year in the name of the last column."""
    for start, row in enumerate(sheet.rows[:20]):
        names = [normal(cell.replace("_", " ")) for cell in row]
        flows = [(place, FLOW.fullmatch(name)) for place, name in enumerate(names) if FLOW.fullmatch(name)]
        if len(flows) == 1 and {"codgeo", "dcran"} <= set(names):
            place, match = flows[0]
            found = {"commune_code": names.index("codgeo"), "origin": names.index("dcran"), "value": place}
            return start, found, CENTURY + int(match[1])
    return None


def _short(sheet: Sheet) -> tuple[int, dict[str, int], None] | None:
    for start, row in enumerate(sheet.rows[:20]):
        names = [normal(cell) for cell in row]
        found = {SHORT[name]: place for place, name in enumerate(names) if name in SHORT}
        if found.keys() == {"commune_code", "condition_year", "value"}:
            return start, found, None
    return None


def _typed(cells: dict[str, str], year: int | None, sheet: str, line: int, rejected: list[Problem]) -> dict | None:
    try:
        value = read_cell(cells["value"], "number")
        if value is None:
            raise BadCell
        typed = {"commune_code": cells["commune_code"].zfill(5), "condition_year": year or int(cells["condition_year"])}
    except ValueError:
        message = f"Feuille « {sheet} », ligne {line} : un nombre n'est pas lisible. Corrigez la ligne."
        rejected.append(Problem("unreadable_line", sheet, line, "", message))
        return None
    return typed | {"value": value, "origin": cells.get("origin", "").zfill(5)}


def _counts(line: dict) -> bool:
    """Of the territory, and from another département where the file says whence."""
    present = territory.former_communes()["commune_code"].get(line["commune_code"], line["commune_code"])
    line["commune_code"] = present
    came_from = line["origin"].strip("0")
    return present in territory.communes().index and (not came_from or line["origin"][:2] != present[:2])


NO_ROWS = (
    "Ce fichier de migrations résidentielles n'a aucune ligne des communes du territoire : vérifiez que le Lot y est."
)
