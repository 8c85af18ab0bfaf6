"""Light drawings for the pages that do without Plotly: a curve and horizontal bars."""

from html import escape
from pathlib import Path
from typing import Any

import streamlit as st

from ui.blocks import written

HERE = Path(__file__).parent
_line = st.components.v2.component(
    "lot_line",
    html='<figure class="line"><svg role="img"></svg><div class="tip" hidden aria-hidden="true"></div></figure>',
    css=(HERE / "line.css").read_text(encoding="utf-8"),
    js=(HERE / "line.js").read_text(encoding="utf-8"),
)


def show_line(line: dict[str, Any], *, key: str = "courbe", height: int = 260) -> None:
    """Draws what charts.series.curve returned, in a fixed height in pixels."""
    _line(data=line | {"height": height}, key=key, height=height)


def show_bars(drawn: dict[str, Any]) -> None:
    """Draws what charts.bars.bars returned: plain HTML, read as a list by a screen reader."""
    st.html(bars_html(drawn))


def bars_html(drawn: dict[str, Any]) -> str:
    rows = "".join(_bar_html(bar) for bar in drawn["rows"])
    return f'<ul class="lot-bars" aria-label="{escape(drawn["title"])}">{rows}</ul>'


def _bar_html(bar: dict[str, Any]) -> str:
    chosen = " lot-bar--chosen" if bar["isHighlighted"] else ""
    return (
        f'<li class="lot-bar{chosen}"><span class="lot-bar-label">{written(bar["label"])}</span>'
        f'<span class="lot-bar-track" aria-hidden="true">'
        f'<span class="lot-bar-possible" style="width:{bar["possible"]}%"></span>'
        f'<span class="lot-bar-sure" style="width:{bar["sure"]}%"></span></span>'
        f'<span class="lot-bar-words">{written(bar["words"])}</span></li>'
    )
