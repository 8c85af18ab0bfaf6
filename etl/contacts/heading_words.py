"""Which field the words of a heading name."""

from collections import defaultdict
from functools import cache, lru_cache
from math import log
from typing import NamedTuple

from rapidfuzz import fuzz, process

from etl.contacts.spellings import ALIKE, FUZZY_LENGTH, PRECISIONS, read_table
from etl.words import BRACKETED, TEXTS_KEPT, gist, normal

EXACT, SAME_WORDS, SAME_GIST, TYPO = 1.0, 0.96, 0.92, 0.9
PART, WHOLE_PART = 0.6, 0.3  # a part of the heading: the more of it is told, the surer
NEAR, WHOLE_NEAR, LEAST_NEAR = 0.4, 0.4, 0.2
HOLLOW, LEAST_LEFT = 0.7, 0.3
STRANGE_WORD = 1.5  # the weight of a word that no spelling uses
PADDING = frozenset(
    (
        *("foyer", "famille", "menage", "demandeur", "personne", "dossier", "client", "usager", "candidat"),
        *("quel", "quelle", "ils", "elle", "il", "nous", "vous", "leur", "sont", "ont", "ete", "etre", "avoir"),
        *("avez", "se", "y", "ce", "cet", "cette", "qui", "que", "si", "eventuel"),
        *("effectif", "effective", "merci", "indiquer", "preciser", "renseigner", "saisir", "oui", "non"),
        *("jj", "mm", "aaaa", "pour", "fois"),
    )
)


class Meaning(NamedTuple):
    """A field that a heading may name: how well its words say so (0 to 1), and its rank in the table."""

    field: str
    score: float
    rank: int


@lru_cache(maxsize=TEXTS_KEPT)
def meanings(heading: str) -> tuple[Meaning, ...]:
    """The fields that a heading may name, the best first: exactly, by its words in any order, by a typo, in part."""
    spellings, heading = _headings(), heading.replace("#", " n° ")
    keys = [(key_of(heading), score if _tells_enough(heading) else HOLLOW) for key_of, score in KEYS]
    for key, score in [(keys[0][0], EXACT), *keys[1:]]:
        if key in spellings:
            return tuple(Meaning(name, score, rank) for name, rank in spellings[key].items())
    for key, _score in keys[1:3]:
        near = process.extractOne(key, spellings.keys(), scorer=fuzz.ratio, score_cutoff=ALIKE) if key else None
        if near and len(key) >= FUZZY_LENGTH:
            return tuple(Meaning(name, TYPO, rank) for name, rank in spellings[near[0]].items())
    return _in_part(frozenset(keys[-1][0].split()))


def is_known(heading: str) -> bool:
    """Whether its words are those of a spelling: quickly, for the thousands of lines that may be further headings."""
    spellings = _headings()
    return any(key_of(heading) in spellings for key_of, _score in KEYS)


@lru_cache(maxsize=TEXTS_KEPT)
def near_meanings(heading: str) -> tuple[Meaning, ...]:
    """Fields whose spellings share telling words with the heading: for contents to confirm, never enough alone."""
    words = frozenset(_core(heading).split())
    best: dict[str, Meaning] = {}
    for spelling in {spelling for word in words for spelling in _by_word().get(word, ())}:
        shared = sum(map(_weight, words & spelling)) / sum(map(_weight, words | spelling))
        if shared < LEAST_NEAR:
            continue
        for name, rank in _spellings_by_words()[spelling].items():
            found = Meaning(name, NEAR + WHOLE_NEAR * shared, rank)
            best[name] = max(best.get(name, found), found, key=lambda meaning: meaning.score)
    return tuple(sorted(best.values(), key=lambda meaning: (-meaning.score, meaning.rank)))


def _tells_enough(heading: str) -> bool:
    """« Où en est la famille ? » is not « famille »: too little of it is left without its small words."""
    return len(gist(heading).split()) >= LEAST_LEFT * len(normal(BRACKETED.sub(" ", heading)).split())


def _in_part(words: frozenset[str]) -> tuple[Meaning, ...]:
    """Spellings of which every word stands in the heading; a single word only if no other field uses it."""
    best: dict[str, Meaning] = {}
    for spelling in {spelling for word in words for spelling in _by_word().get(word, ())}:
        is_telling = len(spelling) > 1 or all(len(_users()[word]) == 1 for word in spelling)
        if not is_telling or not spelling <= words:
            continue
        for name, rank in _spellings_by_words()[spelling].items():
            found = Meaning(name, PART + WHOLE_PART * len(spelling) / len(words), rank)
            best[name] = max(best.get(name, found), found, key=lambda meaning: meaning.score)
    return tuple(sorted(best.values(), key=lambda meaning: (-meaning.score, meaning.rank)))


def _words(text: str) -> str:
    """The words of a heading in one form and in order of the alphabet: « Nbre d'enf. » -> « enfant nombre »."""
    return " ".join(sorted({_word_forms().get(word, word) for word in gist(text).split()}))


def _core(text: str) -> str:
    """The same without numbers and the words that any heading may have: « Besoin 2 du foyer » -> « besoin »."""
    words = [word for word in _words(text).split() if word not in PADDING and not word.isdigit()]
    return " ".join(words) or _words(text)


KEYS = ((normal, EXACT), (gist, SAME_WORDS), (_words, SAME_WORDS), (_core, SAME_GIST))


def _weight(word: str) -> float:
    """A word that few fields use tells more than « date » or « commune »."""
    users = _users().get(word)
    return log(1 + len(_fields()) / len(users)) if users else STRANGE_WORD


@cache
def _word_forms() -> dict[str, str]:
    return dict(read_table("word_forms").itertuples(index=False))


@cache
def _fields() -> tuple[str, ...]:
    return tuple(read_table("columns")["field"].unique())


@cache
def _headings() -> dict[str, dict[str, int]]:
    """Key of a spelling -> the fields that it may mean and their rank.

    Every spelling as it is, then more and more loosely: « installé le » and « installé à » differ by their small words
    alone, so that a looser key never adds a field to a stricter one. A field's own name, as an
    export of this tool has it, is a spelling.
    """
    found: dict[str, dict[str, int]] = {}
    rows = [*read_table("columns").itertuples(index=False), *((name, name) for name in _fields() if "_" in name)]
    for key_of, _score in KEYS:
        looser: dict[str, dict[str, int]] = defaultdict(dict)
        for rank, (name, spelling) in enumerate(rows):
            looser[key_of(spelling)].setdefault(name, rank)
        found = looser | found
    return found | {normal(name): {name: len(rows)} for name in PRECISIONS}


@cache
def _spellings_by_words() -> dict[frozenset[str], dict[str, int]]:
    """The words of a spelling -> the fields that they may mean and their rank."""
    found: dict[frozenset[str], dict[str, int]] = defaultdict(dict)
    for rank, (name, spelling) in enumerate(read_table("columns").itertuples(index=False)):
        found[frozenset(_core(spelling).split())].setdefault(name, rank)
    return found


@cache
def _by_word() -> dict[str, list[frozenset[str]]]:
    found: dict[str, list[frozenset[str]]] = defaultdict(list)
    for spelling in _spellings_by_words():
        for word in spelling:
            found[word].append(spelling)
    return found


@cache
def _users() -> dict[str, set[str]]:
    """A word -> the fields whose spellings use it."""
    found: dict[str, set[str]] = defaultdict(set)
    for spelling, fields in _spellings_by_words().items():
        for word in spelling:
            found[word].update(fields)
    return found
