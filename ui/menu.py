"""The pages, in the order of the menu, and the header that stands above each."""

from contextlib import nullcontext
from dataclasses import dataclass

import streamlit as st

from programme.settings import ROOT
from ui.choices import url_choices
from ui.later import later

WORDMARK = '<p class="lot-wordmark"><span class="lot-mark" aria-hidden="true"></span>Oh My Lot</p>'
FOLDER = ROOT / "pages"


@dataclass(frozen=True)
class Entry:
    """One page: its file in pages/, its name in the menu, its address (empty for the first)."""

    file: str
    title: str
    address: str


ENTRIES = (
    Entry("synthese.py", "Synthèse", ""),
    Entry("mon_epci.py", "Mon EPCI", "mon-epci"),
    Entry("installations.py", "Installations", "installations"),
    Entry("contacts.py", "Contacts", "contacts"),
    Entry("metiers_en_tension.py", "Métiers en tension", "metiers-en-tension"),
    Entry("besoins.py", "Besoins", "besoins"),
    Entry("communication.py", "Communication", "communication"),
    Entry("accueil.py", "Accueil", "accueil"),
    Entry("donnees.py", "Données", "donnees"),
    Entry("sources.py", "Sources", "sources"),
    Entry("seance.py", "Séance", "seance"),
)


def pages() -> list:
    """The st.Page of each entry; the first is the default and answers at « / »."""
    return [
        st.Page(FOLDER / entry.file, title=entry.title, url_path=entry.address, default=not entry.address)
        for entry in ENTRIES
    ]


def show_header(menu: list, current) -> None:
    """The product's name and the menu. Its links carry the reader's choices, so that Back finds them again."""
    with st.container(key="entete", horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.html(WORDMARK, width="content")
        links = st.container(key="menu", horizontal=True, width="content", gap="small")

    def fill() -> None:
        for page in menu:
            is_here = page.url_path == current.url_path
            with links, st.container(key="menu_ici", width="content") if is_here else nullcontext():
                st.page_link(page, label=page.title, query_params=url_choices())

    later(fill)
