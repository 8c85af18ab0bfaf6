"""The demo's files: ten workbooks of follow-up, and the programme's own."""

from datetime import date
from functools import cache
from pathlib import Path

from etl.demo import people
from etl.demo.earlier import dated
from etl.demo.files import write_book
from etl.demo.habits import habits
from etl.demo.sheets import Book, lay_out
from etl.demo.simulate import simulate
from etl.demo.steering import write_steering
from etl.demo.timeline import PREVIOUS_COMMITTEE


@cache
def books(day: date | None = None) -> tuple[Book, ...]:
    """The ten workbooks, laid out, in the order of their tables; as they stood on a day."""
    households = simulate().to_dict("records")
    return tuple(
        lay_out(
            dated(habit, day) if day else habit, [row for row in households if row["epci_code"] == habit.epci_code], day
        )
        for habit in habits()
    )


def write_demo(folder: Path) -> list[Path]:
    """Write every file of the demo into a folder, which is made if missing; the same bytes each time."""
    return [*_write(folder, books()), write_steering(folder)]


def write_earlier(folder: Path) -> list[Path]:
    """Write the ten workbooks as the previous committee had received them."""
    return _write(folder, books(PREVIOUS_COMMITTEE))


def _write(folder: Path, laid_out: tuple[Book, ...]) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / book.habit.file for book in laid_out]
    for path, book in zip(paths, laid_out, strict=True):
        write_book(path, book)
    return paths


def personal_words() -> set[str]:
    """Every invented surname, phone, e-mail, address and comment: none may be found past the ETL, in any case."""
    return people.personal_words(simulate().to_dict("records"))
