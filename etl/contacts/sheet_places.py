"""A sheet or a section a commune: where no column says the place, their names may be that of their households."""

import re
from dataclasses import replace

from etl import places
from etl.contacts.cells import PLACES
from etl.contacts.columns import Certainty, Column
from etl.contacts.headings import KnownHeading
from etl.contacts.tables import Table, of_installations

HEADING, SECTION = "Nom de la feuille", "Titre au-dessus des lignes"  # what a choice about it is kept under
FEWEST_COMMUNES = 2
NUMBERS = re.compile(r"\d+")


def placed_by_sheets(tables: list[Table], epci_code: str | None, known: KnownHeading) -> list[Table]:
    """The same tables, with the name as a last column where the titles above their lines, else the sheets, bear the
    names of several communes: to confirm, since they may be those where the offices are."""
    without = [table for table in tables if not table.fields.keys() & set(PLACES)]
    sections = {line.section for table in without for line in table.lines}
    for heading, names in ((SECTION, sections), (HEADING, {table.sheet.name for table in without})):
        communes = {name: code for name in names if (code := _commune(name, epci_code))}
        if len(set(communes.values())) >= FEWEST_COMMUNES:
            column = _column(heading, known(heading), tuple(sorted(communes))[:3])
            return [_placed(table, column, communes) for table in tables]
    return tables


def _column(heading: str, settled: str | None, examples: tuple[str, ...]) -> Column:
    return Column(
        0,
        settled or "target_commune_code",
        Certainty.SURE if settled else Certainty.LIKELY,
        "confirmed" if settled else "sheets",
        None,
        heading,
        examples,
        is_of_sheet=True,
    )


def _commune(sheet_name: str, epci_code: str | None) -> str | None:
    """The one commune, of the EPCI if it is known, that bears this name."""
    bearing = places.names().get(places.key_of(NUMBERS.sub(" ", sheet_name)), ())
    ours = [code for code in bearing if epci_code in (None, places.known()[code].epci_code)]
    return ours[0] if len(ours) == 1 else None


def _placed(table: Table, column: Column, communes: dict[str, str]) -> Table:
    names = [line.section if column.heading == SECTION else table.sheet.name for line in table.lines]
    if table.fields.keys() & set(PLACES) or not any(name in communes for name in names):
        return table
    width = table.columns[-1].position + 1
    lines = [
        replace(line, texts=[*line.texts[:width], name if name in communes else ""])
        for line, name in zip(table.lines, names, strict=True)
    ]
    columns = of_installations([*table.columns, replace(column, position=width)])
    return replace(table, columns=columns, lines=lines)
