"""A filled list of calls -> follow_ups."""

from collections.abc import Callable
from datetime import date

import pandas as pd

from etl.calls.words import ANSWERS, HEADINGS, UNREACHED
from etl.contacts.columns import letter_of
from etl.contacts.messages import place_words
from etl.dates import ImpossibleDate, UnknownDate, parse_date
from etl.problems import Problem, RefusedFile
from etl.taken import Taken
from etl.words import normal
from etl.workbook import Sheet, Workbook
from programme import wording
from programme.vocabulary import ImportKind

NEEDED = ("household_id", "follow_up_date", "is_still_here")
FIELDS = {normal(heading): field for field, heading in HEADINGS.items()}
ANSWER_CODES = {normal(words): answer for words, answer in (ANSWERS | dict.fromkeys(UNREACHED)).items()}
COLUMNS = ["household_id", "follow_up_date", "is_still_here"]


def recognises(workbook: Workbook) -> bool:
    return any(_headings(sheet) for sheet in workbook.sheets)


def read_calls(
    workbook: Workbook, households: pd.DataFrame, successors_of: Callable[[set[str]], dict[str, str]]
) -> Taken:
    """The calls made to `households` that are known; a line without a call yet is left out.

    `successors_of` gives the households that took the place of those that are gone: a workbook may have come since
    the list was downloaded. Raises RefusedFile where no household of it is known, or where they are of several EPCIs.
    """
    epci_of = dict(zip(households["household_id"], households["epci_code"], strict=True))
    lines = [line for sheet in workbook.sheets for line in _lines(sheet)]
    gone = {cells["household_id"] for _, _, cells, _ in lines} - epci_of.keys()
    epci_of |= {was: epci_of[now] for was, now in successors_of(gone).items()}
    codes = {epci_of[cells["household_id"]] for _, _, cells, _ in lines if cells["household_id"] in epci_of}
    if len(codes) != 1:
        raise RefusedFile(Problem("calls_of_no_epci", message=NO_EPCI if not codes else SEVERAL_EPCIS))
    rows, rejected, left_out = [], [], 0
    for sheet, line, cells, letters in lines:
        if not cells["follow_up_date"] and not cells["is_still_here"]:
            left_out += 1
            continue
        try:
            rows.append(_typed(cells, epci_of))
        except ValueError as reason:
            code, field, message = reason.args
            place = place_words(sheet, line, letters[field])
            rejected.append(Problem(code, sheet, line, letters[field], f"{place}{message}"))
    taken = pd.DataFrame(rows, columns=COLUMNS, dtype=object).drop_duplicates(COLUMNS[:2], keep="last")
    frames = {"follow_ups": taken}
    counts = (len(rows) + len(rejected), len(rows), len(rejected), left_out)
    message = LEFT.format(left=wording.counted(left_out, "foyer de la liste n'a", "foyers de la liste n'ont"))
    told = [Problem("calls_left", message=message)] if left_out else []
    return Taken(ImportKind.FOLLOW_UP, frames, *counts, rejected, codes.pop(), told)


def _typed(cells: dict[str, str], epci_of: dict[str, str]) -> tuple[str, date, bool | None]:
    if cells["household_id"] not in epci_of:
        raise ValueError("unknown_household", "household_id", UNKNOWN_HOUSEHOLD)
    answer = normal(cells["is_still_here"])
    if answer not in ANSWER_CODES:
        raise ValueError("unknown_answer", "is_still_here", UNKNOWN_ANSWER)
    try:
        day, _ = parse_date(cells["follow_up_date"])
    except (ImpossibleDate, UnknownDate):
        raise ValueError("unknown_date", "follow_up_date", UNKNOWN_DATE) from None
    return cells["household_id"], day, ANSWER_CODES[answer]


def _headings(sheet: Sheet) -> tuple[int, dict[str, int]] | None:
    for start, row in enumerate(sheet.rows[:20]):
        places = {FIELDS[normal(cell)]: place for place, cell in enumerate(row) if normal(cell) in FIELDS}
        if set(NEEDED) <= places.keys():
            return start, places
    return None


def _lines(sheet: Sheet) -> list[tuple[str, int, dict[str, str], dict[str, str]]]:
    """The sheet's name, the line, its cells, and the letters of their columns."""
    found = _headings(sheet)
    if found is None:
        return []
    start, places = found
    letters = {name: letter_of(places[name]) for name in NEEDED}
    rows = [(position + 1, row) for position, row in enumerate(sheet.rows) if position > start and any(row)]
    return [
        (sheet.shown_name, line, {name: "".join(row[places[name] :][:1]) for name in NEEDED}, letters)
        for line, row in rows
    ]


NO_EPCI = "Aucun foyer de cette liste d'appels n'est connu : renvoyez la liste telle qu'elle a été téléchargée."
SEVERAL_EPCIS = "Cette liste d'appels mêle plusieurs EPCI : renvoyez une liste par EPCI."
UNKNOWN_HOUSEHOLD = "le repère n'est pas celui d'un foyer connu. Ne changez pas la première colonne."
UNKNOWN_ANSWER = "la réponse attendue est oui, non ou ne sait pas."
UNKNOWN_DATE = "la date de l'appel manque ou n'est pas lisible. Écrivez-la jour/mois/année."
LEFT = "{left} pas encore d'appel noté : renvoyez la liste après les appels."
