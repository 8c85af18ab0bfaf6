"""What the workbook says of itself on its hidden sheet, the same to write and to read it."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pandas as pd

VERSION = 1
MARK = "oh-my-lot:modele"
HIDDEN, LISTS, FORM, HELP = "_ohmylot", "Listes", "Suivi", "Mode d'emploi"
EXAMPLE = "EXEMPLE"
DATE_ROW, GROUP_ROW, HEADING_ROW, EXAMPLE_ROW = 2, 4, 5, 6
DATE_COLUMN = 3  # where the day at which the workbook is drawn up is written
LINES = 1000


@dataclass(frozen=True)
class Column:
    """One column of the form: the store's field, and what people read."""

    field: str
    heading: str
    group: str
    help: str
    example: str


@cache
def columns() -> tuple[Column, ...]:
    """The columns of this version, from left to right."""
    rows = pd.read_csv(Path(__file__).parent / "columns.csv", dtype=str, keep_default_na=False, encoding="utf-8")
    return tuple(Column(*row) for row in rows.itertuples(index=False))
