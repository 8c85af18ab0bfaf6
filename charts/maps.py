"""A frame of territories -> what a map shows: circles or shades, words, legend, table. No drawing here."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from charts.classes import class_of, key_values, round_breaks, round_up
from charts.map_words import (
    NO_DATA,
    PLACES,
    Kind,
    Level,
    Words,
    class_labels,
    epci_words_of,
    rows_of,
    summary_of,
    territories_count,
)
from charts.theme import rate_slots
from programme import wording

CODES: dict[str, str] = {"communes": "commune_code", "epcis": "epci_code", "bassins": "bassin_code"}
# The largest circle of each level, in the outlines' units (the map is 800 wide).
LARGEST_RADIUS = {"communes": 34.0, "epcis": 54.0, "bassins": 64.0}
SMALLEST_RADIUS = 3.5


@dataclass(frozen=True)
class MapLayer:
    """What one map shows. `items`: code -> (radius or shade, words, short figure for the labels of large
    territories); a shade is 1 to 5, 0 for zero, -1 for no data.
    """

    level: Level
    kind: Kind
    title: str
    legend_title: str
    items: dict[str, tuple[float, str, str]]
    absent: tuple[float, str]
    legend: list[dict[str, Any]]
    summary: str
    rows: pd.DataFrame
    breaks: list[float] = field(default_factory=list)
    epci_words: dict[str, str] = field(default_factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """What the component is sent: a few kilobytes, no outline, no colour."""
        return {
            "level": self.level,
            "kind": self.kind,
            "title": self.title,
            "legendTitle": self.legend_title,
            "items": {code: list(item) for code, item in self.items.items()},
            "absent": list(self.absent),
            "legend": self.legend,
            "summary": self.summary,
            "epciWords": self.epci_words,
        }


def map_layer(
    values: pd.DataFrame,
    *,
    level: Level,
    kind: Kind,
    unit_label: str | tuple[str, str],
    title: str | None = None,
    feminine: bool = False,
    is_share: bool = False,
    digits: int = 0,
    breaks: Sequence[float] | None = None,
    largest: float | None = None,
    by_epci: pd.DataFrame | None = None,
) -> MapLayer:
    """The layer of one map.

    `values`: one row per territory, `<level>_code` and `value`; optional `low`, `high` (told in words), `words` (for
    ours). A missing value is no data; a territory without a row has none of a count, no data for a rate. `unit_label`:
    (singular, plural) of a count, the words after a rate; `is_share` writes 0.12 as « 12 % ». `breaks` (rates) or
    `largest` (counts) are equal between maps. `by_epci` (`epci_code`, `value`) says an EPCI's whole figure.
    """
    words = Words(kind, unit_label, feminine, is_share, digits)
    known, figures = _by_code(values, level)
    limits, top = _scale(figures, kind, breaks, largest)
    texts = {code: words.of_row(row) for code, row in known.items()}
    marks = {code: _mark(value, kind, level, limits, top) for code, value in figures.items()}
    heading = title or _heading(words, level)
    return MapLayer(
        level=level,
        kind=kind,
        title=heading,
        legend_title=wording.sentence(words.plural),
        items={code: (mark, texts[code], _short(known[code], level, words)) for code, mark in marks.items()},
        absent=(0, words.of(0)) if kind == "count" else (-1, NO_DATA),
        legend=_legend(figures, level, words, limits, top, largest),
        summary=summary_of(figures, level, words, heading),
        rows=rows_of(figures, texts, level, words),
        breaks=limits,
        epci_words={} if by_epci is None else epci_words_of(by_epci, words),
    )


def _short(row: dict, level: Level, words: Words) -> str:
    """What is written on the territory itself; a commune has no room for it."""
    return "" if level == "communes" else words.short(row)


def _by_code(values: pd.DataFrame, level: Level) -> tuple[dict[str, dict], pd.Series]:
    """Each territory's row, and its value. Raises ValueError where one has two rows."""
    known = values.set_index(CODES[level])
    if not known.index.is_unique:
        raise ValueError(f"more than one row for a {CODES[level]}")
    return known.to_dict("index"), known["value"].astype(float)


def _scale(
    figures: pd.Series, kind: Kind, breaks: Sequence[float] | None, largest: float | None
) -> tuple[list[float], float]:
    """The limits of the classes of a rate, and the value of the largest circle of a count."""
    top = largest or round_up(figures.max() if figures.notna().any() else 0)
    if kind == "count":
        return [], top
    return list(breaks if breaks is not None else round_breaks(figures.dropna().tolist())), top


def _heading(words: Words, level: Level) -> str:
    """« Foyers installés par commune »."""
    place = PLACES[level] if level == "epcis" else PLACES[level].lower()
    return wording.sentence(f"{words.plural} par {place}")


def _mark(value: float, kind: Kind, level: Level, limits: Sequence[float], top: float) -> float:
    if value != value:
        return -1
    if kind == "count":
        return _radius(value, level, top)
    return 0 if value == 0 else rate_slots(len(limits) + 1)[class_of(value, limits)] + 1


def _radius(value: float, level: Level, top: float) -> float:
    """In proportion of the area: four times the households, twice the radius."""
    if value <= 0:
        return 0
    return round(max(LARGEST_RADIUS[level] * (value / top) ** 0.5, SMALLEST_RADIUS), 1)


def _legend(
    figures: pd.Series, level: Level, words: Words, limits: Sequence[float], top: float, largest: float | None
) -> list[dict[str, Any]]:
    nothing = {"mark": "zero", "label": "aucune" if words.feminine else "aucun"}
    if words.kind == "count":
        peak = largest or (figures.max() if figures.notna().any() else 0)
        entries = [
            {"mark": "circle", "radius": _radius(value, level, top), "label": wording.number(value)}
            for value in (key_values(peak) if peak > 0 else [])
        ] + [nothing]
    else:
        slots = rate_slots(len(limits) + 1)
        entries = [
            {"mark": "rate", "shade": slots[i] + 1, "label": label}
            for i, label in enumerate(class_labels(limits, words))
        ]
        entries = ([{**nothing, "label": "0"}] if (figures == 0).any() else []) + entries
    is_missing = figures.isna().any() or (words.kind == "rate" and len(figures) < territories_count(level))
    return entries + ([{"mark": "missing", "label": NO_DATA}] if is_missing else [])
