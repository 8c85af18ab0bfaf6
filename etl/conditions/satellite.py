"""Refuse the ARCEP's files of speeds that count satellites: their headings are those of the wired one."""

from etl.conditions.cells import BadCell, read_cell
from etl.conditions.sheets import DataTable
from etl.problems import Problem, RefusedFile

NEARLY_ALL = 0.995
"""With satellites or fixed 4G, all the country has 30 Mbit/s; by wire 95 % of the premises had it in 2026."""


def check_wired(table: DataTable) -> None:
    """Raises RefusedFile when so many premises have 30 Mbit/s that other means than wires must be counted."""
    if table.layout != "arcep_debits":
        return
    premises, served = (_total(table, role) for role in ("locaux", "locaux_30m"))
    if premises and served >= NEARLY_ALL * premises:
        raise RefusedFile(Problem("satellite_counted", table.sheet, message=_SATELLITE))


def _total(table: DataTable, role: str) -> float:
    (column,) = table.of(role)[:1]
    total = 0.0
    for row in table.rows[table.start + 1 :]:
        try:
            total += read_cell(row[column.position] if column.position < len(row) else "", "number") or 0
        except BadCell:
            continue
    return total


_SATELLITE = (
    "Presque tous les locaux de ce fichier de débits ont 30 Mbit/s : il compte le satellite ou la 4G fixe, qui passent "
    "partout. Prenez le fichier des technologies (commune_techno.csv) ou celui des débits filaires "
    "(commune_debit_filaire.csv)."
)
