"""Which code the words of a label mean."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Protocol

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from etl.contacts.spellings import CODED_FIELDS, FUZZY_LENGTH, read_table
from etl.words import TEXTS_KEPT, gist, normal, stem

LONG_ENOUGH_FOR_TWO = 18
LONGEST_LABEL = 9  # words: beyond, it is a comment
SHORTEST_ABBREVIATION = 4
LISTED = re.compile(r"\w\s*[/;,+&]\s*\w")  # « emp/conj » are two needs, « empl conj » is one
OTHER = "autre"
TURNING_WORDS = frozenset(
    (
        *("pa", "non", "ne", "n", "plu", "jamai", "san", "annul", "prevu", "prevoi", "futur", "bientot", "prochain"),
        *("programm", "planifi", "venir", "organis"),
        *("souhait", "envisag", "possibl", "avant", "si", "peut", "sauf", "encor", "refu", "attent", "fin"),
    )
)
TURNING_PROFILES = frozenset(("cherch", "recherch", "rech"))  # « cherche un CDI » has none
TURNED_FIELDS = {"needs", "needs_met", "abandonment_reason"}  # « pas de logement » is a reason about housing
WEAK_WORDS = frozenset(
    ("projet", "jeun", "autr", "demand", "dossier", "famill", "recherch", "travail", "plac", "activit")
)
# What a sheet or a table is called without saying where its households stand.
PLAIN_TITLES = {"suivi", "contact", "contacts", "installation", "installations", "visite", "visites", "demandes"}
FIELDS_SHARING_LABELS = {"needs_met": "needs", "abandonment_reason": "needs", "step": "status"}


@lru_cache(maxsize=TEXTS_KEPT)
def label_of(field: str, text: str, epci_code: str | None = None) -> str | None:
    """The code that a label of this field means, to this EPCI first; None where no spelling is near or within."""
    return whole_label(field, text, epci_code) or _only(codes_within(field, text))


@lru_cache(maxsize=TEXTS_KEPT)
def whole_label(field: str, text: str, epci_code: str | None = None) -> str | None:
    """The code of a text that is a label and nothing more: exactly, within a typo, or shortened (« accomp. »)."""
    key = gist(text)
    found = _labels().get((field, epci_code or ""), {}).get(key) or _labels().get((field, ""), {}).get(key)
    if found is None and len(key) >= FUZZY_LENGTH:
        found = _within_a_typo(field, key)
    is_one = LISTED.search(text) is None
    if found is None and is_one and len(key) >= SHORTEST_ABBREVIATION - text.rstrip().endswith("."):
        found = _only(frozenset(code for label, code in _by_initial(field).get(key[:1], ()) if _shortens(key, label)))
    shared = FIELDS_SHARING_LABELS.get(field)
    return found if found or not shared else whole_label(shared, text, epci_code)


def _shortens(key: str, label: str) -> bool:
    """« accomp » is « accompagné » cut short, « empl conj » « emploi conjoint »; « familles » is not « familles
    installées » without its last word."""
    words, whole = key.split(), label.split()
    return len(words) == len(whole) and all(map(str.startswith, whole, words)) and not _is_turned(key, label)


@lru_cache(maxsize=TEXTS_KEPT)
def codes_within(field: str, text: str) -> frozenset[str]:
    """The codes of the labels that stand whole within a longer text: « salon de Toulouse » -> salon.

    The longest labels count alone; none where a word may turn the meaning: « pas encore installés ».
    """
    words = frozenset(map(stem, gist(text).split()))
    if len(words) > LONGEST_LABEL:
        return frozenset()
    inside = {phrase: code for phrase, code in _label_phrases(field).items() if phrase <= words}
    longest = [phrase for phrase in inside if not any(phrase < other for other in inside)]
    turning = TURNING_WORDS | (TURNING_PROFILES if field == "profile" else frozenset())
    if turning & words.difference(*longest) and field not in TURNED_FIELDS:
        return frozenset()
    codes = frozenset(inside[phrase] for phrase in longest)
    return codes - {OTHER} or codes


def nearest_label(field: str, text: str, least: int) -> str | None:
    """The code of the label most like the text, from `least` % on."""
    labels = _labels().get((field, ""), {})
    near = process.extractOne(gist(text), labels.keys(), scorer=fuzz.ratio, score_cutoff=least)
    return labels[near[0]] if near else None


def _within_a_typo(field: str, key: str) -> str | None:
    """One letter wrong, two in a long label: « emménagé » and « déménagé » must not meet."""
    labels = _labels().get((field, ""), {})
    most = 1 if len(key) < LONG_ENOUGH_FOR_TWO else 2
    near = process.extract(key, labels.keys(), scorer=OSA.distance, score_cutoff=most, limit=None)
    return _only(frozenset(labels[label] for label, _, _ in near if not _is_turned(key, label)))


def _is_turned(key: str, label: str) -> bool:
    """« visite organisée » is no typo of « visite à organiser »: the one was, the other will be."""
    pairs = list(zip(key.split(), label.split(), strict=False))
    both = [*pairs, *((two, one) for one, two in pairs)]
    return any(done != verb and verb.endswith("er") and stem(done) == verb.removesuffix("er") for done, verb in both)


def _only(codes: frozenset[str]) -> str | None:
    return next(iter(codes)) if len(codes) == 1 else None


class Settled(Protocol):
    """What a référent confirmed once."""

    def label(self, epci_code: str | None, field: str, label: str) -> str | None: ...


@dataclass(frozen=True)
class Lexicon:
    """What labels mean in one workbook: what its référent confirmed, its own legend, then everybody's words.

    `legend` maps (field, normal form of a code) to the store's code.
    """

    epci_code: str | None = None
    legend: MappingProxyType = field(default_factory=lambda: MappingProxyType({}))
    confirmed: Settled | None = None

    def label(self, field: str, text: str) -> str | None:
        """The code of a label of this field, or None."""
        return self.own_label(field, text) or label_of(field, text, self.epci_code)

    def exact_label(self, field: str, text: str) -> str | None:
        """The same, for a label that stands alone in its text."""
        return self.own_label(field, text) or whole_label(field, text, self.epci_code)

    def own_label(self, field: str, text: str) -> str | None:
        """The code that this EPCI settled, or that its legend gives."""
        settled = self.confirmed.label(self.epci_code, field, text) if self.confirmed is not None else None
        return settled or self.legend.get((field, normal(text)))


@cache
def _labels() -> dict[tuple[str, str], dict[str, str]]:
    """(field, EPCI or empty for all) -> gist of a label -> code."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    for name, terms in CODED_FIELDS.items():
        found[name, ""] = {gist(word): str(term) for term in terms for word in (term.label, term.value)}
    for name, code, spelling, epci_code in read_table("labels").itertuples(index=False):
        found.setdefault((name, epci_code), {}).setdefault(gist(spelling), code)
    return found


@cache
def _by_initial(field: str) -> dict[str, list[tuple[str, str]]]:
    """First letter -> the labels of this field that begin with it, and their codes."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for label, code in _labels().get((field, ""), {}).items():
        found[label[:1]].append((label, code))
    return found


@cache
def _label_phrases(field: str) -> dict[frozenset[str], str]:
    """Stems of a label's words -> code, for labels of which the words mean one code alone."""
    shared = FIELDS_SHARING_LABELS.get(field, field)
    labels = [*_labels().get((shared, ""), {}).items(), *_labels().get((field, ""), {}).items()]
    found: dict[frozenset[str], set[str]] = defaultdict(set)
    for key, code in labels:
        found[frozenset(map(stem, key.split()))].add(code)
    return {phrase: next(iter(codes)) for phrase, codes in found.items() if len(codes) == 1 and phrase - WEAK_WORDS}
