"""Which occupation a text tells: surely, perhaps, or not at all. The doubtful is asked, never guessed."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rapidfuzz import fuzz, process

from etl.occupations import typos, words
from etl.occupations.stems import masculine, tokens
from etl.words import normal
from programme.jobs import occupations

Kind = Literal["sure", "doubtful", "unknown", "nothing"]

SEPARATORS = re.compile(r"[/;,+&|\n]|\bou\b|\bet\b|\bpuis\b|\s-\s", re.IGNORECASE)
MOST_CANDIDATES = 4
NEAR = 82
"""From this likeness (0 to 100) on, a whole text is near enough to a known one to be proposed."""


@dataclass(frozen=True, slots=True)
class Understanding:
    """What a text says: `code` where it is sure, `candidates` (the likeliest first) where it is to be asked."""

    kind: Kind
    code: str | None = None
    candidates: tuple[str, ...] = ()


NOTHING, UNKNOWN = Understanding("nothing"), Understanding("unknown")


@lru_cache(maxsize=20_000)
def understand(text: str) -> Understanding:
    """The occupation of one cell, whatever its gender, number, order of words, typos and separators."""
    plain = masculine(text)
    stems = tokens(plain)
    if not stems or frozenset(stems) in words.nothing() or set(stems) <= words.neutral():
        return NOTHING
    whole = words.phrases().get(frozenset(stems))
    if whole:
        return _among(whole)
    parts = [part for part in SEPARATORS.split(plain) if tokens(part)]
    return _together([_understand_part(part) for part in parts]) if len(parts) > 1 else _understand_part(plain)


def _understand_part(text: str) -> Understanding:
    stems = tokens(text)
    mended, is_shaky = typos.mend(stems)
    said = frozenset(mended)
    if said in words.nothing() or said - words.neutral() in words.nothing() or said <= words.neutral():
        return NOTHING
    found = _maximal(said, words.phrases_by_word())
    if found:
        return _from_phrases(found, said, is_shaky)
    fields = _maximal(said, words.fields_by_word())
    if fields:
        proposed = [code for phrase in sorted(fields, key=len, reverse=True) for code in words.fields()[phrase]]
        return _doubtful(proposed)
    return _near(text, said)


def _from_phrases(found: list[frozenset[str]], said: frozenset[str], is_shaky: bool) -> Understanding:
    codes = frozenset().union(*(words.phrases()[phrase] for phrase in found))
    rest = {word for word in said - frozenset().union(*found) - words.neutral() if not word.isdigit()}
    context = frozenset().union(*(words.fields()[field] for field in _maximal(rest, words.fields_by_word())))
    left = rest - frozenset().union(*_maximal(rest, words.fields_by_word()))
    answer = _among(codes)
    if answer.kind == "sure" and (is_shaky or left or (context and answer.code not in context)):
        return _doubtful([answer.code, *sorted(context)])
    return answer


def _maximal(said: frozenset[str], by_word: dict) -> list[frozenset[str]]:
    """The phrases wholly said, those within a longer one left out."""
    held = {phrase for word in said for phrase in by_word.get(word, ()) if phrase <= said}
    return sorted((phrase for phrase in held if not any(phrase < other for other in held)), key=sorted)


def _among(codes: frozenset[str]) -> Understanding:
    """Sure where all mean the same job in every list of the survey."""
    if len(codes) == 1 or len({_jobs(code) for code in codes}) == 1:
        return Understanding("sure", min(codes))
    return _doubtful(sorted(codes))


def _together(parts: list[Understanding]) -> Understanding:
    told = [part for part in parts if part.kind != "nothing"]
    if not told:
        return NOTHING
    sure = frozenset(part.code for part in told if part.kind == "sure")
    candidates = [code for part in told for code in part.candidates]
    if sure and not candidates and all(part.kind == "sure" for part in told):
        return _among(sure)
    # « maçon, tous travaux » : a field that agrees with the occupation said beside it takes nothing away.
    if len(sure) == 1 and all(part.kind == "sure" or sure <= set(part.candidates) for part in told):
        return Understanding("sure", next(iter(sure)))
    proposed = [*sorted(sure), *candidates]
    return _doubtful(proposed) if proposed else UNKNOWN


def _near(text: str, said: frozenset[str]) -> Understanding:
    """Phrases alike in their letters or that share a word: only ever proposed."""
    near = process.extract(normal(text), words.spellings(), scorer=fuzz.ratio, score_cutoff=NEAR, limit=MOST_CANDIDATES)
    proposed = [code for _, _, phrase in near for code in words.phrases()[phrase]]
    if not proposed:
        sharing = {phrase for word in said - words.neutral() for phrase in words.phrases_by_word().get(word, ())}
        ranked = sorted(sharing, key=lambda phrase: (-len(phrase & said) / len(phrase), sorted(phrase)))
        proposed = [code for phrase in ranked for code in sorted(words.phrases()[phrase])]
    return _doubtful(proposed) if proposed else UNKNOWN


def _doubtful(codes: list[str]) -> Understanding:
    return Understanding("doubtful", candidates=tuple(dict.fromkeys(codes))[:MOST_CANDIDATES])


@lru_cache(maxsize=1000)
def _jobs(code: str) -> tuple[str, str]:
    row = occupations().loc[code]
    return row["fap_2009"], row["fap_2021"]
