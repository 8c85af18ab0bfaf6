"""Reads an EPCI's workbook written by etl.template.writer: its hidden sheet says what each column is."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from etl.contacts.reader import Reading, read_contacts
from etl.contacts.understanding import Confirmed
from etl.dates import ImpossibleDate, UnknownDate, parse_date
from etl.problems import Problem, RefusedFile
from etl.template import schema
from etl.words import normal
from etl.workbook import Sheet, Workbook
from programme import territory


@dataclass(frozen=True)
class OwnHeadings(Confirmed):
    """The headings that the hidden sheet names; any other column is the référent's own, and is not read."""

    fields: Mapping[str, str] = field(default_factory=dict)
    others: Confirmed | None = None

    def heading(self, epci_code: str | None, heading: str) -> str | None:
        return self.fields.get(normal(heading), "ignored")

    def label(self, epci_code: str | None, field: str, label: str) -> str | None:
        return self.others.label(epci_code, field, label)


def recognises(workbook: Workbook) -> bool:
    return _hidden(workbook) is not None


def read_template(workbook: Workbook, confirmed: Confirmed) -> Reading:
    """Raises RefusedFile where the form was taken out of it, or where a later version wrote it."""
    first, *lines = _hidden(workbook).rows
    if not first[1].isdigit() or int(first[1]) > schema.VERSION or first[2] not in territory.epcis().index:
        raise RefusedFile(Problem("unknown_template", message=UNKNOWN_VERSION))
    headings = {normal(line[1]): line for line in lines if len(line) > 1 and line[0]}
    forms = [(sheet, row) for sheet in workbook.sheets if (row := _heading_row(sheet, headings)) is not None]
    if not forms:
        raise RefusedFile(Problem("no_form", message=NO_FORM.format(form=schema.FORM)))
    bare = replace(workbook, sheets=[_bare(sheet, row) for sheet, row in forms], hidden_sheets=())
    fields = {key: line[0] for key, line in headings.items()}
    known = OwnHeadings(confirmed.secret, fields=fields, others=confirmed)
    reading = read_contacts(bare, first[2], known)
    lost = [problem for sheet, row in forms for problem in _lost(sheet, row, headings)]
    return replace(reading, drawn_up_date=_drawn_up(forms[0][0]), left_out=[*lost, *reading.left_out])


def _hidden(workbook: Workbook) -> Sheet | None:
    every = (*workbook.hidden_sheets, *workbook.sheets)
    return next((sheet for sheet in every if sheet.rows and sheet.rows[0][:1] == [schema.MARK]), None)


def _heading_row(sheet: Sheet, headings: Mapping[str, list[str]]) -> int | None:
    """The row where most of the columns are named."""
    for position, row in enumerate(sheet.rows[:30]):
        if sum(normal(cell) in headings for cell in row) > len(headings) / 2:
            return position
    return None


def _bare(sheet: Sheet, heading_row: int) -> Sheet:
    """The sheet without what stands above its headings, and without the example."""
    example = normal(schema.EXAMPLE)
    rows = [
        row if position >= heading_row and normal(row[0] if row else "") != example else []
        for position, row in enumerate(sheet.rows)
    ]
    return replace(sheet, rows=rows, marks={}, merges=())


def _lost(sheet: Sheet, heading_row: int, headings: Mapping[str, list[str]]) -> list[Problem]:
    here = {normal(cell) for cell in sheet.rows[heading_row]}
    return [
        Problem("column_lost", sheet.shown_name, heading_row + 1, "", COLUMN_LOST.format(heading=line[1]))
        for key, line in headings.items()
        if key not in here
    ]


def _drawn_up(sheet: Sheet) -> date | None:
    row = sheet.rows[schema.DATE_ROW - 1] if len(sheet.rows) >= schema.DATE_ROW else []
    try:
        return parse_date(next((cell for cell in row[1:] if cell), ""))[0]
    except (ImpossibleDate, UnknownDate):
        return None


UNKNOWN_VERSION = (
    "Ce modèle vient d'une version plus récente de l'outil, ou sa feuille cachée a changé : téléchargez un modèle "
    "neuf et recopiez-y vos lignes."
)
NO_FORM = "La feuille « {form} » du modèle n'y est plus : téléchargez un modèle neuf et recopiez-y vos lignes."
COLUMN_LOST = "La colonne « {heading} » du modèle n'y est plus : elle n'est pas lue. Remettez son titre d'origine."
