"""The files of two EPCIs that may be one family: side by side, without names, to be settled."""

import pandas as pd
import streamlit as st

import figures
from programme import territory, wording
from programme.vocabulary import PairDecision, PairReason, Status
from ui import imports
from ui.blocks import show_empty, show_heading, show_note, table_html

SHARED = {"phone": "le même téléphone", "email": "le même courriel", "name": "le même nom"}
DETAIL = "Un seul point commun ne suffit pas : vérifiez avec les deux référents. Aucun nom n'est gardé ici."
SHOWN = 10


def show_pairs() -> None:
    """Each open pair and its decision; the decision is replayed at each import."""
    pairs = figures.open_pairs()
    show_heading("Foyers reçus par deux EPCI", DETAIL)
    if not pairs:
        show_empty("Aucune paire n'est à trancher.")
    for pair in pairs[:SHOWN]:
        _show_pair(pair)
    if len(pairs) > SHOWN:
        show_note(f"Et {wording.counted(len(pairs) - SHOWN, 'autre paire', 'autres paires')}, après celles-ci.")


def pair_rows(pair: dict) -> pd.DataFrame:
    """One row per thing to compare, one column per EPCI."""
    sides = [pair["one"], pair["other"]]
    names = [territory.epci_names().get(side["epci_code"], side["epci_code"]) for side in sides]
    rows = {
        "Fichier": [side["source_file"] for side in sides],
        "Feuille": [side["source_sheet"] or None for side in sides],
        "Ligne": [str(side["source_row"]) for side in sides],
        "N° de dossier": [side["dossier_ref"] for side in sides],
        "Premier contact": [_day(side["first_contact_date"]) for side in sides],
        "Statut": [Status(side["status"]).label if side["status"] else None for side in sides],
        "Installation": [_day(side["installation_date"]) for side in sides],
    }
    table = pd.DataFrame.from_dict(rows, orient="index", columns=names, dtype="str")
    return table.rename_axis("").reset_index()


def shared_words(pair: dict) -> str:
    """« le même téléphone »."""
    return wording.listed(SHARED[kind] for kind in pair["evidence"].split())


def _show_pair(pair: dict) -> None:
    key = f"{pair['one']['household_id']}_{pair['other']['household_id']}"
    with st.container(border=True, key=f"paire_{key}"):
        st.html(table_html(pair_rows(pair), f"Ces deux dossiers ont {shared_words(pair)}."))
        reasons = {str(term): term.label for term in PairReason}
        reason = st.selectbox("Raison", list(reasons), format_func=reasons.get, key=f"raison_{key}")
        with st.container(horizontal=True):
            for decision in (PairDecision.SAME, PairDecision.DIFFERENT):
                if st.button(decision.label, key=f"{decision}_{key}"):
                    imports.settle(pair["one"]["household_id"], pair["other"]["household_id"], decision, reason)
                    st.rerun()


def _day(text: str | None) -> str | None:
    return wording.short_day(pd.Timestamp(text)) if text else None
