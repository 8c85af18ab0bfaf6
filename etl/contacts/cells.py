"""How a cell of each field is read."""

import re
from collections.abc import Callable
from datetime import date
from functools import partial

from etl import communes, dates, origins
from etl.contacts.columns import TICKED_KINDS
from etl.contacts.composition import (
    Composition,
    UnknownComposition,
    count_of,
    parse_ages,
    parse_composition,
    parse_roles,
)
from etl.contacts.labels import Lexicon, codes_within, label_of
from etl.contacts.references import CAMPAIGN_ID, DOSSIER_REF, reference
from etl.contacts.spellings import CODED_FIELDS, OCCUPATION, OCCUPATIONS, PRECISIONS
from etl.contacts.told_steps import given_up
from etl.occupations import understand
from etl.words import BRACKETED, normal
from programme.jobs import occupations
from programme.vocabulary import Precision
from store import schema

DATES = {*schema.HOUSEHOLD_DATES, "status_date"}
MOST_PEOPLE, MOST_INTERACTIONS = 20, 999
NUMBER_WORDS = {
    word: number
    for number, words in enumerate(
        ("aucun aucune zero sans non", "un une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit")
    )
    for word in words.split()
}
NUMBER = re.compile(r"([-−]?\d{1,7})(?:[.,]0+)?\s*(?:\+|(?:[a-zéèêàçôû().]+\s*){0,3})?")
LIST_SEPARATORS = (";", "\n", ",", "|", "+", "&", " / ", "/", " et ", " - ", " – ", ".")
AGE_LIMITS = ((30, "moins_30"), (45, "30_44"), (60, "45_59"), (120, "60_plus"))
EVERY_DATE = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d\d-\d\d")
TICKS = {"✓", "✔", "☑", "☒", "●", "•", "√"}
IN_A_DOMAIN = re.compile(r"(?<=\w) dans .*", re.IGNORECASE | re.DOTALL)  # « emploi dans la santé » is no care
PLACES = ("target_commune_code", "commune_code")
AROUND_FIELDS = {"target_commune_code"}


class BadCell(ValueError):
    """The cell cannot be taken; its one argument is the problem's code, and after « : » the codes to choose from."""


def parser_of(field: str, lexicon: Lexicon, *, is_1904: bool = False) -> Callable[[str], object] | None:
    """How a cell of this field is read; None for fields that are no column of the store."""
    if field in DATES:
        return partial(parse_date, is_1904=is_1904, is_latest=field == "last_contact_date")
    if field in PRECISIONS:
        return parse_precision
    if field in PLACES:
        return partial(parse_commune, epci_code=lexicon.epci_code, is_around=field in AROUND_FIELDS)
    if field in schema.HOUSEHOLD_COUNTS and field not in OTHER_PARSERS:
        return partial(parse_count, most=MOST_INTERACTIONS if "interactions" in field else MOST_PEOPLE)
    if field in schema.HOUSEHOLD_BOOLEANS or field.startswith(TICKED_KINDS):
        return parse_boolean
    if field in ("needs", "needs_met"):
        return partial(parse_axes, field=field, lexicon=lexicon)
    if field in PARSERS_BY_LEXICON:
        return partial(PARSERS_BY_LEXICON[field], lexicon=lexicon)
    if field in CODED_FIELDS:
        return partial(parse_label, field=field, lexicon=lexicon)
    return OTHER_PARSERS.get(field)


def parse_date(text: str, *, is_1904: bool = False, is_latest: bool = False) -> tuple[date, str]:
    """Of several dates in a cell, the last one tells the last contact; any other step cannot have several."""
    several = EVERY_DATE.findall(text)
    try:
        if len(several) > 1 and is_latest:
            return max(dates.parse_date(one, is_1904=is_1904) for one in several)
        return dates.parse_date(text, is_1904=is_1904)
    except dates.ImpossibleDate:
        raise BadCell("impossible_date") from None
    except dates.UnknownDate:
        raise BadCell("several_dates" if len(several) > 1 else "unknown_date") from None


def parse_precision(text: str) -> Precision:
    try:
        return Precision(text)
    except ValueError:
        raise BadCell("unknown_label") from None


def parse_commune(
    text: str, epci_code: str | None = None, *, is_postal: bool | None = False, is_around: bool = False
) -> str:
    try:
        return communes.parse_commune(text, epci_code, is_postal=is_postal, is_around=is_around)
    except communes.AmbiguousCommune:
        raise BadCell("ambiguous_commune") from None
    except communes.UnknownCommune:
        raise BadCell("unknown_commune") from None


