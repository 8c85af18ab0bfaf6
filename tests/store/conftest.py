"""A store of its own for each test, and imports as short as a test needs them."""

from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest
from sqlalchemy import Engine

from store import reads
from store.writes import Receipt, record_import

CAHORS, FIGEAC = "200023737", "200067361"


@pytest.fixture
def receive(empty_store: Engine) -> Callable[..., int]:
    """Imports rows, as mappings by table, on a day: its import_id."""

    def _receive(day: str, kind: str = "state", epci_code: str | None = CAHORS, **tables: list[dict]) -> int:
        receipt = Receipt("0" * 64, f"{day}.xlsx", epci_code, kind, date.fromisoformat(day), 0, 0, 0, 0)
        frames = {name: pd.DataFrame(rows, dtype=object) for name, rows in tables.items()}
        return record_import(empty_store, receipt, frames)

    return _receive


@pytest.fixture
def family() -> Callable[..., dict]:
    """A row of households."""

    def _family(household_id: str, epci_code: str = CAHORS, **values: object) -> dict:
        return {"household_id": household_id, "family_id": household_id, "epci_code": epci_code} | values

    return _family


@pytest.fixture
def now(empty_store: Engine) -> Callable[..., list[list]]:
    """The rows of a table, as lists of the columns asked for."""

    def _now(name: str, *columns: str, **choices: object) -> list[list]:
        return reads.read_table(empty_store, name, **choices)[list(columns)].to_numpy(dtype=object).tolist()

    return _now


@pytest.fixture
def survey() -> Callable[..., dict]:
    """A row of labour_needs."""

    def _survey(year: int, fap_code: str, met: float) -> dict:
        place = {"departement_code": "46", "bassin_code": "7601", "fap_version": 2009}
        return {"survey_year": year, "fap_code": fap_code, "met": met} | place

    return _survey
