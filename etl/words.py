"""The normal form in which spellings are compared."""

import re
import unicodedata
from functools import lru_cache

TEXTS_KEPT = 20_000  # of files, by what reads the same ones again and again
OTHER_MARKS, ACCENTS = re.compile(r"[^a-z0-9+%]+"), re.compile("[\u0300-\u036f]+")


@lru_cache(maxsize=100_000)
def normal(text: str) -> str:
    """« Date du 1er  contact * » -> « date du 1er contact »: lower case, no accents, no punctuation, single spaces."""
    if text.isascii():
        return OTHER_MARKS.sub(" ", text.lower()).strip()
    text = text.replace("œ", "oe").replace("Œ", "oe").replace("æ", "ae")
    plain = unicodedata.normalize("NFKD", text.casefold())
    return OTHER_MARKS.sub(" ", ACCENTS.sub("", plain)).strip()


NUMBERED = re.compile(r"^\s*\d{1,2}\s*[-–.):]\s*(?=[^\W\d])")
BRACKETED = re.compile(r"\(.*?\)|\[.*?\]")
FILLERS = frozenset(
    (
        *("le", "la", "les", "l", "un", "une", "d", "de", "du", "des", "en", "au", "aux", "a", "et", "ou", "s", "se"),
        *("sur", "dans", "pour", "par", "son", "sa", "ses", "est"),
    )
)
GENDER_MARKS = frozenset(("e", "es", "ne", "nes", "le", "trice", "euse"))


@lru_cache(maxsize=100_000)
def gist(text: str) -> str:
    """The words that carry the meaning, in the singular: « 1 - Les départs (du Lot) » -> « depart ».

    A leading number, what stands in brackets, articles and gender marks are left out, unless nothing else is there.
    """
    whole = normal(text)
    words = normal(BRACKETED.sub(" ", NUMBERED.sub("", text))).split()
    kept = [_singular(word) for word in words if word not in FILLERS and word not in GENDER_MARKS]
    return " ".join(kept) or whole


ENDINGS = (
    ("euse", "eur"),
    ("trice", "teur"),
    ("iere", "ier"),
    ("ienne", "ien"),
    ("ee", ""),
    ("ent", ""),
    ("es", ""),
    ("e", ""),
    ("s", ""),
)


UNSTEMMED = frozenset(("tele",))  # « tel » is no television


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A word without its marks of gender and number: « installees », « installe » -> « install »."""
    if word in UNSTEMMED:
        return word
    for ending, kept in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            return word.removesuffix(ending) + kept
    return word


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] in "sx" and not word.endswith("ss") else word
