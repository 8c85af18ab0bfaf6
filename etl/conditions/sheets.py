"""Find the tables of public data in a file, by their headings and never by the file's name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from etl.conditions.tables import Spelling, is_known, layout_titles, spellings, squashed
from etl.problems import Problem, RefusedFile

Rows = Sequence[Sequence[str]]

SEARCHED_ROWS = 40
CENTURY = 2000


@dataclass(frozen=True, slots=True)
class Column:
    """A column that is read, at a position counted from 0, with the year and quarter that its heading bears."""

    role: str
    position: int
    heading: str
    spelling: Spelling
    year: int | None
    quarter: int


@dataclass(frozen=True, slots=True)
class DataTable:
    """A sheet that holds a known layout: where its headings stand (from 0) and the columns that are read."""

    layout: str
    sheet: str
    rows: Rows
    start: int
    columns: tuple[Column, ...]

    def of(self, role: str) -> list[Column]:
        return [column for column in self.columns if column.role == role]

    @property
    def title(self) -> str:
        return layout_titles()[self.layout]


def recognises(sheets: Mapping[str, Rows]) -> bool:
    """Tell whether some sheet has the headings of a known layout, with or without the communes' codes."""
    return any(_best(rows) for rows in sheets.values())


def find_tables(sheets: Mapping[str, Rows]) -> list[DataTable]:
    """Every sheet with a known layout. Raises RefusedFile when the lines are of no commune, or are two layouts."""
    found = [(name, rows, _best(rows)) for name, rows in sheets.items()]
    known = [DataTable(best[0], name, rows, best[1], best[2]) for name, rows, best in found if best]
    by_commune = [table for table in known if table.of("commune_code")]
    if not by_commune:
        raise RefusedFile(
            Problem("no_commune_code", known[0].sheet, message=_NO_COMMUNE_CODE.format(title=known[0].title))
        )
    layouts = {table.layout for table in by_commune}
    if len(layouts) > 1:
        raise RefusedFile(Problem("two_data_sheets", message=_TWO_LAYOUTS))
    return by_commune


def _best(rows: Rows) -> tuple[str, int, tuple[Column, ...]] | None:
    """The layout of which the sheet has the most columns, and where; the communes' code may be missing."""
    best: tuple[str, int, tuple[Column, ...]] | None = None
    for start, row in enumerate(rows[:SEARCHED_ROWS]):
        headings = [heading if is_known(heading) else "" for heading in map(squashed, row)]
        if not any(headings):
            continue
        for layout, known in spellings().items():
            columns = _columns(row, headings, known)
            roles = {column.role for column in columns if column.spelling.need != "optional"}
            needed = {spelling.role for spelling in known if spelling.need == "required"}
            if needed <= roles and (best is None or _reach(columns) > _reach(best[2])):
                best = (layout, start, columns)
    return best


def _reach(columns: tuple[Column, ...]) -> tuple[bool, int]:
    return any(column.spelling.need == "key" for column in columns), len({column.role for column in columns})


def _columns(row: Sequence[str], headings: list[str], known: list[Spelling]) -> tuple[Column, ...]:
    found = []
    for position, heading in enumerate(headings):
        for spelling in known if heading else ():
            match = spelling.pattern.fullmatch(heading)
            if match:
                told = match.groupdict()
                year = int(told["year"]) if told.get("year") else None
                year = CENTURY + int(told["yy"]) if told.get("yy") else year
                words = " ".join(row[position].split())
                found.append(Column(spelling.role, position, words, spelling, year, int(told.get("quarter") or 0)))
    return tuple(found)


_NO_COMMUNE_CODE = (
    "Le fichier a les colonnes du jeu de données {title}, mais pas le code des communes : il est sans doute par EPCI "
    "ou par département. Téléchargez le fichier par commune."
)
_TWO_LAYOUTS = "Le classeur a plusieurs jeux de données dans ses feuilles : donnez un fichier par jeu de données."
