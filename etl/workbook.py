"""A received file as sheets of texts, read by a child process so that no file can hurt this one."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from threading import Timer

from etl import names
from etl.files.stream import gathered
from etl.files.unreadable import Unreadable
from etl.problems import Problem, RefusedFile
from programme.settings import ROOT, settings

EXPECTED = "un classeur Excel (.xlsx, .xls), LibreOffice (.ods) ou un fichier .csv"
SAVE_AGAIN = "ouvrez-le dans Excel ou LibreOffice, enregistrez-le à nouveau au format .xlsx et renvoyez-le."
REFUSALS = {
    "empty": "Le fichier est vide : il était attendu {expected}. Vérifiez l'envoi et renvoyez-le.",
    "encrypted": "Le fichier est protégé par un mot de passe : enlevez la protection dans Excel et renvoyez-le.",
    "not_a_spreadsheet": "Le fichier n'est pas un tableur : il était attendu {expected}.",
    "archive": "Le fichier est une archive : décompressez-la et envoyez {expected}, un par un.",
    "old_excel": "Le fichier vient d'une version d'Excel trop ancienne : {again}",
    "web_page": "Le fichier est une page web ou un document XML nommé comme un tableur : {again}",
    "broken": "Le fichier est abîmé : {again}",
    "too_large": "Le fichier est trop lourd ({limit} Mo au plus). D'un classeur, supprimez les images et les feuilles "
    "inutiles ; d'un fichier de la France entière, gardez la ligne de titres et les lignes du Lot et de l'Aveyron.",
    "too_many_members": "Le fichier contient bien plus de parties qu'un classeur n'en a : {again}",
    "inflates_too_much": "Le fichier, une fois ouvert, serait démesuré : supprimez les feuilles et les mises en forme "
    "inutiles, puis {again}",
    "has_dtd": "Le fichier contient des définitions qu'un tableur n'écrit jamais (DTD), il n'est pas ouvert : {again}",
    "lying_count": "Le fichier annonce bien plus de textes qu'il n'en contient : {again}",
    "lying_header": "Le fichier annonce bien plus de contenu qu'il n'en a : {again}",
    "far_cell": "Une cellule isolée{place} est remplie bien loin du tableau : effacez-la, puis {again}",
    "too_many_cells": "Le classeur a trop de cellules remplies pour un suivi : supprimez les feuilles inutiles et "
    "renvoyez-le.",
    "too_long_cell": "Une cellule contient plus de texte qu'un livre : effacez-la, puis {again}",
    "too_many_columns": "Une ligne du fichier a des milliers de colonnes : effacez ce qui est à droite du tableau, "
    "puis {again}",
    "too_many_sheets": "Le classeur a des centaines de feuilles : enlevez celles qui ne sont pas le suivi et "
    "renvoyez-le.",
    "too_much_memory": "La lecture du fichier demande trop de mémoire : supprimez les feuilles et les mises en forme "
    "inutiles, puis {again}",
    "too_long": "La lecture du fichier a été arrêtée : elle prend trop de temps. Enregistrez-le à nouveau dans Excel "
    "sans mise en forme jusqu'au bout de la feuille, et renvoyez-le.",
    "reader_ended": "Le fichier est construit d'une façon qui arrête le lecteur : {again}",
}
OUT_OF_TIME = {-signal.SIGXCPU, -signal.SIGKILL}
LONGEST_CELL = 2_000  # letters, a page: what says more says no value
PIPE_BYTES = 1024 * 1024  # the child goes on reading while the parent takes what it said
LATE_SECONDS = 10  # a child may wait for the processor longer than it uses it


@dataclass(frozen=True)
class Sheet:
    """A sheet's texts and what it shows; rows[0] is line 1 of the spreadsheet, row[0] its column A.

    `merges` are (first row, first column, last row, last column), `marks` the coloured or struck runs of cells of a
    row, (first column, last column, mark); `unvalued` the cells whose formula has no result. All count from 0.
    A turned sheet is a form, read with its columns for rows.
    """

    name: str
    rows: list[list[str]]
    position: int = 0
    is_hidden: bool = False
    merges: tuple[tuple[int, int, int, int], ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    marks: dict[int, list[tuple[int, int, str]]] = field(default_factory=dict)
    unvalued: frozenset[tuple[int, int]] = frozenset()
    is_turned: bool = False

    @cached_property
    def shown_name(self) -> str:
        """What may be stored and told of its name."""
        return names.known_part(self.name) or (f"feuille {self.position + 1}" if self.name else "")


@dataclass(frozen=True)
class Workbook:
    """`sheets` are those that people see; `hidden_sheets` may explain their codes.

    `is_looked_at`: the reader could see the colours, the strikes and the hidden lines, where the format has some;
    `longest_cell` is in letters, none where nobody counted.
    """

    file_name: str
    sheets: list[Sheet]
    hidden_sheets: tuple[Sheet, ...] = ()
    is_1904: bool = False
    is_looked_at: bool = True
    longest_cell: int | None = field(default=None, compare=False)

    @property
    def shown_name(self) -> str:
        return names.shown_file_name(self.file_name)

    def with_short_cells(self) -> "Workbook":
        """The same, a text longer than a page cut just past it: its words would be looked at one by one."""
        if self.longest_cell is not None and self.longest_cell <= LONGEST_CELL:
            return self
        sheets, hidden = ([_shortened(sheet) for sheet in every] for every in (self.sheets, self.hidden_sheets))
        return replace(self, sheets=sheets, hidden_sheets=tuple(hidden))


def _shortened(sheet: Sheet) -> Sheet:
    return replace(sheet, rows=[[cell[: LONGEST_CELL + 1] for cell in row] for row in sheet.rows])


def read_workbook(path: Path) -> Workbook:
    """The sheets of a received file. Raises RefusedFile where none can be read."""
    if path.stat().st_size > settings().max_file_megabytes * 1024 * 1024:
        raise refusal("too_large")
    try:
        with closing(_run_child(path)) as lines:  # a child that has said all, or too much, is not waited for
            answer = gathered(map(json.loads, lines))
    except Unreadable as reason:
        raise refusal(reason.code, reason.place) from None
    except ValueError:
        raise refusal("reader_ended") from None
    sheets = [_sheet(position, said) for position, said in enumerate(answer["sheets"])]
    shown = [sheet for sheet in sheets if not sheet.is_hidden]
    if not any(any(row) for sheet in shown for row in sheet.rows):
        raise refusal("empty")
    hidden = tuple(sheet for sheet in sheets if sheet.is_hidden)
    return Workbook(path.name, shown, hidden, answer["is_1904"], answer["is_looked_at"], answer["longest_cell"])


def refusal(code: str, place: str = "") -> RefusedFile:
    message = REFUSALS[code].format(
        expected=EXPECTED,
        again=SAVE_AGAIN,
        limit=settings().max_file_megabytes,
        place=f" ({place})" if place else "",
    )
    return RefusedFile(Problem(code, message=message))


def _sheet(position: int, said: dict) -> Sheet:
    marks: dict[int, list[tuple[int, int, str]]] = {}
    for row, first, last, mark in said["marks"]:
        marks.setdefault(row, []).append((first, last, mark))
    return Sheet(
        said["name"],
        said["rows"],
        position,
        said["is_hidden"],
        tuple(map(tuple, said["merges"])),
        frozenset(said["hidden_rows"]),
        frozenset(said["hidden_columns"]),
        marks,
        frozenset(map(tuple, said["unvalued"])),
    )


def child_environment() -> dict[str, str]:
    """The environment of a process that opens a hostile file: it holds no secret."""
    return {name: value for name, value in os.environ.items() if not name.startswith("OHMYLOT_")}


def _run_child(path: Path) -> Generator[bytes, None, None]:
    """The lines that the child writes, as it writes them. Raises Unreadable where something ends it."""
    limits = [str(settings().parse_megabytes), str(settings().parse_seconds)]
    command = [sys.executable, "-m", "etl.parse", str(path.resolve()), *limits]
    pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, cwd=ROOT, env=child_environment(), pipesize=PIPE_BYTES, **pipes) as child:
        watch = Timer(settings().parse_seconds + LATE_SECONDS, child.kill)
        watch.start()
        try:
            yield from (line for line in child.stdout if line.endswith(b"\n"))
        except BaseException:
            child.kill()
            raise
        finally:
            watch.cancel()
    check_end(child.returncode)


def check_end(code: int) -> None:
    """Raises Unreadable where a child with this return code did not end by itself."""
    if code:
        raise Unreadable("too_long" if code in OUT_OF_TIME else "reader_ended")
