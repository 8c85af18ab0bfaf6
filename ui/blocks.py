"""What every page is made of: question and answer, cards, tables, sources, notices. Texts come from the pages."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from charts import theme
from programme import wording
from ui.later import let_it_show


@dataclass(frozen=True)
class Card:
    """One big figure in words: « 130 », « foyers installés », « dont 8 repartis depuis »."""

    value: str
    label: str
    detail: str = ""
    change: str = ""  # since the last committee: « 14 de plus qu'au comité du 12 mars 2020 »
    help: str = ""  # the definition and its caveat, unfolded on demand
    figure: str = ""  # its id in the catalogue: the number is then a button that asks for its proof


def show_question(question: str, answer: str) -> None:
    """The page's question (its h1) and the answer in one sentence; `**words**` are put forward."""
    st.html(f'<h1 class="lot-question">{written(question)}</h1><p class="lot-answer">{rich(answer)}</p>')


def show_cards(cards: Sequence[Card]) -> None:
    """The big figures side by side, one under the other on a phone."""
    st.html(f'<div class="lot-cards">{"".join(map(_card_html, cards))}</div>')
    let_it_show()


def show_heading(message: str, detail: str = "") -> None:
    """A figure's title, which is its message, and a second line for what is counted."""
    second = f'<p class="lot-detail">{rich(detail)}</p>' if detail else ""
    st.html(f'<h2 class="lot-heading">{rich(message)}</h2>{second}')


def show_table(rows: pd.DataFrame, caption: str, *, label: str = "Voir les chiffres", is_folded: bool = True) -> None:
    """The figures behind a drawing, folded: a real table, read by any screen reader. The first column names the row.

    Plain HTML and not st.expander: it is there with the words, opens at once, and a screen reader knows it.
    """
    table = table_html(rows, caption)
    folded = f'<details class="lot-fold"><summary>{written(label)}</summary>{table}</details>'
    st.html(folded if is_folded else table)


def show_source(text: str) -> None:
    """Definition, source and date, under each figure."""
    st.html(f'<p class="lot-source">{rich(text)}</p>')


def show_note(text: str) -> None:
    """A line that belongs to a drawing, such as « non localisés : 3 · hors du Lot : 5 »."""
    st.html(f'<p class="lot-note">{rich(text)}</p>')


def show_empty(message: str, action: str = "") -> None:
    """Nothing to show: why, and what to do about it."""
    what = f'<p class="lot-action">{rich(action)}</p>' if action else ""
    st.html(f'<div class="lot-empty" role="status"><p>{rich(message)}</p>{what}</div>')


def show_banner(is_demo: bool, freshness: str | None = None) -> None:
    """Under the menu: that figures are invented, and until when data were received."""
    demo = '<strong class="lot-demo">Données fictives</strong>' if is_demo else ""
    fresh = f"<span>{rich(freshness)}</span>" if freshness else ""
    if demo or fresh:
        st.html(f'<p class="lot-banner">{demo}{fresh}</p>')


def show_chart(figure: Any, summary: str, *, key: str, height: int | None = None) -> None:
    """A Plotly figure (or its dict) in the house's template; `summary` is what it says, for who does not see it."""
    template = theme.template(st.context.theme.type)
    if isinstance(figure, dict):
        figure = figure | {"layout": figure.get("layout", {}) | {"template": template}}
    else:
        figure.update_layout(template=template)
    size = {"height": height} if height else {}
    st.plotly_chart(figure, theme=None, config=theme.PLOTLY_CONFIG, key=key, alt=summary, **size)


def table_html(rows: pd.DataFrame, caption: str) -> str:
    """The table as HTML: numbers to the right and in French, a missing value as an em dash."""
    numeric = [pd.api.types.is_numeric_dtype(rows[column]) for column in rows]
    head = "".join(
        f'<th scope="col"{_side(is_number)}>{escape(str(column))}</th>'
        for column, is_number in zip(rows, numeric, strict=True)
    )
    columns = list(zip(map(str, rows.columns), numeric, strict=True))
    lines = "".join(_line_html(row, columns) for row in rows.itertuples(index=False, name=None))
    wide = " lot-table--wide" if len(columns) > 2 else ""
    return (
        f'<div class="lot-scroll" tabindex="0" role="region" aria-label="{escape(caption)}">'
        f'<table class="lot-table{wide}" role="table"><caption>{written(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table></div>"
    )


def _line_html(row: tuple, columns: Sequence[tuple[str, bool]]) -> str:
    """One line; each cell knows its column's name, which a phone shows beside it where the table is too wide."""
    first, *others = (
        (_cell_text(value, is_number), _side(is_number), escape(name))
        for value, (name, is_number) in zip(row, columns, strict=True)
    )
    cells = "".join(f'<td role="cell" data-label="{name}"{side}>{text}</td>' for text, side, name in others)
    return f'<tr role="row"><th scope="row" role="rowheader"{first[1]}>{first[0]}</th>{cells}</tr>'


def _cell_text(value: Any, is_number: bool) -> str:
    if pd.isna(value):
        return "—"
    if is_number:
        return written(wording.number(value, 0 if float(value).is_integer() else 1))
    return written(str(value))


def _side(is_number: bool) -> str:
    return ' class="lot-number"' if is_number else ""


def _card_html(card: Card) -> str:
    parts = [("detail", card.detail), ("change", card.change)]
    lines = "".join(f'<p class="lot-card-{name}">{rich(text)}</p>' for name, text in parts if text)
    touch = " Touchez le nombre pour voir d'où il vient." if card.figure else ""
    told = f"<summary>Ce que compte ce chiffre</summary><p>{rich(card.help + touch)}</p>"
    meaning = f'<details class="lot-card-help">{told}</details>' if card.help else ""
    return (
        '<section class="lot-card"><p class="lot-card-figure">'
        f"{_value_html(card)} "
        f'<span class="lot-card-label">{written(card.label)}</span></p>{lines}{meaning}</section>'
    )


def _value_html(card: Card) -> str:
    if not card.figure:
        return f'<span class="lot-card-value">{written(card.value)}</span>'
    asks = escape(f"{card.value} {card.label} : d'où vient ce chiffre ?")
    return (
        f'<button type="button" class="lot-card-value" data-figure="{card.figure}" title="D\'où vient ce chiffre ?" '
        f'aria-label="{asks}">{written(card.value)}</button>'
    )


def rich(text: str) -> str:
    """Escaped, with `**words**` put forward."""
    return re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", written(text))


def written(text: str) -> str:
    """Text as HTML, none of its lines begun by « : », its thin spaces widened: our faces draw them too thin."""
    return escape(wording.spaced(text), quote=False).replace(
        wording.THIN, f'<span class="lot-thin">{wording.THIN}</span>'
    )
