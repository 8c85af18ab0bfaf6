"""One received file -> the store: recognised, read, checked, and accepted whole or not at all."""

import hashlib
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from pathlib import Path

import pandas as pd
from sqlalchemy import Engine

from etl.arrivals import reader as arrivals
from etl.calls import reader as calls
from etl.contacts import reader as contacts
from etl.contacts.households import Households
from etl.labour import intake as labour
from etl.labour.intake import LabourFile
from etl.problems import Problem, RefusedFile
from etl.steering import reader as steering
from etl.taken import Taken
from etl.workbook import Workbook, read_workbook
from programme.settings import DEMO
from programme.vocabulary import ImportKind
from store import reads, writes

DISAPPEARED_SHARE = 0.3
LOCK_PREFIX = "~$"


@dataclass(frozen=True)
class Report:
    """What became of one file; `problems` are to correct, to confirm or to know."""

    file: str
    sha256: str = ""
    epci_code: str | None = None
    kind: str | None = None
    status: str = "refused"
    read: int = 0
    accepted: int = 0
    rejected: int = 0
    left_out: int = 0
    problems: list[Problem] = field(default_factory=list)

    def to_dict(self) -> dict:
        return asdict(self)


@dataclass(frozen=True)
class Choices:
    """What the person who imports says: whose file, when received, and whether proposals are accepted."""

    epci_code: str | None = None
    received_date: date | None = None
    accepts_proposals: bool = False


@dataclass(frozen=True)
class Understood:
    """A file read: its report so far, its rows by table, its date, what must be confirmed first, and whether it only
    says again what is known."""

    report: Report
    frames: dict[str, pd.DataFrame]
    is_demo: bool
    drawn_up_date: date | None = None
    to_confirm: list[Problem] = field(default_factory=list)
    is_known: bool = False


def import_file(engine: Engine, path: Path, choices: Choices | None = None) -> Report:
    """Imports one file in one transaction; never raises for what the file holds."""
    choices = choices or Choices()
    if path.name.startswith(LOCK_PREFIX):
        return Report(path.name, status="skipped", problems=[Problem("lock_file", message=LOCK_FILE)])
    try:
        return _import(engine, path, choices)
    except RefusedFile as refused:
        problem = refused.problem
    except Exception as error:
        # What a file holds may stand in the error's text: only its kind is told, and the rest of the batch goes on.
        problem = Problem("unforeseen", message=UNFORESEEN.format(kind=type(error).__name__))
    return Report(path.name, _sha256(path), status="refused", problems=[problem])


def _import(engine: Engine, path: Path, choices: Choices) -> Report:
    understood = _understand(engine, path, choices)
    report = understood.report
    if understood.is_known or writes.find_import(engine, report.sha256, report.epci_code, report.kind):
        return replace(report, status="unchanged", problems=[])
    proposals = understood.to_confirm
    if proposals and not choices.accepts_proposals:
        return replace(report, status="to_confirm", problems=[*proposals, *report.problems])
    writes.record_import(engine, _receipt(understood, choices), understood.frames)
    return replace(report, status="accepted", problems=[*proposals, *report.problems])


def _understand(engine: Engine, path: Path, choices: Choices) -> Understood:
    workbook = read_workbook(path)
    report = Report(path.name, _sha256(path))
    is_demo = DEMO in path.resolve().parents
    cells = {sheet.name: sheet.rows for sheet in workbook.sheets}
    if labour.recognises(cells):
        return _taken(labour.read_file(engine, cells, report.file), report, is_demo)
    if steering.recognises(workbook):
        return _steering(workbook, report, is_demo)
    if calls.recognises(workbook):
        found = calls.read_calls(workbook, reads.read_table(engine, "households"))
        return _taken(found, report, is_demo, found.epci_code)
    if arrivals.recognises(workbook):
        return _taken(arrivals.read_arrivals(workbook), report, is_demo)
    return _contacts(engine, workbook, report, choices, is_demo)


