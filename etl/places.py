"""The places that a cell may name: communes of the territory and around, towns and départements of France."""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

import pandas as pd

from etl.words import normal
from programme import territory
from programme.settings import REFERENCE

ARTICLES = frozenset(("le", "la", "les", "l", "de", "du", "des", "d", "sur", "en"))
ABBREVIATIONS = {"st": "saint", "ste": "sainte", "sts": "saints", "mt": "mont"}


class Place(NamedTuple):
    """A commune; epci_code is empty outside the territory, postal_codes where they are not known."""

    key: str
    postal_codes: frozenset[str]
    epci_code: str


def key_of(name: str) -> str:
    """The words of a name that tell it from others: « St-Cirq-Lapopie » -> « saint cirq lapopie »."""
    words = [ABBREVIATIONS.get(word, word) for word in normal(name).split()]
    return " ".join(word for word in words if word not in ARTICLES and word != "cedex")


def departement_of(code: str) -> str:
    """Of an INSEE code: « 46042 » -> « 46 », « 97411 » -> « 974 »."""
    return code[:3] if code.startswith("97") else code[:2]


@cache
def known() -> dict[str, Place]:
    """Every commune that a name may mean, by INSEE code."""
    around = {
        row.commune_code: Place(key_of(row.commune_name), frozenset(getattr(row, "postal_codes", "").split()), "")
        for name in ("towns", "nearby_communes")
        for row in read(name).itertuples()
    }
    ours = {
        row.Index: Place(key_of(row.commune_name), frozenset(row.postal_codes.split()), row.epci_code)
        for row in territory.communes().itertuples()
    }
    return around | ours


@cache
def names() -> dict[str, frozenset[str]]:
    """Key of a present or former name of the territory -> the present codes that bear it."""
    former = territory.former_communes()
    return _by_key(
        [*territory.commune_names().items(), *zip(former["commune_code"], former["former_name"], strict=True)]
    )


@cache
def names_around() -> dict[str, frozenset[str]]:
    """Key of a name outside the territory -> the codes that bear it: départements around, towns of France."""
    ours = territory.communes().index
    rows = pd.concat([read("nearby_communes"), read("towns")])
    named = zip(rows["commune_code"], rows["commune_name"], strict=True)
    return _by_key((code, name) for code, name in named if code not in ours)


@cache
def departements() -> frozenset[str]:
    return frozenset(read("departements")["departement_code"])


@cache
def departements_by_name() -> dict[str, str]:
    return {key_of(name): code for code, name in territory.departement_names().items()}


def read(name: str) -> pd.DataFrame:
    """A table of data/reference that only reading needs, as texts."""
    return pd.read_csv(REFERENCE / f"{name}.csv", dtype=str, keep_default_na=False, encoding="utf-8")


def _by_key(named: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for code, name in named:
        found.setdefault(key_of(name), set()).add(code)
    return {key: frozenset(codes) for key, codes in found.items()}
