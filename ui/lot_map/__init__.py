"""The map of the Lot: one SVG drawn in the browser from outlines fetched once; only values travel."""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path

import streamlit as st

from charts.maps import MapLayer
from ui.assets import PATHS_FILE, paths_url, svg_script
from ui.later import let_it_show

HERE = Path(__file__).parent
_component = st.components.v2.component(
    "lot_map",
    html=(HERE / "component.html").read_text(encoding="utf-8"),
    css=(HERE / "component.css").read_text(encoding="utf-8"),
    js=svg_script(HERE / "component.js", HERE / "names.js"),
)


def show_map(
    layer: MapLayer,
    *,
    key: str = "carte",
    selected: str | None = None,
    on_pick: Callable[[str | None], None] | None = None,
    is_for_room: bool = False,
) -> None:
    """Draws a layer. `selected` is the EPCI put forward; `on_pick` gets the EPCI that the reader picks, or None
    where the chosen one is picked again; without it the map is only read. One `is_for_room` is as high as the screen
    allows, with larger words.
    """
    data = {
        "paths": paths_url(),
        "ratio": outline_ratio(),
        "layer": layer.to_dict(),
        "selected": selected,
        "canPick": on_pick is not None,
        "isForRoom": is_for_room,
    }
    # A map as wide as its column has its room kept by the style sheet before it comes.
    with st.container(key=f"{'free' if is_for_room else 'room'}_{key}"):
        _component(data=data, key=key, on_picked_change=lambda: picked(key, on_pick))
    let_it_show()


def picked(key: str, on_pick: Callable[[str | None], None] | None) -> None:
    """Hands the page what was picked on the map; runs before any widget is drawn, so it may set their values."""
    pick = st.session_state[key].get("picked")
    if on_pick and pick is not None:
        on_pick(pick["epci"])


@cache
def outline_ratio() -> float:
    """Width over height of the outlines: the room is kept before they come."""
    if not PATHS_FILE.is_file():
        return 1.0
    outlines = json.loads(PATHS_FILE.read_text(encoding="utf-8"))
    return round(outlines["width"] / outlines["height"], 4)
