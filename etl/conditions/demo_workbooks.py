"""Write the two fictional workbooks of public data, in the layouts of INSEE's density grid and of DREES' APL."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from etl.demo.packing import save

LEVELS = {
    2: "Centres urbains intermédiaires",
    3: "Petites villes",
    5: "Bourgs ruraux",
    6: "Rural à habitat dispersé",
    7: "Rural à habitat très dispersé",
}
LABELS = (
    "\nCode \nCommune\n",
    "Libellé des communes\n",
    "Population \nmunicipale \n2018",
    "Degré de densité\n(7 postes)",
    "Libellé degré de densité\n(7 postes)",
)
UNIT = "En nombre de consultations/visites accessibles par an par habitant standardisé"


def write_density(path: Path, places: Iterable[tuple[str, str, int, int]]) -> Path:
    """`places`: code, name, level from 1 to 7, population."""
    workbook = Workbook()
    notes = workbook.active
    notes.title = "Documentation"
    notes.append(["FICTIF : chiffres inventés pour une démonstration. Ce n'est pas la grille de l'INSEE."])
    lines = [[code, name, people, level, LEVELS[level]] for code, name, level, people in places]
    titles = [["Grille de densité 2021"], ["FICTIF – Niveau de densité des communes"], ["Géographie au 01/01/2021"]]
    _fill(
        workbook.create_sheet("Maille communale", 0),
        [*titles, LABELS, ["CODGEO", "LIBGEO", "PMUN18", "DENS7", "LIBDENS7"], *lines],
    )
    return save(workbook, path)


def write_accessibility(path: Path, places: Sequence[tuple[str, str, float, float, int]]) -> Path:
    """`places`: code, name, consultations in 2019 and in 2020, population."""
    workbook = Workbook()
    notes = workbook.active
    notes.title = "Paramètres"
    notes.append(["FICTIF : chiffres inventés pour une démonstration. Ce n'est pas l'indicateur de la DREES."])
    for rank, year in enumerate((2019, 2020)):
        headings = ["Code commune INSEE", "Commune", "APL aux médecins généralistes"]
        headings += ["APL aux médecins généralistes de 65 ans et moins"]
        headings += [f"Population standardisée {year - 1} pour la médecine générale", f"Population totale {year - 1}"]
        titles = [["Accessibilité potentielle localisée (APL) aux médecins généralistes : FICTIF"], []]
        titles += [[f"Millésime : {year}"], ["Champ : communes des dix EPCI."], []]
        lines = [
            [code, name, found[rank], round(found[rank] * 0.8, 3), round(people * 1.08), people]
            for code, name, *found, people in places
        ]
        units = [None, None, UNIT, UNIT]
        _fill(workbook.create_sheet(f"APL {year}"), [*titles, headings, units, *lines])
    return save(workbook, path)


def _fill(sheet: Worksheet, rows: Iterable[Sequence[object]]) -> None:
    for row in rows:
        sheet.append(list(row))
