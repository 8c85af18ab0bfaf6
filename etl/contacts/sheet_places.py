"""A sheet a commune: where no column says the place, the sheets' names may be that of their households."""

import re
from dataclasses import replace

from etl import places
from etl.contacts.cells import PLACES
from etl.contacts.recognition import Certainty, Column
from etl.contacts.tables import KnownHeading, Table, of_installations

HEADING = "Nom de la feuille"  # what a choice about it is kept under
FEWEST_COMMUNES = 2
NUMBERS = re.compile(r"\d+")


def placed_by_sheets(tables: list[Table], epci_code: str | None, known: KnownHeading) -> list[Table]:
    """The same tables, with the sheet's name as a last column where the sheets bear the names of several communes: to
    confirm, since they may be those where the offices are."""
    without = [table for table in tables if not table.fields.keys() & set(PLACES)]
    communes = {name: _commune(name, epci_code) for name in {table.sheet.name for table in without}}
    if len(set(filter(None, communes.values()))) < FEWEST_COMMUNES:
        return tables
    settled = known(HEADING)
    examples = tuple(name for name, code in sorted(communes.items()) if code)[:3]
    column = Column(
        0,
        settled or "target_commune_code",
        Certainty.SURE if settled else Certainty.LIKELY,
        "confirmed" if settled else "sheets",
        None,
        HEADING,
        examples,
        is_of_sheet=True,
    )
    return [_placed(table, column) if communes.get(table.sheet.name) else table for table in tables]


def _commune(sheet_name: str, epci_code: str | None) -> str | None:
    """The one commune, of the EPCI if it is known, that bears this name."""
    bearing = places.names().get(places.key_of(NUMBERS.sub(" ", sheet_name)), ())
    ours = [code for code in bearing if epci_code in (None, places.known()[code].epci_code)]
    return ours[0] if len(ours) == 1 else None


def _placed(table: Table, column: Column) -> Table:
    width = table.columns[-1].position + 1
    lines = [replace(line, texts=[*line.texts[:width], table.sheet.name]) for line in table.lines]
    columns = of_installations([*table.columns, replace(column, position=width)])
    return replace(table, columns=columns, lines=lines)
