"""The programme's own workbook: committees, actions, targets and companies."""

from datetime import date
from pathlib import Path

from openpyxl import Workbook

from etl.demo.files import AUTHOR
from etl.demo.packing import save
from etl.demo.tables import table

FILE = "Programme Oh My Lot (fictif).xlsx"
TITLE = "Programme Oh My Lot, données fictives"
HEADINGS = {
    "Comités": ("Date du comité", "Décision"),
    "Actions": ("Code campagne", "Nom", "Type", "Début", "Fin", "Coût (€)", "Canal"),
    "Objectifs": ("Indicateur", "EPCI", "Année", "Valeur"),
    "Entreprises": ("Entreprise", "Secteur", "EPCI", "Action", "Ce qu'elle a obtenu"),
}


def write_steering(folder: Path) -> Path:
    """Four sheets, each with a title line, a line of headings, then one row per committee, action, target, or company
    in an action."""
    said = table("steering")
    rows = {"Comités": said["committees"], "Actions": _actions(), "Objectifs": _targets()}
    rows["Entreprises"] = said["companies"]
    workbook = Workbook()
    workbook.remove(workbook.active)
    workbook.properties.creator = workbook.properties.lastModifiedBy = AUTHOR
    for name, headings in HEADINGS.items():
        sheet = workbook.create_sheet(name)
        for row in ([TITLE], headings, *rows[name]):
            sheet.append(list(row))
        for cell in (cell for line in sheet.iter_rows() for cell in line if isinstance(cell.value, date)):
            cell.number_format = "DD/MM/YYYY"
    return save(workbook, folder / FILE)


def _actions() -> list[list]:
    labels = table("words")["channel"]["long"]
    return [[*action[:-1], labels[action[-1]]] for action in table("steering")["actions"]]


def _targets() -> list[list]:
    found = []
    for figure, targets in (("A5", table("steering")["targets"]), ("A1", table("steering")["contact_targets"])):
        for epci_name, values in targets.items():
            if epci_name != "years":
                found += [[figure, epci_name, *pair] for pair in zip(targets["years"], values, strict=True)]
    return found
