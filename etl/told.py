"""What the terminal is told: in French on stderr; data for other programs alone on stdout."""

import json
from typing import Any

from rich.console import Console

from etl.report import STATUS_WORDS, Report
from programme import territory

MESSAGES = Console(stderr=True)
# Names of files and sheets may hold brackets, which the console would take for its own marks.
AS_WRITTEN = {"markup": False, "highlight": False, "soft_wrap": True}


def say(text: str) -> None:
    MESSAGES.print(text, **AS_WRITTEN)


def print_json(said: Any) -> None:
    print(json.dumps(said, ensure_ascii=False, default=str))


def tell_all(reports: list[Report]) -> None:
    """Each file: what becomes of it, what it changes, each problem; its EPCI where it speaks of several."""
    files = [report.sha256 for report in reports]
    for report in reports:
        owner = territory.epci_names().get(report.epci_code) if files.count(report.sha256) > 1 else None
        counts = f" — {report.counts_sentence}" if report.counts_sentence else ""
        say(f"{report.file}{f', {owner}' if owner else ''} : {STATUS_WORDS[report.status]}{counts}")
        if report.change and report.change.known and report.status in ("accepted", "to_confirm"):
            say(f"    Par rapport à ce qui était connu : {report.change.sentence}.")
        for problem in report.problems:
            say(f"    {problem.message}")
