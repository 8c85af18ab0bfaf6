"""Commune names as people write them -> INSEE codes."""

import re
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from etl.words import normal
from programme import territory

ARTICLES = {"le", "la", "les", "l", "de", "du", "des", "d", "sur", "en"}
ABBREVIATIONS = {"st": "saint", "ste": "sainte", "sts": "saints"}
SHORT_NAME_LENGTH = 4
TYPO_LENGTH = 6  # a shorter name has neighbours one letter away that are other communes


class UnknownCommune(ValueError):
    """No commune of the territory is written like this."""


class AmbiguousCommune(ValueError):
    """Several communes are written like this; carries their codes."""


@lru_cache(maxsize=20_000)
def parse_commune(text: str, epci_code: str | None = None) -> str:
    """The present INSEE code of the commune that the text names.

    Accents, articles, « St », capitals, postal codes, « (46) », one-letter typos and merged communes are understood;
    homonyms are settled by postal code, then by EPCI. An INSEE code of another département is taken as it is.
    Raises UnknownCommune or AmbiguousCommune.
    """
    digits = re.findall(r"\b(\d{5}|2[AB]\d{3})\b", text)
    name = _key(re.sub(r"\d+|\(.*?\)", " ", text))
    if not name:
        return _by_code(digits, epci_code)
    codes = _names().get(name) or _one_letter_away(name) or _beginning_with(name)
    if not codes:
        raise UnknownCommune
    return _settle(codes, digits, epci_code, name)


def _settle(codes: frozenset[str], digits: list[str], epci_code: str | None, name: str = "") -> str:
    """By postal code, then by EPCI; then a present name wins over a former one."""
    communes = territory.communes()
    for is_right in (
        lambda code: code in digits or set(communes.at[code, "postal_codes"].split()) & set(digits),
        lambda code: communes.at[code, "epci_code"] == epci_code,
        lambda code: _key(communes.at[code, "commune_name"]) == name,
    ):
        codes = frozenset(filter(is_right, codes)) or codes
    if len(codes) > 1:
        raise AmbiguousCommune(*sorted(codes))
    return next(iter(codes))


def _by_code(digits: list[str], epci_code: str | None) -> str:
    if len(digits) != 1:
        raise UnknownCommune
    code = digits[0]
    former = territory.former_communes()["commune_code"]
    postal = _postal_codes().get(code, frozenset())
    present = former.get(code, code)
    if present in territory.communes().index:
        return present
    if postal:
        return _settle(postal, [], epci_code)
    if code[:2] == territory.LOT:
        raise UnknownCommune
    return code


def _key(name: str) -> str:
    words = [ABBREVIATIONS.get(word, word) for word in normal(name).split()]
    return " ".join(word for word in words if word not in ARTICLES and word != "cedex")


@cache
def _names() -> dict[str, frozenset[str]]:
    """Key of a present or former name -> the present codes that bear it."""
    found: dict[str, set[str]] = {}
    for code, name in territory.commune_names().items():
        found.setdefault(_key(name), set()).add(code)
    for name, code in territory.former_communes()[["former_name", "commune_code"]].itertuples(index=False):
        found.setdefault(_key(name), set()).add(code)
    return {key: frozenset(codes) for key, codes in found.items()}


@cache
def _postal_codes() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for code, postal_codes in territory.communes()["postal_codes"].items():
        for postal_code in postal_codes.split():
            found.setdefault(postal_code, set()).add(code)
    return {key: frozenset(codes) for key, codes in found.items()}


def _one_letter_away(name: str) -> frozenset[str]:
    if len(name) < TYPO_LENGTH:
        return frozenset()
    near = [codes for key, codes in _names().items() if OSA.distance(name, key, score_cutoff=1) <= 1]
    return frozenset().union(*near)


def _beginning_with(name: str) -> frozenset[str]:
    """« Bagnac » for Bagnac-sur-Célé, « Le Vigan » for Le Vigan-en-Quercy: short and older names in daily use."""
    if len(name) < SHORT_NAME_LENGTH:
        return frozenset()
    return frozenset().union(*(codes for key, codes in _names().items() if key.startswith(f"{name} ")))
