"""Answers as the cells that the command prints: the contract of `--json`."""

import math
from datetime import date

import pandas as pd

from indicators.catalog import Entry
from indicators.changes import Change
from indicators.proof import Proof
from indicators.question import MEASURES, Question


def cell(entry: Entry, question: Question, row: dict, by: tuple[str, ...], sources: tuple[str, ...]) -> dict:
    """One cell; `by` is empty for the total."""
    return {
        "id": entry.id,
        "title": entry.title,
        "unit": entry.unit_in(question.unit),
        "by": {name: plain(row[name]) for name in by},
        **{name: plain(row[name]) for name in MEASURES},
        "as_of": question.as_of.isoformat(),
        "from": question.start.isoformat() if question.start else None,
        "to": question.as_of.isoformat(),
        "scope": question.scope.value,
        "sources": list(sources),
    }


def change_cell(change: Change, words: str) -> dict:
    """What `--since` adds to a total."""
    return {
        "since": change.since.isoformat(),
        "then": plain(change.then),
        "restated": plain(change.restated),
        "now": plain(change.now),
        "arrived_count": len(change.arrived),
        "gone_count": len(change.gone),
        "restatements": _records(change.restatements),
        "words": words,
    }


def proof_cell(entry: Entry, proof: Proof) -> dict:
    """What `--proof` adds to a total."""
    return {
        "definition": entry.definition,
        "formula": entry.formula,
        "source": entry.source,
        "caveat": entry.caveat,
        "epcis": _records(proof.epcis),
        "rejected": _records(proof.rejected),
        "lines": _records(proof.lines),
    }


def plain(value: object) -> object:
    """JSON's null for what is missing, whole numbers as integers, dates ISO."""
    if value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and not math.isfinite(value)):
        return None
    if isinstance(value, date):
        return value.isoformat()[:10]
    if hasattr(value, "item"):
        value = value.item()
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _records(rows: pd.DataFrame) -> list[dict]:
    return [{name: plain(value) for name, value in row.items()} for row in rows.to_dict("records")]
