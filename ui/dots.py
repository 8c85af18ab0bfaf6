"""Light drawings in plain HTML: dots with their interval, and tables whose numbers bear their bar."""

from html import escape
from typing import Any

import streamlit as st

from ui.blocks import written


def show_intervals(drawn: dict[str, Any]) -> None:
    """Draws what charts.intervals.intervals returned; a screen reader reads it as a list."""
    st.html(intervals_html(drawn))


def show_bar_table(table: dict[str, Any]) -> None:
    """Draws what charts.bar_table.bar_table returned: a real table, its title as caption."""
    st.html(bar_table_html(table))


def intervals_html(drawn: dict[str, Any]) -> str:
    reference = drawn["reference"]
    rows = "".join(_dot_html(row, reference) for row in drawn["rows"])
    pointed = f"┆ {written(reference['label'])}" if reference else ""
    scale = (
        f'<li class="lot-dot-row lot-dot-scale" aria-hidden="true"><span>{pointed}</span>'
        f'<span class="lot-dot-ends"><span>0</span><span>{written(drawn["end"])}</span></span></li>'
    )
    return f'<ul class="lot-dots" aria-label="{escape(drawn["title"])}">{rows}{scale}</ul>'


def bar_table_html(table: dict[str, Any]) -> str:
    head = "".join(
        f'<th scope="col"{_side(is_number)}>{written(heading)}</th>'
        for heading, is_number in zip(table["headings"], (False, *table["areNumbers"]), strict=True)
    )
    lines = "".join(_line_html(row, table) for row in table["rows"])
    wide = " lot-bar-table--wide" if len(table["headings"]) > 4 else ""
    return (
        f'<table class="lot-bar-table{wide}" role="table"><caption>{written(table["title"])}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table>"
    )


def _dot_html(row: dict[str, Any], reference: dict[str, Any] | None) -> str:
    chosen = " lot-dot-row--chosen" if row["isHighlighted"] else ""
    marks = f'<span class="lot-dot-reference" style="left:{reference["at"]}%"></span>' if reference else ""
    if row["from"] is not None:
        marks += f'<span class="lot-dot-range" style="left:{row["from"]}%;width:{row["to"] - row["from"]:.2f}%"></span>'
    marks += "".join(f'<span class="lot-dot-tick" style="left:{tick}%"></span>' for tick in row["ticks"])
    if row["dot"] is not None:
        marks += f'<span class="lot-dot" style="left:{row["dot"]}%"></span>'
    return (
        f'<li class="lot-dot-row{chosen}"><span class="lot-dot-label">{written(row["label"])}</span>'
        f'<span class="lot-dot-track" aria-hidden="true">{marks}</span>'
        f'<span class="lot-dot-words">{written(row["words"])}</span></li>'
    )


def _line_html(row: dict[str, Any], table: dict[str, Any]) -> str:
    chosen = ' class="lot-bar-line--chosen"' if row["isHighlighted"] else ""
    columns = zip(row["cells"], table["headings"][1:], table["areNumbers"], strict=True)
    cells = "".join(_cell_html(*column) for column in columns)
    return f'<tr role="row"{chosen}><th scope="row" role="rowheader">{written(row["label"])}</th>{cells}</tr>'


def _cell_html(cell: dict[str, Any], heading: str, is_number: bool) -> str:
    """Each cell knows its column's name, which a phone shows beside it where the table is too wide."""
    bar = ""
    if cell["bar"] is not None:
        bar = f'<span class="lot-cell-track" aria-hidden="true"><span style="width:{cell["bar"]}%"></span></span>'
    silence = f"lot-quiet lot-{cell['silence']}" if cell["silence"] else ""
    side = _side(is_number, silence)
    return f'<td role="cell" data-label="{escape(heading)}"{side}>{bar}{written(cell["words"])}</td>'


def _side(is_number: bool, others: str = "") -> str:
    names = " ".join(filter(None, ("lot-number" if is_number else "", others)))
    return f' class="{names}"' if names else ""
