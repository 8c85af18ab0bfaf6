"""Click a number, see its proof: its meaning, who answered, and the lines of the files behind it."""

from dataclasses import replace

import streamlit as st

import figures
from charts import proofs
from charts.labels import DIMENSION_NAMES
from charts.silence import NO_SOURCE
from programme import wording
from ui.blocks import show_heading, show_note, show_source, show_table
from ui.card_pick import hear_cards
from ui.view import View

SHARE = "part"
KEY = "preuve"


@st.fragment
def show_proof(view: View, ids: tuple[str, ...]) -> None:
    """Offers the page's figures, by name or by a touch on their number; the chosen one is explained to its lines."""
    hear_cards(ids, choose)
    titles = {figure: figures.catalog()[figure].title for figure in ids}
    chosen = st.selectbox(
        "D'où vient ce chiffre ?",
        ids,
        index=None,
        format_func=titles.get,
        placeholder="Choisir un chiffre",
        width=420,
        key=KEY,
    )
    if chosen:
        _explain(view, chosen)


def choose(figure: str) -> None:
    """Explains a figure of the page; runs before the list is drawn."""
    st.session_state[KEY] = figure


def _explain(view: View, figure: str) -> None:
    answer, proof = view.ask(figure), figures.proof(figure, replace(view.question, by=()), view.known_on)
    entry = answer.entry
    show_heading(f"{entry.title} : {_value(answer)}", f"{view.period} · {entry.definition}")
    show_note(f"**Calcul.** {entry.formula} **À savoir.** {entry.caveat}")
    if view.previous:
        show_note(f"**Depuis le comité.** {figures.change_words(figure, view.question, view.previous, view.known_on)}")
        late = figures.change(figure, view.question, view.previous, view.known_on).restatements
        if len(late):
            show_table(proofs.restated_rows(late), "Ce qui a été dit en retard", label="Fichier par fichier")
    _show_breakdown(view, answer)
    show_table(proofs.answering_rows(proof.epcis), "Qui a répondu, et quand", label="Qui a répondu")
    if len(proof.lines):
        rows = proofs.line_rows(proof.lines)
        shown = wording.counted(len(rows), "ligne", feminine=True)
        show_table(rows.head(proofs.LINES_SHOWN), "Fichiers et lignes", label=f"Les {shown} derrière ce chiffre")
        st.download_button(
            "Télécharger les lignes (CSV)", rows.to_csv(index=False, sep=";"), f"{figure}.csv", "text/csv", key="lignes"
        )
    if len(proof.rejected):
        refused = proofs.refused_rows(proof.rejected)
        show_table(refused, "Refus qui pourraient changer ce chiffre", label="Les refus qui pourraient le changer")
    show_source(f"Source : {entry.source}. Définition en vigueur depuis le {wording.day(entry.since)}.")


def _show_breakdown(view: View, answer: figures.Answer) -> None:
    """Any breakdown that the catalogue names, as a table."""
    entry = answer.entry
    dimension = st.selectbox(
        "Ventiler par",
        entry.breakdowns,
        index=None,
        format_func=lambda name: DIMENSION_NAMES.get(name, name),
        placeholder="Choisir une ventilation",
        width=420,
        key="ventilation",
    )
    if dimension:
        rows = proofs.cell_rows(view.ask(entry.id, dimension).cells, dimension, entry.unit == SHARE, _names(dimension))
        show_table(rows, entry.title, is_folded=False)


def _names(dimension: str) -> dict[str, str]:
    """Names that the store or the catalogue know; none for the dimensions whose names are the same everywhere."""
    if dimension == "fap":
        return {code: name for year in figures.known().survey_years for code, name in figures.fap_names(year).items()}
    return {id: entry.title for id, entry in figures.catalog().items()} if dimension == "figure" else {}


def _value(answer: figures.Answer) -> str:
    total = answer.total
    if answer.is_silent:
        return NO_SOURCE
    if answer.entry.unit != SHARE:
        return f"{wording.number(answer.value)} {answer.entry.unit_in(answer.question.unit)}"
    told = f"{wording.number(total['numerator'])} sur {wording.number(total['denominator'])}"
    return f"{wording.percent(answer.value)} ({told})"
