"""The catalogue: what each figure means, for the screen, the exports and whoever asks."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

import yaml

from programme.vocabulary import Unit


@dataclass(frozen=True)
class Entry:
    """One figure: its words in French, its unit, what it may be asked by, and how it is drawn (circles or shades).

    `columns` of the store (table.column) are those without which it is told by no source.
    """

    id: str
    title: str
    definition: str
    formula: str
    unit: str
    units: tuple[str, ...]
    kind: Literal["count", "rate"]
    breakdowns: tuple[str, ...]
    source: str
    caveat: str
    since: date
    columns: tuple[str, ...] = ()

    def unit_in(self, asked: Unit) -> str:
        """The unit of its values where this one is asked: households are counted in any, the rest keeps its own."""
        return str(asked) if self.unit == Unit.FOYERS and asked in self.units else self.unit


@cache
def catalog() -> dict[str, Entry]:
    """Every entry by id, in the order of the committee's reading."""
    entries = yaml.safe_load((Path(__file__).parent / "catalog.yml").read_text(encoding="utf-8"))
    return {
        id: Entry(id=id, **{name: tuple(said) if isinstance(said, list) else said for name, said in entry.items()})
        for id, entry in entries.items()
    }
