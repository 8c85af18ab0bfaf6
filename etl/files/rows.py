"""A sheet's rows as one text, and back: a long text passes between processes much faster than many short ones."""

ROW_END, CELL_END = "\x1e", "\x1f"  # what ASCII keeps for this: no spreadsheet shows them


def as_text(rows: list[list[str]]) -> str | None:
    """The rows, told apart by marks that are taken out of their cells; None where there is no row."""
    if not rows:
        return None
    text = ROW_END.join([CELL_END.join(row) for row in rows])
    marks = text.count(ROW_END) + text.count(CELL_END)
    if marks != sum(map(len, rows)) - 1 + rows.count([]):
        return as_text([[_without_marks(cell) for cell in row] for row in rows])
    return text


def from_text(text: str | None) -> list[list[str]]:
    """What as_text was given; a row without cells comes back with one that is empty.

    Cells that say the same are one object: what reads columns then looks at few places of the memory.
    """
    if text is None:
        return []
    met: dict[str, str] = {}
    rows = (row.split(CELL_END) for row in text.split(ROW_END))
    return [list(map(met.setdefault, row, row)) for row in rows]


def _without_marks(cell: str) -> str:
    return cell.replace(ROW_END, " ").replace(CELL_END, " ")
