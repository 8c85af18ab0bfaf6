"""A workbook written for a test in a habit of its own, with what a perfect reader takes from it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.etl.habits.cells import write_cell
from tests.etl.habits.facts import Household, households
from tests.etl.habits.grid import Grid, write

COUNT = 24


@dataclass
class Book:
    """A written workbook: `truth` has one mapping per household, in the order of the file."""

    path: Path
    epci_code: str
    truth: list[dict] = field(default_factory=list)


def lay(grid: Grid, household: Household, columns: list[tuple]) -> dict:
    """Adds a household's line to the sheet; the facts that it tells."""
    written = [write_cell(household, name, style) for *_, name, style in columns]
    grid.rows.append([cell for cell, _ in written])
    facts: dict = {}
    for _, said in written:
        needs = facts.get("needs", set()) | said["needs"] if "needs" in said else None
        facts |= said if needs is None else {"needs": needs}
    return facts


def flat(grid: Grid, people: list[Household], columns: list[tuple]) -> list[dict]:
    grid.rows.append([heading for *_, heading, _, _ in columns])
    return [lay(grid, household, columns) for household in people]


Maker = Callable[[Path], Book]
MAKERS: dict[str, Maker] = {}


def book(epci_code: str, file_name: str, count: int = COUNT):
    """Registers a maker: it is handed the households and gives the grids and the truth."""

    def register(make):
        def written(folder: Path) -> Book:
            people = households(epci_code, count, seed=len(make.__name__))
            grids, truth, *options = make(people)
            return Book(write(folder / file_name, grids, **(options[0] if options else {})), epci_code, truth)

        MAKERS[make.__name__] = written
        return make

    return register
