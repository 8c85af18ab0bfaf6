"""Rows of the store, as literal as a test needs them."""

from collections.abc import Callable

import pandas as pd
import pytest

from indicators.question import MEASURES
from store import schema

GRAND_CAHORS = "200023737"
DTYPES = {"str": "str", "int": "Int64", "float": "float64", "bool": "boolean"}
DEFAULTS = {"epci_code": GRAND_CAHORS, "received_date": "2022-03-31", "import_id": 1}


@pytest.fixture(scope="session")
def households() -> Callable[..., pd.DataFrame]:
    """Makes the table `households` from mappings: each row says only what it needs; dates are known to the day."""
    return _households


def _households(*rows: dict) -> pd.DataFrame:
    complete = [DEFAULTS | {"household_id": f"h{n}", "family_id": f"h{n}"} | row for n, row in enumerate(rows, start=1)]
    dated = [
        {f"{name}_precision": "day" for name in schema.HOUSEHOLD_DATES if _is_told(row.get(name))} | row
        for row in complete
    ]
    table = frame("households", dated)
    table["received_date"] = pd.to_datetime([row["received_date"] for row in complete]).astype("datetime64[us]")
    return table


def _is_told(day: object) -> bool:
    return day is not None and day is not pd.NaT


@pytest.fixture(scope="session", name="frame")
def frame_fixture() -> Callable[..., pd.DataFrame]:
    """Makes any table of the store from mappings."""
    return frame


def frame(name: str, rows: list[dict]) -> pd.DataFrame:
    table = {}
    for column in schema.metadata.tables[name].columns:
        values = [row.get(column.name) for row in rows]
        kind = DTYPES.get(column.type.python_type.__name__)
        dates = None if kind else pd.to_datetime(pd.Series(values, dtype=object)).astype("datetime64[us]")
        table[column.name] = pd.array(values, dtype=kind) if kind else dates
    return pd.DataFrame(table)


@pytest.fixture(scope="session")
def cells() -> Callable[..., pd.DataFrame]:
    """Makes a whole answer: rows of the breakdowns `by`, then value, low, high, numerator, denominator."""
    return _cells


def _cells(*rows: tuple, by: tuple[str, ...] = ()) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=[*by, *MEASURES]).astype(dict.fromkeys(MEASURES, "float64"))
