"""Type the cells of the employers' survey (BMO), each distinct content once."""

import math
import re
from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import cache

import numpy as np
import pandas as pd

from etl.words import normal
from programme import territory

SECRETS = frozenset(("*", "**", "***", "nc", "nd", "ns", "secret", "secret statistique"))
"""What stands for a secret figure, in small letters and without dots: the producer writes `*`, copies of it more."""

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_DEPARTEMENT = re.compile(r"\d\d|2[AB]|97\d|98\d")


def read_texts(cells: Sequence[Hashable]) -> pd.Series:
    """Return the cells as text, trimmed, whole numbers without their `.0`; missing where empty."""
    return _texts(cells, _as_text)


def read_departements(cells: Sequence[Hashable]) -> pd.Series:
    """Return département codes (`46`, `01`, `2A`, `971`) whatever the cells' type, names told by their codes; missing
    where they are neither."""
    return _texts(cells, _as_departement)


def read_figures(cells: Sequence[Hashable]) -> tuple[np.ndarray, np.ndarray]:
    """Return the cells as numbers, NaN where they are none, and whether each is secret (`*`)."""
    codes, distinct = _distinct(cells)
    numbers = np.array([_as_number(cell) for cell in distinct], dtype=float)
    secret = np.array([_is_secret(cell) for cell in distinct], dtype=bool)
    return numbers[codes], secret[codes]


def is_blank(cells: Sequence[Hashable]) -> np.ndarray:
    """Return whether each cell is empty."""
    codes, distinct = _distinct(cells)
    return np.array([cell is None or not str(cell).strip() for cell in distinct], dtype=bool)[codes]


def read_years(cells: Iterable[Hashable]) -> set[int]:
    """Return the distinct whole numbers among the cells of a column of years."""
    numbers = {_as_number(cell) for cell in set(cells)}
    return {int(number) for number in numbers if not math.isnan(number) and number.is_integer()}


def _texts(cells: Sequence[Hashable], typed: Callable[[object], str | None]) -> pd.Series:
    codes, distinct = _distinct(cells)
    return pd.Series([typed(cell) for cell in distinct], dtype="str").take(codes).reset_index(drop=True)


def _distinct(cells: Sequence[Hashable]) -> tuple[np.ndarray, list[Hashable]]:
    """The place of each cell among the distinct ones: a column of the whole country says few things."""
    places = {cell: place for place, cell in enumerate(dict.fromkeys(cells))}
    return np.array([places[cell] for cell in cells], dtype=np.intp), list(places)


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
    text = _as_text(cell) or ""
    code = text.upper().lstrip("0").zfill(2)
    return code if _DEPARTEMENT.fullmatch(code) else _codes_of_names().get(normal(text))


@cache
def _codes_of_names() -> dict[str, str]:
    return {normal(name): code for code, name in territory.departement_names().items()}


def _as_number(cell: object) -> float:
    if isinstance(cell, int | float):
        return float(cell) if math.isfinite(cell) else math.nan
    text = "".join(str(cell).split()).replace(",", ".")
    return float(text) if _NUMBER.fullmatch(text) else math.nan


def _is_secret(cell: object) -> bool:
    return isinstance(cell, str) and cell.casefold().replace(".", "").strip() in SECRETS
