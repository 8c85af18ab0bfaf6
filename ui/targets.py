"""A target set on screen: one more list of targets, of one line, that goes the way of every file."""

import csv
import io
from datetime import datetime

import streamlit as st

import figures
from programme import territory, wording
from ui import imports
from ui.imports import CommandFailed, Upload
from ui.view import View

EVERYWHERE = "Tout le programme"
HEADINGS = ("Indicateur", "EPCI", "Année", "Valeur")
FILE = "objectif saisi à l'écran.csv"
YEARS_AHEAD = 3


def show_target_form(view: View) -> None:
    """The form, folded; what it sets replaces the same target, whoever had set it."""
    said = st.session_state.pop("objectif_dit", "")
    if said:
        st.success(said)
    titles = figures.titles_with_targets()
    with st.expander("Fixer un objectif"), st.form("objectif", border=False):
        figure = st.selectbox("Chiffre", list(titles), format_func=titles.get, key="objectif_chiffre")
        places = {"": EVERYWHERE} | territory.epci_names()
        epci_code = st.selectbox("Territoire", list(places), format_func=places.get, key="objectif_territoire")
        first = view.question.as_of.year
        year = st.selectbox("Année", range(first, first + YEARS_AHEAD), key="objectif_annee")
        value = st.number_input(
            "Objectif", min_value=1, step=1, value=None, placeholder="Nombre", key="objectif_valeur"
        )
        sent = st.form_submit_button("Enregistrer l'objectif")
    if sent and value is None:
        st.warning("Écrivez le nombre à atteindre, puis enregistrez.")
    elif sent:
        _set(figure, places[epci_code], year, value)


def _set(figure: str, place: str, year: int, value: int) -> None:
    try:
        asked = {"epci": "", "kind": "", "received": "", "chosen": {}}
        imports.receive(target_file(figure, place, year, value, datetime.now()), accepts_proposals=True, **asked)
    except CommandFailed as failed:
        st.error(f"L'objectif n'est pas enregistré. {failed}")
        return
    title = figures.titles_with_targets()[figure]
    st.session_state["objectif_dit"] = f"Objectif enregistré : {title}, {place}, {year} : {wording.number(value)}."
    st.rerun()


def target_file(figure: str, place: str, year: int, value: int, now: datetime) -> Upload:
    """A list of one target; its first line says when it was set, so that a target taken back may be set again."""
    written = io.StringIO()
    lines = csv.writer(written, delimiter=";", lineterminator="\r\n")
    lines.writerows(
        [[f"Objectif saisi à l'écran le {now:%d/%m/%Y à %H:%M:%S}"], HEADINGS, [figure, place, year, value]]
    )
    return Upload(FILE, written.getvalue().encode())
