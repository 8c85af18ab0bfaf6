"""What went wrong in a received file, told without quoting any cell."""

import re
from dataclasses import asdict, dataclass

OPTIONS = re.compile(r" \(--[^)]*\)")  # of the command, which a screen has as lists and a workbook has not


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to correct or to know, at a place in a received file.

    `row` is the line as the spreadsheet shows it (1-based), `column` its letter or header; the message is one French
    sentence that says what to do and never quotes what the cell holds.
    """

    code: str
    sheet: str = ""
    row: int | None = None
    column: str = ""
    message: str = ""

    @property
    def plain_message(self) -> str:
        """The message for whom does not type commands."""
        return OPTIONS.sub("", self.message)

    def to_dict(self) -> dict:
        return asdict(self) | {"message": self.plain_message}


class RefusedFile(Exception):
    """A file of which nothing can be taken; carries the one problem that says why and what to do."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem
