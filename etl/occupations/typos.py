"""Words with a letter wrong, missing, doubled or swapped -> the word they stand for, when one alone is near."""

from functools import lru_cache

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from etl.occupations import words

SHORTEST, SURE = 5, 8
"""From these lengths on, one wrong letter is looked for, then trusted: « coureur » is no « couvreur »."""
LONG, VERY_LONG = 9, 11
"""The same for a second wrong letter."""


def mend(stems: tuple[str, ...]) -> tuple[tuple[str, ...], bool]:
    """The stems with unknown words replaced by the only near known one; and whether that is shaky."""
    mended = [_mended(stem) for stem in stems]
    return tuple(stem for stem, _ in mended), any(is_shaky for _, is_shaky in mended)


@lru_cache(maxsize=20_000)
def _mended(stem: str) -> tuple[str, bool]:
    if words.is_known(stem) or len(stem) < SHORTEST or not stem.isalpha():
        return stem, False
    farthest = 2 if len(stem) >= LONG else 1
    near = process.extract(
        stem, words.vocabulary().get(stem[0], ()), scorer=OSA.distance, score_cutoff=farthest, limit=5
    )
    near = [(word, distance) for word, distance, _ in near if len(word) >= SHORTEST - 1]
    if not near:
        return stem, False
    least = min(distance for _, distance in near)
    nearest = [word for word, distance in near if distance == least]
    if len(nearest) > 1:
        return max(nearest, key=lambda word: (fuzz.ratio(word, stem), word)), True
    is_shaky = len(stem) < SURE if least == 1 else len(stem) < VERY_LONG
    return nearest[0], is_shaky
