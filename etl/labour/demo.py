"""Write fictional surveys in the layouts that the employers' survey (BMO) had in 2019, 2020 and 2021.

The codes and names of jobs (FAP 2009) and bassins are those of their nomenclatures; every figure is invented.
"""

import csv
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook

from etl.demo.packing import save

SEED = 46

FICTION = "FICTIF : chiffres inventés pour une démonstration. Ce n'est pas l'enquête Besoins en main-d'œuvre."

FAMILY_NAMES = {
    "A": "Fonctions administratives",
    "C": "Fonctions d'encadrement",
    "I": "Ouvriers des secteurs de l'industrie",
    "O": "Ouvriers de la construction et du bâtiment",
    "S": "Fonctions sociales et médico-sociales",
    "T": "Autres techniciens et employés",
    "V": "Fonctions liées à la vente, au tourisme et aux services",
    "Z": "Autres métiers",
}

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class Layout:
    """How the survey of one year was laid out: its headers by field, in order, and how it wrote its figures."""

    year: int
    sheet_name: str
    headers: Mapping[str, str]
    projects_factor: float
    has_secrets: bool


_PLACES_LAST = {"departement_code": "Dept", "departement_name": "NomDept"}
_REGION = {"region_code": "REG", "region_name": "NOM_REG"}
_FIGURES = {"met": "met", "xmet": "xmet", "smet": "smet"}
_OLD_FAMILY = {"family_code": "Famille_metier", "family_name": "Libellé de famille de métier"}
_OLD_JOB = {"fap_code": "code métier BMO ", "fap_name": "nom_metier BMO"}


def _bassin(year: int) -> dict[str, str]:
    return {"bassin_code": f"BE{year % 100}", "bassin_name": f"NOMBE{year % 100}"}


LAYOUTS = (
    Layout(
        2019,
        "ResMetBE19",
        {"year": "annee", **_bassin(2019), **_OLD_FAMILY, **_OLD_JOB, **_PLACES_LAST, **_FIGURES, **_REGION},
        projects_factor=0.93,
        has_secrets=False,
    ),
    Layout(
        2020,
        "BMO_2020_open_data",
        {
            "year": "annee",
            **_bassin(2020),
            "family_code": "Famille_met",
            "family_name": "Lbl_fam_met",
            "fap_code": "metier",
            "fap_name": "nommetier",
            **_PLACES_LAST,
            **_FIGURES,
            **_REGION,
        },
        projects_factor=1.05,
        has_secrets=True,
    ),
    Layout(
        2021,
        "BMO_2021_open_data",
        {"year": "annee", **_OLD_JOB, **_OLD_FAMILY, **_REGION, **_PLACES_LAST, **_bassin(2021), **_FIGURES},
        projects_factor=1.0,
        has_secrets=True,
    ),
)

_DESCRIPTIONS = {
    "year": "Année de l'enquête",
    "fap_code": "Code métier BMO (FAP)",
    "fap_name": "Libellé métier BMO",
    "family_code": "Code famille de métier",
    "family_name": "Libellé famille de métier",
    "region_code": "Code région Insee",
    "region_name": "Nom de la région",
    "departement_code": "N° de département",
    "departement_name": "Nom du département",
    "bassin_code": "Code bassin d'emploi",
    "bassin_name": "Nom du bassin d'emploi",
    "met": "Nombre de projets de recrutement",
    "xmet": "Nombre de projets de recrutement jugés difficiles",
    "smet": "Nombre de projets de recrutement saisonniers",
}


def write_surveys(folder: Path) -> list[Path]:
    """Write one workbook a year into `folder` and return their paths; the same bytes each time."""
    folder.mkdir(parents=True, exist_ok=True)
    return [save(_workbook(layout), folder / f"Base_open_data_BMO_{layout.year}_fictif.xlsx") for layout in LAYOUTS]


def _workbook(layout: Layout) -> Workbook:
    workbook = Workbook()
    description = workbook.active
    description.title = "Description des variables "
    description["A1"] = FICTION
    for line, (field, header) in enumerate([("", "Variables "), *layout.headers.items()], start=7):
        description.cell(line, 2, header)
        description.cell(line, 3, _DESCRIPTIONS.get(field, "Description "))
    sheet = workbook.create_sheet(layout.sheet_name)
    sheet.append(list(layout.headers.values()))
    for row in _rows(layout):
        sheet.append([row[field] for field in layout.headers])
    return workbook


def _rows(layout: Layout) -> Iterator[Row]:
    for job in _read_table("demo_jobs.csv"):
        for bassin in _read_table("demo_bassins.csv"):
            place = f"{SEED} {bassin['bassin_code']} {job['fap_code']}"
            usual = float(job["projects"]) * float(bassin[job["sector"]]) * layout.projects_factor
            usual *= random.Random(place).lognormvariate(-0.3, 0.45)
            chance = random.Random(f"{place} {layout.year}")
            figures = _figures(chance, job, usual)
            if figures[0] < 1:
                continue
            shown = _with_secrets(figures) if layout.has_secrets else _with_decimals(chance, figures)
            yield {
                **{field: bassin[field] for field in layout.headers if field in bassin},
                "year": layout.year,
                "fap_code": job["fap_code"],
                "fap_name": job["fap_name"],
                "family_code": job["fap_family_code"],
                "family_name": FAMILY_NAMES[job["fap_family_code"]],
                **dict(zip(_FIGURES, shown, strict=True)),
            }


def _figures(chance: random.Random, job: Mapping[str, str], usual: float) -> tuple[int, int, int]:
    """Draw projects around the usual number, a rare job being absent of some years, and how many are difficult."""
    projects = round(usual * chance.lognormvariate(0, 0.2)) if chance.random() < usual / (usual + 2) else 0
    difficult = sum(chance.random() < float(job["difficult_share"]) for _ in range(projects))
    seasonal = sum(chance.random() < float(job["seasonal_share"]) for _ in range(projects))
    return projects, difficult, seasonal


def _with_secrets(figures: Sequence[int]) -> list[str]:
    """Hide what is under five, and the whole row when its projects are; numbers are written as text."""
    return ["*" if figures[0] < 5 or figure < 5 else str(figure) for figure in figures]


def _with_decimals(chance: random.Random, figures: Sequence[int]) -> list[float]:
    """Weight the answers as older surveys published them, decimals kept."""
    weight = chance.uniform(0.9, 1.25)
    return [round(figure * weight, 4) for figure in figures]


def _read_table(name: str) -> list[dict[str, str]]:
    with Path(__file__).with_name(name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
