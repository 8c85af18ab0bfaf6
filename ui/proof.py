"""Click a number, see its proof: its meaning, who answered, and the lines of the files behind it."""

from dataclasses import replace

import streamlit as st

import figures
from charts import proofs
from programme import wording
from ui.blocks import show_heading, show_note, show_source, show_table
from ui.view import View


@st.fragment
def show_proof(view: View, ids: tuple[str, ...]) -> None:
    """Offers the page's figures by name; the chosen one is explained down to its lines."""
    titles = {figure: figures.catalog()[figure].title for figure in ids}
    chosen = st.selectbox(
        "D'où vient ce chiffre ?",
        ids,
        index=None,
        format_func=titles.get,
        placeholder="Choisir un chiffre",
        width=420,
        key="preuve",
    )
    if chosen:
        _explain(view, chosen)


def _explain(view: View, figure: str) -> None:
    answer, proof = view.ask(figure), figures.proof(figure, replace(view.question, by=()))
    entry = answer.entry
    show_heading(f"{entry.title} : {_value(answer)}", f"{view.period} · {entry.definition}")
    show_note(f"**Calcul.** {entry.formula} **À savoir.** {entry.caveat}")
    if view.previous:
        show_note(f"**Depuis le comité.** {figures.change_words(figure, view.question, view.previous)}")
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


def _value(answer: figures.Answer) -> str:
    total = answer.total
    if answer.entry.unit != "part":
        return f"{wording.number(answer.value)} {answer.entry.unit_in(answer.question.unit)}"
    told = f"{wording.number(total['numerator'])} sur {wording.number(total['denominator'])}"
    return f"{wording.percent(answer.value)} ({told})"
