"""What is done with files already received: taking one back, and giving an EPCI its blank workbook."""

import pandas as pd
import streamlit as st

import figures
from programme import territory, wording
from ui import imports
from ui.blocks import show_heading, show_note

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def who_sent() -> str:
    """« **9 EPCI sur 10** ont envoyé leur tableau ; il manque Quercy Blanc. »"""
    partners = territory.partner_epcis()
    answered = figures.epci_codes_received() & partners
    missing = [name for code, name in territory.epci_names().items() if code in partners - answered]
    sent = wording.agreed(len(answered), "a envoyé son tableau", "ont envoyé leur tableau")
    rest = f" ; il manque {wording.listed(missing)}" if missing else ""
    return f"**{len(answered)} EPCI sur {len(partners)}** {sent}{rest}."


def show_undo(files: pd.DataFrame) -> None:
    """Choose an import and take it back: what was known before counts again."""
    if files.empty:
        return
    names = {int(row.import_id): _name(row) for row in files.itertuples()}
    with st.expander("Annuler un import", key="annuler"):
        show_note(
            "Ses lignes ne compteront plus, et l'envoi précédent comptera de nouveau. Le fichier pourra être renvoyé."
        )
        # A form is sent as it is seen: a tick that comes before a choice is drawn would be of another import.
        with st.form("annuler_un_import", border=False):
            number = st.selectbox("Import", list(names), format_func=names.get, key="import_a_annuler")
            is_sure = st.checkbox("Oui, annuler cet import", key=f"annuler_{len(names)}")
            sent = st.form_submit_button("Annuler l'import")
        if sent and not is_sure:
            st.warning("Cochez « Oui, annuler cet import », puis annulez.")
        elif sent:
            st.session_state["annule"] = imports.undo(number)
            st.rerun()
    if said := st.session_state.pop("annule", ""):
        st.toast(said)


def show_template() -> None:
    """The blank workbook of an EPCI, made when it is asked for."""
    show_heading("Le modèle à remplir", "Avec des listes et des contrôles ; il est relu sans aucune question")
    names = territory.epci_names()
    with st.container(horizontal=True, vertical_alignment="bottom", key="modele"):
        code = st.selectbox("EPCI", list(names), format_func=names.get, key="modele_epci")
        st.download_button(
            "Télécharger le modèle (Excel)",
            lambda: imports.template(code),
            f"Oh My Lot {names[code]}.xlsx",
            EXCEL,
            key="telecharger_modele",
            on_click="ignore",
        )


def _name(row) -> str:
    """« suivi.xlsx, reçu le 31/03/2022 (Grand-Figeac) »."""
    owner = territory.epci_names().get(row.epci_code) if isinstance(row.epci_code, str) else None
    return f"{row.source_file}, reçu le {wording.short_day(row.received_date)}" + (f" ({owner})" if owner else "")
