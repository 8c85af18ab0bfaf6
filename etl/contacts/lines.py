"""Which lines of a table are households, and what the others say."""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from etl.contacts.columns import Column
from etl.contacts.headers import Header
from etl.contacts.merges import down_lines
from etl.contacts.titles import A_YEAR, is_total, month_told, year_told
from etl.workbook import Sheet

KEY_FIELDS = ("dossier_ref", "person_name")
TELLING_FIELDS = {
    *("dossier_ref", "status", "first_contact_date", "installation_date", "closing_date", "visit_date"),
    *("target_commune_code", "commune_code", "departure_date"),
}
DITTO = frozenset(('"', "''", "〃", "idem", "Idem", "IDEM", "id.", "id", "ditto", "-''-", '-"-'))
NEVER_DITTO = {"person_name", "first_name", "phone", "email", "dossier_ref"}
JOINED = {"needs": " ; ", "needs_met": " ; ", "person_name": " / ", "first_name": " / ", "phone": " / ", "email": " / "}
ROLE_JOINT = " + "
JOINED |= {"household_role": ROLE_JOINT}
UNTICKED = frozenset(("non", "FAUX", "FALSE", "false", "faux"))  # boxes put down to the foot of a sheet, for later
HABIT_COUNT, HABIT_SHARE = 2, 0.2
LONGEST_REFERENCE, LONGEST_DAY = 3, 5  # words: beyond, it is a note under the table


@dataclass(slots=True)
class Line:
    """One household: the spreadsheet's line (from 1) where it begins, its texts by column, the section it stands in,
    and the year and the month that the titles above it tell."""

    number: int
    texts: list[str]
    section: str = ""
    year: int | None = None
    month: int | None = None


@dataclass(frozen=True)
class LeftOut:
    """A line that is no household by itself: total, repeated_header, section, legend, continuation are its codes."""

    number: int
    code: str


