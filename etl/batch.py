"""Many files, one after the other: with their progress, and what was done if it is interrupted."""

from collections.abc import Iterable
from pathlib import Path

from rich.progress import track
from sqlalchemy import Engine

from etl.pipeline import receive_file
from etl.problems import Problem
from etl.report import Choices, Report
from etl.told import MESSAGES

Received = dict[Path, list[Report]]
"""By file, one report for each EPCI of which it speaks."""


def files_in(paths: Iterable[Path]) -> list[Path]:
    """The files themselves and those of the folders, by name; what a system hides is left."""
    found = []
    for path in paths:
        inside = sorted(file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]
        found += [file for file in inside if not file.name.startswith(".")]
    return list(dict.fromkeys(found))


def receive_files(engine: Engine, files: list[Path], choices: Choices, title: str) -> Received:
    """What became of each file; after an interruption, the files not done are skipped."""
    received: Received = {}
    try:
        for path in track(files, title, console=MESSAGES, disable=len(files) < 2):
            received[path] = receive_file(engine, path, choices)
    except KeyboardInterrupt:
        for path in files[len(received) :]:
            problem = Problem("interrupted", message=INTERRUPTED)
            received[path] = [Report(path.name, status="skipped", problems=[problem])]
    return received


def reports_of(received: Received) -> list[Report]:
    return [report for reports in received.values() for report in reports]


def was_interrupted(reports: Iterable[Report]) -> bool:
    return any(problem.code == "interrupted" for report in reports for problem in report.problems)


INTERRUPTED = "L'import a été interrompu avant ce fichier. Relancez-le : ce qui est déjà pris ne changera pas."
