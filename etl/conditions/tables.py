"""The closed tables of this folder: indicators that the store keeps, layouts that are read, and their columns."""

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from etl.words import normal

TOKENS = {
    "{year}": r"(?P<year>20\d\d)",
    "{yy}": r"(?P<yy>\d\d)",
    "{quarter}": r"(?P<quarter>[1-4])",
    "{any}": r"\d+",
    "{words}": r".*?",
}


@dataclass(frozen=True, slots=True)
class Indicator:
    """One fact of a commune: what it is, how the former communes of one merge, who makes it and what to beware of.

    `merge` is sum, sum_known, max, mean or mean_by_observations; `direction` says whether more, or less, is the better
    offer; `most` is the largest value that can be true.
    """

    indicator: str
    title: str
    unit: str
    kind: str
    direction: str
    merge: str
    most: float
    producer: str
    licence: str
    caveat: str


@dataclass(frozen=True, slots=True)
class Spelling:
    """One heading of one layout: its pattern in the squashed form, its role, whether the layout needs it (the key is
    the commune's code), how its cells read, and the one word that its lines must bear to be taken."""

    layout: str
    role: str
    pattern: re.Pattern
    need: str
    reading: str
    only: str


def squashed(text: str) -> str:
    """« \\nDegré de densité (7 postes) » -> « degrededensite7postes »."""
    return normal(text).replace(" ", "")


@cache
def indicators() -> dict[str, Indicator]:
    """Every indicator by its code."""
    rows = _read("indicators")
    return {row["indicator"]: Indicator(**row | {"most": float(row["most"] or "inf")}) for row in rows}


@cache
def spellings() -> dict[str, list[Spelling]]:
    """Layout -> its headings."""
    found: dict[str, list[Spelling]] = {}
    for row in _read("columns"):
        told = {"pattern": _pattern(row.pop("spelling")), "only": squashed(row.pop("only"))}
        found.setdefault(row["layout"], []).append(Spelling(**row, **told))
    return found


def is_known(heading: str) -> bool:
    """Whether a heading, squashed, is one of some layout."""
    return bool(_every_spelling().fullmatch(heading))


@cache
def _every_spelling() -> re.Pattern:
    patterns = {spelling.pattern.pattern for known in spellings().values() for spelling in known}
    return re.compile("|".join(re.sub(r"\?P<\w+>", "?:", pattern) for pattern in sorted(patterns)))


@cache
def layout_titles() -> dict[str, str]:
    return {row["layout"]: row["title"] for row in _read("layouts")}


@cache
def dwellings() -> dict[str, str]:
    """Word of a file's name -> the rent that it holds: the producer's files of rents differ by nothing else."""
    return {row["word"]: row["indicator"] for row in _read("dwellings")}


def _pattern(spelling: str) -> re.Pattern:
    parts = re.split(r"(\{\w+\})", spelling)
    return re.compile("".join(TOKENS.get(part) or re.escape(squashed(part)) for part in parts))


def _read(name: str) -> list[dict[str, str]]:
    with Path(__file__).with_name(f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
