"""One received file -> the store: understood, confirmed where it must be, and accepted whole or not at all."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError

from etl.problems import Problem, RefusedFile
from etl.report import Choices, Report
from etl.understanding import sha256_of, understand
from etl.understood import Understood
from programme.vocabulary import ImportKind
from store import writes

__all__ = ["Choices", "Report", "import_file", "preview_file", "receive_file"]

LOCK_PREFIX = "~$"
KINDS_OF_STATE = (ImportKind.STATE, ImportKind.SUPPLEMENT)
REPLACED_KINDS = (ImportKind.LABOUR_NEEDS, ImportKind.TENSIONS, ImportKind.TRAININGS)
"""A file of these was compared with the one in force: where another took its place since, it takes it back."""


def import_file(engine: Engine, path: Path, choices: Choices | None = None) -> Report:
    """Imports a file that speaks of one EPCI, or of none; see receive_file."""
    return receive_file(engine, path, choices)[0]


def receive_file(engine: Engine, path: Path, choices: Choices | None = None) -> list[Report]:
    """Imports one file, one transaction per EPCI of which it speaks; never raises for what the file holds."""
    return _each(engine, path, choices or Choices(), _accept)


def preview_file(engine: Engine, path: Path, choices: Choices | None = None) -> list[Report]:
    """The reports that receive_file would give now; nothing is written."""
    return _each(engine, path, choices or Choices(), lambda _engine, _understood: None)


@contextmanager
def _without_collector() -> Iterator[None]:
    """A file makes many objects and few cycles: looking for some as they grow takes a good part of its time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@_without_collector()
def _each(engine: Engine, path: Path, choices: Choices, accept: Callable[[Engine, Understood], None]) -> list[Report]:
    if path.name.startswith(LOCK_PREFIX):
        return [Report(path.name, status="skipped", problems=[Problem("lock_file", message=LOCK_FILE)])]
    reports: list[Report] = []
    try:
        for understood in understand(engine, path, choices):
            report = _judged(engine, understood, choices)
            if report.status == "accepted":
                accept(engine, understood)
            reports.append(report)
        return reports
    except RefusedFile as refused:
        problem = refused.problem
    except OperationalError:
        problem = Problem("store_unwritable", message=STORE_UNWRITABLE)
    except Exception as error:
        # What a file holds may stand in the error's text: only its kind is told, and the rest of the batch goes on.
        problem = Problem("unforeseen", message=UNFORESEEN.format(kind=type(error).__name__))
    return [*reports, Report(path.name, sha256_of(path), status="refused", problems=[problem])]


def _judged(engine: Engine, understood: Understood, choices: Choices) -> Report:
    """The report with what becomes of the file."""
    report, proposals = understood.report, understood.to_confirm
    if understood.is_known or (_is_received(engine, report) and not choices.chosen):
        return replace(report, status="unchanged", problems=[])
    status = "to_confirm" if proposals and not choices.accepts_proposals else "accepted"
    if status == "accepted" and report.kind in KINDS_OF_STATE and not report.accepted:
        nothing = Problem("nothing_accepted", message=NOTHING_ACCEPTED)
        return replace(report, status="refused", problems=[nothing, *report.problems])
    return replace(report, status=status, problems=[*proposals, *report.problems])


def _is_received(engine: Engine, report: Report) -> bool:
    """Whether this very file was accepted already, as a state or as a supplement: what is known then may have grown."""
    if report.kind in REPLACED_KINDS:
        return False
    kinds = KINDS_OF_STATE if report.kind in KINDS_OF_STATE else (report.kind,)
    return any(writes.find_import(engine, report.sha256, report.epci_code, str(kind)) for kind in kinds)


def _accept(engine: Engine, understood: Understood) -> None:
    report = understood.report
    receipt = writes.Receipt(
        report.sha256,
        understood.source_file,
        report.epci_code,
        report.kind,
        understood.received_date,
        report.read,
        report.accepted,
        report.rejected,
        report.left_out,
        understood.is_demo,
    )
    writes.record_import(engine, receipt, understood.frames, understood.choices)


NOTHING_ACCEPTED = (
    "Aucun foyer de ce fichier n'est accepté : rien n'en est pris, et ce qui était connu de cet EPCI reste. Corrigez "
    "ce qui suit et renvoyez-le."
)
UNFORESEEN = (
    "L'import de ce fichier a échoué d'une façon qui n'était pas prévue ({kind}) : rien n'en est pris. Envoyez-le à "
    "la personne qui tient l'outil."
)
STORE_UNWRITABLE = (
    "La base n'a pas pu être écrite (disque plein, ou base occupée) : rien n'est pris de ce fichier. Faites de la "
    "place, puis importez-le à nouveau."
)
LOCK_FILE = "Fichier de verrou laissé par Excel : il est ignoré. Fermez le classeur s'il est encore ouvert."
