"""The demo's files: ten workbooks of follow-up, and the programme's own."""

from functools import cache
from pathlib import Path

from etl.demo import people
from etl.demo.files import write_book
from etl.demo.habits import habits
from etl.demo.sheets import Book, lay_out
from etl.demo.simulate import simulate
from etl.demo.steering import write_steering


@cache
def books() -> tuple[Book, ...]:
    """The ten workbooks, laid out, in the order of their tables."""
    households = simulate().to_dict("records")
    return tuple(
        lay_out(habit, [row for row in households if row["epci_code"] == habit.epci_code]) for habit in habits()
    )


def write_demo(folder: Path) -> list[Path]:
    """Write every file of the demo into a folder, which is made if missing; the same bytes each time."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / book.habit.file for book in books()]
    for path, book in zip(paths, books(), strict=True):
        write_book(path, book)
    return [*paths, write_steering(folder)]


def personal_words() -> set[str]:
    """Every invented surname, phone, e-mail, address and comment: none may be found past the ETL, in any case."""
    return people.personal_words(simulate().to_dict("records"))
