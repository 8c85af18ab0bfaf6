"""A column of a table: the field that it was taken for, how, and how surely."""

from dataclasses import dataclass, field
from enum import StrEnum, auto

TICKED_KINDS = ("stage:", "need:", "channel:")
"""How the fields begin of which a column is ticked: one a stage, a need, a channel."""


class Certainty(StrEnum):
    SURE = auto()
    LIKELY = auto()
    UNKNOWN = auto()


@dataclass(frozen=True)
class Column:
    """One column of a table. Its heading and its examples are words of the file: for the screen, never kept.

    `how`: confirmed, words, part (of the heading), near (words that contents confirm), contents, sheets (their names),
    month_first (words, and dates written the American way).
    """

    position: int
    field: str | None
    certainty: Certainty
    how: str
    agreement: float | None
    heading: str = field(repr=False, default="")
    examples: tuple[str, ...] = field(repr=False, default=())
    is_line: bool = False
    is_of_sheet: bool = False
    is_month_first: bool = False

    @property
    def letter(self) -> str:
        """Its name in a spreadsheet; of a form, the number of its line; none where it is the sheet's name."""
        if self.is_of_sheet:
            return ""
        return str(self.position + 1) if self.is_line else letter_of(self.position)


def letter_of(position: int) -> str:
    """How a spreadsheet names a column, from its position: 0 is A, 26 is AA."""
    letters, left = "", position + 1
    while left:
        left, rest = divmod(left - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
