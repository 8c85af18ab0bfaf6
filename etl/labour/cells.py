"""Type the cells of the employers' survey (BMO), each distinct content once."""

import math
import re
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

import numpy as np
import pandas as pd

SECRET = "*"

Typed = TypeVar("Typed")

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_DEPARTEMENT = re.compile(r"\d\d|2[AB]|97\d|98\d")


def read_texts(cells: Sequence[Hashable]) -> pd.Series:
    """Return the cells as text, trimmed, whole numbers without their `.0`; missing where empty."""
    return pd.Series(_each_distinct(cells, _as_text), dtype="str")


def read_departements(cells: Sequence[Hashable]) -> pd.Series:
    """Return département codes (`46`, `01`, `2A`, `971`) whatever the cells' type; missing where they are no code."""
    return pd.Series(_each_distinct(cells, _as_departement), dtype="str")


def read_figures(cells: Sequence[Hashable]) -> tuple[np.ndarray, np.ndarray]:
    """Return the cells as numbers, NaN where they are none, and whether each is secret (`*`)."""
    numbers = np.array(_each_distinct(cells, _as_number), dtype=float)
    secret = np.array(_each_distinct(cells, _is_secret), dtype=bool)
    return numbers, secret


def read_years(cells: Iterable[Hashable]) -> set[int]:
    """Return the distinct whole numbers among the cells of a column of years."""
    numbers = {_as_number(cell) for cell in set(cells)}
    return {int(number) for number in numbers if not math.isnan(number) and number.is_integer()}


def _each_distinct(cells: Sequence[Hashable], function: Callable[[object], Typed]) -> list[Typed]:
    typed = {cell: function(cell) for cell in set(cells)}
    return [typed[cell] for cell in cells]


def _as_text(cell: object) -> str | None:
    if isinstance(cell, float):
        return _text_of_number(cell)
    text = " ".join(str(cell).split()) if cell is not None else ""
    return text.removesuffix(".0") if text[:1].isdigit() else text or None


def _text_of_number(cell: float) -> str | None:
    if math.isnan(cell):
        return None
    return str(int(cell)) if cell.is_integer() else str(cell)


def _as_departement(cell: object) -> str | None:
    code = (_as_text(cell) or "").upper().lstrip("0").zfill(2)
    return code if _DEPARTEMENT.fullmatch(code) else None


def _as_number(cell: object) -> float:
    if isinstance(cell, int | float):
        return float(cell) if math.isfinite(cell) else math.nan
    text = "".join(str(cell).split()).replace(",", ".")
    return float(text) if _NUMBER.fullmatch(text) else math.nan


def _is_secret(cell: object) -> bool:
    return isinstance(cell, str) and cell.strip() == SECRET
