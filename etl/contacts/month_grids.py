"""A grid of months: a column a month, and in it a mark for each step that a household took then (« C », « V / I »)."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from etl.contacts.columns import Certainty, Column
from etl.contacts.labels import Lexicon, whole_label
from etl.contacts.months import months_among
from programme.vocabulary import Status

FIELD = "month_steps"
SEVERAL = re.compile(r"\s*[/+,;]\s*|\s+")
MOST_UNKNOWN = 0.15  # of the different marks


def with_grid(columns: list[Column], texts_of: Callable[[int], Sequence[str]], lexicon: Lexicon) -> list[Column]:
    """The same columns, those of months as steps where their cells tell a first contact that no column of its own does:
    surely where a legend of the workbook explains each mark, else asked."""
    months = months_among(column.heading for column in columns)
    grid = [column for column in columns if column.field is None and column.heading in months]
    if not grid or any(column.field == "first_contact_date" for column in columns):
        return columns
    marks = {mark for column in grid for text in set(texts_of(column.position)) for mark in marks_of(text, lexicon)}
    known = {mark: stage_of(mark, lexicon) for mark in marks}
    if Status.CONTACT not in known.values() or list(known.values()).count(None) > MOST_UNKNOWN * len(known):
        return columns
    is_explained = all(lexicon.own_label("status", mark) for mark in marks)
    certainty, how = (Certainty.SURE, "words") if is_explained else (Certainty.LIKELY, "contents")
    told = {column.position: replace(column, field=FIELD, certainty=certainty, how=how) for column in grid}
    return [told.get(column.position, column) for column in columns]


def marks_of(text: str, lexicon: Lexicon) -> Iterator[str]:
    """« C V » -> « C », « V »; « venus visiter » is one."""
    if not text or stage_of(text, lexicon):
        return iter(filter(None, [text]))
    return filter(None, SEVERAL.split(text))


def stage_of(mark: str, lexicon: Lexicon) -> str | None:
    return lexicon.own_label("status", mark) or whole_label("status", mark, lexicon.epci_code)