class LineReader:
    """Sorts the lines of one table."""

    def __init__(self, sheet: Sheet, header: Header, columns: list[Column], last: int, title: str = "") -> None:
        self.sheet, self.header, self.columns, self.last, self.title = sheet, header, columns, last, title
        self.positions = [column.position for column in columns]
        self.fields = {column.field: column.position for column in columns if column.field}
        self.width = max(self.positions) + 1
        self.keys = {self.fields[name] for name in KEY_FIELDS if name in self.fields}
        self.is_of_people = {"dossier_ref", "household_role"} <= self.fields.keys()
        self.plain = [self.fields[name] for name in ("first_contact_date", "status") if name in self.fields]
        self.down = down_lines(sheet, header.last + 1, last)

    def split(
        self, is_section: Callable[[str], bool], legend_rows: Collection[tuple[str, int]] = ()
    ) -> tuple[list[Line], list[LeftOut]]:
        """The households under the header, and the lines that are none by themselves.

        `is_section` knows a title that says something of the lines under it; `legend_rows` are those that explain
        codes.
        """
        lines: list[Line] = []
        left_out: list[LeftOut] = []
        section, year = self.title if is_section(self.title) else "", year_told(self.title)
        month = month_told(self.title)
        for row in range(self.header.last + 1, self.last):
            above = lines[-1] if lines else None
            texts = self._texts(row, above)
            code = self._code(row, texts, legend_rows, above)
            if code == "continuation":
                self._fold(lines[-1], texts)
            elif code == "section":
                title = next(filter(None, texts))
                section, year = title if is_section(title) else "", year_told(title) or year
                month = month_told(title)
            elif code is None:
                lines.append(Line(row + 1, self._filled_down(row, texts), section, year, month))
            if code and code != "blank":
                left_out.append(LeftOut(row + 1, code))
        return self._fold_continuations(lines, left_out), left_out

    def _texts(self, row: int, above: Line | None) -> list[str]:
        texts = self.sheet.rows[row]
        if len(texts) < self.width:
            texts = [*texts, *[""] * (self.width - len(texts))]
        if above and not DITTO.isdisjoint(texts):
            texts = list(texts)
            for column in self.columns:
                if texts[column.position] in DITTO and column.field not in NEVER_DITTO:
                    texts[column.position] = above.texts[column.position]
        return texts

    def _filled_down(self, row: int, texts: list[str]) -> list[str]:
        covered = [column for column in self.positions if (row, column) in self.down] if self.down else ()
        if covered:
            texts = list(texts)
            for column in covered:
                texts[column] = texts[column] or self.down[row, column]
        return texts

    def _code(self, row: int, texts: list[str], legend_rows: Collection, above: Line | None) -> str | None:
        """Why a line is no household by itself, or None."""
        if above and self.is_of_people and texts[self.fields["dossier_ref"]] == above.texts[self.fields["dossier_ref"]]:
            return "continuation"
        if above and self.down and any((row, column) in self.down for column in self.keys):
            return "continuation"
        is_plain = len(self.plain) == 2 and all([texts[place] and not texts[place].isdigit() for place in self.plain])
        if is_plain and not self._repeats_header(texts):
            return None
        filled = {position: texts[position] for position in self.positions if texts[position]}
        if UNTICKED.issuperset(filled.values()):
            return "blank"
        if (self.sheet.name, row) in legend_rows and not any(self.sheet.rows[row][self.width :]):  # not beside
            return "legend"
        if self._repeats_header(texts):
            return "repeated_header"
        return self._total_or_section(filled)

    def _repeats_header(self, texts: list[str]) -> bool:
        headings = self.header.headings
        start = next(filter(texts.__getitem__, self.positions), None)
        if start is None or ((first := position_words(headings, start)) and first != texts[start]):
            return False
        filled = [position for position in self.positions if texts[position]]
        return sum(texts[position] == position_words(headings, position) for position in filled) > len(filled) / 2

    def _total_or_section(self, filled: dict[int, str]) -> str | None:
        status = filled.get(self.fields.get("status", -1), "")
        has_status = bool(status) and not status.isdigit()
        is_counted = sum(text.isdigit() for text in filled.values()) > len(filled) / 2
        if (is_counted or not has_status) and is_total(filled.values()):
            return "total"
        counts = {place for name, place in self.fields.items() if name.endswith(("_count", "_score"))}
        if filled.keys() <= counts and all(text.isdigit() for text in filled.values()):
            return "total"
        is_alone = filled.keys() == {self.positions[0]} and len(self.positions) > 3
        return "section" if is_alone and not self._is_lone_household(filled) else None

    def _is_lone_household(self, filled: dict[int, str]) -> bool:
        """A lone reference, phone or date is a household that nobody completed, not a title."""
        reference = filled.get(self.fields.get("dossier_ref", -1), "")
        is_short = len(reference.split()) <= LONGEST_REFERENCE
        is_reference = is_short and bool(re.search(r"\d", reference)) and not A_YEAR.search(reference)
        day = filled.get(self.fields.get("first_contact_date", -1), "")
        is_day = bool(re.search(r"\d", day)) and not A_YEAR.search(day)  # « MARS » is a title
        is_day = is_day and len(day.split()) <= LONGEST_DAY
        return is_reference or is_day or any(self.fields.get(name, -1) in filled for name in ("phone", "email"))

    def _fold(self, line: Line, texts: list[str]) -> None:
        """Adds what a further line says of the same household: the first word stands, lists are joined."""
        line.texts = list(line.texts)
        for column in self.columns:
            own, other = line.texts[column.position], texts[column.position]
            if other and not own:
                line.texts[column.position] = other
            elif (
                other
                and column.field in JOINED
                and column.field != "origin"
                and (other != own or column.field == "household_role")
            ):
                line.texts[column.position] = f"{own}{JOINED[column.field]}{other}"

    def _fold_continuations(self, lines: list[Line], left_out: list[LeftOut]) -> list[Line]:
        """Where second lines that tell nothing by themselves are a habit, they belong to the line above."""
        orphans = set(self._orphans(lines))
        if len(orphans) < max(HABIT_COUNT, HABIT_SHARE * len(lines)):
            return lines
        kept: list[Line] = []
        for line in lines:
            if line.number in orphans:
                self._fold(kept[-1], line.texts)
                left_out.append(LeftOut(line.number, "continuation"))
            else:
                kept.append(line)
        return kept

    def _orphans(self, lines: list[Line]) -> Iterator[int]:
        telling = [position for name, position in self.fields.items() if name in TELLING_FIELDS]
        above = None
        for line in lines:
            is_orphan = not any(map(line.texts.__getitem__, telling))
            if is_orphan and above is not None and line.number == above + 1:
                yield line.number
            above = line.number if not is_orphan or above is not None else None


def position_words(headings: tuple, position: int) -> str:
    return headings[position].words if position < len(headings) else ""
