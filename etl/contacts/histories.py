"""A household's exchanges in one cell, a day before each: « 12/03/23 : appel, 04/05/23 : visite ».

Nothing of the words is kept: the days tell the first and the last contact, and what is a step when it was reached.
"""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from etl.contacts.cells import EVERY_DATE
from etl.contacts.labels import label_of
from etl.contacts.shaping import Columns
from etl.contacts.spellings import PRECISION
from etl.contacts.statuses import DATED
from etl.contacts.tables import Table
from etl.dates import ImpossibleDate, UnknownDate, parse_date
from programme.vocabulary import Status

FIELD = "history"
LONGEST_STEP = 4  # words: beyond, it is a note that may speak of another step
Exchange = tuple[date, str, str | None]  # its day, the precision, the step that it is


def fill_history(columns: Columns, table: Table) -> None:
    """Fills the dates that no column tells; the earliest of a step's days is that step's."""
    if FIELD not in table.fields:
        return
    said = [sorted(exchanges_in(text), key=lambda exchange: exchange[0]) for text in table.texts(FIELD)]
    _fill(columns, "first_contact_date", [line[:1] for line in said])
    _fill(columns, "last_contact_date", [line[-1:] for line in said])
    for stage, name in DATED.items():
        if stage != Status.SUIVI:
            _fill(columns, name, [[exchange for exchange in line if exchange[2] == stage] for line in said])


def _fill(columns: Columns, name: str, found: list[list[Exchange]]) -> None:
    if name not in columns and any(found):
        columns[name] = [line[0][0] if line else None for line in found]
        columns[f"{name}{PRECISION}"] = [str(line[0][1]) if line else None for line in found]


def exchanges_in(text: str) -> Iterator[Exchange]:
    """Each day of the cell, with the words that follow it until the next; a day that is none is passed over."""
    places = [*EVERY_DATE.finditer(text), None]
    for found, following in pairwise(places):
        words = text[found.end() : following.start() if following else None].strip(" :-–,;.\n")
        try:
            day, precision = parse_date(found[0])
        except (ImpossibleDate, UnknownDate):
            continue
        yield day, str(precision), label_of("step", words) if len(words.split()) <= LONGEST_STEP else None
