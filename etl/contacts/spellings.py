"""The tables of words that reading rests on, and what is common to headings and labels."""

import re
from functools import cache
from pathlib import Path

import pandas as pd

from etl.words import normal
from programme import territory, vocabulary
from store import schema

HERE = Path(__file__).parent
ALIKE, FUZZY_LENGTH = 90, 6
SIREN = re.compile(r"(?<!\d)\d{9}(?!\d)")

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
OCCUPATION = "occupation_code"
OCCUPATIONS = frozenset((OCCUPATION, "partner_occupation_code"))
"""What one's words mean as an occupation, they mean as a partner's: choices are kept under the first."""

PRECISION = "_precision"
PRECISIONS = {f"{name}{PRECISION}": name for name in schema.HOUSEHOLD_DATES}
"""The twin columns of our own export: how much of a date is known."""


@cache
def read_table(name: str) -> pd.DataFrame:
    """A table of this folder, as texts: columns, labels, word_forms, epcis."""
    return pd.read_csv(HERE / f"{name}.csv", dtype=str, keep_default_na=False, encoding="utf-8")


@cache
def field_name(field: str) -> str:
    """How a field is called in a message to people: its first spelling in the table."""
    if field in PRECISIONS:
        return f"{field_name(PRECISIONS[field])} (précision)"
    columns = read_table("columns")
    return columns.loc[columns["field"] == field, "spelling"].iloc[0]


def epcis_named_in(text: str) -> frozenset[str]:
    """The EPCIs whose SIREN or name stands in a text; the longest spelling wins over one that it contains."""
    if numbers := territory.epcis().index.intersection(SIREN.findall(text)).tolist():
        return frozenset(numbers)
    key = f" {normal(text)} "
    spellings = [(code, normal(name)) for code, name in read_table("epcis").itertuples(index=False)]
    # « suivi_grandfigeac » is how a file's name runs words together.
    written = [(code, f" {name} ") for code, name in spellings] + [
        (code, f" {name.replace(' ', '')} ") for code, name in spellings
    ]
    named = [(code, name) for code, name in written if name in key]
    return frozenset(code for code, name in named if not any(name != other and name in other for _, other in named))


def epci_of(text: str) -> str | None:
    """The one EPCI that a text names, by its SIREN or its name."""
    named = epcis_named_in(text)
    return next(iter(named)) if len(named) == 1 else None
