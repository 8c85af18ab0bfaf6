"""What the contents of a column say of the field that it may be."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from etl.contacts.cells import EVERY_DATE, TICKS, BadCell, parser_of
from etl.contacts.columns import TICKED_KINDS
from etl.contacts.composition import PAIR, PEOPLE_FIELDS
from etl.contacts.labels import Lexicon
from etl.contacts.people import phones_of
from etl.contacts.spellings import epci_of
from etl.month_names import MONTHS
from etl.words import normal
from programme import territory
from store import schema

SAMPLED_TEXTS, FIRST_CELLS = 60, 500
FEW_TEXTS, FEW_CELLS = 3, 6
MOSTLY_DISTINCT = 0.4
OUT_OF_PLACE = 0.3
JUST_A_NUMBER = 0.7  # of persons rather than a composition
WORDS = re.compile(r"^[^\d@]*[^\W\d_]{2}[^\d@]*$")
SHAPES = {
    "person_name": WORDS,
    "first_name": WORDS,
    "email": re.compile(r"@\S+\.\w"),
    "postal_code": re.compile(r"^(?:\d{4,5}|2[AB]\d{3})$"),
}
LETTERS = re.compile(r"[^\W\d_]{2}")
ORDINAL = re.compile(r"\d{1,2}(?:er)?")
DAY_AND_MONTH = re.compile(r"\d{1,2}[/.-]\d{1,2}")
BEGUN = re.compile(rf"\s*(?:{EVERY_DATE.pattern})\W*[^\W\d_]{{2}}")
LEAST_BEGUN = 0.8
TICKED = {
    "x",
    "xx",
    "1",
    "0",
    "o",
    "oui",
    "non",
    "n",
    "ok",
    "v",
    "vrai",
    "faux",
    "true",
    "false",
    "checked",
    "yes",
    "no",
}
NAMES = {"person_name", "first_name"}
UNTESTED = {"ignored", "referent", "occupation_code", "partner_occupation_code"}
# Fields that contents alone may tell, in the order in which they are tried.
TOLD_BY_CONTENTS = ("status", "profile", "channel", "abandonment_reason", "housing_solution", "needs", "attribution")


@dataclass(frozen=True)
class Sample:
    """The first distinct texts of a column that say something, and all its cells."""

    texts: tuple[str, ...]
    cells: Sequence[str]

    def are_few(self, agreement: float) -> bool:
        """So few that one bad cell must not unsettle the heading; words that all disagree, again and again, do."""
        return len(self.texts) <= FEW_TEXTS and (agreement > 0 or sum(map(bool, self.cells)) <= FEW_CELLS)

    @property
    def is_mostly_distinct(self) -> bool:
        filled = list(filter(None, self.cells))
        return len(set(filled)) >= MOSTLY_DISTINCT * len(filled)


def sample(cells: Sequence[str]) -> Sample:
    """Most columns have enough texts in their first cells: all are looked at where these do not."""
    for first in (cells[:FIRST_CELLS], cells):
        texts = tuple(islice(filter(normal, dict.fromkeys(first)), SAMPLED_TEXTS))
        if len(texts) == SAMPLED_TEXTS:
            break
    return Sample(texts, cells)


def agreement(field: str, column: Sample, lexicon: Lexicon, *, is_strict: bool = False) -> float | None:
    """The share of sampled texts that can be of this field; None where there is none or where nothing can tell.

    Strictly, where no words say so: a wish or a home is in the territory, an origin mostly outside it, a name is
    mostly one household's.
    """
    if not column.texts or field in UNTESTED:
        return None
    if field in NAMES and not is_strict:
        lettered = sum(map(bool, map(LETTERS.search, column.texts)))
        return None if 2 * lettered >= len(column.texts) else 0.0
    if is_strict and field == "person_name" and not column.is_mostly_distinct:
        return 0.0
    return sum(_fit(field, text, lexicon, is_strict) for text in column.texts) / len(column.texts)


def _fit(field: str, text: str, lexicon: Lexicon, is_strict: bool) -> float:
    if field == "phone":
        return float(bool(phones_of(text)))
    if field.startswith(TICKED_KINDS):
        return float(text in TICKS or normal(text) in TICKED)
    if field in SHAPES:
        return float(bool(SHAPES[field].search(text)))
    if field == "epci_code":
        return float(epci_of(text) is not None)
    parse = parser_of(field, lexicon)
    try:
        value = parse(text) if parse else True
    except BadCell as reason:
        if field in schema.HOUSEHOLD_DATES and is_day_without_year(text):
            return float(not is_strict)
        if field == "composition" and PAIR.fullmatch(text):
            return float(not is_strict)
        is_pair = field == "first_contact_date" and str(reason) == "several_dates"  # the first and the last
        return float(str(reason) in ("impossible_date", "ambiguous_commune", "negative_count") or is_pair)
    if field == "composition" and text.isdigit():
        return 0.0 if is_strict else JUST_A_NUMBER
    if is_strict and _is_out_of_place(field, value):
        return OUT_OF_PLACE
    return float(value is not None or field == "campaign_id")


def is_day_without_year(text: str) -> bool:
    """« 12/03 », « 28 février »: a sheet or a title may tell the year."""
    words = normal(text).split()
    is_worded = len(words) == 2 and ORDINAL.fullmatch(words[0]) and words[1] in MONTHS
    return bool(is_worded or DAY_AND_MONTH.fullmatch(text))


def _is_out_of_place(field: str, value: object) -> bool:
    if field in ("target_commune_code", "commune_code"):
        return value not in territory.communes().index
    return field == "origin" and value is not None and value.departement_code == territory.LOT


def is_history(column: Sample) -> bool:
    """Whether nearly every cell begins with a day and words, and some have several: « 12/03/23 : appel, 04/05/23… »."""
    begun = sum(bool(BEGUN.match(text)) for text in column.texts)
    has_several = any(len(EVERY_DATE.findall(text)) > 1 for text in column.texts)
    return len(column.texts) > 1 and has_several and begun >= LEAST_BEGUN * len(column.texts)


def codes_told(field: str, column: Sample, lexicon: Lexicon) -> set:
    """The different codes that the texts mean as labels of this field."""
    return {lexicon.label(field, text) for text in column.texts} - {None}


@cache
def is_telling(field: str) -> bool:
    """Whether contents that do not agree rule the field out: a column of names is no column of dates."""
    named = (*schema.HOUSEHOLD_DATES, *schema.HOUSEHOLD_COUNTS, *schema.HOUSEHOLD_BOOLEANS)
    return field in (*named, *PEOPLE_FIELDS, "persons_count", "status_date") or field.startswith(TICKED_KINDS)
