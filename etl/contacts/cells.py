"""Typing: one column of texts at a time, each distinct text once."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

import pandas as pd

from etl import communes, dates, origins
from etl.contacts.spellings import CODED_FIELDS, label_of
from etl.occupations import understand
from etl.words import normal
from store import schema

MOST_PEOPLE, MOST_INTERACTIONS = 20, 999
WORDS_FOR_NONE = {"", "neant", "nc", "nsp", "na", "n a", "inconnu", "non renseigne", "non communique", "sans objet"}
NUMBER_WORDS = {"aucun": 0, "aucune": 0, "zero": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5}
DOSSIER_REF = re.compile(r"[A-Za-z]{0,5}[-_/. ]?\d{1,6}(?:[-_/. ][A-Za-z]{0,3}\d{1,6})?")
LIST_SEPARATORS = (";", "\n", ",", "+", " / ", "/", " et ", " - ")
CAMPAIGN_ID = re.compile(r"[A-Z]{2,5}-\d{4}(?:-\d{1,3})?")
AGE_LIMITS = ((30, "moins_30"), (45, "30_44"), (60, "45_59"), (120, "60_plus"))


class BadCell(ValueError):
    """The cell cannot be taken; its one argument is the problem's code, and after « : » the codes to choose from."""


@dataclass(frozen=True)
class TypedColumn:
    """A column's values, None where missing or refused, and the problem's code of each refused line."""

    values: pd.Series
    refused: dict[int, str]


def type_column(texts: pd.Series, parse: Callable[[str], object]) -> TypedColumn:
    """Each text through `parse`; missing where the text says nothing."""
    parsed, refused_texts = {}, {}
    for text in texts.unique():
        try:
            parsed[text] = None if normal(text) in WORDS_FOR_NONE else parse(text)
        except BadCell as reason:
            parsed[text] = None
            refused_texts[text] = str(reason)
    values = pd.Series([parsed[text] for text in texts], index=texts.index, dtype=object)
    bad = texts[texts.isin(list(refused_texts))]
    return TypedColumn(values, {int(line): refused_texts[text] for line, text in bad.items()})


def parser_of(field: str, epci_code: str | None) -> Callable[[str], object] | None:
    """How a cell of this field is read; None for fields that are no column of the store."""
    if field in schema.HOUSEHOLD_DATES:
        return parse_date
    if field in ("target_commune_code", "commune_code"):
        return partial(parse_commune, epci_code=epci_code)
    if field in schema.HOUSEHOLD_COUNTS:
        return partial(parse_count, most=MOST_INTERACTIONS if "interactions" in field else MOST_PEOPLE)
    if field in schema.HOUSEHOLD_BOOLEANS or field.startswith("need:"):
        return parse_boolean
    if field in ("needs", "needs_met"):
        return partial(parse_axes, epci_code=epci_code)
    if field in CODED_FIELDS and field != "age_band":
        return partial(parse_label, field=field, epci_code=epci_code)
    return OTHER_PARSERS.get(field)


def parse_date(text: str) -> tuple[date, str]:
    try:
        return dates.parse_date(text)
    except dates.ImpossibleDate:
        raise BadCell("impossible_date") from None
    except dates.UnknownDate:
        raise BadCell("unknown_date") from None


def parse_commune(text: str, epci_code: str | None) -> str:
    try:
        return communes.parse_commune(text, epci_code)
    except communes.AmbiguousCommune:
        raise BadCell("ambiguous_commune") from None
    except communes.UnknownCommune:
        raise BadCell("unknown_commune") from None


def parse_origin(text: str) -> origins.Origin:
    try:
        return origins.parse_origin(text)
    except origins.UnknownOrigin:
        raise BadCell("unknown_origin") from None


def parse_count(text: str, most: int) -> int:
    written = re.fullmatch(r"([-−]?\d+)(?:[.,]0+)?\s*(?:[a-zéè().]+|\+)?", text.strip().lower())
    value = int(written[1].replace("−", "-")) if written else NUMBER_WORDS.get(normal(text))
    if value is None:
        raise BadCell("unknown_number")
    if value < 0:
        raise BadCell("negative_count")
    if value > most:
        raise BadCell("too_large_number")
    return value


def parse_boolean(text: str) -> bool | None:
    code = label_of("boolean", text)
    if code is None:
        raise BadCell("unknown_label")
    return {"oui": True, "non": False}.get(code)


def parse_label(text: str, field: str, epci_code: str | None = None) -> str:
    code = label_of(field, text, epci_code)
    if code is None:
        raise BadCell("unknown_label")
    return code


def parse_occupation(text: str) -> str | None:
    found = understand(text)
    if found.kind == "doubtful":
        raise BadCell(f"doubtful_occupation:{' '.join(found.candidates)}")
    if found.kind == "unknown":
        raise BadCell("unknown_occupation")
    return found.code


def parse_axes(text: str, epci_code: str | None = None) -> tuple[str, ...]:
    """« logement ; école / garde ; santé » -> the axes named; one unknown word refuses the cell."""
    whole = label_of("needs", text, epci_code)
    if whole:
        return (whole,)
    for separator in LIST_SEPARATORS:
        parts = [part for part in text.split(separator) if normal(part)]
        if len(parts) > 1:
            return tuple(dict.fromkeys(axis for part in parts for axis in parse_axes(part, epci_code)))
    raise BadCell("unknown_label")


def parse_age(text: str) -> str:
    years = re.fullmatch(r"(<|moins de)?\s*(\d{2,3})\s*(?:ans)?", text.strip().lower())
    if years:
        age = int(years[2]) - bool(years[1])
        return next((band for limit, band in AGE_LIMITS if age < limit), AGE_LIMITS[-1][1])
    return parse_label(text, "age_band")


def _parse_ref(text: str, form: re.Pattern) -> str | None:
    """A reference is kept only if it looks like one: a name written in its place must not pass."""
    return text.strip().upper() if form.fullmatch(text.strip()) else None


OTHER_PARSERS: dict[str, Callable[[str], object]] = {
    "dossier_ref": partial(_parse_ref, form=DOSSIER_REF),
    "campaign_id": partial(_parse_ref, form=CAMPAIGN_ID),
    "origin": parse_origin,
    "origin_country_code": parse_origin,
    "age_band": parse_age,
    "occupation_code": parse_occupation,
    "partner_occupation_code": parse_occupation,
}
