"""The faults planted in the demo: which household carries which, so that refusing and rejecting can be seen."""

from collections.abc import Callable
from datetime import date
from random import Random

from etl.demo.tables import table


def plant(rng: Random, epci_code: str, rows: list[dict], one_more: Callable[[], dict]) -> None:
    """Name each fault of this EPCI in one household of `rows`; a line to be rejected is one more household."""
    for fault in table("faults")["faults"]:
        if fault["epci_code"] != epci_code:
            continue
        if fault["verdict"] == "row":
            rows.append(one_more() | {"fault": fault["id"]})
        else:
            rng.choice([row for row in rows if _may_carry(row, fault)])["fault"] = fault["id"]


def planted(fault_id: str | None) -> dict | None:
    """The fault's line of the table, None for a household without one."""
    return next((fault for fault in table("faults")["faults"] if fault["id"] == fault_id), None)


def at_fault(fault: dict) -> str:
    """The field whose cell is wrong."""
    return next(iter(fault["cells"]))


def _may_carry(row: dict, fault: dict) -> bool:
    field = at_fault(fault)
    early = field == "installation_date" and row["first_contact_date"] < date(2020, 1, 1)
    filled = field == "installation_date" or row.get(field) is not None
    return row["fault"] is None and row["status"] == fault["status"] and filled and not early
