"""What one column settles for another: a homonym by the postal code beside it."""

from etl.contacts.cells import BadCell, TypedColumn, parse_commune
from etl.contacts.labels import Lexicon
from etl.contacts.tables import Table


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