def parse_origin(text: str, *, is_country: bool = False) -> origins.Origin:
    try:
        return origins.parse_country(text) if is_country else origins.parse_origin(text)
    except origins.UnknownOrigin:
        raise BadCell("unknown_origin") from None


def parse_count(text: str, most: int) -> int:
    written = NUMBER.fullmatch(BRACKETED.sub(" ", text).strip().lower())  # « 2 (4 et 7 ans) »
    value = int(written[1].replace("−", "-")) if written else NUMBER_WORDS.get(normal(text).partition(" ")[0])
    if value is None:
        raise BadCell("unknown_number")
    if value < 0:
        raise BadCell("negative_count")
    if value > most:
        raise BadCell("too_large_number")
    return value


def parse_people_count(text: str, told: str) -> int:
    try:
        return count_of(text, told)
    except UnknownComposition:
        return parse_count(text, most=MOST_PEOPLE)


def parse_boolean(text: str) -> bool | None:
    code = "oui" if text in TICKS else label_of("boolean", text)
    if code is None:
        raise BadCell("unknown_label")
    return {"oui": True, "non": False}.get(code)


def parse_label(text: str, field: str, lexicon: Lexicon) -> str:
    code = lexicon.label(field, text)
    if code is None and field == "status":
        code = given_up(text, lexicon)
    if code is None:
        raise BadCell("unknown_label")
    return code


def parse_occupation(text: str, lexicon: Lexicon) -> str | None:
    """What was settled once of these words, for oneself or for a partner, comes before what they seem to say."""
    settled = lexicon.own_label(OCCUPATION, text)
    if settled or text in occupations().index:
        return settled or text
    found = understand(text)
    if found.kind == "doubtful":
        raise BadCell(f"doubtful_occupation:{' '.join(found.candidates)}")
    if found.kind == "unknown":
        raise BadCell("unknown_occupation")
    return found.code


def parse_step(text: str, lexicon: Lexicon) -> str | None:
    """What a line of a journal tells of a household; many an exchange is no step."""
    return lexicon.own_label("status", text) or label_of("step", text)


def parse_axes(text: str, field: str, lexicon: Lexicon) -> tuple[str, ...]:
    """« logement ; école / garde ; santé » -> the axes named; one unknown word refuses the cell."""
    whole = lexicon.exact_label(field, text) or lexicon.exact_label("needs", text)
    if whole:
        return (whole,)
    for separator in LIST_SEPARATORS:
        parts = [part for part in text.split(separator) if normal(part)]
        if len(parts) > 1:
            return tuple(dict.fromkeys(axis for part in parts for axis in parse_axes(part, field, lexicon)))
    within = codes_within("needs", IN_A_DOMAIN.sub("", text))
    if not within:
        raise BadCell("unknown_label")
    return tuple(sorted(within))


def parse_age(text: str, lexicon: Lexicon) -> str:
    years = re.fullmatch(r"(<|moins de)?\s*(\d{2,3})\s*(?:ans)?", text.strip().lower())
    if years:
        age = int(years[2]) - bool(years[1])
        return next((band for limit, band in AGE_LIMITS if age < limit), AGE_LIMITS[-1][1])
    return parse_label(text, "age_band", lexicon)


def parse_people(text: str, parse: Callable[[str], Composition] = parse_composition) -> Composition:
    try:
        return parse(text)
    except UnknownComposition:
        raise BadCell("unknown_composition") from None


OTHER_PARSERS: dict[str, Callable[[str], object]] = {
    "dossier_ref": partial(reference, form=DOSSIER_REF),
    "campaign_id": partial(reference, form=CAMPAIGN_ID),
    "adults_count": partial(parse_people_count, told="adults"),
    "children_count": partial(parse_people_count, told="children"),
    "composition": parse_people,
    "children_ages": partial(parse_people, parse=partial(parse_ages, are_children=True)),
    "adults_ages": partial(parse_people, parse=partial(parse_ages, are_children=False)),
    "household_role": partial(parse_people, parse=parse_roles),
    "persons_count": partial(parse_count, most=MOST_PEOPLE),
    "origin": parse_origin,
    "origin_country_code": partial(parse_origin, is_country=True),
}
PARSERS_BY_LEXICON = {
    **dict.fromkeys(OCCUPATIONS, parse_occupation),
    "age_band": parse_age,
    "step": parse_step,
}
