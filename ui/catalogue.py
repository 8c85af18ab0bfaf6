"""The catalogue and the sources in print: what every figure means, for whoever asks in the room."""

from html import escape

import streamlit as st

import figures
from charts.labels import FIGURE_FAMILIES
from programme import territory, wording
from ui.blocks import show_heading


def show_catalogue() -> None:
    """Every figure by family, folded: definition, calculation, unit, breakdowns, source, caveat, since when."""
    entries = figures.catalog().values()
    for letter, title in FIGURE_FAMILIES.items():
        with st.expander(title):
            st.html("".join(_entry_html(entry) for entry in entries if entry.id[0] == letter))


def _entry_html(entry: figures.Entry) -> str:
    said = {
        "Calcul": entry.formula,
        "Unité": entry.unit,
        "À savoir": entry.caveat,
        "Source": entry.source,
        "Définition en vigueur depuis": f"le {wording.day(entry.since)}",
    }
    lines = "".join(f"<dt>{escape(name)}</dt><dd>{escape(text)}</dd>" for name, text in said.items())
    title = f"{escape(entry.title)} <small>({escape(entry.id)})</small>"
    return (
        f'<h3 class="lot-entry">{title}</h3><p>{escape(entry.definition)}</p><dl class="lot-entry-facts">{lines}</dl>'
    )


def show_reference_sources() -> None:
    """Producers, vintages and licences of the reference data."""
    show_heading("Le territoire", "Communes, EPCI, bassins d'emploi et contours")
    for name, source in territory.sources().items():
        told = (
            f"{source['producer']}. {source['taken']}. Millésime : {source['vintage']}. Licence : {source['licence']}."
        )
        st.html(f'<p class="lot-source"><strong>{escape(name)}</strong> : {escape(wording.sentence(told))}</p>')
