"""What was recognised of a workbook and how surely: what a screen shows before anything is confirmed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from etl.contacts.columns import Certainty, Column
from etl.contacts.identity import heading_hash, label_hash
from etl.contacts.month_grids import FIELD as MONTH_STEPS
from etl.contacts.recognition import ESSENTIAL
from etl.contacts.tables import Table


@dataclass(frozen=True)
class Confirmed:
    """What référents settled once, by EPCI: keyed hashes of headings -> field, of (field, label) -> code."""

    secret: bytes
    headings: Mapping[tuple[str, str], str] = field(default_factory=dict)
    labels: Mapping[tuple[str, str, str], str] = field(default_factory=dict)

    def heading(self, epci_code: str | None, heading: str) -> str | None:
        """The field of a heading that this EPCI confirmed."""
        if not self.headings or epci_code is None:
            return None
        return self.headings.get((epci_code, heading_hash(self.secret, heading)))

    def label(self, epci_code: str | None, field: str, label: str) -> str | None:
        """The code of a label that this EPCI confirmed."""
        if not self.labels or epci_code is None:
            return None
        return self.labels.get((epci_code, field, label_hash(self.secret, field, label)))


@dataclass(frozen=True)
class TableRecognition:
    """One habit: the sheets whose tables have it, the lines of the headings of the first (from 1), its columns, and
    what colours were taken to say. A sheet a month, or a form a household, are recognised, and asked, once."""

    sheets: tuple[str, ...]
    first_row: int
    last_row: int
    households_count: int
    columns: tuple[Column, ...]
    colours: dict[str, str]

    @property
    def sheet(self) -> str:
        """The first of its sheets, where it is shown."""
        return self.sheets[0]

    @property
    def is_sure(self) -> bool:
        return not self.colours and all(column.certainty != Certainty.LIKELY for column in self.columns)


@dataclass(frozen=True)
class DoubtfulLabel:
    """A word that no list knows, in a column of a closed list: shown while the file is imported, never kept.

    Of an occupation, `candidates` are the likeliest; none of them is proposed before the others. Of a word that was
    settled, `proposal` is the code chosen, and it is not counted.
    """

    field: str
    count: int
    proposal: str | None
    text: str = field(repr=False)
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True)
class Recognition:
    tables: tuple[TableRecognition, ...]
    missing: tuple[str, ...]
    doubtful_labels: tuple[DoubtfulLabel, ...]
    settled_labels: tuple[DoubtfulLabel, ...] = ()

    @property
    def is_sure(self) -> bool:
        """A sure recognition is imported without a question."""
        return all(table.is_sure for table in self.tables) and "first_contact_date" not in self.missing


def recognition_of(tables: list[Table], doubtful_labels: list[DoubtfulLabel]) -> Recognition:
    named = {name for table in tables for name in table.fields}
    named |= {"first_contact_date"} if named & {MONTH_STEPS, "history"} else set()
    habits: dict[tuple, list[Table]] = {}
    for table in tables:
        habits.setdefault((tuple(table.columns), *table.marks_guessed.items()), []).append(table)
    return Recognition(
        tuple(map(_table_recognition, habits.values())),
        tuple(name for name in ESSENTIAL if name not in named),
        tuple(doubtful_labels),
    )


def _table_recognition(alike: list[Table]) -> TableRecognition:
    first = alike[0]
    return TableRecognition(
        tuple(dict.fromkeys(table.sheet.shown_name for table in alike)),
        first.header.first + 1,
        first.header.last + 1,
        sum(len(table.lines) for table in alike),
        tuple(first.columns),
        first.marks_guessed,
    )
