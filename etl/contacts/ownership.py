"""Whose a follow-up workbook is, and when it was drawn up: its name, its titles, its columns, else its communes."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from etl.contacts.cells import PLACES
from etl.contacts.labels import Lexicon
from etl.contacts.rows import type_rows
from etl.contacts.spellings import epci_of
from etl.contacts.tables import Table, Tables, text_above
from etl.dates import ImpossibleDate, UnknownDate, parse_date
from etl.problems import Problem, RefusedFile
from etl.workbook import Workbook
from programme import territory

DRAWN_UP = re.compile(
    r"(?:arr[êe]t[ée]e?s?|situation|[ée]tat|mise? [àa] jour)\s+(?:au|le|du)\s+"
    r"(\d{1,2}(?:er)?[\s/.-]+\w+[\s/.-]+\d{2,4})",
    re.IGNORECASE,
)
FICTIONAL = re.compile(r"ficti(f|ve)s?\b", re.IGNORECASE)


def titles_of(workbook: Workbook, tables: Tables) -> Iterator[str]:
    """Sheet by sheet: its name and what stands above its first table."""
    firsts = {table.sheet.name: table.header.first for table in reversed(tables.found)}
    for sheet in workbook.sheets:
        yield f"{sheet.name}\n{text_above(sheet, firsts.get(sheet.name, 0))}"


def owner_of(titles: list[str], found: list[Table]) -> tuple[str, bool]:
    """The EPCI named in the file's name, in the titles or in its column, surely; else that of most of the communes.
    Raises RefusedFile where nothing tells."""
    columns = ["\n".join(set(table.texts("epci_code"))) for table in found]
    for text in (*titles, *columns):
        if named := epci_of(text):
            return named, True
    votes = Counter(
        territory.communes().at[code, "epci_code"]
        for table in found
        for name in PLACES
        for code in type_rows(table, Lexicon()).columns.get(name, ())
        if code in territory.communes().index
    )
    if not votes:
        raise RefusedFile(Problem("unknown_epci", message=UNKNOWN_EPCI))
    return votes.most_common(1)[0][0], False


def is_fictional(titles: list[str]) -> bool:
    """Whether they say so: « données fictives »."""
    return bool(FICTIONAL.search("\n".join(titles)))


def drawn_up_date(titles: list[str]) -> date | None:
    """The date at which the file says that it was drawn up (« arrêtée au 31/03/2022 »)."""
    for match in DRAWN_UP.finditer("\n".join(titles)):
        try:
            return parse_date(match[1])[0]
        except (ImpossibleDate, UnknownDate):
            continue
    return None


UNKNOWN_EPCI = (
    "Rien ne dit de quelle communauté de communes vient ce fichier. Écrivez son nom dans le titre ou dans le nom du "
    "fichier, ou indiquez-la à l'import (--epci CODE)."
)
