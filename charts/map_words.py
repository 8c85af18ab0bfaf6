"""What a map says in words: its values, its classes, its summary and its table."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal

import pandas as pd

from programme import territory, wording

Level = Literal["communes", "epcis", "bassins"]
Kind = Literal["count", "rate"]

PLACES = {"communes": "Commune", "epcis": "EPCI", "bassins": "Bassin d'emploi"}
MANY_PLACES = {"communes": "communes", "epcis": "EPCI", "bassins": "bassins d'emploi"}
NO_DATA = "pas de données"
# Below this, who comes first is chance: the summary names nobody.
RANKED_FROM = 10


@dataclass(frozen=True)
class Words:
    """How one map says its numbers."""

    kind: Kind
    unit: str | tuple[str, str]
    feminine: bool
    is_share: bool
    digits: int

    @property
    def plural(self) -> str:
        return self.unit if isinstance(self.unit, str) else self.unit[1]

    def figure(self, value: float) -> str:
        return wording.percent(value, self.digits) if self.is_share else wording.number(value, self.digits)

    def of(self, value: float) -> str:
        if value != value:
            return NO_DATA
        if self.kind == "count":
            singular, plural = (self.unit, self.unit) if isinstance(self.unit, str) else self.unit
            return wording.counted(value, singular, plural, feminine=self.feminine)
        return f"{self.figure(value)} {self.plural}"

    def of_row(self, row: dict[str, Any]) -> str:
        if isinstance(row.get("words"), str):
            return row["words"]
        return f"{self.short(row)} {self.plural}" if _is_interval(row) else self.of(row["value"])

    def short(self, row: dict[str, Any]) -> str:
        """The figure alone, for a label on the map."""
        if _is_interval(row):
            return self.between(row["low"], row["high"])
        return "" if pd.isna(row["value"]) else self.figure(row["value"])

    def between(self, low: float, high: float) -> str:
        if self.is_share:
            return wording.percent_range(low, high, self.digits)
        return f"{self.figure(low)} à {self.figure(high)}"


def _is_interval(row: dict[str, Any]) -> bool:
    low, high = row.get("low"), row.get("high")
    return not (pd.isna(low) or pd.isna(high) or low == high)


def class_labels(limits: Sequence[float], words: Words) -> list[str]:
    if not limits:
        return ["plus de zéro"]
    told = [words.figure(limit) for limit in limits]
    between = [words.between(low, high) for low, high in pairwise(limits)]
    return [f"moins de {told[0]}", *between, f"{told[-1]} et plus"]


def territories_count(level: Level) -> int:
    return {"communes": len(territory.communes()), "epcis": len(territory.epcis()), "bassins": 3}[level]


def names_of(level: Level) -> dict[str, str]:
    if level == "bassins":
        return territory.bassins().drop_duplicates("bassin_code").set_index("bassin_code")["bassin_name"].to_dict()
    return territory.commune_names() if level == "communes" else territory.epci_names()


def summary_of(figures: pd.Series, level: Level, words: Words, title: str) -> str:
    """What the map says, for who does not see it; names only where the numbers bear it."""
    names = names_of(level)
    present = figures[figures > 0].sort_values(ascending=False)
    if present.empty:
        return f"{title} : {words.of(0)}."
    if words.kind == "rate":
        known = figures.dropna()
        return f"{title} : de {words.figure(known.min())} à {words.figure(known.max())} {words.plural}."
    where = wording.counted(
        len(present), PLACES[level] if level == "epcis" else PLACES[level].lower(), MANY_PLACES[level]
    )
    large = present[present >= RANKED_FROM].head(3)
    first = [f"{names.get(code, code)} ({wording.number(value)})" for code, value in large.items()]
    ranked = f" ; d'abord {wording.listed(first)}" if first else ""
    return f"{title} : {words.of(present.sum())} dans {where}{ranked}."


def rows_of(figures: pd.Series, texts: dict[str, str], level: Level, words: Words) -> pd.DataFrame:
    """The accessible table: one row per territory that has a figure other than zero, the largest first."""
    names = names_of(level)
    shown = figures[figures.isna() | (figures != 0)].sort_values(ascending=False, na_position="last", kind="stable")
    return pd.DataFrame(
        {
            PLACES[level]: [names.get(code, code) for code in shown.index],
            wording.sentence(words.plural): [texts[code] for code in shown.index],
        }
    )


def epci_words_of(by_epci: pd.DataFrame, words: Words) -> dict[str, str]:
    return {row.epci_code: words.of(float(row.value)) for row in by_epci.itertuples()}
