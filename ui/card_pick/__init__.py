"""Hears which big figure of the page is touched: its number is a button that asks where it comes from."""

from collections.abc import Callable
from pathlib import Path

import streamlit as st

KEY = "chiffre_touche"
_component = st.components.v2.component(
    "lot_card_pick", html="<span hidden></span>", js=Path(__file__).with_name("pick.js").read_text(encoding="utf-8")
)


def hear_cards(ids: tuple[str, ...], on_ask: Callable[[str], None]) -> None:
    """Hands on which of these figures is touched; runs before any widget is drawn, so it may set their values."""
    _component(data={"figures": ids}, key=KEY, on_asked_change=lambda: asked(on_ask))


def asked(on_ask: Callable[[str], None]) -> None:
    figure = st.session_state[KEY].get("asked")
    if figure:
        on_ask(figure)
