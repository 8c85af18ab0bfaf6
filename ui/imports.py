"""The ETL seen from the screen: a child process does everything, and the upload is deleted when it ends."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from programme.passing import passing_folder
from programme.settings import ROOT

PATIENCE_SECONDS = 900
FAILED = (
    "La lecture s'est arrêtée sans réponse. Réessayez ; si cela recommence, prévenez la personne qui tient l'outil."
)
TOO_LONG = (
    "La lecture a été arrêtée : elle prenait trop de temps. Enregistrez le fichier sans mise en forme et renvoyez-le."
)


@dataclass(frozen=True)
class Upload:
    """A file that a person gave: its name and its bytes, held in memory alone."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Ended:
    """How a command ended: its code, what it said on stdout, and its last words in French."""

    code: int
    said: Any
    words: str


class CommandFailed(Exception):
    """The command gave no answer; the message is for the person."""


def preview(upload: Upload, **asked: Any) -> list[dict]:
    """What an import would say and change, one report per EPCI. Raises CommandFailed.

    `asked`: epci, kind, received (empty where the file says it), and what is chosen of its headings and labels.
    """
    return _receive(["preview"], upload, **asked)


def receive(upload: Upload, *, accepts_proposals: bool, **asked: Any) -> list[dict]:
    """Imports the file with what was asked. Raises CommandFailed."""
    return _receive(["import", *(["--yes"] if accepts_proposals else [])], upload, **asked)


def annotated(upload: Upload, epci_code: str, chosen: dict) -> bytes:
    """Her own workbook with what is to correct, once her choices are made. Raises CommandFailed."""
    asked = ["--choices", "-", *(["--epci", epci_code] if epci_code else [])]
    with held(upload) as path:
        return _written("return", str(path), *asked, stdin=json.dumps(chosen))


def template(epci_code: str) -> bytes:
    """The blank workbook of an EPCI. Raises CommandFailed."""
    return _written("template", epci_code)


def calls(epci_code: str, as_of: str) -> bytes:
    """The families that an EPCI is to call at a day, as a workbook to fill. Raises CommandFailed."""
    return _written("calls", epci_code, "--as-of", as_of)


def undo(import_id: int) -> str:
    """Takes an import back; the sentence that says so."""
    return run("undo", str(import_id)).words


def settle(one: str, other: str, decision: str, reason: str) -> str:
    """Keeps what is decided of two files; the sentence that says so."""
    return run("settle", one, other, decision, "--reason", reason).words


def run(*arguments: str, stdin: str = "", place: Path | None = None) -> Ended:
    """`python -m etl` with these arguments, to its end. Raises CommandFailed where it gives no answer.

    `place` is where it may leave what it writes on the way.
    """
    command = [sys.executable, "-m", "etl", *arguments]
    env = os.environ | ({"TMPDIR": str(place)} if place else {})
    try:
        child = subprocess.run(
            command, cwd=ROOT, env=env, input=stdin, capture_output=True, text=True, timeout=PATIENCE_SECONDS
        )
    except subprocess.TimeoutExpired:
        raise CommandFailed(TOO_LONG) from None
    lines = child.stderr.strip().splitlines()
    try:
        said = json.loads(child.stdout) if child.stdout else None
    except ValueError:
        raise CommandFailed(FAILED) from None
    if child.returncode not in (0, 1, 2):
        raise CommandFailed(FAILED)
    return Ended(child.returncode, said, lines[-1] if lines else "")


@contextmanager
def held(upload: Upload) -> Iterator[Path]:
    """The upload as a file of this process alone, under the name that it came with, deleted at the end."""
    with passing_folder() as place:
        path = place / (Path(upload.name.replace("\\", "/")).name or "fichier")
        path.write_bytes(upload.content)
        yield path


def _receive(command: list[str], upload: Upload, *, epci: str, kind: str, received: str, chosen: dict) -> list[dict]:
    said = {"--epci": epci, "--kind": kind, "--received": received}
    options = [word for name, value in said.items() if value for word in (name, value)]
    with held(upload) as path:
        ended = run(
            *command, str(path), *options, "--json", "--choices", "-", stdin=json.dumps(chosen), place=path.parent
        )
    if not isinstance(ended.said, list):
        raise CommandFailed(ended.words or FAILED)
    return ended.said


def _written(command: str, *arguments: str, stdin: str = "") -> bytes:
    """What a command that writes a workbook wrote."""
    with passing_folder() as place:
        path = place / "classeur.xlsx"
        ended = run(command, *arguments, "-o", str(path), stdin=stdin, place=place)
        if not path.exists():
            raise CommandFailed(ended.words or FAILED)
        return path.read_bytes()
