"""What becomes of the files that a person drops, while the session lasts: read, then received."""

from datetime import date
from typing import Any

import streamlit as st

from ui import imports
from ui.imports import CommandFailed, Upload


def read(file: Any) -> None:
    """Asks what an import of it would say, with what was chosen so far."""
    state = state_of(file)
    try:
        state["reports"] = imports.preview(Upload(file.name, file.getvalue()), **state["asked"])
    except CommandFailed as failed:
        state |= {"reports": [], "failed": str(failed)}


def receive(file: Any) -> None:
    """Imports it, with the proposals that were shown; what was said of it before stays beside what became of it."""
    state, is_confirmed = state_of(file), "to_confirm" in statuses_of(file)
    before = {report["epci_code"]: report for report in state["reports"]}
    grades = {problem["code"]: problem["grade"] for report in state["reports"] for problem in report["problems"]}
    try:
        upload = Upload(file.name, file.getvalue())
        received = imports.receive(upload, accepts_proposals=is_confirmed, **state["asked"])
    except CommandFailed as failed:
        state["failed"] = str(failed)
        return
    for report in received:
        for problem in report["problems"]:
            problem["grade"] = grades.get(problem["code"], "correct")
    # Where what is known changed since it was read, there is more to confirm: it is read again, and asked.
    if "to_confirm" not in {report["status"] for report in received}:
        state["received"] = [before.get(report["epci_code"], {}) | report for report in received]
    _forget_readings(before.keys() - {None})


def receive_if_ready(file: Any) -> None:
    """An import before it may have changed what is known of its EPCI: then it is read again first."""
    if "reports" not in state_of(file):
        read(file)
    if statuses_of(file) == {"accepted"}:
        receive(file)


def _forget_readings(epci_codes: set[str]) -> None:
    """The files of these EPCIs that wait are to be read again: what they would change is not what it was."""
    for state in st.session_state["depots"].values():
        if "received" not in state and epci_codes & {report["epci_code"] for report in state.get("reports", [])}:
            del state["reports"]


def state_of(file: Any) -> dict:
    """What is known of a dropped file in this session: asked, reports, received, failed."""
    asked = {"epci": "", "kind": "", "received": date.today().isoformat(), "chosen": {"headings": {}, "labels": []}}
    return st.session_state.setdefault("depots", {}).setdefault(file.file_id, {"asked": asked, "failed": ""})


def forget_all_but(kept: set[str]) -> None:
    """Words of a file are shown while it is being imported, and no longer."""
    files = st.session_state.setdefault("depots", {})
    for file_id in files.keys() - kept:
        del files[file_id]


def statuses_of(file: Any) -> set[str]:
    """Those of its reports, one per EPCI; none before it is read."""
    return {report["status"] for report in state_of(file).get("reports", [])}
