"""What stands behind a number, as tables: who answered, and which lines of which files."""

from collections.abc import Callable, Mapping

import pandas as pd

from charts.labels import DIMENSION_NAMES, UNKNOWN, label_names
from charts.outcomes import half_year
from programme import territory, wording

LINES_SHOWN = 200
REFERENT_LETTERS = 6


def answering_rows(epcis: pd.DataFrame) -> pd.DataFrame:
    """One row per EPCI asked: its last file, its freshness, whether it tells what the figure needs."""
    days = [wording.short_day(day) if pd.notna(day) else "rien reçu" for day in epcis["received_date"]]
    tells = ["oui" if answered else "non" for answered in epcis["has_answered"]]
    return pd.DataFrame(
        {
            "EPCI": epcis["epci_name"],
            "Reçu le": days,
            "Renseigne ce chiffre": tells,
            "Foyers comptés": epcis["families_count"].astype(float),
            "Refus qui pourraient le changer": epcis["rejected_count"].astype(float),
        }
    )


def line_rows(lines: pd.DataFrame) -> pd.DataFrame:
    """One row per family counted: the file, the sheet and the line that say so."""
    counted = [{True: "oui", False: "non"}.get(told, "") for told in lines["is_true"]]
    rows = pd.DataFrame(
        {
            "Fichier": lines["source_file"],
            "Feuille": lines["source_sheet"].fillna(""),
            "Ligne": lines["source_row"].astype(float),
            "N° de dossier": lines["dossier_ref"].fillna(""),
            "EPCI": [territory.epci_names().get(code, code) for code in lines["epci_code"]],
            "Date": [wording.short_day(day) if pd.notna(day) else "" for day in lines["event_date"]],
            "Dans le numérateur": counted,
        }
    )
    return rows if any(counted) else rows.drop(columns="Dans le numérateur")


def cell_rows(
    cells: pd.DataFrame, dimension: str, is_share: bool, names: Mapping[str, str] | None = None
) -> pd.DataFrame:
    """The table of a breakdown: its values by their French names, bounds, numerator and denominator where there are.

    `names` are those that only the store knows: of jobs, of figures.
    """
    names = names or label_names(dimension)
    told = wording.percent if is_share else wording.number
    labels = [_label(code, names, dimension) for code in cells[dimension]]
    rows = {DIMENSION_NAMES.get(dimension, dimension): labels, "Valeur": [told(value) for value in cells["value"]]}
    ends = cells[["value", "low", "high"]]
    if (ends["low"] != ends["value"]).any() or (ends["high"] != ends["value"]).any():
        rows |= {"Au moins": [told(value) for value in ends["low"]], "Au plus": [told(value) for value in ends["high"]]}
    if cells["denominator"].notna().any():
        rows |= {"Numérateur": cells["numerator"].to_numpy(), "Dénominateur": cells["denominator"].to_numpy()}
    return pd.DataFrame(rows)


def _label(code: object, names: Mapping[str, str], dimension: str) -> str:
    if pd.isna(code):
        return UNKNOWN
    if dimension in WRITTEN:
        return WRITTEN[dimension](code)
    return names.get(str(code), str(code))


WRITTEN: dict[str, Callable[..., str]] = {
    "month": wording.month,
    "half_year": half_year,
    "rolling_year": lambda day: f"Douze mois jusqu'au {wording.day(day)}",
    "horizon": lambda months: f"{months:.0f}{wording.NBSP}mois",
    "elapsed": lambda months: f"{months:.0f}{wording.NBSP}mois",
    "referent": lambda code: f"Code {code[:REFERENT_LETTERS]}",
}


def restated_rows(restatements: pd.DataFrame) -> pd.DataFrame:
    """One row per file that told late of what had happened before: what it added, took away and changed."""
    return pd.DataFrame(
        {
            "Fichier": restatements["source_file"],
            "EPCI": [territory.epci_names().get(code, code) for code in restatements["epci_code"]],
            "Reçu le": [wording.short_day(day) if pd.notna(day) else "" for day in restatements["received_date"]],
            "Dossiers ajoutés": restatements["added_count"].astype(float),
            "Dossiers retirés": restatements["removed_count"].astype(float),
            "Effet sur le chiffre": [wording.change(change) for change in restatements["change"]],
        }
    )


def refused_rows(rejected: pd.DataFrame) -> pd.DataFrame:
    """One row per line or cell refused that could change the figure."""
    return pd.DataFrame({"Fichier": rejected["source_file"], "À corriger": rejected["message"]})
