"""Families to call: how many, which files, and the workbook that the référent fills."""

from datetime import date

import pandas as pd
import streamlit as st

from charts.calls import call_rows
from programme import territory, wording
from ui import imports
from ui.blocks import show_empty, show_heading, show_note, show_source, show_table
from ui.view import View

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DETAIL = "Installés depuis un, deux ou trois ans, et l'on ne sait pas s'ils sont encore là. Références seulement."


def calls_due(view: View) -> pd.DataFrame:
    """The families to call at the date d'arrêté, whenever they settled."""
    return view.study("calls_due", start=None, commune_code=None)


def show_calls(view: View, *, most: int = 5) -> None:
    """The next calls of an EPCI, or of all; one EPCI's list is offered as a workbook to fill and send back."""
    calls = calls_due(view)
    show_heading(calls_heading(len(calls)), DETAIL if len(calls) else "")
    if calls.empty:
        show_empty(nobody_words(view))
    else:
        code = view.question.epci_code
        show_table(call_rows(calls, most), "Les plus anciens anniversaires sans nouvelles", is_folded=False)
        if len(calls) > most:
            show_table(call_rows(calls), "Tous les foyers à rappeler", label=f"Voir les {len(calls)} foyers")
        if code:
            show_download(code, view.question.as_of)
        else:
            show_note("Choisissez un EPCI pour télécharger sa liste à remplir.")
    show_source(view.source(view.ask("R2", start=None, commune_code=None)))


def nobody_words(view: View) -> str:
    """Why nobody is to be called: all gave news, or nobody settled long enough ago."""
    if view.ask("R2", start=None, commune_code=None).total["denominator"] >= 1:
        return "Tous les foyers installés depuis un an ou plus ont donné des nouvelles."
    return "Aucun foyer n'est installé depuis un an."


def calls_heading(count: int) -> str:
    """« 14 foyers à rappeler » or « Personne n'est à rappeler »."""
    return f"{wording.counted(count, 'foyer')} à rappeler" if count else "Personne n'est à rappeler"


def show_download(epci_code: str, as_of: date) -> None:
    st.download_button(
        "Télécharger la liste à remplir (Excel)",
        lambda: imports.calls(epci_code, as_of.isoformat()),
        f"appels {territory.epci_names()[epci_code]} {as_of.isoformat()}.xlsx",
        EXCEL,
        key="appels",
        on_click="ignore",
    )
