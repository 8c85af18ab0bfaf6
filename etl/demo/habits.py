"""How one EPCI writes: its file, its sheets, its columns and its words, as its table says."""

from dataclasses import dataclass, field

from etl.demo.tables import habit_names, table


@dataclass(frozen=True, slots=True)
class Column:
    """A heading and the field written under it; `style` changes the way for this column alone."""

    header: str
    field: str
    style: str = ""


@dataclass(frozen=True, slots=True)
class Habit:
    """One EPCI's workbook; `columns` are those of contacts, `move_columns` those of a sheet of installations."""

    epci_code: str
    file: str
    structure: str
    sheets: tuple[str, ...]
    titles: tuple[str, ...]
    columns: tuple[Column, ...]
    move_columns: tuple[Column, ...] = ()
    totals: bool = False
    dossier: str = ""
    date_format: str = "DD/MM/YYYY"
    dates: dict[str, dict[str, int]] = field(default_factory=dict)
    communes: dict[str, int] = field(default_factory=dict)
    origins: dict[str, int] = field(default_factory=dict)
    yes_no: tuple[str, str] = ("oui", "non")
    needs_join: str = ", "
    words: dict[str, dict[str, str]] = field(default_factory=dict)

    def word(self, kind: str, code: str) -> str:
        """The EPCI's own word for a code."""
        return self.words[kind][code]


def habits() -> list[Habit]:
    """The ten, in the order of their tables' names."""
    return [_habit(name) for name in habit_names()]


def _habit(name: str) -> Habit:
    said = dict(table(f"habits/{name}"))
    sets = table("words")
    words = {kind: own if isinstance(own, dict) else sets[kind][own] for kind, own in said.pop("words").items()}
    tuples = {key: tuple(said.pop(key)) for key in ("sheets", "titles", "yes_no") if key in said}
    columns = {
        key: tuple(Column(*line) for line in said.pop(key)) for key in ("columns", "move_columns") if key in said
    }
    return Habit(**said, **tuples, **columns, words=words)
