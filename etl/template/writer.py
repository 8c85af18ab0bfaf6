"""Writes an EPCI's workbook: lists to choose from, dates and numbers checked, an example, a page of instructions."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from etl.contacts.spellings import CODED_FIELDS
from etl.template import schema
from etl.template.schema import Column
from programme import territory
from store.schema import HOUSEHOLD_BOOLEANS, HOUSEHOLD_COUNTS, HOUSEHOLD_DATES

GROUP_FILL, EXAMPLE_INK = "FFEFE6D8", "FF7A7266"
WIDTH, WIDE = 18, 26
OPEN_LISTS = ("target_commune_code", "commune_code", "origin")
"""Lists that help and forbid nothing: a commune of elsewhere, a town of origin may be written too."""
LARGEST = {"satisfaction_score": 5, "interactions_count": 999, "interactions_before_move_count": 999}
MOST_PEOPLE = 20


def write_template(path: Path, epci_code: str) -> None:
    """The blank workbook of one EPCI."""
    spreadsheet = Workbook()
    help_sheet = spreadsheet.active
    help_sheet.title = schema.HELP
    form = spreadsheet.create_sheet(schema.FORM)
    lists = _write_lists(spreadsheet, epci_code)
    _write_form(form, epci_code, lists)
    _write_help(help_sheet, epci_code)
    _write_schema(spreadsheet, epci_code)
    spreadsheet.save(path)


def _choices(epci_code: str) -> Iterator[tuple[str, list[str]]]:
    """(field, the words to choose from) of each list."""
    for column in schema.columns():
        if column.field in CODED_FIELDS:
            yield column.field, [term.label for term in CODED_FIELDS[column.field]]
    communes = territory.communes()
    yield "target_commune_code", sorted(communes.loc[communes["epci_code"] == epci_code, "commune_name"])
    yield "origin", sorted(territory.departement_names().values())
    yield "boolean", ["oui", "non"]


def _write_lists(spreadsheet: Workbook, epci_code: str) -> dict[str, str]:
    """field -> the cells that hold its words."""
    sheet = spreadsheet.create_sheet(schema.LISTS)
    sheet.sheet_state = "hidden"
    places = {}
    for number, (field, words) in enumerate(_choices(epci_code), start=1):
        for row, word in enumerate(words, start=1):
            sheet.cell(row, number, word)
        letter = get_column_letter(number)
        places[field] = f"'{schema.LISTS}'!${letter}$1:${letter}${len(words)}"
    return places | {"commune_code": places["target_commune_code"]}


def _write_form(sheet: Worksheet, epci_code: str, lists: dict[str, str]) -> None:
    sheet["A1"] = f"Suivi des foyers accueillis, {territory.epcis().at[epci_code, 'epci_name']}"
    sheet["A1"].font = Font(bold=True, size=14)
    sheet.cell(schema.DATE_ROW, 1, "Tableau arrêté au").font = Font(bold=True)
    day = sheet.cell(schema.DATE_ROW, schema.DATE_COLUMN)
    day.number_format, day.fill = "DD/MM/YYYY", PatternFill("solid", fgColor=GROUP_FILL)
    _date_check().add(day.coordinate)
    group = ""
    for number, column in enumerate(schema.columns(), start=1):
        letter = get_column_letter(number)
        if column.group != group:
            group = column.group
            sheet.cell(schema.GROUP_ROW, number, group).font = Font(bold=True, size=12)
        heading = sheet.cell(schema.HEADING_ROW, number, column.heading)
        heading.font, heading.fill = Font(bold=True), PatternFill("solid", fgColor=GROUP_FILL)
        heading.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions[letter].width = WIDE if column.field in lists else WIDTH
        example = sheet.cell(schema.EXAMPLE_ROW, number, _example(column))
        example.font = Font(italic=True, color=EXAMPLE_INK)
        if column.field in HOUSEHOLD_DATES:
            for row in range(schema.EXAMPLE_ROW, schema.EXAMPLE_ROW + schema.LINES):
                sheet.cell(row, number).number_format = "DD/MM/YYYY"
        check = _check(column, lists)
        if check:
            sheet.add_data_validation(check)
            check.add(f"{letter}{schema.EXAMPLE_ROW}:{letter}{schema.EXAMPLE_ROW + schema.LINES}")
    sheet.row_dimensions[schema.HEADING_ROW].height = 45
    sheet.freeze_panes = sheet.cell(schema.EXAMPLE_ROW, 3)


def _example(column: Column) -> object:
    if column.field in CODED_FIELDS and column.example:
        return next(term.label for term in CODED_FIELDS[column.field] if term == column.example)
    if column.field in HOUSEHOLD_DATES and column.example:
        return date.fromisoformat(column.example)
    return int(column.example) if column.field in HOUSEHOLD_COUNTS and column.example else column.example or None


def _check(column: Column, lists: dict[str, str]) -> DataValidation | None:
    field = column.field
    if field in HOUSEHOLD_DATES:
        return _date_check()
    if field in HOUSEHOLD_COUNTS:
        most = LARGEST.get(field, MOST_PEOPLE)
        check = DataValidation("whole", operator="between", formula1="0", formula2=str(most), allow_blank=True)
        return _told(check, column, f"Un nombre entier, de 0 à {most}.")
    is_boolean = field in HOUSEHOLD_BOOLEANS or field.startswith("need:")
    place = lists.get("boolean" if is_boolean else field)
    if place is None:
        return None
    check = DataValidation("list", formula1=place, allow_blank=True)
    check.errorStyle = "information" if field in OPEN_LISTS else "stop"
    return _told(check, column, "Choisissez dans la liste.")


def _date_check() -> DataValidation:
    check = DataValidation("date", operator="between", formula1="DATE(2010,1,1)", formula2="TODAY()+366")
    check.errorStyle = "warning"
    check.errorTitle, check.error = (
        "Date",
        "Une date, jour/mois/année. Si seul le mois est connu, écrivez-le : mars 2022.",
    )
    check.showErrorMessage = check.allow_blank = True
    return check


def _told(check: DataValidation, column: Column, error: str) -> DataValidation:
    check.promptTitle, check.prompt = column.heading[:32], column.help
    check.errorTitle, check.error = column.heading[:32], error
    check.showErrorMessage = check.showInputMessage = True
    return check


def _write_help(sheet: Worksheet, epci_code: str) -> None:
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 36, 100
    sheet["A1"] = f"Suivi des foyers accueillis, {territory.epci_names()[epci_code]}"
    sheet["A1"].font = Font(bold=True, size=14)
    for row, sentence in enumerate(INSTRUCTIONS, start=3):
        sheet.cell(row, 1, sentence)
    start = len(INSTRUCTIONS) + 4
    for row, column in enumerate(schema.columns(), start=start):
        sheet.cell(row, 1, column.heading).font = Font(bold=True)
        sheet.cell(row, 2, column.help)


def _write_schema(spreadsheet: Workbook, epci_code: str) -> None:
    sheet = spreadsheet.create_sheet(schema.HIDDEN)
    sheet.sheet_state = "veryHidden"
    sheet.append([schema.MARK, str(schema.VERSION), epci_code])
    for column in schema.columns():
        sheet.append([column.field, column.heading])


INSTRUCTIONS = (
    f"1. Remplissez la feuille « {schema.FORM} » : une ligne par foyer. La ligne d'exemple n'est jamais comptée.",
    "2. Ne changez ni les titres des colonnes ni leur sens. Vous pouvez en ajouter à droite : elles ne sont pas lues.",
    "3. Une case vide veut dire « on ne sait pas ». Zéro s'écrit 0.",
    "4. Écrivez en haut la date à laquelle le tableau est arrêté, puis envoyez tout le fichier, tel quel.",
    "5. Chaque envoi remplace le précédent : gardez tous vos foyers dans le même fichier.",
    "6. Noms, téléphones et courriels ne sont pas gardés : ils servent à reconnaître un même foyer, puis sont oubliés.",
)
