"""A received file -> what it says, ready for the store: one understanding per EPCI of which it speaks."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pandas as pd
from sqlalchemy import Engine

from etl.arrivals import reader as arrivals
from etl.calls import reader as calls
from etl.changes import change_of
from etl.conditions import intake as conditions
from etl.contacts import reader as contacts
from etl.contacts.households import Households
from etl.labour import intake as labour
from etl.labour.intake import LabourFile
from etl.problems import Problem
from etl.report import Choices, Report
from etl.returned.reading import without_our_page
from etl.steering import reader as steering
from etl.taken import Taken
from etl.workbook import Workbook, read_workbook
from programme import wording
from programme.settings import DEMO
from programme.vocabulary import ImportKind
from store import reads


@dataclass(frozen=True)
class Understood:
    """What a file says of one EPCI, or of none: its report so far, its rows by table, the day on which it counts, what
    must be confirmed first, and whether it only says again what is known."""

    report: Report
    frames: Mapping[str, pd.DataFrame]
    received_date: date
    is_demo: bool
    to_confirm: list[Problem] = field(default_factory=list)
    is_known: bool = False


def understand(engine: Engine, path: Path, choices: Choices) -> list[Understood]:
    """Reads a file and compares it with what is known; writes nothing. Raises RefusedFile where it cannot be read."""
    return understand_workbook(engine, read_workbook(path), path, choices)


def understand_workbook(engine: Engine, workbook: Workbook, path: Path, choices: Choices) -> list[Understood]:
    """The same of a file whose cells were read."""
    workbook = without_our_page(workbook)
    report = Report(path.name, sha256_of(path))
    received = choices.received_date or date.today()
    is_demo = DEMO in path.resolve().parents
    cells = {sheet.name: sheet.rows for sheet in workbook.sheets}
    if labour.recognises(cells):
        return [_taken(labour.read_file(engine, cells, report.file), report, received, is_demo)]
    if steering.recognises(workbook):
        return [_steering(workbook, report, received, is_demo)]
    if calls.recognises(workbook):
        found = calls.read_calls(workbook, reads.read_table(engine, "households"))
        return [_taken(found, report, received, is_demo)]
    if arrivals.recognises(workbook):
        return [_taken(arrivals.read_arrivals(workbook), report, received, is_demo)]
    if conditions.recognises(cells):
        return [_taken(conditions.read_file(engine, cells, report.file), report, received, is_demo)]
    return [_contacts(engine, workbook, report, choices, is_demo)]


def sha256_of(path: Path) -> str:
    """Empty for a file that cannot be opened."""
    try:
        with path.open("rb") as content:
            return hashlib.file_digest(content, "sha256").hexdigest()
    except OSError:
        return ""


def _contacts(engine: Engine, workbook: Workbook, report: Report, choices: Choices, is_demo: bool) -> Understood:
    reading = contacts.read_contacts(workbook, choices.epci_code)
    content = reading.content
    received = reading.drawn_up_date or choices.received_date or date.today()
    known = reads.read_table(engine, "households", known_on=received)
    change = change_of(known[known["epci_code"] == reading.epci_code], content.households, choices.kind)
    told = [*change.told, *_older(engine, reading.epci_code, received)]
    report = replace(
        report,
        epci_code=reading.epci_code,
        kind=str(change.kind),
        read=reading.read_count,
        accepted=len(content.households),
        rejected=len(content.rejected),
        left_out=len(reading.left_out),
        problems=[*told, *content.rejected, *content.refused, *content.told, *reading.left_out],
        change=change,
    )
    guessed = [] if reading.is_epci_sure else [Problem("epci_guessed", message=EPCI_GUESSED)]
    is_demo = is_demo or reading.is_fictional
    return Understood(report, _contact_frames(content), received, is_demo, [*guessed, *change.to_confirm])


def _contact_frames(content: Households) -> dict[str, pd.DataFrame]:
    rejections = [(problem, True) for problem in content.rejected] + [(problem, False) for problem in content.refused]
    source_file = content.households["source_file"].iloc[0] if len(content.households) else ""
    return {
        "households": content.households,
        "needs": content.needs,
        "household_keys": content.household_keys,
        "rejections": _rejections(rejections, source_file),
    }


def _older(engine: Engine, epci_code: str, received: date) -> list[Problem]:
    """A workbook older than one already received completes the past; it is told that the present may not change."""
    imports = reads.read_imports(engine)
    states = imports[(imports["epci_code"] == epci_code) & (imports["kind"] == ImportKind.STATE)]
    later = states.loc[states["received_date"] > pd.Timestamp(received), "received_date"]
    if later.empty:
        return []
    days = {"mine": wording.day(received), "later": wording.day(later.max())}
    return [Problem("older_file", message=OLDER_FILE.format(**days))]


def _rejections(problems: list[tuple[Problem, bool]], source_file: str) -> pd.DataFrame:
    columns = ["source_file", "source_sheet", "source_row", "column", "code", "message", "is_row"]
    rows = [(source_file, p.sheet, p.row, p.column, p.code, p.message, is_row) for p, is_row in problems]
    return pd.DataFrame(rows, columns=columns, dtype=object)


def _taken(found: Taken | LabourFile, report: Report, received: date, is_demo: bool) -> Understood:
    refused = [(problem, True) for problem in found.refused]
    report = replace(
        report,
        epci_code=getattr(found, "epci_code", None),
        kind=str(found.kind),
        read=found.read,
        accepted=found.accepted,
        rejected=found.rejected,
        left_out=found.left_out,
        problems=[*found.told, *found.refused],
    )
    frames = found.frames | {"rejections": _rejections(refused, report.file)}
    return Understood(report, frames, received, is_demo, found.to_confirm, found.is_known)


def _steering(workbook: Workbook, report: Report, received: date, is_demo: bool) -> Understood:
    reading = steering.read_steering(workbook)
    is_targets_alone = set(reading.frames) == {"targets"}
    report = replace(
        report,
        kind=str(ImportKind.TARGETS if is_targets_alone else ImportKind.STEERING),
        read=reading.accepted_count + len(reading.rejected),
        accepted=reading.accepted_count,
        rejected=len(reading.rejected),
        problems=reading.rejected,
    )
    rejections = _rejections([(problem, True) for problem in reading.rejected], report.file)
    return Understood(report, reading.frames | {"rejections": rejections}, received, is_demo)


EPCI_GUESSED = (
    "Rien ne nomme l'EPCI : il a été déduit des communes du fichier. Confirmez-le (--yes) ou indiquez-le (--epci CODE)."
)
OLDER_FILE = (
    "Ce classeur est du {mine}, avant celui du {later} déjà reçu : il complète le passé, et n'apporte à l'état actuel "
    "que les années dont l'autre ne parle pas."
)
