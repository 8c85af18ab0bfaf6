"""Workbooks of which something is to be settled: a heading that says nothing, a word that no list knows."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from etl.__main__ import main
from tests.etl.making import Rows, write_xlsx

CAHORS, FIGEAC = "200023737", "200067361"
HEADINGS = ["N° dossier", "Nom", "Date de premier contact", "Statut", "Ville visée", "Qui répond"]
UNSURE = [*HEADINGS[:3], "Blabla zz", *HEADINGS[4:]]  # its statuses are told by their contents alone
WORDS = ["suivi", "visite", "abandon", "suivi", "installé"]
NAMES = ["Lévêque", "Durand", "Zorglub", "Petit", "Roux"]
LINES = [
    [str(n), name, f"0{n}/05/2021", word, "Cahors", "zzbla"]
    for n, (name, word) in enumerate(zip(NAMES, WORDS, strict=True), start=1)
]
JOBS = ["N° dossier", "Nom", "Date de premier contact", "Statut", "Ville visée", "Métier", "Métier du conjoint"]


def job_line(number, own, partner=""):
    return [str(number), f"Foyer {number}", f"0{number}/05/2021", "suivi", "Cahors", own, partner]


def writer(folder: Path) -> Callable[..., Path]:
    """Writes such a workbook: its path."""

    def write(headings: list = HEADINGS, lines: Rows = LINES, name: str = "Grand Cahors.xlsx") -> Path:
        return write_xlsx(folder / name, {"Suivi": [headings, *lines]})

    return write


def preview(capsys: pytest.CaptureFixture[str], path: Path, *options: str) -> dict:
    """The one report of the command."""
    main(["preview", str(path), "--json", *options])
    [report] = json.loads(capsys.readouterr().out)
    return report
