"""Where a household comes from, as people write it -> a département, or a country."""

import re
from bisect import bisect_left
from collections import defaultdict
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

import pandas as pd
from babel import Locale
from rapidfuzz import process
from rapidfuzz.distance import OSA

from etl import places
from etl.communes import AmbiguousCommune, UnknownCommune, parse_commune
from etl.words import normal

FRANCE = "FR"
CODE = re.compile(
    r"(?<![\dA-Za-z])(97\d|\d{2}|2[ABab])(?:\d{3})?(?![\d])(?!\s*(?:e|è|er|ème|eme|ans|km)\b)", re.IGNORECASE
)
POSTAL = re.compile(r"(?<!\d)(97\d|\d\d)\d{3}(?!\d)")
ABROAD = re.compile(r"^\s*(?:B|D|L|CH|NL|BE|DE|LU)\s?-\s?\d{4,5}\s*(?=\D)", re.IGNORECASE)  # « B-1000 Bruxelles »
ZERO_LOST = re.compile(r"(?=(?:[1-9]|[1-9]\d{3})$)")  # « 6 » and « 6000 » are what a spreadsheet makes of 06 and 06000
CORSICA = "20"
CITIES_OF_ARRONDISSEMENTS = {"75": "paris", "69": "lyon", "13": "marseille"}
SEPARATORS = re.compile(r"[(),;:/|\n]|\s[-–]\s")
SHORTENED = places.ABBREVIATIONS | {"hte": "haute", "hts": "hauts", "htes": "hautes", "reg": "region"}
SHORTENED |= dict.fromkeys(("dpt", "dept", "dep"), "")
AROUND = re.compile(
    r"^(?:(?:je vis|j habite|habitent?|vit|vivent) )?"
    r"(?:(?:grande |proche |1ere )?(?:banlieue|couronne|peripherie|agglo|agglomeration|metropole|region|environs"
    r"|alentours|secteur|pres)(?: d[eu]s?)? |(?:nord|sud|est|ouest) d[eu] )?(?:(?:le|la|les|l|en|au|aux|de|du|des|d"
    r"|vers) )?|(?<=\w) (?:et|ou) (?:ses |les )?(?:environs|alentours)$|(?<=\w) (?:metropole|[ivx]+e(?:me)?)$"
)
NEAR = re.compile(
    r"\b(?:banlieue|couronne|peripherie|agglo|metropole|region|environs|alentours|pres|nord|sud|est|ouest)"
)
TYPO_LENGTH = 6
LEAST_WHOLE = 4  # letters, of one word of a name cut short


class Origin(NamedTuple):
    """A French département, or a country, or only that it is France (a region is not a département)."""

    departement_code: str | None
    country_code: str | None


PARIS = Origin("75", FRANCE)


class UnknownOrigin(ValueError):
    """Neither a département, a postal code, a region, a town nor a country; or several of them."""


@lru_cache(maxsize=20_000)
def parse_origin(text: str) -> Origin:
    """« Paris (75) », « 31 », « 31000 Toulouse », « Haute-Garonne », « Belgique » -> Origin. Raises UnknownOrigin."""
    text = ABROAD.sub("", ZERO_LOST.sub("0", text, count=1) if ZERO_LOST.match(text) else text)
    codes = {_departement(code.upper(), text) for code in POSTAL.findall(text) or CODE.findall(text)} - {None}
    name = normal(re.sub(r"\d+", " ", text))
    codes -= {code for code in codes if _is_arrondissement(code, name)}
    if len(codes) == 1:
        return Origin(codes.pop(), FRANCE)
    parts = [text, *SEPARATORS.split(text)]
    found = {origin for part in parts if (origin := _named(normal(re.sub(r"\d+\w*", " ", part))))}
    return _one_of(found) or _side_by_side(name) or _of_a_commune(text)


def _side_by_side(name: str) -> Origin | None:
    """« bordeaux gironde »: a town and its département, with nothing between."""
    words, known = name.split(), _names()
    for place in range(1, len(words)):
        town, home = known.get(" ".join(words[:place])), known.get(" ".join(words[place:]))
        if town and town == home and town.departement_code:
            return town
    return None


def parse_country(text: str) -> Origin:
    """A country by its ISO code (« BE »), or whatever parse_origin understands. Raises UnknownOrigin."""
    code = text.strip()
    return Origin(None, code) if len(code) == 2 and code in Locale("fr").territories else parse_origin(text)


def _departement(code: str, text: str) -> str | None:
    """Corsica's postal codes begin with 20, its départements are 2A and 2B."""
    if code == CORSICA:
        postal = re.search(r"\b20(\d)\d\d\b", text)
        code = ("2A" if postal[1] in "01" else "2B") if postal else code
    return code if code in places.departements() else None


