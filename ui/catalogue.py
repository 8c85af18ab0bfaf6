"""The catalogue and the sources in print: what every figure means, for whoever asks in the room."""

from html import escape

import pandas as pd
import streamlit as st

import figures
from charts.labels import FIGURE_FAMILIES
from programme import territory, wording
from ui.blocks import show_empty, show_heading, show_table

IMPORT = "Les fichiers à télécharger et leurs adresses sont dans docs/donnees-ouvertes.md ; importez-les tels quels."


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


def show_open_data() -> None:
    """Public data by commune that were imported: years, communes, producer and licence."""
    held, entries = figures.conditions_held(), figures.catalog()
    show_heading("Les données publiques importées", "Ce que l'on sait de chaque commune, et qui le publie")
    if held.empty:
        show_empty("Aucune donnée publique par commune n'a été importée.", IMPORT)
        return
    rows = {
        "Donnée": [entries[figure].title for figure in held["figure"]],
        "Années": [wording.listed(map(str, years)) for years in held["years"]],
        "Communes": held["communes_count"].astype(float),
        "Producteur et licence": [entries[figure].source for figure in held["figure"]],
    }
    show_table(pd.DataFrame(rows), "Données publiques par commune", label="Voir les données")


def show_reference_sources() -> None:
    """Producers, vintages and licences of the reference data."""
    show_heading("Le territoire", "Communes, EPCI, bassins d'emploi et contours")
    for name, source in territory.sources().items():
        told = (
            f"{source['producer']}. {source['taken']}. Millésime : {source['vintage']}. Licence : {source['licence']}."
        )
        st.html(f'<p class="lot-source"><strong>{escape(name)}</strong> : {escape(wording.sentence(told))}</p>')
