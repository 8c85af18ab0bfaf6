"""Our tables of words: what occupations are called, which words only tell a field, which tell nothing."""

import csv
from functools import cache
from pathlib import Path

from etl.occupations.stems import tokens
from etl.words import normal

Phrase = frozenset[str]


@cache
def phrases() -> dict[Phrase, frozenset[str]]:
    """The stems of each way to say an occupation -> the occupations it may mean (one, most often)."""
    found: dict[Phrase, set[str]] = {}
    for row in _rows("words"):
        for word in row["words"].split("|"):
            found.setdefault(frozenset(tokens(word)), set()).add(row["occupation_code"])
    return {phrase: frozenset(codes) for phrase, codes in found.items() if phrase}


@cache
def spellings() -> dict[Phrase, str]:
    """The stems of each way to say an occupation -> its normal form."""
    return {frozenset(tokens(word)): normal(word) for row in _rows("words") for word in row["words"].split("|")}


@cache
def fields() -> dict[Phrase, tuple[str, ...]]:
    """The stems of a field of work -> the occupations to propose, the most usual first."""
    return {frozenset(tokens(row["field"])): tuple(row["occupation_codes"].split()) for row in _rows("fields")}


@cache
def neutral() -> frozenset[str]:
    """Stems that change nothing to the occupation: contract, level, place, the search itself."""
    return frozenset(stem for row in _rows("neutral") for stem in tokens(row["word"]))


@cache
def nothing() -> frozenset[Phrase]:
    """The stems of what says that no occupation is told: « retraité », « en recherche »."""
    return frozenset(frozenset(tokens(row["phrase"])) for row in _rows("nothing"))


@cache
def phrases_by_word() -> dict[str, tuple[Phrase, ...]]:
    """stem -> the phrases that hold it."""
    return _by_word(phrases())


@cache
def fields_by_word() -> dict[str, tuple[Phrase, ...]]:
    return _by_word(fields())


@cache
def vocabulary() -> dict[str, tuple[str, ...]]:
    """First letter -> every stem of the tables that begins with it: what a typo may stand for."""
    known = {stem for phrase in (*phrases(), *fields()) for stem in phrase} | neutral()
    return {letter: tuple(sorted(stem for stem in known if stem[:1] == letter)) for letter in {s[:1] for s in known}}


def is_known(stem: str) -> bool:
    return stem in phrases_by_word() or stem in fields_by_word() or stem in neutral()


def _by_word(table: dict) -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, list[Phrase]] = {}
    for phrase in table:
        for word in phrase:
            found.setdefault(word, []).append(phrase)
    return {word: tuple(held) for word, held in found.items()}


def _rows(name: str) -> list[dict[str, str]]:
    with Path(__file__).with_name(f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
