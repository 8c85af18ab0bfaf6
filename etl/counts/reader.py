"""A workbook of monthly totals -> reported_counts, one taking per EPCI of which it speaks."""

from datetime import date

import pandas as pd

from etl.contacts.messages import place_words
from etl.contacts.spellings import epci_of
from etl.counts.grids import Total, totals_of
from etl.problems import Problem, RefusedFile
from etl.taken import Taken
from etl.workbook import Sheet, Workbook
from programme import territory, wording
from programme.vocabulary import ImportKind

NOUNS = {"A1": "les contacts", "A4": "les visites", "A5": "les installations"}
COLUMNS = ["epci_code", "month_date", "figure", "reported_count"]
FILLED_BESIDE = 40  # a sheet without totals but with so many filled lines holds something else: households, surely


def recognises(workbook: Workbook) -> bool:
    """Whether the workbook holds totals by month, and nothing that could be households."""
    has_totals = [bool(totals_of(sheet)) for sheet in workbook.sheets]
    others = [sheet for sheet, has in zip(workbook.sheets, has_totals, strict=True) if not has]
    return any(has_totals) and all(sum(map(any, sheet.rows)) < FILLED_BESIDE for sheet in others)


def read_counts(workbook: Workbook, epci_code: str | None = None) -> list[Taken]:
    """One Taken per EPCI, in the order of their codes. Raises RefusedFile where nothing says whose they are."""
    owner = epci_code or _owner(workbook)
    cells = [(sheet, total) for sheet in workbook.sheets for total in totals_of(sheet)]
    lines: dict[str, list[tuple[Sheet, Total]]] = {}
    for sheet, total in cells:
        code = epci_code or (epci_of(total.epci) if total.epci else owner)
        if code is None:
            raise RefusedFile(Problem("unknown_epci", message=UNKNOWN_EPCI))
        lines.setdefault(code, []).append((sheet, total))
    return [_taken(code, lines[code]) for code in sorted(lines)]


def _owner(workbook: Workbook) -> str | None:
    texts = [workbook.file_name, *(f"{sheet.name} {_top(sheet)}" for sheet in workbook.sheets)]
    return next(filter(None, map(epci_of, texts)), None)


def _top(sheet: Sheet) -> str:
    return " ".join(cell for row in sheet.rows[:6] for cell in row if cell)


def _taken(epci_code: str, cells: list[tuple[Sheet, Total]]) -> Taken:
    """Each month once: a cell that is no count is refused, an empty one says nothing."""
    rows: dict[tuple[date, str], int] = {}
    lines: dict[tuple[int, int], bool] = {}
    refused: list[tuple[tuple[int, int], Problem]] = []
    filled = [(sheet, total) for sheet, total in cells if total.is_filled]
    for sheet, total in filled:
        key, line = (total.month, total.figure), (sheet.position, total.row)
        lines.setdefault(line, False)
        if total.count is None:
            refused.append((line, _problem("unknown_count", sheet, total, NO_COUNT)))
        elif key in rows:
            refused.append((line, _problem("repeated_month", sheet, total, REPEATED)))
        else:
            rows[key], lines[line] = total.count, True
    counts = [(epci_code, month, figure, count) for (month, figure), count in sorted(rows.items())]
    frame = pd.DataFrame(counts, columns=COLUMNS, dtype=object)
    named = {"epci": territory.epci_names()[epci_code], "figures": _nouns({figure for _, figure in rows})}
    told = [Problem("counts_only", message=COUNTS_ONLY.format(**named))]
    accepted, frames = sum(lines.values()), {"reported_counts": frame}
    counted = (len(lines), accepted, len(lines) - accepted, 0)
    lost = [problem for line, problem in refused if not lines[line]]
    cells = [problem for line, problem in refused if lines[line]]
    return Taken(ImportKind.COUNTS, frames, *counted, lost, epci_code, told, cells=cells)


def _nouns(figures: set[str]) -> str:
    """« les contacts et les installations »."""
    return wording.listed(noun for figure, noun in NOUNS.items() if figure in figures)


def _problem(code: str, sheet: Sheet, total: Total, sentence: str) -> Problem:
    letter = _letter(total.column)
    place = place_words(sheet.shown_name, total.row + 1, letter)
    return Problem(code, sheet.shown_name, total.row + 1, letter, f"{place}{sentence}")


def _letter(position: int) -> str:
    return (chr(64 + position // 26) if position >= 26 else "") + chr(65 + position % 26)


UNKNOWN_EPCI = (
    "Rien ne dit de quelle communauté de communes viennent ces totaux. Écrivez son nom dans le titre ou dans le nom du "
    "fichier, ou indiquez-la à l'import (--epci CODE)."
)
NO_COUNT = "cette cellule ne contient pas un nombre entier : ce mois n'est pas pris. Écrivez un nombre en chiffres."
REPEATED = "ce mois figure déjà plus haut : cette valeur n'est pas prise. Gardez une seule ligne par mois."
COUNTS_ONLY = (
    "Ce fichier ne contient que des totaux par mois : {epci} compte dans {figures}, et manque à tout ce qui demande "
    "les dossiers (origines, communes, métiers…)."
)
