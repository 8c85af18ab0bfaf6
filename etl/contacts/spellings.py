"""The tables of words: which headings and labels mean which field and code."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pandas as pd
from rapidfuzz import fuzz, process

from etl.words import normal
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
    key = normal(text)
    if key in spellings or len(key) < FUZZY_LENGTH:
        return spellings.get(key)
    near = process.extractOne(key, spellings.keys(), scorer=fuzz.ratio, score_cutoff=SURE)
    return spellings[near[0]] if near else None


@cache
def label_of(field: str, text: str) -> str | None:
    """The code that a label of this field means; None where no spelling is near."""
    labels = _labels().get(field, {})
    key = normal(text)
    found = labels.get(key)
    if found is None and len(key) >= FUZZY_LENGTH:
        near = process.extractOne(key, labels.keys(), scorer=fuzz.ratio, score_cutoff=SURE)
        found = labels[near[0]] if near else None
    shared = FIELDS_SHARING_LABELS.get(field)
    return found if found or not shared else label_of(shared, text)


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
    found: dict[str, Heading] = {}
    for rank, (field, spelling) in enumerate(_read("columns").itertuples(index=False)):
        found.setdefault(normal(spelling), Heading(field, rank))
    return found


@cache
def _labels() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for field, terms in CODED_FIELDS.items():
        found[field] = {normal(word): str(term) for term in terms for word in (term.label, term.value)}
    for field, code, spelling in _read("labels").itertuples(index=False):
        found.setdefault(field, {})[normal(spelling)] = code
    return found


@cache
def _read(name: str) -> pd.DataFrame:
    return pd.read_csv(HERE / f"{name}.csv", dtype=str, keep_default_na=False, encoding="utf-8")
