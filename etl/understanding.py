"""A received file -> what it says, ready for the store: one understanding per EPCI of which it speaks."""

import hashlib
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from sqlalchemy import Engine

from etl.arrivals import reader as arrivals
from etl.calls import reader as calls
from etl.conditions import intake as conditions
from etl.counts import reader as counts
from etl.counts.compared import compared
from etl.followed import understand_contacts
from etl.labour import intake as labour
from etl.report import Choices, Report
from etl.returned.reading import without_our_page
from etl.steering import reader as steering
from etl.taken import Taken
from etl.template import reader as template
from etl.understood import Understood, rejection_rows
from etl.workbook import Workbook, read_workbook
from programme.settings import DEMO, EARLIER_DEMO
from programme.vocabulary import ImportKind
from store import reads


def understand(engine: Engine, path: Path, choices: Choices) -> list[Understood]:
    """Reads a file and compares it with what is known; writes nothing. Raises RefusedFile where it cannot be read."""
    return understand_workbook(engine, read_workbook(path), path, choices)


def understand_workbook(engine: Engine, workbook: Workbook, path: Path, choices: Choices) -> list[Understood]:
    """The same of a file whose cells were read."""
    workbook = without_our_page(workbook).with_short_cells()
    base = Understood(
        Report(path.name, sha256_of(path)),
        {},
        workbook.shown_name,
        choices.received_date or date.today(),
        not {DEMO, EARLIER_DEMO}.isdisjoint(path.resolve().parents),
    )
    if template.recognises(workbook):
        return understand_contacts(engine, workbook, base, choices)
    cells = {sheet.name: sheet.rows for sheet in workbook.sheets}
    if labour.recognises(cells):
        return [_taken(labour.read_file(engine, cells, workbook.file_name), base)]
    if steering.recognises(workbook):
        return [_steering(workbook, base)]
    if calls.recognises(workbook):
        known, successors = reads.read_table(engine, "households"), partial(reads.read_successors, engine)
        return [_taken(calls.read_calls(workbook, known, successors), base)]
    if arrivals.recognises(workbook):
        return [_taken(arrivals.read_arrivals(workbook), base)]
    if conditions.recognises(cells):
        return [_taken(conditions.read_file(engine, cells, workbook.file_name), base)]
    if counts.recognises(workbook):
        return [compared(engine, _taken(found, base)) for found in counts.read_counts(workbook, choices.epci_code)]
    return understand_contacts(engine, workbook, base, choices)


def sha256_of(path: Path) -> str:
    """Empty for a file that cannot be opened."""
    try:
        with path.open("rb") as content:
            return hashlib.file_digest(content, "sha256").hexdigest()
    except OSError:
        return ""


def _taken(found: Taken, base: Understood) -> Understood:
    report = replace(
        base.report,
        epci_code=found.epci_code,
        kind=str(found.kind),
        read=found.accepted + found.rejected,
        accepted=found.accepted,
        rejected=found.rejected,
        left_out=found.left_out,
        problems=[*found.told, *found.refused, *found.cells],
    )
    frames = found.frames | {"rejections": rejection_rows(found.refused, found.cells, base.source_file)}
    return replace(base, report=report, frames=frames, to_confirm=found.to_confirm, is_known=found.is_known)


def _steering(workbook: Workbook, base: Understood) -> Understood:
    reading = steering.read_steering(workbook)
    is_targets_alone = set(reading.frames) == {"targets"}
    report = replace(
        base.report,
        kind=str(ImportKind.TARGETS if is_targets_alone else ImportKind.STEERING),
        read=reading.accepted_count + len(reading.rejected),
        accepted=reading.accepted_count,
        rejected=len(reading.rejected),
        problems=[*reading.rejected, *reading.refused],
    )
    rejections = rejection_rows(reading.rejected, reading.refused, base.source_file)
    return replace(base, report=report, frames=reading.frames | {"rejections": rejections})
