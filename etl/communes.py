"""Commune names as people write them -> INSEE codes."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from etl import places
from etl.places import departement_of
from etl.words import normal
from programme import territory

SHORT_NAME_LENGTH = 4
TYPO_LENGTH = 6  # a shorter name has neighbours one letter away that are other communes
NOT_NAMES = frozenset(
    ("commune", "ville", "village", "mairie", "deleguee", "cedex", "centre", "bourg", "lot", "france")
)
AROUND = frozenset(
    ("et", "secteur", "environs", "environ", "alentours", "autour", "proche", "pres", "cote", "bassin", "vers")
)
CODE = re.compile(r"(?<![\dA-Za-z])(\d{5}|2[ABab]\d{3})(?![\dA-Za-z])")
DEPARTEMENT = re.compile(r"(?<![\dA-Za-z])(\d{2}|2[AB])(?![\dA-Za-z])")
SEPARATORS = re.compile(r"\s(?:ou|et|voire|puis)\s|[/;,|\n]")


class UnknownCommune(ValueError):
    """No commune is written like this."""


class AmbiguousCommune(ValueError):
    """Several communes are written like this; carries their codes."""


class Hints(NamedTuple):
    """What stands beside a name: INSEE or postal codes, départements, the EPCI whose file it is."""

    codes: frozenset[str]
    departements: frozenset[str]
    epci_code: str | None


@lru_cache(maxsize=20_000)
def parse_commune(
    text: str, epci_code: str | None = None, *, is_postal: bool | None = False, is_around: bool = False
) -> str:
    """The present INSEE code of the commune that the text names.

    Accents, articles, « St », capitals, postal codes, « (46) », one-letter typos and merged communes are understood;
    homonyms are settled by code, département, then EPCI. Outside the territory, names of the départements around and
    of towns are known. A bare number is an INSEE code, a postal code if `is_postal` says so, and asked
    if that is None and it may be both; `is_around` takes « secteur de Figeac » for Figeac. Raises UnknownCommune or
    AmbiguousCommune.
    """
    codes = frozenset(map(str.upper, CODE.findall(text)))
    bare = CODE.sub(" ", text)
    hints = Hints(
        codes, frozenset(DEPARTEMENT.findall(bare.upper())) | {departement_of(code) for code in codes}, epci_code
    )
    name = places.key_of(re.sub(r"\d+|\(.*?\)|\[.*?\]", " ", bare))
    if not name:
        return _by_code(hints, is_postal)
    for written in (name, _without(name, NOT_NAMES), _without(name, NOT_NAMES | AROUND) if is_around else ""):
        found = (_find(written, hints) or _find_in_departement(written, hints)) if written else frozenset()
        if found:
            return _settle(found, hints, written)
    return _among_several(text, epci_code, is_around)


def _find(name: str, hints: Hints) -> frozenset[str]:
    """In the territory first, exactly; then by typo, by its beginning, or around.

    Raises AmbiguousCommune where « Arnac » is a commune of the Cantal, and Parnac without its first letter.
    """
    exact, around = places.names().get(name, frozenset()), places.names_around().get(name, frozenset())
    ours = places.names()
    near = exact or _one_letter_away(name, TYPO_LENGTH) or _beginning_with(name, ours) or _cut_short(name, ours)
    if not hints.departements & places.departements():
        typos = _one_letter_away(name, SHORT_NAME_LENGTH) if around and not exact else frozenset()
        if typos - around:
            raise AmbiguousCommune(*sorted(typos | around))
        return exact or near | around
    for codes in (near, around, _beginning_with(name, places.names_around())):
        inside = frozenset(code for code in codes if departement_of(code) in hints.departements)
        if inside:
            return inside
    return frozenset()


def _find_in_departement(name: str, hints: Hints) -> frozenset[str]:
    """« Villeneuve d'Aveyron » is Villeneuve, in that département."""
    rest, _, last = name.rpartition(" ")
    code = places.departements_by_name().get(last) if rest else None
    return _find(rest, hints._replace(departements=frozenset((code,)))) if code else frozenset()


