"""The accessibility statement, said once in docs/accessibilite.md and read on the page of sources."""

import streamlit as st

from programme.settings import ROOT
from ui.blocks import show_heading

STATEMENT = ROOT / "docs" / "accessibilite.md"


def show_accessibility() -> None:
    """The statement under its own heading, folded; the file's title gives way to ours."""
    show_heading("Accessibilité : partiellement conforme", "Ce qui est vérifié, et ce qui ne l'est pas encore")
    _, _, told = STATEMENT.read_text(encoding="utf-8").partition("\n")
    with st.expander("Lire la déclaration d'accessibilité"):
        st.markdown(told.replace("\n## ", "\n### "))
