"""Columns that no words name and without which others would be misread: they are asked about, never passed over."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from etl.contacts.columns import Certainty, Column
from etl.contacts.contents import Sample, agreement, codes_told
from etl.contacts.labels import Lexicon
from etl.words import normal

TICKED_STAGE = "stage:contact"  # any of them: a tick is a tick
MOSTLY = 0.7
MOST_LABELS, LONGEST_LABEL = 12, 7  # of a list: what says more, or at more length, is a note


def doubted(columns: list[Column], samples: Mapping[int, Sample], lexicon: Lexicon) -> list[Column]:
    """The same columns, those that may be a stage or the status proposed as such."""
    fields = {column.field for column in columns}
    has_stages = any(field and field.startswith("stage:") for field in fields)
    if has_stages:
        return [_beside_stages(column, columns, samples, lexicon) for column in columns]
    if fields & {"status", "step"} or not {"first_contact_date", "person_name", "dossier_ref"} & fields:
        return columns
    labels = next((column for column in columns if _may_be_status(column, samples[column.position], lexicon)), None)
    return [_proposed(column, "status", "contents") if column is labels else column for column in columns]


def _beside_stages(column: Column, columns: Iterable[Column], samples, lexicon: Lexicon) -> Column:
    """A stage ticked under words that nobody knows would leave its households at the stage before."""
    around = {other.field or "" for other in columns if abs(other.position - column.position) == 1}
    is_beside = any(field.startswith("stage:") for field in around)
    if column.field or not column.heading or not is_beside:
        return column
    filled = Counter(filter(None, samples[column.position].cells))
    ticks = [count for text, count in filled.items() if agreement(TICKED_STAGE, Sample((text,), ()), lexicon)]
    is_ticked = sum(ticks) >= MOSTLY * filled.total() > 0  # under them may be a total
    return _proposed(column, "ignored", "near") if is_ticked else column


def _may_be_status(column: Column, sample: Sample, lexicon: Lexicon) -> bool:
    """A few short words that come again and again, of which one at least is a status."""
    if column.field or not column.heading or sample.is_mostly_distinct or not 1 < len(sample.texts) <= MOST_LABELS:
        return False
    are_short = all(len(normal(text).split()) <= LONGEST_LABEL for text in sample.texts)
    return are_short and bool(codes_told("status", sample, lexicon))


def _proposed(column: Column, field: str, how: str) -> Column:
    return replace(column, field=field, certainty=Certainty.LIKELY, how=how)