def _contacts(engine: Engine, workbook: Workbook, report: Report, choices: Choices, is_demo: bool) -> Understood:
    reading = contacts.read_contacts(workbook, choices.epci_code)
    content = reading.content
    report = replace(
        report,
        epci_code=reading.epci_code,
        kind=str(ImportKind.STATE),
        read=reading.read_count,
        accepted=len(content.households),
        rejected=len(content.rejected),
        left_out=len(reading.left_out),
        problems=[*content.rejected, *content.refused, *content.told, *reading.left_out],
    )
    to_confirm = [] if reading.is_epci_sure else [Problem("epci_guessed", message=EPCI_GUESSED)]
    to_confirm += _disappearing(engine, reading.epci_code, content)
    return Understood(
        report, _contact_frames(content), is_demo or reading.is_fictional, reading.drawn_up_date, to_confirm
    )


def _contact_frames(content: Households) -> dict[str, pd.DataFrame]:
    rejections = [(problem, True) for problem in content.rejected] + [(problem, False) for problem in content.refused]
    source_file = content.households["source_file"].iloc[0] if len(content.households) else ""
    return {
        "households": content.households,
        "needs": content.needs,
        "household_keys": content.household_keys,
        "rejections": _rejections(rejections, source_file),
    }


def _rejections(problems: list[tuple[Problem, bool]], source_file: str) -> pd.DataFrame:
    columns = ["source_file", "source_sheet", "source_row", "column", "code", "message", "is_row"]
    rows = [(source_file, p.sheet, p.row, p.column, p.code, p.message, is_row) for p, is_row in problems]
    return pd.DataFrame(rows, columns=columns, dtype=object)


def _disappearing(engine: Engine, epci_code: str, content: Households) -> list[Problem]:
    """A file that would make many earlier households disappear asks first, whatever it adds."""
    known = reads.read_table(engine, "households")
    known = known[known["epci_code"] == epci_code]
    gone = (~known["household_id"].isin(content.households["household_id"])).sum()
    if not len(known) or gone <= DISAPPEARED_SHARE * len(known):
        return []
    return [Problem("households_disappear", message=DISAPPEAR.format(gone=gone, known=len(known)))]


def _taken(found: Taken | LabourFile, report: Report, is_demo: bool, epci_code: str | None = None) -> Understood:
    refused = [(problem, True) for problem in found.refused]
    report = replace(
        report,
        epci_code=epci_code,
        kind=str(found.kind),
        read=found.read,
        accepted=found.accepted,
        rejected=found.rejected,
        left_out=found.left_out,
        problems=[*found.told, *found.refused],
    )
    frames = found.frames | {"rejections": _rejections(refused, report.file)}
    return Understood(report, frames, is_demo, to_confirm=found.to_confirm, is_known=found.is_known)


def _steering(workbook: Workbook, report: Report, is_demo: bool) -> Understood:
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
    return Understood(report, reading.frames | {"rejections": rejections}, is_demo)


def _receipt(understood: Understood, choices: Choices) -> writes.Receipt:
    report = understood.report
    received = understood.drawn_up_date or choices.received_date or date.today()
    return writes.Receipt(
        report.sha256,
        report.file,
        report.epci_code,
        report.kind,
        received,
        report.read,
        report.accepted,
        report.rejected,
        report.left_out,
        understood.is_demo,
    )


def _sha256(path: Path) -> str:
    """Empty for a file that cannot be opened."""
    try:
        with path.open("rb") as content:
            return hashlib.file_digest(content, "sha256").hexdigest()
    except OSError:
        return ""


UNFORESEEN = (
    "L'import de ce fichier a échoué d'une façon qui n'était pas prévue ({kind}) : rien n'en est pris. Envoyez-le à "
    "la personne qui tient l'outil."
)
LOCK_FILE = "Fichier de verrou laissé par Excel : il est ignoré. Fermez le classeur s'il est encore ouvert."
EPCI_GUESSED = (
    "Rien ne nomme l'EPCI : il a été déduit des communes du fichier. Confirmez-le (--yes) ou indiquez-le (--epci CODE)."
)
DISAPPEAR = (
    "{gone} des {known} foyers déjà connus de cet EPCI ne sont plus dans le fichier. Si c'est voulu, confirmez ; "
    "sinon, renvoyez le classeur complet."
)
