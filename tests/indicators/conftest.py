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
    table = frame("households", complete)
    table["received_date"] = pd.to_datetime([row["received_date"] for row in complete]).astype("datetime64[us]")
    for name in schema.HOUSEHOLD_DATES:
        precision = table[f"{name}_precision"]
        table[f"{name}_precision"] = precision.where(precision.notna() | table[name].isna(), "day")
    return table


@pytest.fixture(scope="session", name="frame")
def frame_fixture() -> Callable[..., pd.DataFrame]:
    """Makes any table of the store from mappings."""
    return frame


def frame(name: str, rows: list[dict]) -> pd.DataFrame:
    columns = schema.metadata.tables[name].columns
    table = pd.DataFrame(rows, columns=[column.name for column in columns], dtype=object)
    for column in columns:
        kind = DTYPES.get(column.type.python_type.__name__)
        if kind:
            table[column.name] = table[column.name].astype(kind)
        else:
            table[column.name] = pd.to_datetime(table[column.name]).astype("datetime64[us]")
    return table


@pytest.fixture(scope="session")
def cells() -> Callable[..., pd.DataFrame]:
    """Makes a whole answer: rows of the breakdowns `by`, then value, low, high, numerator, denominator."""
    return _cells


def _cells(*rows: tuple, by: tuple[str, ...] = ()) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=[*by, *MEASURES]).astype(dict.fromkeys(MEASURES, "float64"))
