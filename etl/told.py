"""What the terminal is told: in French on stderr; data for other programs alone on stdout."""

import json
from typing import Any

from rich.console import Console

from etl.report import STATUS_WORDS, Report
from programme import territory, wording
from programme.vocabulary import ImportKind

MESSAGES = Console(stderr=True)
# Names of files and sheets may hold brackets, which the console would take for its own marks.
READY = "prêt à importer"
MOST_TO_DO = ("refused", "to_confirm", "accepted", "unchanged", "skipped")
AS_WRITTEN = {"markup": False, "highlight": False, "soft_wrap": True}


def say(text: str) -> None:
    MESSAGES.print(text, **AS_WRITTEN)


def print_json(said: Any) -> None:
    print(json.dumps(said, ensure_ascii=False, default=str))


def tell_all(reports: list[Report], *, is_preview: bool = False) -> None:
    """Each file: what becomes of it, what it changes, each problem."""
    for report in reports:
        tell_status(report, reports, is_preview=is_preview)
        if report.change and report.change.known and report.status in ("accepted", "to_confirm"):
            kind = ImportKind(report.kind).label
            say(f"    {kind}. Par rapport à ce qui était connu : {report.change.sentence}.")
        for problem in report.problems:
            say(f"    {problem.message}")


def tell_status(report: Report, reports: list[Report], *, is_preview: bool = False) -> None:
    """« suivi.xlsx : accepté — 41 lignes lues, 38 acceptées, 3 refusées », with its EPCI where the file has several."""
    is_one_of = sum(other.sha256 == report.sha256 for other in reports) > 1
    owner = territory.epci_names().get(report.epci_code) if is_one_of else None
    counts = f" — {report.counts_sentence}" if report.counts_sentence else ""
    words = READY if is_preview and report.status == "accepted" else STATUS_WORDS[report.status]
    say(f"{report.file}{f', {owner}' if owner else ''} : {words}{counts}")


def tell_in_all(reports: list[Report]) -> None:
    """« 12 fichiers : 1 refusé, 1 à confirmer, 10 acceptés »; a file of several EPCIs by what is left to do of it."""
    files: dict[tuple[str, str], list[str]] = {}
    for report in reports:
        files.setdefault((report.file, report.sha256), []).append(report.status)
    worst = [next(status for status in MOST_TO_DO if status in statuses) for statuses in files.values()]
    counts = [(worst.count(status), STATUS_WORDS[status]) for status in MOST_TO_DO]
    told = [f"{count} {word if count == 1 or word.endswith('er') else word + 's'}" for count, word in counts if count]
    say(f"{wording.counted(len(files), 'fichier')} : {', '.join(told)}.")
