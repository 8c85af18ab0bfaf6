"""Find, in a workbook of the employers' survey (BMO), the one sheet that holds its rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from etl.labour.columns import FIGURES, REQUIRED_ROLES, ROLE_LABELS, roles_of
from etl.problems import Problem, RefusedFile

Rows = Sequence[Sequence[object]]

SEARCHED_ROWS = 40
"""How far down a sheet its header is looked for."""

RECOGNISED_ROLES = 5
"""With as many of the survey's columns, a workbook is a survey, maybe a damaged one."""


@dataclass(frozen=True, slots=True)
class DataSheet:
    """The sheet of the rows: its name, its cells, where its header is and which column has which role."""

    name: str
    rows: Rows
    header_index: int
    columns: dict[str, int]

    @property
    def header(self) -> Sequence[object]:
        return self.rows[self.header_index]

    def title(self, role: str) -> str:
        """Return the header of a role's column as the file spells it."""
        return str(self.header[self.columns[role]]).strip()


def recognises(sheets: Mapping[str, Rows]) -> bool:
    """Tell whether a workbook is an employers' survey (BMO), from its headers or its description of them."""
    for rows in sheets.values():
        header = roles_of(rows[_header_index(rows)]) if rows else {}
        description = roles_of([cell for row in rows[:SEARCHED_ROWS] for cell in row])
        for roles in (header, description):
            if len(REQUIRED_ROLES & set(roles)) >= RECOGNISED_ROLES and set(FIGURES) & set(roles):
                return True
    return False


def find_data_sheet(sheets: Mapping[str, Rows]) -> DataSheet:
    """Return the only sheet that has every column of a survey and at least one row.

    Raises RefusedFile when there is none, when there are several, or when two columns claim the same role.
    """
    candidates = {name: roles_of(rows[_header_index(rows)]) for name, rows in sheets.items() if rows}
    complete = [name for name, roles in candidates.items() if set(roles) >= REQUIRED_ROLES]
    filled = [name for name in complete if _has_rows(sheets[name])]
    if not complete:
        raise _missing_columns(sheets, candidates)
    if not filled:
        raise _refused("no_rows", complete[0], _NO_ROWS.format(sheet=complete[0]))
    if len(filled) > 1:
        raise _refused("two_data_sheets", "", _TWO_SHEETS.format(sheets=_quoted(filled)))
    (name,) = filled
    _check_claims(name, candidates[name], sheets[name])
    columns = {role: positions[0] for role, positions in candidates[name].items()}
    return DataSheet(name, sheets[name], _header_index(sheets[name]), columns)


_NO_ROWS = (
    "La feuille « {sheet} » a bien les colonnes de l'enquête BMO mais aucune ligne sous ses titres : "
    "téléchargez de nouveau le classeur de l'année."
)
_TWO_SHEETS = (
    "Une seule feuille de données BMO était attendue et le classeur en a plusieurs ({sheets}) : "
    "gardez celle de l'année voulue, ou donnez un classeur par année."
)
_TWO_COLUMNS = (
    "Une seule colonne « {role} » était attendue dans la feuille « {sheet} » et il y en a plusieurs ({columns}) : "
    "retirez ou renommez celle qui est de trop."
)
_MISSING = (
    "Il manque dans la feuille « {sheet} » de l'enquête BMO : {missing} ; titres lus : {seen}. "
    "Rétablissez ces colonnes, ou téléchargez de nouveau le classeur de l'année."
)
_NO_SHEET = (
    "Aucune feuille n'a les colonnes de l'enquête BMO (Dept, BE, NOMBE, code et nom du métier, famille, met, xmet, "
    "smet) ; feuilles lues : {sheets}. Donnez le classeur « Base open data BMO » tel qu'il est publié."
)


def _header_index(rows: Rows) -> int:
    scores = [len(REQUIRED_ROLES & set(roles_of(row))) for row in rows[:SEARCHED_ROWS]]
    return scores.index(max(scores))


def _has_rows(rows: Rows) -> bool:
    return any(cell not in ("", None) for row in rows[_header_index(rows) + 1 :] for cell in row)


def _check_claims(name: str, roles: dict[str, list[int]], rows: Rows) -> None:
    header = rows[_header_index(rows)]
    for role, positions in roles.items():
        if len(positions) > 1:
            titles = _quoted([header[position] for position in positions])
            label = ROLE_LABELS.get(role, role)
            raise _refused("two_columns", name, _TWO_COLUMNS.format(role=label, sheet=name, columns=titles))


def _missing_columns(sheets: Mapping[str, Rows], candidates: dict[str, dict[str, list[int]]]) -> RefusedFile:
    closest = max(candidates, key=lambda name: len(REQUIRED_ROLES & set(candidates[name])), default="")
    if len(REQUIRED_ROLES & set(candidates.get(closest, ()))) < RECOGNISED_ROLES:
        return _refused("no_data_sheet", "", _NO_SHEET.format(sheets=_quoted(list(sheets)) or "aucune"))
    missing = ", ".join(label for role, label in ROLE_LABELS.items() if role not in candidates[closest])
    header = sheets[closest][_header_index(sheets[closest])]
    seen = ", ".join(str(cell).strip() for cell in header if cell not in ("", None))
    return _refused("missing_columns", closest, _MISSING.format(sheet=closest, missing=missing, seen=seen))


def _refused(code: str, sheet: str, message: str) -> RefusedFile:
    return RefusedFile(Problem(code=code, sheet=sheet, message=message))


def _quoted(names: Sequence[object]) -> str:
    return ", ".join(f"« {str(name).strip()} »" for name in names)
