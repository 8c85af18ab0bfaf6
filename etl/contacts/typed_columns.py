"""Typing: one column of texts at a time, each distinct text once."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from etl import communes
from etl.contacts.american_dates import day_first
from etl.contacts.cells import PLACES, TICKS, BadCell, parser_of
from etl.contacts.column_checks import refusals_of_column
from etl.contacts.labels import Lexicon
from etl.contacts.no_words import says_nothing
from etl.workbook import LONGEST_CELL

MOST_REFUSED = 1_000  # distinct texts of a column: beyond, it is something else, and reading on takes minutes


@dataclass(frozen=True)
class TypedColumn:
    """A column's values, None where missing or refused, and the problem's code of each refused position."""

    values: list
    refused: dict[int, str]


def type_column(
    field: str, texts: list[str], lexicon: Lexicon, *, is_1904: bool = False, is_month_first: bool = False
) -> TypedColumn:
    """Each text as a value of the field; missing where the text says nothing."""
    parse = parser_of(field, lexicon, is_1904=is_1904)
    if is_month_first:
        parse = _month_first(parse)
    if field in PLACES:
        parse = partial(parse, is_postal=communes.codes_are_postal(set(texts)))
    parsed: dict[str, object] = {}
    refused_texts = dict(refusals_of_column(field, texts, is_month_first=is_month_first))
    for text in dict.fromkeys(texts):
        try:
            if len(text) > LONGEST_CELL or len(refused_texts) > MOST_REFUSED:
                raise BadCell("too_long_text" if len(text) > LONGEST_CELL else "too_many_refused")
            is_said = text in TICKS or not says_nothing(text, is_place=field in PLACES)
            parsed[text] = parse(text) if is_said and text not in refused_texts else None
        except BadCell as reason:
            parsed[text] = None
            refused_texts[text] = str(reason)
    refused = (
        {place: refused_texts[text] for place, text in enumerate(texts) if text in refused_texts}
        if refused_texts
        else {}
    )
    return TypedColumn(list(map(parsed.__getitem__, texts)), refused)


def _month_first(parse: Callable[[str], object]) -> Callable[[str], object]:
    return lambda text: parse(day_first(text))
