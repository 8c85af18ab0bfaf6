"""French words of occupations brought to one form: gender, number, inclusive writing."""

import re
from functools import lru_cache

from etl.words import normal

# « infirmier(e) », « serveur/euse », « technicien·ne », « éducateur.rice »: the masculine is kept.
INCLUSIVE = re.compile(
    r"(\w{3,})\s?[(/.·•-]\s?(?:e|ne|se|te|le|ve|ère|ière|rice|trice|euse|enne|ienne|ante|ive)s?(?:[.·•-]?s)?\)?(?!\w)",
    re.IGNORECASE,
)
ON_ONES_OWN = re.compile(r"\b[àa] (?:son|mon|leur) compte\b", re.IGNORECASE)
DOTTED = re.compile(r"\b(?:[^\W\d_]\.\s?){2,}")
ENDINGS = (("euse", "eur"), ("trice", "teur"), ("drice", "deur"), ("aux", "al"))
IRREGULAR = {
    "maitresse": "maitr",
    "hotesse": "hot",
    "inge": "ingenieur",
    "patronne": "patron",
    "doctoresse": "docteur",
    "deas": "deas",
    "deaes": "deaes",
}
SHORTEST_CUT = 4
FILLERS = frozenset(
    (
        *("le", "la", "les", "l", "un", "une", "d", "de", "du", "des", "en", "au", "aux", "a", "et", "ou", "dans"),
        *("chez", "pour", "par", "sur", "avec", "aupres", "ses", "mon", "ma", "mes", "est", "suis", "tout", "tres"),
        "s",
    )
)


def masculine(text: str) -> str:
    """The text without the marks of inclusive writing, nor the dots of « A.S. », nor « à son compte », whose « son »
    is not sound."""
    whole = DOTTED.sub(lambda initials: re.sub(r"[.\s]", "", initials[0]) + " ", text)
    return INCLUSIVE.sub(r"\1", ON_ONES_OWN.sub(" ", whole))


def tokens(text: str) -> tuple[str, ...]:
    """The stems of the words that carry meaning, in order: « Conductrices de cars » -> conducteur, car."""
    return tuple(stem(word) for word in normal(text).replace("+", " ").split() if word not in FILLERS)


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """One form for the genders and numbers of a word in its normal form; it need not be a word."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if len(word) < SHORTEST_CUT:
        return word
    if word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    for ending, replacement in ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word.removesuffix(ending) + replacement
    cut = word.rstrip("e") or word
    if len(cut) > 2 and cut[-1] == cut[-2] and cut[-1] not in "aeiouys":
        cut = cut[:-1]
    return cut[:-1] + "f" if cut.endswith("v") else cut
