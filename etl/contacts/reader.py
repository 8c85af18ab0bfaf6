"""A follow-up workbook -> what it says, and whose it is."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

import pandas as pd

from etl.contacts import forms
from etl.contacts.columns import Certainty, letter_of
from etl.contacts.households import Households, gather_households
from etl.contacts.identity import read_secret
from etl.contacts.labels import Lexicon, nearest_label
from etl.contacts.messages import left_out
from etl.contacts.ownership import drawn_up_date, is_fictional, owner_of, titles_of
from etl.contacts.rows import TypedRows, type_rows
from etl.contacts.sheet_places import placed_by_sheets
from etl.contacts.spellings import OCCUPATION, epci_of
from etl.contacts.stacked import unstacked
from etl.contacts.tables import Table, Tables, find_tables, text_above
from etl.contacts.understanding import Confirmed, DoubtfulLabel, Recognition, recognition_of
from etl.occupations import understand
from etl.problems import Problem, RefusedFile
from etl.workbook import Workbook

PROPOSAL_ALIKE = 75
TITLE_ROWS = 3  # of a form
PEOPLE = {"adults_count", "children_count", "composition"}


@dataclass(frozen=True)
class Reading:
    """What was understood of a follow-up workbook of one EPCI.

    `left_out` are the lines that are no households.
    """

    epci_code: str
    is_epci_sure: bool
    drawn_up_date: date | None
    is_fictional: bool
    content: Households
    left_out: list[Problem]
    recognition: Recognition

    @property
    def read_count(self) -> int:
        return len(self.content.households) + len(self.content.rejected)


def recognises(workbook: Workbook) -> bool:
    """Whether some sheet has a row of headings of a follow-up."""
    return bool(find_tables(workbook).found)


def read_contacts(workbook: Workbook, epci_code: str | None = None, confirmed: Confirmed | None = None) -> Reading:
    """Reads the workbook with what was confirmed before. Raises RefusedFile where no table is recognised or where
    nothing says whose it is."""
    stack = unstacked(workbook)
    is_stack = stack is not None and forms.names_more(stack.workbook, workbook)
    if is_stack and (form := _as_form(stack.workbook, stack.told, epci_code or _epci_titled(workbook), confirmed)):
        return form
    sheets = forms.turned(workbook)
    is_form = sheets is not None and forms.names_more(sheets, workbook)
    if is_form and (form := _read_form(workbook, epci_code, confirmed)):
        return form
    try:
        reading = _read(workbook, epci_code, confirmed)
        return reading if reading.read_count else _read_form(workbook, epci_code, confirmed) or reading
    except RefusedFile as refusal:
        form = _read_form(workbook, epci_code, confirmed) if refusal.problem.code == "no_header" else None
        if form is None:
            raise
        return form


def _read_form(workbook: Workbook, epci_code: str | None, confirmed: Confirmed | None) -> Reading | None:
    """The households of a workbook of forms; None where it is none."""
    sheets = forms.turned(workbook)
    if sheets is None or not recognises(sheets):
        return None
    return _as_form(sheets, forms.turned_problem, epci_code or _epci_titled(workbook), confirmed)


def _epci_titled(workbook: Workbook) -> str | None:
    return epci_of("\n".join(text_above(sheet, TITLE_ROWS) for sheet in workbook.sheets))


def _as_form(
    sheets: Workbook, told: Callable[[Problem], Problem], epci_code: str | None, confirmed: Confirmed | None
) -> Reading | None:
    """What forms say, once they are a table; `told` puts a problem of the table where it is in the form."""
    reading = _read(sheets, epci_code, confirmed)
    if "first_contact_date" in reading.recognition.missing or not reading.read_count:
        return None
    said = reading.content
    rejected, refused, others = (list(map(told, problems)) for problems in (said.rejected, said.refused, said.told))
    return replace(
        reading,
        content=replace(said, rejected=rejected, refused=refused, told=others),
        left_out=list(map(told, reading.left_out)),
        recognition=forms.turned_recognition(reading.recognition),
    )


def _read(workbook: Workbook, epci_code: str | None, confirmed: Confirmed | None) -> Reading:
    secret = read_secret()
    confirmed = confirmed or Confirmed(secret)
    named = epci_code or epci_of("\n".join([workbook.file_name, *(sheet.name for sheet in workbook.sheets)]))
    tables = _find(workbook, named, confirmed)
    titles = [workbook.file_name, *titles_of(workbook, tables)]
    owner, is_sure = (epci_code, True) if epci_code else owner_of(titles, tables.found)
    if owner != named:
        tables = _find(workbook, owner, confirmed)
    typed = [type_rows(table, tables.lexicon, is_1904=workbook.is_1904) for table in tables.found]
    content = gather_households(typed, owner, workbook.shown_name, secret)
    content.told += [*_notes(workbook, tables.found), *_without_status(tables.found, content.households)]
    return Reading(
        owner,
        is_sure,
        drawn_up_date(titles),
        is_fictional(titles),
        content,
        [left_out(line.code, table.sheet.shown_name, line.number) for table in tables.found for line in table.left_out],
        recognition_of(tables.found, _doubtful_labels(typed)),
    )


def _find(workbook: Workbook, epci_code: str | None, confirmed: Confirmed) -> Tables:
    known = partial(confirmed.heading, epci_code)
    tables = find_tables(workbook, Lexicon(epci_code, confirmed=confirmed), known)
    if not tables.found:
        raise RefusedFile(Problem("no_header", message=NO_HEADER))
    return replace(tables, found=placed_by_sheets(tables.found, epci_code, known))


def _notes(workbook: Workbook, found: list[Table]) -> Iterator[Problem]:
    """Columns and sheets that were not recognised, and those that nobody sees."""
    for table in found:
        for column in table.columns:
            if column.certainty == Certainty.UNKNOWN and column.examples:
                yield left_out("unknown_column", table.sheet.shown_name, column=column.letter)
        if "persons_count" in table.fields and not PEOPLE & table.fields.keys():
            yield left_out("persons_only", table.sheet.shown_name, column=table.letter("persons_count"))
        for column in table.header.beside:
            yield left_out("beside_table", table.sheet.shown_name, column=letter_of(column))
    with_table = {table.sheet.name for table in found}
    for sheet in workbook.sheets:
        for code, hidden in (("hidden_rows", sheet.hidden_rows), ("hidden_columns", sheet.hidden_columns)):
            if hidden and sheet.name in with_table:
                yield left_out(code, sheet.shown_name, count=len(hidden))
        if sheet.name not in with_table and any(any(row) for row in sheet.rows):
            yield left_out("no_table", sheet.shown_name)
    yield from _unseen(workbook)


def _without_status(found: list[Table], households: pd.DataFrame) -> Iterator[Problem]:
    """Households that nothing places, of the sheets where no column is the status."""
    with_column = {table.sheet.shown_name for table in found if "status" in table.fields}
    counts = Counter(households.loc[households["status"].isna(), "source_sheet"])
    for sheet in dict.fromkeys(table.sheet.shown_name for table in found):
        if counts[sheet] and sheet not in with_column:
            yield left_out("no_status", sheet, count=counts[sheet])


def _unseen(workbook: Workbook) -> Iterator[Problem]:
    yield from (left_out("hidden_sheet", sheet.shown_name) for sheet in workbook.hidden_sheets)
    if not workbook.is_looked_at:
        yield left_out("not_looked_at", "")


def _doubtful_labels(typed: list[TypedRows]) -> list[DoubtfulLabel]:
    counts = sum((rows.unknown_labels for rows in typed), Counter())
    return [_doubtful_label(name, text, count) for (name, text), count in counts.most_common()]


def _doubtful_label(name: str, text: str, count: int) -> DoubtfulLabel:
    if name == OCCUPATION:
        return DoubtfulLabel(name, count, None, text, understand(text).candidates)
    return DoubtfulLabel(name, count, nearest_label(name, text, PROPOSAL_ALIKE), text)


NO_HEADER = (
    "Aucun tableau de suivi n'est reconnu : il était attendu une ligne d'en-têtes avec au moins la date de premier "
    "contact, le statut et la commune. Ajoutez ces en-têtes au-dessus des colonnes et renvoyez le fichier."
)
