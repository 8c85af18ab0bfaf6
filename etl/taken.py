"""What is taken of a received file that is no follow-up: the same account for every kind."""

from dataclasses import dataclass, field

import pandas as pd

from etl.problems import Problem
from programme.vocabulary import ImportKind


@dataclass(frozen=True, slots=True)
class Taken:
    """Rows by table of the store, counts of lines, the lines that were not taken, the cells refused of those that were,
    and what is told or to confirm."""

    kind: ImportKind
    frames: dict[str, pd.DataFrame]
    read: int
    accepted: int
    rejected: int
    left_out: int
    refused: list[Problem]
    epci_code: str | None = None
    told: list[Problem] = field(default_factory=list)
    to_confirm: list[Problem] = field(default_factory=list)
    is_known: bool = False
    cells: list[Problem] = field(default_factory=list)
