"""Read a table of public data by commune: one fact per commune of the territory, indicator and year."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from etl.conditions.cells import BadCell, read_cell, read_commune_code
from etl.conditions.merging import merge_communes
from etl.conditions.satellite import check_wired
from etl.conditions.sheets import Column, DataTable, Rows, find_tables
from etl.conditions.tables import dwellings, indicators, squashed
from etl.conditions.vintage import cell_year, table_year
from etl.problems import Problem, RefusedFile
from etl.words import normal
from programme import territory

FACT = ["source_code", "commune_code", "indicator", "condition_year", "quarter", "value", "observations_count", "line"]
MOST_TOLD = 100


@dataclass(slots=True)
class Reading:
    """`rows`: one row per present commune of the ten EPCIs, indicator and year. Lines of the file: `read` =
    `accepted` + `rejected` + `left_out` (elsewhere, notes, and lines that the layout does not take)."""

    rows: pd.DataFrame = field(default_factory=pd.DataFrame)
    read: int = 0
    accepted: int = 0
    rejected: int = 0
    left_out: int = 0
    problems: list[Problem] = field(default_factory=list)


def read_conditions(sheets: Mapping[str, Rows], file_name: str) -> Reading:
    """Read every table of a file that sheets.recognises knows.

    Raises RefusedFile when the year, the kind of dwelling or the communes cannot be told, or when the file counts
    satellites among the connexions.
    """
    reading, parts = Reading(), []
    for table in find_tables(sheets):
        check_wired(table)
        parts.append(_read_table(table, file_name, reading))
    reading.rows = merge_communes(pd.concat(parts, ignore_index=True))
    if reading.rows.empty:
        raise RefusedFile(reading.problems[0] if reading.problems else Problem("no_rows", message=_NO_ROWS))
    return reading


def _read_table(table: DataTable, file_name: str, reading: Reading) -> pd.DataFrame:
    values = [column for column in table.columns if column.role in indicators() or column.role == "loyer"]
    year = None if table.of("year") or all(column.year for column in values) else table_year(table, file_name)
    rent = _rent(file_name) if table.of("loyer") else None
    facts = []
    for line, row in enumerate(table.rows[table.start + 1 :], start=table.start + 2):
        if any(row):
            reading.read += 1
            facts += _facts_of_line(table, values, row, line, (year, rent), reading)
    return _without_contradictions(pd.DataFrame(facts, columns=FACT, dtype=object), table, reading)


def _facts_of_line(table: DataTable, values: list[Column], row, line: int, known: tuple, reading: Reading) -> list:
    year, rent = known
    source_code = read_commune_code(_cell(row, table.of("commune_code")[0]))
    present = _present(source_code)
    is_taken = all(squashed(_cell(row, column)) == column.spelling.only for column in _filters(table))
    if present is None and is_taken and source_code and source_code.startswith(territory.LOT):
        _refuse(reading, "unknown_commune", table, line, table.of("commune_code")[0].heading, is_line=True)
        return []
    if present is None or not is_taken:
        reading.left_out += 1
        return []
    if table.of("year"):
        year = cell_year(_cell(row, table.of("year")[0]))
        if year is None:
            _refuse(reading, "bad_year", table, line, table.of("year")[0].heading, is_line=True)
            return []
    reading.accepted += 1
    observed = _value(table, table.of("observations"), row, line, reading)
    facts = []
    for column in values:
        code = rent if column.role == "loyer" else column.role
        value = _value(table, [column], row, line, reading, indicators()[code].most)
        is_mean = indicators()[code].merge.startswith("mean")
        place = (source_code, present, code, column.year or year, column.quarter)
        facts.append((*place, value, observed if is_mean else None, line))
    return facts


def _value(table: DataTable, columns: list[Column], row, line: int, reading: Reading, most: float = float("inf")):
    """The cell's value; None where it is absent, or refused, which is told."""
    if not columns:
        return None
    column = columns[0]
    try:
        value = read_cell(_cell(row, column), column.spelling.reading)
        if value is not None and value > most:
            raise BadCell
        return value
    except BadCell:
        _refuse(reading, "bad_number", table, line, column.heading)
        return None


def _without_contradictions(facts: pd.DataFrame, table: DataTable, reading: Reading) -> pd.DataFrame:
    """Of one commune's quarters the latest counts; columns of one heading add up; lines that disagree are refused."""
    key = ["source_code", "indicator", "condition_year"]
    facts = facts.assign(value=pd.to_numeric(facts["value"]), quarter=pd.to_numeric(facts["quarter"]))
    facts = facts.assign(observations_count=pd.to_numeric(facts["observations_count"]))
    facts = facts[facts["quarter"] == facts.groupby(key)["quarter"].transform("max")]
    by_line = facts.groupby([*key, "commune_code", "line"], sort=False)
    summed = by_line.agg(
        value=("value", lambda cells: cells.sum(skipna=False)), observations_count=("observations_count", "first")
    ).reset_index()
    once = summed.drop_duplicates([*key, "value", "observations_count"])
    twice = once.duplicated(key, keep=False)
    for line in sorted(once.loc[twice, "line"].unique()):
        _refuse(reading, "contradictory_lines", table, int(line), table.of("commune_code")[0].heading, is_line=True)
        reading.accepted -= 1
    return once[~twice]


def _refuse(reading: Reading, code: str, table: DataTable, line: int, heading: str, *, is_line: bool = False) -> None:
    reading.rejected += is_line
    if len(reading.problems) < MOST_TOLD:
        where = f"Feuille « {table.sheet} », ligne" if table.sheet else "Ligne"
        message = f"{where} {line} : {_MESSAGES[code].format(heading=heading)}"
        reading.problems.append(Problem(code, table.sheet, line, heading, message))


def _present(source_code: str | None) -> str | None:
    """The present commune of the ten EPCIs that a code of any year names, if any."""
    code = territory.former_communes()["commune_code"].get(source_code, source_code)
    return code if code in territory.communes().index else None


def _filters(table: DataTable) -> list[Column]:
    return [column for column in table.columns if column.spelling.only]


def _cell(row, column: Column) -> str:
    return row[column.position] if column.position < len(row) else ""


def _rent(file_name: str) -> str:
    found = {dwellings()[word] for word in normal(file_name).split() if word in dwellings()}
    if len(found) != 1:
        raise RefusedFile(Problem("dwelling_unknown", message=_NO_DWELLING))
    return found.pop()


_MESSAGES = {
    "unknown_commune": "le code de « {heading} » n'est celui d'aucune commune du Lot, présente ou fusionnée ; la ligne "
    "est laissée de côté.",
    "bad_year": "une année est attendue dans « {heading} » ; la ligne est laissée de côté.",
    "bad_number": "une valeur possible est attendue dans « {heading} » ; la cellule est laissée vide.",
    "contradictory_lines": "plusieurs lignes disent des nombres différents de la même commune ; aucune n'est retenue, "
    "gardez la bonne.",
}
_NO_ROWS = (
    "Ce fichier n'a aucune donnée pour les communes du territoire : vérifiez qu'il est celui de la France ou du Lot."
)
_NO_DWELLING = (
    "Les fichiers de loyers ne disent pas eux-mêmes de quels logements ils parlent : gardez dans le nom du fichier "
    "celui d'origine (« pred-app-mef-dhup », « pred-mai-mef-dhup ») ou le mot « appartements » ou « maisons »."
)
