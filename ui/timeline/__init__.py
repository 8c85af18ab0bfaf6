"""The timeline of the programme's actions over the contacts of each month: one SVG drawn in the browser."""

from pathlib import Path
from typing import Any

import streamlit as st

from ui.assets import svg_script

HERE = Path(__file__).parent
HEIGHTS = {"lane": 20, "line": 26, "curve": 190, "axis": 30}
_component = st.components.v2.component(
    "lot_timeline",
    html='<figure class="timeline"><svg role="img"></svg><div class="tip" hidden aria-hidden="true"></div></figure>',
    css=(HERE / "timeline.css").read_text(encoding="utf-8"),
    js=svg_script(HERE / "timeline.js"),
)


def show_timeline(drawn: dict[str, Any], *, key: str = "frise") -> None:
    """Draws what charts.timeline.timeline returned, in a height that its lanes make."""
    height = height_of(drawn)
    _component(data=drawn | {"heights": HEIGHTS, "height": height}, key=key, height=height)


def height_of(drawn: dict[str, Any]) -> int:
    lanes = sum(HEIGHTS["lane"] + lane["lines"] * HEIGHTS["line"] for lane in drawn.get("lanes", []))
    return lanes + HEIGHTS["curve"] + HEIGHTS["axis"]
