"""What leads a session from screen to screen: keys, a remote control's keys, buttons, and the presenter's timer."""

from pathlib import Path
from urllib.parse import urlencode

import streamlit as st

from ui.choices import url_choices

HERE = Path(__file__).parent
SCREEN = "ecran"
_component = st.components.v2.component(
    "lot_remote",
    html=(HERE / "remote.html").read_text(encoding="utf-8"),
    css=(HERE / "remote.css").read_text(encoding="utf-8"),
    js=(HERE / "remote.js").read_text(encoding="utf-8"),
)


def screen_number(count: int) -> int:
    """Which of `count` screens the URL asks for, from 1; the nearest where it asks for none of them."""
    asked = st.query_params.get(SCREEN, "1")
    return min(max(int(asked), 1), count) if asked.isdecimal() else 1


def show_remote(number: int, count: int) -> None:
    """Draws the buttons and listens to the keys; the next run draws the screen that was asked for."""
    data = {"number": number, "count": count, "exit": f"./?{urlencode(url_choices())}"}
    _component(data=data, key="telecommande", on_asked_change=go)


def go() -> None:
    """Writes the screen that was asked for in the URL; runs before the page."""
    asked = st.session_state["telecommande"].get("asked")
    if asked:
        st.query_params[SCREEN] = str(asked)
