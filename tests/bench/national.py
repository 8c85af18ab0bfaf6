"""The import of a whole national survey BMO, store included, beside what calamine alone takes to read its cells."""

import random
import tempfile
from collections.abc import Iterator
from functools import partial
from itertools import product
from pathlib import Path

from openpyxl import Workbook

from etl.pipeline import import_file
from programme.territory import departement_names
from store import reads
from store.engine import open_store
from tests.bench.imports import RECEIVED, read_cells
from tests.bench.ratio import Ratio, mean_seconds

YEAR, ROWS, JOBS, SEED = 2024, 60_000, 215, 46
HEADINGS = (
    *("annee", "Code métier BMO", "Nom métier BMO", "Famille_met", "Lbl_fam_met", "REG", "NOM_REG"),
    *("Dept", "NomDept", "BE24", "NOMBE24", "met", "xmet", "smet"),
)
SECRET, SECRET_SHARE, SMALLEST, LARGEST = "*", 0.35, 5, 900


def measures() -> Iterator[Ratio]:
    """At most 3 times: the import of a survey of a few rows, which is all start-up, is taken off."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        whole = write_national(folder / "whole" / f"Base_open_data_BMO_{YEAR}.xlsx", ROWS)
        few = write_national(folder / "few" / whole.name, 101)
        cells_seconds, start_up, seconds = mean_seconds(
            partial(read_cells, whole), partial(import_one, few), partial(import_one, whole)
        )
        what = "import of a national survey of 60 000 rows, start-up excluded"
        yield Ratio(what, "calamine reading its cells", seconds - start_up, cells_seconds)


def import_one(path: Path) -> None:
    """Imports the file into a store of its own, through the child process. Raises where it is not taken as a whole."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{folder}/store.sqlite")
        report = import_file(store, path, RECEIVED)
        if report.status != "accepted" or report.rejected or not len(reads.read_table(store, "labour_needs")):
            raise AssertionError(report)


def write_national(path: Path, rows_count: int) -> Path:
    """A survey of as many rows, spread over every département, in the layout and the cells' types of 2024: invented."""
    workbook = Workbook(write_only=True)
    workbook.create_sheet("Description des variables").append(["", "Variables ", "Description "])
    sheet = workbook.create_sheet(f"BMO_{YEAR}_open_data")
    sheet.append(HEADINGS)
    rng = random.Random(SEED)
    bassins = rows_count // (JOBS * len(departement_names())) + 1
    places = product(range(bassins), range(JOBS), departement_names().items())
    for _, (bassin, job, (departement, name)) in zip(range(rows_count), places, strict=False):
        place = ["76", "Occitanie", departement, name, 7600 + bassin, f"BASSIN {bassin + 1} {name}".upper()]
        said = [f"S{job // 100}X{job % 100:02}", f"Métier de la liste, numéro {job}", "Z", "Autres métiers"]
        sheet.append([YEAR, *said, *place, *_figures(rng)])
    path.parent.mkdir(exist_ok=True)
    workbook.save(path)
    return path


def _figures(rng: random.Random) -> list[str]:
    if rng.random() < SECRET_SHARE:
        return [SECRET] * 3
    met = rng.randint(SMALLEST, LARGEST)
    return [str(met), *(SECRET if rng.random() < SECRET_SHARE else str(rng.randint(SMALLEST, met)) for _ in range(2))]
