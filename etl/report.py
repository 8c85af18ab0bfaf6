"""What is said of each received file, and what the person who imports it says."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from etl.changes import Change, CountsChange
from etl.choices import Chosen
from etl.contacts.messages import LEFT_OUT
from etl.contacts.understanding import Recognition
from etl.problems import Problem
from etl.recognised import told_recognition
from programme import wording
from programme.vocabulary import ImportKind

CONTRACT = ("file", "sha256", "epci_code", "kind", "status", "read", "accepted", "rejected", "left_out", "problems")
STATUS_WORDS = {
    "accepted": "accepté",
    "to_confirm": "à confirmer",
    "refused": "refusé",
    "unchanged": "déjà connu",
    "skipped": "ignoré",
}
# Problems that ask for nothing: what was left aside, what replaces what, and proposals once accepted.
TO_KNOW = {
    *LEFT_OUT,
    "vintage_replaced",
    "years_added",
    "older_file",
    "counts_only",
    "counts_unused",
    "calls_left",
    "blank_secrets",
}
PROPOSALS = {
    *("epci_guessed", "households_disappear", "vintage_shrinks", "kind_guessed", "year_doubt"),
    *("column_guessed", "colour_guessed", "no_first_contact", "journal_guessed"),
}


@dataclass(frozen=True)
class Report:
    """What became of one file, or of what it says of one EPCI; `problems` are to correct, to confirm or to know.

    `read` are the lines that say something to take, `accepted` and `rejected` together; `left_out` are beside them.
    """

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
    change: Change | CountsChange | None = None
    recognition: Recognition | None = None

    def to_dict(self) -> dict:
        """What `import --json` says of a file: a contract with outside scripts."""
        said = {name: getattr(self, name) for name in CONTRACT}
        return said | {"problems": [problem.to_dict() for problem in self.problems]}

    def to_preview(self) -> dict:
        """The same, with what it would change in words and what was recognised: for the screen of whom imports it."""
        change = self.change.sentence if self.change and self.change.known else ""
        recognition = told_recognition(self.recognition) if self.recognition else None
        problems = [problem.to_dict() | {"grade": grade(problem.code)} for problem in self.problems]
        return self.to_dict() | {"problems": problems, "change": change, "recognition": recognition}

    @property
    def needs_correction(self) -> bool:
        grades = {grade(problem.code) for problem in self.problems}
        return self.status == "accepted" and bool(self.rejected or "correct" in grades)

    @property
    def counts_sentence(self) -> str:
        """« 41 lignes lues, 38 acceptées, 3 refusées »; empty where nothing was read."""
        if not self.read:
            return ""
        read = wording.counted(self.read, "ligne lue", "lignes lues")
        accepted = f"{wording.number(self.accepted)} {wording.agreed(self.accepted, 'acceptée', 'acceptées')}"
        rejected = f"{wording.number(self.rejected)} {wording.agreed(self.rejected, 'refusée', 'refusées')}"
        return f"{read}, {accepted}, {rejected}"


@dataclass(frozen=True)
class Choices:
    """What the person who imports says: whose file, when received, whether proposals are accepted, of what kind it is,
    and what its headings and labels mean."""

    epci_code: str | None = None
    received_date: date | None = None
    accepts_proposals: bool = False
    kind: ImportKind | None = None
    chosen: Chosen = field(default_factory=Chosen, hash=False)


def grade(code: str) -> str:
    """What a problem asks for: confirm, correct, or know (nothing)."""
    return "confirm" if code in PROPOSALS else "know" if code in TO_KNOW else "correct"


def exit_code(reports: Iterable[Report]) -> int:
    """2: a file was refused; 1: something to confirm or to correct; 0: all accepted."""
    statuses = [report.status for report in reports]
    if "refused" in statuses:
        return 2
    return int("to_confirm" in statuses or any(report.needs_correction for report in reports))
