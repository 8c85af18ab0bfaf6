"""Where files are dropped: what was understood of each, what it would change, and the choice to import it."""

from datetime import date
from typing import Any

import streamlit as st

from programme import territory, wording
from programme.settings import settings
from programme.vocabulary import ImportKind
from ui import imports
from ui.blocks import show_heading, show_note
from ui.dropped import forget_all_but, read, receive, receive_if_ready, state_of, statuses_of
from ui.imports import Upload
from ui.recognition import as_written, merged, pick_choices, show_problems

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FROM_FILE = "D'après le fichier"
KINDS = {"": FROM_FILE, str(ImportKind.STATE): "Un état complet", str(ImportKind.SUPPLEMENT): "Un complément"}
STATUS_WORDS = {
    "refused": "refusé",
    "to_confirm": "à confirmer",
    "accepted": "prêt à importer",
    "unchanged": "déjà connu",
    "skipped": "ignoré",
}
RECEIVED_WORDS = STATUS_WORDS | {"accepted": "importé"}
ASKED_BY = {"epci_guessed", "unknown_epci", "kind_guessed", "households_disappear"}
DROP = "Tels qu'ils sont : .xlsx, .xlsm, .xls, .ods, .csv, de {limit} Mo au plus. Rien n'est pris avant votre accord."


def show_deposit() -> None:
    """The box to drop files in, then one block per file."""
    show_heading("Importer des tableaux", DROP.format(limit=settings().max_file_megabytes))
    dropped = st.file_uploader("Tableaux à lire", accept_multiple_files=True, key="depot", label_visibility="collapsed")
    forget_all_but({file.file_id for file in dropped})
    _each([file for file in dropped if "reports" not in state_of(file)], "Lecture", read)
    for file in dropped:
        _show_file(file)
    ready = [file for file in dropped if statuses_of(file) == {"accepted"} and "received" not in state_of(file)]
    if len(ready) > 1 and st.button(f"Importer les {len(ready)} fichiers prêts", type="primary", key="tout_importer"):
        _each(ready, "Import", receive_if_ready)
        st.rerun()


def _each(files: list[Any], verb: str, act: Any) -> None:
    """One file after the other, with its progress."""
    if not files:
        return
    with st.status(f"{verb}…", expanded=True) as status:
        for number, file in enumerate(files, start=1):
            status.update(label=f"{verb} de {file.name} ({number} sur {len(files)})…")
            act(file)
        status.update(label=f"{verb} : {wording.counted(len(files), 'fichier')}", state="complete", expanded=False)


def _show_file(file: Any) -> None:
    state = state_of(file)
    if state["failed"]:
        st.error(f"{file.name} : {state['failed']}")
    done = "received" in state
    words = _worst(state["received"], RECEIVED_WORDS) if done else _worst(state["reports"], STATUS_WORDS)
    with st.expander(f"**{as_written(file.name)}** : {words}", expanded=True, key=f"fichier_{file.file_id}"):
        for report in state.get("received", state["reports"]):
            _show_report(report)
        if not done:
            _show_choices(file)
        if any(report["read"] for report in state["reports"]):
            _show_copy(file)


def _show_report(report: dict) -> None:
    if report["read"]:
        kind = ImportKind(report["kind"]).label
        counts = (
            f"**{wording.counted(report['read'], 'ligne lue', 'lignes lues', feminine=True)}, "
            f"{wording.number(report['accepted'])} {wording.agreed(report['accepted'], 'acceptée', 'acceptées')}, "
            f"{wording.number(report['rejected'])} {wording.agreed(report['rejected'], 'refusée', 'refusées')}**"
        )
        show_note(" · ".join(filter(None, (territory.epci_names().get(report["epci_code"]), kind, counts))))
    if report.get("change"):
        show_note(f"Par rapport à ce qui était connu : **{report['change']}**.")
    show_problems(report["problems"], key=f"{report['sha256'][:12]}_{report['epci_code']}_{report['status']}")


def _show_choices(file: Any) -> None:
    """What may be corrected before the import, then the import itself."""
    state, key, statuses = state_of(file), file.file_id, statuses_of(file)
    if statuses <= {"skipped"}:
        return
    asked = _pick_all(state, key)
    if asked != state["asked"]:
        if st.button("Relire avec ces choix", type="primary", key=f"relire_{key}"):
            state["asked"] = asked
            _each([file], "Lecture", read)
            st.rerun()
    elif statuses & {"to_confirm", "accepted"} and "refused" not in statuses:
        label = "Confirmer et importer" if "to_confirm" in statuses else "Importer"
        if st.button(label, type="primary", key=f"importer_{key}"):
            _each([file], "Import", receive)
            st.rerun()


def _pick_all(state: dict, key: str) -> dict:
    """Whose the file is comes first where it is asked, last where it is known; its columns and words between."""
    codes = {problem["code"] for report in state["reports"] for problem in report["problems"]}
    is_asked = bool(codes & ASKED_BY)
    first, columns, last = st.container(), st.container(), st.container()
    with first if is_asked else last:
        options = _pick_options(key, is_open=is_asked)
    chosen = state["asked"]["chosen"]
    with columns:
        if recognised := [report["recognition"] for report in state["reports"] if report.get("recognition")]:
            chosen = pick_choices(merged(recognised), chosen, key)
    return options | {"chosen": chosen}


def _pick_options(key: str, *, is_open: bool) -> dict:
    label = "Dire de quel EPCI, de quelle nature ou de quel jour est ce fichier"
    with st.expander(label, expanded=is_open, key=f"options_{key}_{is_open}"):
        left, middle, right = st.columns(3)
    epcis = {"": FROM_FILE} | territory.epci_names()
    epci_code = left.selectbox("EPCI", list(epcis), format_func=epcis.get, key=f"epci_{key}")
    kind = middle.selectbox("Ce fichier est", list(KINDS), format_func=KINDS.get, key=f"kind_{key}")
    received = right.date_input("Reçu le", date.today(), format="DD/MM/YYYY", key=f"jour_{key}")
    return {"epci": epci_code, "kind": kind, "received": received.isoformat()}


def _show_copy(file: Any) -> None:
    """Her own workbook with what is to correct, made when it is asked for."""
    upload, asked = Upload(file.name, file.getvalue()), state_of(file)["asked"]
    st.download_button(
        "Télécharger ce classeur annoté",
        lambda: imports.annotated(upload, asked["epci"], asked["chosen"]),
        f"{file.name.rpartition('.')[0] or file.name} (annoté).xlsx",
        EXCEL,
        key=f"copie_{file.file_id}",
        on_click="ignore",
    )


def _worst(reports: list[dict], words: dict[str, str]) -> str:
    statuses = {report["status"] for report in reports}
    return next((word for status, word in words.items() if status in statuses), "non lu")
