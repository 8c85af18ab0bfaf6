"""Write fictional tensions in the format of France Travail: python -m etl.labour.demo_tensions.

The codes of occupations (ROME) and bassins are those of their nomenclatures; every figure is invented.
"""

import csv
import io
import random
from pathlib import Path

from programme.settings import DEMO

SEED = 46
YEAR = 2021
FILE = f"tensions_fictif_{YEAR}.csv"
HEADER = ["annee", "ROME", "cbassin", "oee", "defm_abc", "ind_tension_d"]
CAUSES = [
    "ind_int_emb_d",
    "ind_main_oeuvre_d",
    "ind_dur_empl_d",
    "ind_cond_travail_d",
    "ind_mismatch_geo_d",
    "ind_specif_form_empl_d",
]
# Offers and how tight the occupation usually is, 1 to 5.
OCCUPATIONS = {
    "A1203": (20, 3),
    "A1416": (14, 3),
    "D1102": (16, 5),
    "D1106": (40, 3),
    "D1202": (15, 4),
    "D1507": (25, 2),
    "F1602": (22, 5),
    "F1603": (20, 5),
    "F1606": (14, 4),
    "F1703": (35, 5),
    "G1203": (60, 2),
    "G1501": (45, 4),
    "G1602": (80, 5),
    "G1603": (70, 4),
    "G1803": (95, 4),
    "H2902": (12, 5),
    "H2903": (24, 5),
    "H2913": (14, 5),
    "I1304": (18, 5),
    "I1604": (22, 5),
    "J1501": (90, 5),
    "J1506": (40, 5),
    "K1302": (38, 4),
    "K1304": (110, 5),
    "K2107": (8, 1),
    "K2204": (60, 2),
    "M1203": (12, 2),
    "M1607": (18, 1),
    "N1103": (20, 2),
    "N1105": (30, 1),
    "N4101": (30, 5),
    "N4103": (16, 4),
}
# How large each bassin is beside Cahors, and how much tighter.
BASSINS = {"7601": (1.0, 0), "7622": (0.6, 1), "7629": (0.5, 0), "7614": (1.6, 1), "7540": (1.7, -1), "7626": (2.2, -1)}
FEWEST_OFFERS = 8


def write_tensions(folder: Path) -> Path:
    """Write the file into `folder` and return its path; the same bytes each time."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([*HEADER, *CAUSES])
    for rome_code, (usual, tight) in OCCUPATIONS.items():
        for bassin_code, (size, tighter) in BASSINS.items():
            chance = random.Random(f"{SEED} {rome_code} {bassin_code}")
            offers = usual * size * chance.lognormvariate(0, 0.3)
            # As in the published file, a couple with too few offers is absent.
            if offers >= FEWEST_OFFERS:
                score = min(max(tight + (tighter if chance.random() < 0.5 else 0), 1), 5)
                seekers = offers * (6 - score) * chance.uniform(0.4, 0.7)
                causes = [chance.randint(1, 5) for _ in CAUSES]
                writer.writerow([YEAR, rome_code, bassin_code, _decimal(offers), _decimal(seekers), score, *causes])
    path = folder / FILE
    path.write_bytes(text.getvalue().encode())
    return path


def _decimal(value: float) -> str:
    return f"{value:.8f}".replace(".", ",")


if __name__ == "__main__":
    print(write_tensions(DEMO / "travail"))
