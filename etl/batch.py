"""Many files, one after the other: with their progress, and what was done if it is interrupted."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from rich.progress import track
from sqlalchemy import Engine

from etl.pipeline import receive_file
from etl.problems import Problem
from etl.report import Choices, Report
from etl.told import MESSAGES


def files_in(paths: Iterable[Path]) -> list[Path]:
    """The files themselves and those of the folders, by name; what a system hides is left."""
    found = []
    for path in paths:
        inside = sorted(file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]
        found += [file for file in inside if not file.name.startswith(".")]
    return found


def receive_files(engine: Engine, files: list[Path], choices: Choices, title: str) -> list[Report]:
    """One report per file and EPCI; after an interruption, those of the files done, then the others as skipped."""
    reports: list[Report] = []
    done = 0
    try:
        for path in track(files, title, console=MESSAGES, disable=len(files) < 2):
            reports += receive_file(engine, path, choices)
            done += 1
    except KeyboardInterrupt:
        reports += _not_done(files[done:])
    return reports


def was_interrupted(reports: Iterable[Report]) -> bool:
    return any(problem.code == "interrupted" for report in reports for problem in report.problems)


def _not_done(files: list[Path]) -> Iterator[Report]:
    for path in files:
        yield Report(path.name, status="skipped", problems=[Problem("interrupted", message=INTERRUPTED)])


INTERRUPTED = "L'import a été interrompu avant ce fichier. Relancez-le : ce qui est déjà pris ne changera pas."
