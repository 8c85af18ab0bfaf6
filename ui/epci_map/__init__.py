"""One EPCI close enough to tap its communes, and a small Lot that says where it lies; told in classes only."""

from pathlib import Path

import streamlit as st

from charts.commune_classes import CommuneClasses
from ui.assets import paths_url, svg_script

HERE = Path(__file__).parent
_component = st.components.v2.component(
    "lot_epci",
    html=(HERE / "epci.html").read_text(encoding="utf-8"),
    css=(HERE / "epci.css").read_text(encoding="utf-8"),
    js=svg_script(HERE / "epci.js"),
)


def show_epci(classes: CommuneClasses, *, key: str = "portrait") -> None:
    """Draws an EPCI from the outlines that the other maps use, fetched once."""
    with st.container(key=f"place_{key}"):
        _component(data={"paths": paths_url()} | classes.to_dict(), key=key)