def _is_arrondissement(code: str, name: str) -> bool:
    """« Paris 15 » is not the Cantal."""
    return any(name == city and code != home for home, city in CITIES_OF_ARRONDISSEMENTS.items())


def _one_of(found: set[Origin]) -> Origin | None:
    """The département that all parts agree on, else their country; None where they say nothing."""
    for precise in ({origin for origin in found if origin.departement_code}, found):
        if len(precise) == 1:
            return next(iter(precise))
        if len(precise) > 1:
            raise UnknownOrigin
    return None


def _of_a_commune(text: str) -> Origin:
    try:
        codes = {parse_commune(text)}
    except AmbiguousCommune as several:
        codes = set(several.args)
    except UnknownCommune:
        raise UnknownOrigin from None
    departements = {places.departement_of(code) for code in codes}
    if len(departements) > 1:
        raise UnknownOrigin
    return Origin(departements.pop(), FRANCE)


def _named(name: str) -> Origin | None:
    names, whole = _names(), _spelt_out(name)
    bare = AROUND.sub("", whole)
    found = (
        names.get(name)
        or names.get(whole)
        or _beside(names.get(bare), whole)
        or names.get(f"region {bare}")
        or _cut_short(whole)
        or _begun(bare)
    )
    if found or len(name) < TYPO_LENGTH:
        return found
    near = process.extractOne(name, _large_names(), scorer=OSA.distance, score_cutoff=1)
    return names[near[0]] if near else None


def _beside(found: Origin | None, whole: str) -> Origin | None:
    """Near Paris, but not in it, is another département."""
    return Origin(None, FRANCE) if found == PARIS and NEAR.search(whole) else found


def _spelt_out(name: str) -> str:
    """« seine st denis » -> « seine saint denis », « hte garonne » -> « haute garonne »."""
    return " ".join(filter(None, (SHORTENED.get(word, word) for word in name.split())))


def _cut_short(name: str) -> Origin | None:
    """« loire atl » is Loire-Atlantique; « haute s » may be two départements."""
    words = name.split()
    if len(words) < 2 or max(map(len, words)) < LEAST_WHOLE:
        return None
    begun = {
        origin
        for written, origin in _departements().items()
        if len(parts := written.split()) == len(words) and all(map(str.startswith, parts, words))
    }
    return begun.pop() if len(begun) == 1 else None


def _begun(name: str) -> Origin | None:
    """« Brive » is Brive-la-Gaillarde; « Boulogne » may be in two départements."""
    towns = _sorted_towns()
    begun = towns[bisect_left(towns, f"{name} ") : bisect_left(towns, f"{name}!")] if len(name) >= LEAST_WHOLE else ()
    homes = {_towns()[town] for town in begun}
    return homes.pop() if len(homes) == 1 else None


@cache
def _sorted_towns() -> tuple[str, ...]:
    return tuple(sorted(_towns()))


@cache
def _departements() -> dict[str, Origin]:
    said = places.read("departements")
    named = zip(said["departement_code"], said["departement_name"], strict=True)
    return {normal(name): Origin(code, FRANCE) for code, name in named}


@cache
def _large_names() -> tuple[str, ...]:
    """Départements, regions and countries: what a typo may be mended to; towns resemble one another too much."""
    towns = set(_towns())
    return tuple(name for name in _names() if name not in towns and len(name) >= TYPO_LENGTH)


@cache
def _names() -> dict[str, Origin]:
    """Normal name -> origin; a département wins over a town, a town over a region, a region over a country."""
    countries = [*Locale("en").territories.items(), *Locale("fr").territories.items()]
    names = {normal(name): Origin(None, code) for code, name in countries if len(code) == 2}
    names |= {normal(name): Origin(None, FRANCE) for name in places.read("departements")["region_name"]}
    names |= _towns()
    spellings = pd.read_csv(Path(__file__).with_suffix(".csv"), dtype=str, keep_default_na=False, encoding="utf-8")
    names |= {row.spelling: Origin(row.departement_code or None, row.country_code) for row in spellings.itertuples()}
    return names | _departements()


@cache
def _towns() -> dict[str, Origin]:
    """Towns whose name is borne in one département alone."""
    homes = defaultdict(set)
    towns = places.read("towns")
    for name, code in zip(towns["commune_name"], towns["departement_code"], strict=True):
        homes[normal(name)].add(code)
    return {name: Origin(codes.pop(), FRANCE) for name, codes in homes.items() if len(codes) == 1}
