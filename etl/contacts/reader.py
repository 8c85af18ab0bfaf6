"""A follow-up workbook -> what it says, and whose it is."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

from etl.contacts import tables
from etl.contacts.households import Households, gather_households
from etl.contacts.identity import read_secret
from etl.contacts.rows import type_rows
from etl.contacts.spellings import epcis_named_in
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


@dataclass(frozen=True)
class Reading:
    """What was understood of a follow-up workbook of one EPCI."""

    epci_code: str
    is_epci_sure: bool
    drawn_up_date: date | None
    is_fictional: bool
    content: Households
    left_out: list[Problem]

    @property
    def read_count(self) -> int:
        return len(self.content.households) + len(self.content.rejected)


def recognises(workbook: Workbook) -> bool:
    """Whether some sheet has a row of headings of a follow-up."""
    return any(tables.find_tables(sheet) for sheet in workbook.sheets)


def read_contacts(workbook: Workbook, epci_code: str | None = None) -> Reading:
    """Reads the workbook. Raises RefusedFile where no table is recognised or where nothing says whose it is."""
    found = [table for sheet in workbook.sheets for table in tables.find_tables(sheet)]
    if not found:
        raise RefusedFile(Problem("no_header", message=NO_HEADER))
    titles = [workbook.file_name, *(f"{sheet.name}\n{tables.text_above(sheet)}" for sheet in workbook.sheets)]
    owner, is_sure = (epci_code, True) if epci_code else _owner(titles, found)
    typed = [type_rows(table, owner) for table in found]
    content = gather_households(typed, owner, workbook.file_name, read_secret())
    left_out = [line for table in found for line in table.left_out]
    return Reading(owner, is_sure, _drawn_up(titles), bool(FICTIONAL.search("\n".join(titles))), content, left_out)


def _owner(titles: list[str], found: list[tables.FoundTable]) -> tuple[str, bool]:
    """The EPCI named in the file's name, in the titles or in its column; else that of most of the communes."""
    columns = ["\n".join(table.cells["epci_code"].unique()) for table in found if "epci_code" in table.cells]
    for text in (*titles, *columns):
        named = epcis_named_in(text)
        if len(named) == 1:
            return next(iter(named)), True
    votes = Counter(
        territory.communes().at[code, "epci_code"]
        for table in found
        for name in ("target_commune_code", "commune_code")
        for code in type_rows(table, None).rows.get(name, ())
        if code in territory.communes().index
    )
    if not votes:
        raise RefusedFile(Problem("unknown_epci", message=UNKNOWN_EPCI))
    return votes.most_common(1)[0][0], False


def _drawn_up(titles: list[str]) -> date | None:
    """The date at which the file says that it was drawn up (« arrêtée au 31/03/2022 »)."""
    for match in DRAWN_UP.finditer("\n".join(titles)):
        try:
            return parse_date(match[1])[0]
        except (ImpossibleDate, UnknownDate):
            continue
    return None


NO_HEADER = (
    "Aucun tableau de suivi n'est reconnu : il était attendu une ligne d'en-têtes avec au moins la date de premier "
    "contact, le statut et la commune. Ajoutez ces en-têtes au-dessus des colonnes et renvoyez le fichier."
)
UNKNOWN_EPCI = (
    "Rien ne dit de quelle communauté de communes vient ce fichier. Écrivez son nom dans le titre ou dans le nom du "
    "fichier, ou indiquez-la à l'import (--epci CODE)."
)
