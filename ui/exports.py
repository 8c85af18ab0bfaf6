"""The buttons that give a table as a file: made only when they are pressed."""

from functools import partial

import pandas as pd
import streamlit as st

from reports.tables import table_file
from ui.view import View

MIMES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv",
}
LABELS = {"xlsx": "Excel", "csv": "CSV"}


def show_downloads(view: View, study: str, rows: pd.DataFrame, *, label: str = "Télécharger ce tableau") -> None:
    """Two buttons, XLSX and CSV, for a study of indicators/studies.py that reports/tables.yml tells."""
    with st.container(horizontal=True, gap="small", key=f"telecharger_{study}"):
        for file_format, name in LABELS.items():
            st.download_button(
                f"{label} ({name})" if file_format == "xlsx" else name,
                partial(table_file, study, rows, view.question.as_of, file_format, is_demo=view.known.is_demo),
                f"oh-my-lot_{study}_{view.question.as_of.isoformat()}.{file_format}",
                MIMES[file_format],
                key=f"{study}_{file_format}",
                on_click="ignore",
                type="tertiary",
            )
