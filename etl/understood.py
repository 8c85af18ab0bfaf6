"""What a received file says, before it is accepted."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from etl.problems import Problem
from etl.report import Report

REJECTION_COLUMNS = ["source_file", "source_sheet", "source_row", "column", "code", "message", "is_row"]


@dataclass(frozen=True)
class Understood:
    """What a file says of one EPCI, or of none: its report so far, its rows by table, the part of its name that is
    stored, the day on which it counts, what must be confirmed first, whether it only says again what is known, and the
    choices to keep with it."""

    report: Report
    frames: Mapping[str, pd.DataFrame]
    source_file: str
    received_date: date
    is_demo: bool
    to_confirm: list[Problem] = field(default_factory=list)
    is_known: bool = False
    choices: Mapping[str, pd.DataFrame] = field(default_factory=dict)


def rejection_rows(rejected: list[Problem], refused: list[Problem], source_file: str) -> pd.DataFrame:
    """One row per line rejected and per cell refused."""
    problems = [(problem, True) for problem in rejected] + [(problem, False) for problem in refused]
    rows = [(source_file, p.sheet, p.row, p.column, p.code, p.message, is_row) for p, is_row in problems]
    return pd.DataFrame(rows, columns=REJECTION_COLUMNS, dtype=object)
