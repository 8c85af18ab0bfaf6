"""The import of a clean workbook of 10 000 rows and 25 columns, beside calamine alone and beside 1 000 rows."""

import random
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from openpyxl import Workbook

from etl.pipeline import import_file
from programme import territory
from store.engine import open_store
from tests.bench.imports import RECEIVED, read_cells
from tests.bench.ratio import Ratio, mean_seconds

MANY, FEW, SEED = 10_000, 1_000, 46
CAHORS = "200023737"
FIRST_DAY, DAYS = date(2019, 1, 1), 1_100
HEADINGS = (
    *("N° dossier", "Nom", "Prénom", "Téléphone", "Courriel", "Date de premier contact", "Date de qualification"),
    *("Date de visite", "Date d'installation", "Dernier contact", "Statut", "Profil", "Canal", "Commune souhaitée"),
    *("Commune d'installation", "Département d'origine", "Adultes", "Enfants", "Besoins", "Solution logement"),
    *("Motif d'abandon", "Référent", "Nombre d'échanges", "Tranche d'âge", "Commentaire"),
)


def measures() -> Iterator[Ratio]:
    """At most 5 times calamine and 12 times 1 000 rows: a workbook of one row, which is all start-up, is taken off."""
    with tempfile.TemporaryDirectory() as name:
        one, few, many = (write_clean(Path(name) / f"Grand Cahors {n}.xlsx", n) for n in (1, FEW, MANY))
        cells_seconds, *seconds = mean_seconds(
            partial(read_cells, many), *(partial(import_one, path) for path in (one, few, many))
        )
        start_up, few_seconds, many_seconds = seconds
        what = "import of a clean workbook of 10 000 rows, start-up excluded"
        yield Ratio(what, "calamine reading its cells", many_seconds - start_up, cells_seconds)
        yield Ratio(what, "of 1 000 rows", many_seconds - start_up, few_seconds - start_up)


def import_one(path: Path) -> None:
    """Imports the file into a store of its own. Raises where a row of it is not taken."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{folder}/store.sqlite")
        report = import_file(store, path, RECEIVED)
        store.dispose()
        if report.status != "accepted" or report.rejected:
            raise AssertionError(report.status)


def write_clean(path: Path, rows_count: int) -> Path:
    """A follow-up of Grand Cahors in which every cell is what its heading says: invented."""
    rng = random.Random(SEED)
    communes = territory.communes()
    names = communes.loc[communes["epci_code"] == CAHORS, "commune_name"].tolist()
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("Suivi")
    sheet.append(HEADINGS)
    for number in range(rows_count):
        sheet.append(_row(number, names, rng))
    workbook.save(path)
    return path


def _row(number: int, communes: list[str], rng: random.Random) -> list:
    first = FIRST_DAY + timedelta(days=rng.randrange(DAYS))
    status = rng.choice(("contact", "suivi", "visite", "installé", "abandon"))
    moved = first + timedelta(days=200) if status == "installé" else None
    name = "".join(rng.choices("abcdefghijklmnoprstuv", k=8)).capitalize()
    return [
        *(f"GC-{number + 1:05}", name, rng.choice(("Camille", "Élise", "Paul")), f"06{rng.randrange(10**8):08}"),
        *(f"{name.lower()}{number}@exemple.fr", first, first + timedelta(days=10)),
        *(first + timedelta(days=60) if status in ("visite", "installé") else None, moved),
        *(first + timedelta(days=220), status, rng.choice(("salarié", "retraité", "demandeur d'emploi"))),
        *(rng.choice(("site internet", "salon", "télévision")), rng.choice(communes)),
        *(rng.choice(communes) if moved else None, rng.choice(("75", "31", "Gironde")), rng.randint(1, 2)),
        *(rng.randint(0, 3), rng.choice(("logement", "emploi", "logement ; santé")), "location" if moved else None),
        *("emploi" if status == "abandon" else None, "A. B.", rng.randint(1, 8)),
        *(rng.choice(("30-44 ans", "45-59 ans")), f"Texte libre numéro {number}"),
    ]
