"""The annotated copy of a received workbook, written by a child process that bounds its own memory and time."""

import json
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

from etl.problems import Problem, RefusedFile
from etl.returned.notes import Page
from etl.workbook import Sheet, Workbook, child_environment
from programme.passing import passing_folder
from programme.settings import ROOT, settings

ANNOTATION_MEGABYTES = 3  # openpyxl holds a workbook in a few times what reading its values takes


def write_returned(path: Path, workbook: Workbook, page: Page, output: Path) -> None:
    """Writes the copy of `path` with the page's notes. Raises RefusedFile where it cannot be made."""
    sheets = [*workbook.sheets, *workbook.hidden_sheets]
    said = {
        "page": asdict(page),
        "sheets": [_said(sheet) for sheet in sorted(sheets, key=lambda sheet: sheet.position)],
    }
    limits = [str(settings().parse_megabytes * ANNOTATION_MEGABYTES), str(settings().parse_seconds)]
    command = [sys.executable, "-m", "etl.returned.child", str(path.resolve()), str(output.resolve()), *limits]
    if _run_child(command, json.dumps(said).encode()):
        output.unlink(missing_ok=True)
        raise RefusedFile(Problem("not_annotated", message=NOT_ANNOTATED))


def _run_child(command: list[str], said: bytes) -> int:
    """Its return code. It writes each sheet apart before it packs them: whatever ends it, these files end with it."""
    with passing_folder() as place:
        env = child_environment() | {"TMPDIR": str(place)}
        return subprocess.run(command, cwd=ROOT, env=env, input=said, capture_output=True, check=False).returncode


def _said(sheet: Sheet) -> dict:
    return {
        "name": sheet.name,
        "rows": sheet.rows,
        "is_hidden": sheet.is_hidden,
        "merges": sheet.merges,
        "marks": [(row, *run) for row, runs in sheet.marks.items() for run in runs],
        "hidden_rows": sorted(sheet.hidden_rows),
        "hidden_columns": sorted(sheet.hidden_columns),
    }


NOT_ANNOTATED = (
    "La copie annotée n'a pas pu être faite : ce classeur est trop lourd ou d'une forme inhabituelle. Enregistrez-le "
    "au format .xlsx sans images, puis recommencez."
)
