"""The fields that a column may be taken for, as people choose them."""

from functools import cache

from etl.choices import NOT_READ
from etl.contacts.spellings import CODED_FIELDS, OCCUPATION, field_name, read_table
from etl.template.schema import columns as template_columns
from programme import wording
from programme.jobs import occupations


@cache
def fields() -> dict[str, str]:
    """field -> its name, « ne pas lire » first, then in the order of our own template, then the others."""
    ours = {column.field: column.heading for column in template_columns()}
    every = dict.fromkeys(read_table("columns")["field"])
    others = {name: wording.sentence(field_name(name)) for name in every if name not in ours and name != NOT_READ}
    return {NOT_READ: "Ne pas lire cette colonne"} | ours | others


@cache
def codes(field: str, candidates: tuple[str, ...] = ()) -> dict[str, str]:
    """code -> label of a field's closed list, the candidates first; an occupation's are those of our table."""
    if field == OCCUPATION:
        names = occupations()["occupation_name"].to_dict()
    else:
        names = {str(term): term.label for term in CODED_FIELDS[field]}
    return {code: names[code] for code in candidates} | names
