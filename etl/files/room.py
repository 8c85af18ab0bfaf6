"""How much a received file may hold: what a follow-up never has is refused before it fills the memory."""

from etl.files.unreadable import Unreadable

MOST_SHEETS = 300
MOST_COLUMNS = 4_000
MOST_MERGES = 5_000
MOST_CELLS = 3_000_000
MOST_LETTERS = 40_000_000


class Room:
    """What is left for the sheets of one file."""

    def __init__(self) -> None:
        self.cells, self.letters = MOST_CELLS, MOST_LETTERS

    def take_sheet(self, height: int, width: int) -> None:
        """Raises Unreadable where a sheet of this size does not fit."""
        if width > MOST_COLUMNS:
            raise Unreadable("too_many_columns")
        self.cells -= height * width
        if self.cells < 0:
            raise Unreadable("too_many_cells")

    def take_letters(self, count: int) -> None:
        """Raises Unreadable where so many do not fit."""
        self.letters -= count
        if self.letters < 0:
            raise Unreadable("too_many_cells")
