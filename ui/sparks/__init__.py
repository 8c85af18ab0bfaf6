"""Light drawings for the pages that do without Plotly: a curve and horizontal bars."""

from html import escape
from pathlib import Path
from typing import Any

import streamlit as st

from ui.assets import svg_script
from ui.blocks import written

HERE = Path(__file__).parent
_line = st.components.v2.component(
    "lot_line",
    html='<figure class="line"><svg role="img"></svg><div class="tip" hidden aria-hidden="true"></div></figure>',
    css=(HERE / "line.css").read_text(encoding="utf-8"),
    js=svg_script(HERE / "line.js"),
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


def show_pairs(left: dict[str, Any], right: dict[str, Any], headings: tuple[str, str], *, title: str) -> None:
    """Draws two sets of bars with the same labels side by side, one line a label, bold where both are put forward."""
    st.html(pairs_html(left, right, headings, title=title))


def pairs_html(left: dict[str, Any], right: dict[str, Any], headings: tuple[str, str], *, title: str) -> str:
    heads = "".join(f'<span class="lot-pair-head">{written(heading)}</span>' for heading in headings)
    rows = "".join(_pair_html(*pair) for pair in zip(left["rows"], right["rows"], strict=True))
    return (
        f'<ul class="lot-bars lot-pairs" aria-label="{escape(title)}">'
        f'<li class="lot-pair lot-pair-heads" aria-hidden="true"><span></span>{heads}</li>{rows}</ul>'
    )


def _bar_html(bar: dict[str, Any]) -> str:
    return f'<li class="lot-bar{_chosen(bar["isHighlighted"])}">{_label_html(bar)}{_track_html(bar)}</li>'


def _pair_html(left: dict[str, Any], right: dict[str, Any]) -> str:
    sides = "".join(
        f'<span class="lot-pair-side{_chosen(side["isHighlighted"])}">{_track_html(side)}</span>'
        for side in (left, right)
    )
    both = _chosen(left["isHighlighted"] and right["isHighlighted"])
    return f'<li class="lot-pair{both}">{_label_html(left)}{sides}</li>'


def _chosen(is_highlighted: bool) -> str:
    return " lot-bar--chosen" if is_highlighted else ""


def _label_html(bar: dict[str, Any]) -> str:
    return f'<span class="lot-bar-label">{written(bar["label"])}</span>'


def _track_html(bar: dict[str, Any]) -> str:
    return (
        f'<span class="lot-bar-track" aria-hidden="true">'
        f'<span class="lot-bar-possible" style="width:{bar["possible"]}%"></span>'
        f'<span class="lot-bar-sure" style="width:{bar["sure"]}%"></span></span>'
        f'<span class="lot-bar-words">{written(bar["words"])}</span>'
    )