def _settle(codes: frozenset[str], hints: Hints, name: str = "") -> str:
    """By code or postal code, then by EPCI; then a present name wins over a former one."""
    known = places.known()
    for is_right in (
        lambda code: code in hints.codes or bool(known[code].postal_codes & hints.codes),
        lambda code: known[code].epci_code == hints.epci_code,
        lambda code: bool(known[code].epci_code) and known[code].key == name,
    ):
        codes = frozenset(filter(is_right, codes)) or codes
    if len(codes) > 1:
        raise AmbiguousCommune(*sorted(codes))
    return next(iter(codes))


def codes_are_postal(texts: Iterable[str]) -> bool | None:
    """Whether the bare numbers of a column are postal codes or INSEE codes, as those that are one alone tell."""
    bare = {text.strip() for text in texts if CODE.fullmatch(text.strip())}
    postal = {code for place in places.known().values() for code in place.postal_codes} if bare else set()
    kinds = {code in postal for code in bare if (code in postal) != (code in places.known())}
    return kinds.pop() if len(kinds) == 1 else None


def _by_code(hints: Hints, is_postal: bool | None) -> str:
    if len(hints.codes) != 1:
        raise UnknownCommune
    code = next(iter(hints.codes))
    present = territory.former_communes()["commune_code"].get(code, code)
    served = frozenset(place for place, said in places.known().items() if code in said.postal_codes)
    is_insee = present in territory.communes().index
    if is_insee and served and is_postal is None and served != {present}:
        raise AmbiguousCommune(*sorted({present, *served}))
    if is_insee and not (is_postal and served):
        return present
    if served:
        return _settle(served, hints._replace(codes=frozenset()))
    if code[:2] == territory.LOT or departement_of(code) not in places.departements():
        raise UnknownCommune
    return code


def _among_several(text: str, epci_code: str | None, is_around: bool) -> str:
    """« Cahors ou Figeac »: known names, but which one is to be asked."""
    parts = [part for part in SEPARATORS.split(text) if normal(part)]
    if len(parts) < 2:
        raise UnknownCommune
    named = [part for part in parts if not is_around or _without(places.key_of(part), NOT_NAMES | AROUND)]
    found = {parse_commune(part, epci_code, is_around=is_around) for part in named}
    if not found:
        raise UnknownCommune
    if len(found) > 1:
        raise AmbiguousCommune(*sorted(found))
    return found.pop()


def _without(name: str, words: frozenset[str]) -> str:
    return " ".join(word for word in name.split() if word not in words)


def _one_letter_away(name: str, at_least: int) -> frozenset[str]:
    if len(name) < at_least:
        return frozenset()
    ours = places.names()
    near = process.extract(name, ours.keys(), scorer=OSA.distance, score_cutoff=1, limit=None)
    return frozenset().union(*(ours[key] for key, _, _ in near))


def _cut_short(name: str, names: dict[str, frozenset[str]]) -> frozenset[str]:
    """« Frayssinet le G. », « Puy-l'Év. »: every word as it begins, the first one whole or nearly."""
    words = name.split()
    if len(words) < 2 or sum(map(len, words)) < TYPO_LENGTH:
        return frozenset()
    begun = [key for key in names if key.startswith(words[0])]
    alike = [key for key in begun if key.count(" ") == name.count(" ") and all(map(str.startswith, key.split(), words))]
    return frozenset().union(*(names[key] for key in alike))


def _beginning_with(name: str, names: dict[str, frozenset[str]]) -> frozenset[str]:
    """« Bagnac » for Bagnac-sur-Célé, « Le Vigan » for Le Vigan-en-Quercy: short and older names in daily use."""
    if len(name) < SHORT_NAME_LENGTH:
        return frozenset()
    return frozenset().union(*(codes for key, codes in names.items() if key.startswith(f"{name} ")))
