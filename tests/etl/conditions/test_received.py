"""The public data in force are told with their years, their communes, their producer and their licence."""

from datetime import date

from etl.conditions.received import NOTHING, open_data_words
from etl.pipeline import Choices, import_file
from tests.etl.conditions import miniatures

ARRIVALS = b"commune;annee;arrivees\n46042;2021;51\n"
NB = "\u00a0"


def test_each_file_in_force_says_its_producer_and_its_licence(empty_store, tmp_path):
    files = {"taxe-2023.csv": miniatures.TAX, "dvf-2019.csv": miniatures.SALES, "arrivees.csv": ARRIVALS}
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
        report = import_file(empty_store, tmp_path / name, Choices(received_date=date(2022, 4, 1)))
        assert report.status == "accepted"
    assert open_data_words(empty_store) == [
        "Données publiques par commune :",
        f"  arrivees.csv, reçu le 01/04/2022 — Arrivées d'un autre département, 2021, 1{NB}commune. "
        "Source : INSEE, migrations résidentielles ; Licence Ouverte.",
        f"  dvf-2019.csv, reçu le 01/04/2022 — Prix moyen au m² des logements vendus ; Ventes de logements, 2019, "
        f"2{NB}communes. Source : DGFiP, demandes de valeurs foncières, par commune ; Licence Ouverte.",
        f"  taxe-2023.csv, reçu le 01/04/2022 — Commune où les logements vacants sont taxés (TLV ou THLV) ; Taux de la "
        f"taxe sur les logements vacants, 2023, 3{NB}communes. Source : DGFiP, taxes sur les logements vacants ; "
        "Licence Ouverte.",
    ]


def test_without_any_the_reader_is_told_where_to_find_them(empty_store):
    assert open_data_words(empty_store) == [NOTHING]
