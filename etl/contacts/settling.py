"""What a cell alone does not tell: a homonym is settled by the postal code beside it, a day by its sheet's year."""

import re

from etl.contacts.cells import EVERY_DATE, BadCell, parse_commune
from etl.contacts.heading_forms import FIRST_AND_LAST
from etl.contacts.labels import Lexicon
from etl.contacts.tables import Table
from etl.contacts.titles import month_told
from etl.contacts.typed_columns import TypedColumn
from etl.dates import DAY_ALONE, ImpossibleDate, UnknownDate, parse_date
from etl.words import normal
from programme.vocabulary import Precision

SEVERAL_DATES = re.compile(r"\s+[-–/→>]+\s+|[;\n]|\s(?:puis|et|au)\s")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def settled_by_postal_code(column: TypedColumn, table: Table, name: str, lexicon: Lexicon) -> TypedColumn:
    """A homonym is settled by the postal code of a column of its own, if it is one of theirs."""
    values, refused = list(column.values), dict(column.refused)
    texts, postal_codes = table.texts(name), table.texts("postal_code")
    for place, code in column.refused.items():
        if code == "ambiguous_commune" and postal_codes[place]:
            try:
                values[place] = parse_commune(f"{texts[place]} {postal_codes[place]}", lexicon.epci_code)
            except BadCell:
                continue
            del refused[place]
    return TypedColumn(values, refused)


def dated_by_sheet(column: TypedColumn, table: Table, name: str) -> TypedColumn:
    """« 12/03 » under « ANNÉE 2021 », or on the sheet « 2021 » or « Mars 21 », is of that year; « lundi 4 » under
    « MARS » is of that month."""
    of_sheet = year_of_sheet(table.sheet.name)
    years = [line.year or of_sheet for line in table.lines]
    month = month_told(table.sheet.name)
    if not any(years) or "unknown_date" not in column.refused.values():
        return column
    values, refused = list(column.values), dict(column.refused)
    texts = table.texts(name)
    for place, code in column.refused.items():
        if code == "unknown_date" and years[place] and not YEAR.search(texts[place]):
            try:
                said = _of_month(texts[place], table.lines[place].month or month)
                found, precision = parse_date(f"{said} {years[place]}")
            except (ImpossibleDate, UnknownDate):
                continue
            if precision != Precision.YEAR:
                values[place] = found, precision
                del refused[place]
    return TypedColumn(values, refused)


def _of_month(text: str, month: int | None) -> str:
    """« lundi 4 », in March -> « 4/3 »; as it is where it says a month. Raises UnknownDate where nothing says it."""
    alone = DAY_ALONE.fullmatch(normal(text))
    if alone and month is None:
        raise UnknownDate
    return f"{alone[1]}/{month}" if alone else text


def first_and_last(table: Table) -> tuple[list[str], list[str]] | None:
    """« 12/03/21 - 04/06/21 » under « Contacts (1er / dernier) » are two dates; None under any other heading."""
    columns = table.fields.get("first_contact_date", ())
    if len(columns) != 1 or "last_contact_date" in table.fields or not FIRST_AND_LAST.search(columns[0].heading):
        return None
    said = [EVERY_DATE.findall(text) or SEVERAL_DATES.split(text) for text in table.texts("first_contact_date")]
    pairs = [tuple(dates) if len(dates) == 2 else (" ".join(dates), "") for dates in said]
    return [first for first, _ in pairs], [last for _, last in pairs]


def year_of_sheet(sheet_name: str) -> int | None:
    """« 2021 », « Mars 21 »."""
    years = set(YEAR.findall(sheet_name))
    if years:
        return int(years.pop()) if len(years) == 1 else None
    try:
        found, precision = parse_date(sheet_name)
    except (ImpossibleDate, UnknownDate):
        return None
    return found.year if precision == Precision.MONTH else None
