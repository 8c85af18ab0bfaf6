"""Where a household comes from, as people write it -> a département, or a country."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

import pandas as pd
from babel import Locale

from etl.words import normal
from programme.settings import REFERENCE

FRANCE = "FR"
OTHER_COUNTRY_NAMES = {"angleterre": "GB", "grande bretagne": "GB", "ecosse": "GB", "hollande": "NL", "usa": "US"}


class Origin(NamedTuple):
    """A French département, or a country, or only that it is France (a region is not a département)."""

    departement_code: str | None
    country_code: str | None


class UnknownOrigin(ValueError):
    """Neither a département, a postal code, a region, a town nor a country."""


@lru_cache(maxsize=20_000)
def parse_origin(text: str) -> Origin:
    """« Paris (75) », « 31 », « 31000 Toulouse », « Haute-Garonne », « Belgique » -> Origin. Raises UnknownOrigin."""
    for code in re.findall(r"(?<!\d)(97\d|\d{2}|2[ABab])(?:\d{3})?(?!\d)", text):
        found = _departement_of(code.upper(), text)
        if found:
            return Origin(found, FRANCE)
    name = normal(re.sub(r"\(.*?\)|\d+", " ", text))
    return _names().get(name) or _names().get(_without_article(name)) or _raise()


def _departement_of(code: str, text: str) -> str | None:
    """Corsica's postal codes begin with 20, its départements are 2A and 2B."""
    if code == "20":
        postal = re.search(r"\b20(\d)\d\d\b", text)
        code = ("2A" if postal[1] in "01" else "2B") if postal else code
    return code if code in _departements() else None


def _raise() -> Origin:
    raise UnknownOrigin


def _without_article(name: str) -> str:
    return re.sub(r"^(le|la|les|l|en|au|aux|de)\s+", "", name)


@cache
def _departements() -> frozenset[str]:
    return frozenset(_read("departements")["departement_code"])


@cache
def _names() -> dict[str, Origin]:
    """Normal name -> origin; a département wins over a town, a town over a region, a region over a country."""
    names = {normal(name): Origin(None, code) for code, name in Locale("fr").territories.items() if len(code) == 2}
    names |= {name: Origin(None, code) for name, code in OTHER_COUNTRY_NAMES.items()}
    departements, towns = _read("departements"), _read("towns")
    names |= {normal(name): Origin(None, FRANCE) for name in (*departements["region_name"], "région parisienne", "idf")}
    for frame, column in ((towns, "commune_name"), (departements, "departement_name")):
        names |= {
            normal(name): Origin(code, FRANCE)
            for name, code in frame[[column, "departement_code"]].itertuples(index=False)
        }
    return names


def _read(name: str) -> pd.DataFrame:
    return pd.read_csv(REFERENCE / f"{name}.csv", dtype=str, keep_default_na=False, encoding="utf-8")
