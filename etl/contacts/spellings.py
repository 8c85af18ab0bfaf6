"""The tables of words: which headings and labels mean which field and code."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pandas as pd
from rapidfuzz import fuzz, process

from etl.words import gist, normal
from programme import vocabulary

HERE = Path(__file__).parent
SURE, FUZZY_LENGTH = 90, 6

CODED_FIELDS = {
    "status": vocabulary.Status,
    "attribution": vocabulary.Attribution,
    "profile": vocabulary.Profile,
    "channel": vocabulary.Channel,
    "needs": vocabulary.NeedAxis,
    "housing_solution": vocabulary.HousingSolution,
    "abandonment_reason": vocabulary.AbandonmentReason,
    "age_band": vocabulary.AgeBand,
}
FIELDS_SHARING_LABELS = {"needs_met": "needs", "abandonment_reason": "needs"}


@dataclass(frozen=True)
class Heading:
    """The field that a column's heading names; the lower the rank, the more exactly it is named."""

    field: str
    rank: int


@cache
def heading_of(text: str) -> Heading | None:
    """The field of a heading, exactly or within a typo; None where no spelling is near."""
    spellings = _headings()
    key = normal(text) if normal(text) in spellings else gist(text)
    if key in spellings or len(key) < FUZZY_LENGTH:
        return spellings.get(key)
    near = process.extractOne(key, spellings.keys(), scorer=fuzz.ratio, score_cutoff=SURE)
    return spellings[near[0]] if near else None


@cache
def label_of(field: str, text: str, epci_code: str | None = None) -> str | None:
    """The code that a label of this field means, to this EPCI first; None where no spelling is near."""
    labels = _labels().get((field, ""), {})
    key = gist(text)
    found = _labels().get((field, epci_code or ""), {}).get(key) or labels.get(key)
    if found is None and len(key) >= FUZZY_LENGTH:
        near = process.extractOne(key, labels.keys(), scorer=fuzz.ratio, score_cutoff=SURE)
        found = labels[near[0]] if near else None
    shared = FIELDS_SHARING_LABELS.get(field)
    return found if found or not shared else label_of(shared, text, epci_code)


@cache
def field_name(field: str) -> str:
    """How a field is called in a message to people: its first spelling in the table."""
    columns = _read("columns")
    return columns.loc[columns["field"] == field, "spelling"].iloc[0]


def epcis_named_in(text: str) -> frozenset[str]:
    """The EPCIs whose name stands in a text; the longest spelling wins over one that it contains."""
    key = f" {normal(text)} "
    named = [(code, f" {normal(name)} ") for code, name in _read("epcis").itertuples(index=False)]
    named = [(code, name) for code, name in named if name in key]
    return frozenset(code for code, name in named if not any(name != other and name in other for _, other in named))


@cache
def _headings() -> dict[str, Heading]:
    """Every spelling as it is, then its gist: « installé le » and « installé à » differ by their small words alone."""
    found: dict[str, Heading] = {}
    rows = list(_read("columns").itertuples(index=False))
    for key_of in (normal, gist):
        for rank, (field, spelling) in enumerate(rows):
            found.setdefault(key_of(spelling), Heading(field, rank))
    return found


@cache
def _labels() -> dict[tuple[str, str], dict[str, str]]:
    """(field, EPCI or empty for all) -> gist of a label -> code."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    for field, terms in CODED_FIELDS.items():
        found[field, ""] = {gist(word): str(term) for term in terms for word in (term.label, term.value)}
    for field, code, spelling, epci_code in _read("labels").itertuples(index=False):
        found.setdefault((field, epci_code), {}).setdefault(gist(spelling), code)
    return found


@cache
def _read(name: str) -> pd.DataFrame:
    return pd.read_csv(HERE / f"{name}.csv", dtype=str, keep_default_na=False, encoding="utf-8")
