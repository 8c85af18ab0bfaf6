"""What a perfect reader would store of the demo's ten workbooks, for the tests of the reader.

truth.csv: one row per household kept, at the line of its contact, under the names of the table households. `needs`,
`needs_met`, `needs_unmet` are axes, space separated; where a column says which needs are met, the others are not.
Empty is what the file does not say. A French origin has the country FR, « Région parisienne » only that.
faults.csv: one row per planted fault, `column` its letter.
"""

import csv
from datetime import date
from pathlib import Path

from etl.demo.workbooks import books
from store.schema import HOUSEHOLD_BOOLEANS, HOUSEHOLD_CODES, HOUSEHOLD_COUNTS, HOUSEHOLD_DATES

OCCUPATIONS = ("fap_version", "fap_code", "occupation_code", "partner_occupation_code")  # tested by their own list
TRUTH_COLUMNS = (
    *("source_file", "source_sheet", "source_row", "dossier_ref"),
    *(code for code in HOUSEHOLD_CODES if code not in OCCUPATIONS),
    *HOUSEHOLD_COUNTS,
    *HOUSEHOLD_BOOLEANS,
    *(name for field in HOUSEHOLD_DATES for name in (field, f"{field}_precision")),
    *("needs", "needs_met", "needs_unmet"),
)
FAULT_COLUMNS = ("source_file", "source_sheet", "source_row", "column", "heading", "verdict", "code")


def write_truth(folder: Path) -> list[Path]:
    """Write truth.csv and faults.csv into a folder, which is made if missing."""
    folder.mkdir(parents=True, exist_ok=True)
    truth = [row for book in books() for row in book.truth]
    faults = [row for book in books() for row in book.faults]
    return [
        _write(folder / "truth.csv", TRUTH_COLUMNS, truth),
        _write(folder / "faults.csv", FAULT_COLUMNS, faults),
    ]


def _write(path: Path, columns: tuple[str, ...], rows: list[dict]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows({name: _text(value) for name, value in row.items()} for row in rows)
    return path


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return " ".join(value)
    return value.isoformat() if isinstance(value, date) else "" if value is None else str(value)
