"""The script that Streamlit runs: takes the URL, draws the header, then runs the page."""

import streamlit as st

import figures
from programme import wording
from ui.blocks import show_banner
from ui.filters import read_url
from ui.later import figures_first
from ui.menu import pages, show_header


def banner_facts() -> tuple[bool, str | None]:
    """Whether the data are fictional, and the sentence that tells until when data were received."""
    known = figures.known()
    if not known.received_dates:
        return known.is_demo, None
    return known.is_demo, f"Dernier tableau reçu le {wording.day(max(known.received_dates))}"


menu = pages()
page = st.navigation(menu, position="hidden")
st.set_page_config(page_title=f"{page.title} · Oh My Lot", layout="wide", initial_sidebar_state="collapsed")
read_url()
with figures_first():
    show_header(menu, page)
    show_banner(*banner_facts())
    page.run()
