"""Who makes up a household, in the words of one cell or as a total: « couple + 2 enfants (4 et 7 ans) », « 2A 3E »."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from etl.contacts.spellings import read_table
from etl.words import normal

MOST_PEOPLE, OLDEST_CHILD = 20, 26
NOBODY = frozenset(("aucun", "sans", "pas", "non", "neant"))
PEOPLE_FIELDS = ("composition", "household_role", "adults_ages", "children_ages")
"""Columns that tell adults or children otherwise than by a number of them."""
AGE = r"\d{1,2}(?: (?:mois|ans?))?"
AGES = re.compile(rf"\b(?:ages? |de )*{AGE}(?:(?: et| a)? {AGE})* ?(?<=ans|ois| an) ?")
BRACKETED = re.compile(r"\(([^)]*)\)")
PAIR = re.compile(r"(\d{1,2})\s*[/-]\s*(\d{1,2})")
ADDED = re.compile(r"(\d{1,2}) ?\+ ?(\d{1,2})")
TOTAL_AND_PARTS = re.compile(r"\s*(\d{1,2})\s*(?:pers[a-z]*\.?)?\s*\(([^)]*\d\s*(?:\+|a|e)[^)]*)\)\s*", re.IGNORECASE)
COUNTED_IN_BRACKETS = re.compile(r"\d\s*(?:[a-z]*(?:ad|enf)|[ae]\b)", re.IGNORECASE)
GLUED = re.compile(r"(?<=\d)(?=[a-z])")
PERSONS = re.compile(r"(?:famille|foyer|menage) de (\d{1,2})(?: personne)?|(\d{1,2}) personne|(\d{1,2})")
ADULTS_TOLD = {"couple": 2, "seul": 1, "parent": 1, "monoparental": 1}
COUNTED = {"adulte", "enfant"}
ONE_CHILD = re.compile(r"(?<!\d )(?<!\bun )\bbebe\b")
UNCOUNTED = {"adulte", "enfant", "personne", "famille", "foyer", "menage"}  # « personne seule », « parent isolé »


class Composition(NamedTuple):
    """How many adults, children and persons a cell says; None for what it does not."""

    adults: int | None
    children: int | None
    persons: int | None
    has_children: bool = False  # said without their number


class UnknownComposition(ValueError):
    """Words that do not say how many they are, or that say more than this reads."""


@lru_cache(maxsize=5_000)
def parse_composition(text: str) -> Composition:
    """« seule avec 1 enfant » -> 1 adult, 1 child; « famille de 5 » -> 5 persons. Raises UnknownComposition."""
    parts = TOTAL_AND_PARTS.fullmatch(text)
    if parts:
        said = parse_composition(parts[2])
        if (said.adults or 0) + (said.children or 0) != int(parts[1]):
            raise UnknownComposition
        return said
    words = _in_known_words(text)
    added = ADDED.fullmatch(" ".join(words))
    if added:
        return _checked(Composition(int(added[1]), int(added[2]), None))
    total = PERSONS.fullmatch(" ".join(words))
    if total:
        return _checked(Composition(None, None, int(next(filter(None, total.groups())))))
    is_one = words[:2] == ["1", "personne"]  # « 1 personne + 2 enf. »
    return _checked(_counted(["seul", *words[2:]] if is_one else words))


def count_of(text: str, told: str) -> int:
    """« 1 fille 4 ans, 1 garçon 7 ans » -> 2 `children`, « un couple » -> 2 `adults`. Raises UnknownComposition, also
    for a bare number and where it tells others too."""
    said = parse_composition(text)
    count = getattr(said, told)
    if count is None or sum(filter(None, said[:3])) != count:
        raise UnknownComposition
    return count


def parse_roles(text: str) -> Composition:
    """« Demandeur + Conjointe + Enfant », a line a person -> 2 adults, 1 child. Raises UnknownComposition."""
    roles = [_in_known_words(part)[:1] for part in text.split("+")]
    children = roles.count(["enfant"])
    if not all(role and role[0] in {"enfant", "adulte", *ADULTS_TOLD} for role in roles):
        raise UnknownComposition
    return _checked(Composition(len(roles) - children or None, children, None))


def parse_ages(text: str, *, are_children: bool) -> Composition:
    """« Léa 4, Tom 7 » under « Âges des enfants » -> 2 children; « aucun » -> none. Raises UnknownComposition."""
    ages = [int(age) for age in re.findall(r"\d+", text)]
    is_none = normal(text).partition(" ")[0] in NOBODY
    youngest, oldest = (0, OLDEST_CHILD) if are_children else (OLDEST_CHILD - 10, 110)
    is_range = re.search(r"\d\s*(?:(?:à|-|a)\s*\d|[a-z]*(?:enf|ad))", text.lower())
    if (not ages and not is_none) or is_range or not all(youngest <= age <= oldest for age in ages):
        raise UnknownComposition
    return _checked(Composition(None, len(ages), None) if are_children else Composition(len(ages), None, None))


def parse_pair(text: str, is_children_first: bool) -> Composition:
    """« 2/3 » under « Adultes / enfants ». Raises UnknownComposition."""
    pair = PAIR.fullmatch(text.strip())
    if not pair:
        raise UnknownComposition
    adults, children = (int(number) for number in (pair.groups()[::-1] if is_children_first else pair.groups()))
    return _checked(Composition(adults, children, None))


def without_unsaid_children(compositions: list[Composition | None]) -> list[Composition | None]:
    """Where a column tells children, a couple or a person alone without a word of them has none."""
    if not any(said and said.children for said in compositions):
        return compositions
    return [
        said._replace(children=0) if said and said.adults and said.children is None and not said.has_children else said
        for said in compositions
    ]


def settled(adults: int | None, children: int | None, persons: int | None) -> tuple[int | None, int | None]:
    """Adults and children, with what the number of persons tells of the one that is missing."""
    if persons == 1 and not children and adults in (None, 1):
        return 1, 0
    if persons is None or (adults is None) == (children is None):
        return adults, children
    missing = persons - (adults or 0) - (children or 0)
    if adults is None:
        return (missing if missing > 0 else None), children
    return adults, (missing if missing >= 0 else None)


def _in_known_words(text: str) -> list[str]:
    """Every word in its one form (enfant, adulte, couple, seul, personne, sans…); ages and small words left out."""
    kept = BRACKETED.sub(lambda said: f" {said[1]} " if COUNTED_IN_BRACKETS.search(said[1]) else " ", text)
    plain = ONE_CHILD.sub("1 bebe", normal(kept.replace("1er", "premier")))
    words = GLUED.sub(" ", AGES.sub(" ", plain)).replace("+", " + ").split()
    forms = _forms()
    return [form for word in words if (form := forms.get(word, word))]


def _counted(words: list[str]) -> Composition:
    """Numbers before what they count; a couple and someone alone count by themselves, « sans enfant » is none."""
    counts: dict[str, int] = {}
    number: int | None = None
    is_added = False
    for word in words:
        if word.isdigit() and number is None:
            number = int(word)
        elif word == "sans" and number is None:
            number = 0
        elif word in ADULTS_TOLD and number in (None, 1):
            _add_adults(counts, word)
            number = None
        elif word in COUNTED and number is not None:
            counts[word], number = counts.get(word, 0) + number, None
        elif word == "+" and number is None:
            is_added = True
            continue
        elif word in UNCOUNTED and number in (None, 1):  # « une personne seule », « avec enfants »
            number = None
        else:
            raise UnknownComposition
        is_added = is_added and number is not None
    if number is not None and is_added and "adulte" in counts and "enfant" not in counts:
        counts["enfant"], number = number, None  # « couple + 2 »
    if number is not None or not counts:
        raise UnknownComposition
    has_children = "enfant" not in counts and bool({"enfant", "monoparental"}.intersection(words))
    return Composition(counts.get("adulte"), counts.get("enfant"), None, has_children)


def _add_adults(counts: dict[str, int], word: str) -> None:
    """« papa et maman » are two, « maman solo » is one."""
    told, known = ADULTS_TOLD[word], counts.get("adulte", 0)
    if word != "parent" and known > (0 if word == "couple" else 1):
        raise UnknownComposition
    counts["adulte"] = known + told if word != "seul" else 1


def _checked(found: Composition) -> Composition:
    if found.adults == 0 or sum(filter(None, found[:3])) > MOST_PEOPLE:
        raise UnknownComposition
    return found


@cache
def _forms() -> dict[str, str]:
    """A word of a cell -> its one form, empty for a small word."""
    return dict(read_table("composition_words").itertuples(index=False))
