"""How headings are written beyond their words: a survey's codes and boxes, explanations, two things in one column."""

import re
from collections import Counter
from itertools import pairwise

# « Q06[SQ003]. Quels sont vos besoins ? [Une école] » is how a survey's export heads each of its boxes to tick.
SURVEY_CODE = re.compile(r"^[A-Za-z]{1,3}\d+\w*(?:\[\w+\])?\s*[.:)]\s+(?=\S)")
SURVEY_BOX = re.compile(r"(.*[?:])\s*\[(.+)\]", re.DOTALL)
EXPLANATION = re.compile(r"\(.*\)", re.DOTALL)
ADULTS_AND_CHILDREN = re.compile(  # « Nb pers. (A/E) »
    r"\bad?(?:ultes?)?\.?\s*[/+&,-]\s*e(?:nf)?(?:ants?)?\b|\be(?:nf)?(?:ants?)?\.?\s*[/+&,-]\s*ad?(?:ultes?)?\b"
)
FIRST_AND_LAST = re.compile(r"(?:\b1er|\bpremier|\b1ère).*\bdernier", re.IGNORECASE | re.DOTALL)

PREFIXED = re.compile(r"(.*\w.*?)\s*(?:\s[-–|>/]\s|:)\s*([^:]*\w)\s*", re.DOTALL)
FEWEST_UNDER = 3
LETTERS_MEANT = {"a": "adultes", "e": "enfants"}
RANKED_NEED = re.compile(  # « Besoin n°1 », « 2e priorité »
    r"(?:besoins?|priorit[ée]s?)\s*(?:n\s?°|#)?\s*[1-9]|[1-9]\s?(?:er|re|ère|e|è|ème|nde?)?\s+(?:besoin|priorit[ée])",
    re.IGNORECASE,
)


STATE_ON_A_DAY = re.compile(  # « Situation au 31/12/2021 »
    r"(?:situation|point|bilan|[ée]tat|statut|avancement)\b.*\bau\s+\d{1,2}(?:er)?\b.*", re.IGNORECASE | re.DOTALL
)


def under_prefixes(headings: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """« Installation - Date », « Installation - Commune » and « Installation - Logement » stand under « Installation »;
    of the words and the group of each heading, those that no group heads."""
    parted = [None if group else PREFIXED.fullmatch(words) for words, group in headings]
    counts = Counter(found[1] for found in parted if found)
    return [
        (found[2], found[1]) if found and counts[found[1]] >= FEWEST_UNDER else heading
        for found, heading in zip(parted, headings, strict=True)
    ]


def letters_meant(headings: list[tuple[str, str]]) -> list[str]:
    """« A » and « E » side by side are adults and children; empty for any other heading."""
    letters = [words.strip(" .").lower() for words, _group in headings]
    meant = [""] * len(headings)
    for place, pair in enumerate(pairwise(letters)):
        if set(pair) == LETTERS_MEANT.keys() and headings[place][1] == headings[place + 1][1]:
            meant[place : place + 2] = [LETTERS_MEANT[letter] for letter in pair]
    return meant


def words_and_group(parts: list[str]) -> tuple[str, str]:
    """A heading's own words and its group's, from the cells that stand one under another: « (réelle) » under « Date
    d'arrivée » explains it."""
    *above, words = parts
    if above and EXPLANATION.fullmatch(words):
        return words_and_group([*above[:-1], f"{above[-1]} {words}"])
    words = SURVEY_CODE.sub("", words)
    box = SURVEY_BOX.fullmatch(words)
    return (box[2], " ".join([*above, box[1]])) if box else (words, " ".join(above))
