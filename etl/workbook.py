"""A received file as sheets of texts, read by a child process so that no file can hurt this one."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from etl.problems import Problem, RefusedFile
from programme.settings import ROOT, settings

EXPECTED = "un classeur Excel (.xlsx, .xls), LibreOffice (.ods) ou un fichier .csv"
REFUSALS = {
    "empty": "Le fichier est vide : il était attendu {expected}. Vérifiez l'envoi et renvoyez-le.",
    "encrypted": "Le fichier est protégé par un mot de passe : enlevez la protection dans Excel et renvoyez-le.",
    "not_a_spreadsheet": "Le fichier n'est pas un tableur : il était attendu {expected}.",
    "broken": "Le fichier est abîmé : ouvrez-le dans Excel, enregistrez-le à nouveau et renvoyez-le.",
    "too_large": "Le fichier est trop lourd ({limit} Mo au plus) : supprimez les images et les feuilles inutiles.",
    "too_long": "La lecture du fichier a été arrêtée : il demande trop de temps ou de mémoire. Enregistrez-le "
    "à nouveau dans Excel sans mise en forme jusqu'au bout de la feuille, et renvoyez-le.",
}


@dataclass(frozen=True)
class Sheet:
    """A sheet's texts; rows[0] is line 1 of the spreadsheet, row[0] its column A."""

    name: str
    rows: list[list[str]]


@dataclass(frozen=True)
class Workbook:
    file_name: str
    sheets: list[Sheet]


def read_workbook(path: Path) -> Workbook:
    """The visible sheets of a received file. Raises RefusedFile where none can be read."""
    if path.stat().st_size > settings().max_file_megabytes * 1024 * 1024:
        raise refusal("too_large")
    answer = _ask_child(path)
    if "refused" in answer:
        raise refusal(answer["refused"])
    sheets = [Sheet(sheet["name"], sheet["rows"]) for sheet in answer["sheets"]]
    if not any(any(row) for sheet in sheets for row in sheet.rows):
        raise refusal("empty")
    return Workbook(path.name, sheets)


def refusal(code: str) -> RefusedFile:
    message = REFUSALS[code].format(expected=EXPECTED, limit=settings().max_file_megabytes)
    return RefusedFile(Problem(code, message=message))


def _ask_child(path: Path) -> dict:
    limits = [str(settings().parse_megabytes), str(settings().parse_seconds)]
    command = [sys.executable, "-m", "etl.parse", str(path.resolve()), *limits]
    try:
        child = subprocess.run(
            command, cwd=ROOT, capture_output=True, timeout=settings().parse_seconds + 10, check=False
        )
        return json.loads(child.stdout)
    except (subprocess.TimeoutExpired, json.JSONDecodeError):
        return {"refused": "too_long"}
