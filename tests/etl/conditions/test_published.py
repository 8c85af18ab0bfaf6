"""The real files: how many communes of the Lot, and a few values that are published."""

import shutil
from pathlib import Path

import pandas as pd
import pytest

from etl.conditions.reader import read_conditions
from etl.problems import RefusedFile
from etl.workbook import read_workbook


@pytest.fixture
def lot(opendata: Path, tmp_path: Path):
    """The facts of the Lot's communes in a published file, maybe under a name that says its year."""

    def _lot(place: str, name: str = "") -> pd.DataFrame:
        path = tmp_path / (name or Path(place).name)
        shutil.copy(opendata / place, path)
        sheets = {sheet.name: sheet.rows for sheet in read_workbook(path).sheets}
        reading = read_conditions(sheets, path.name)
        assert reading.problems == []
        assert reading.read == reading.accepted + reading.left_out
        return reading.rows[reading.rows["commune_code"].str.startswith("46")]

    return _lot


def told(rows: pd.DataFrame) -> dict[tuple[str, int], tuple[int, float]]:
    """(indicator, year) -> how many communes, and the sum of their values."""
    groups = rows.groupby(["indicator", "condition_year"])["value"].agg(["count", "sum"])
    return {key: (int(count), round(float(total), 2)) for key, count, total in groups.itertuples()}


def of(rows: pd.DataFrame, commune: str, indicator: str) -> float:
    found = rows[(rows["commune_code"] == commune) & (rows["indicator"] == indicator)].sort_values("condition_year")
    return float(found["value"].iloc[-1])


def test_rents(lot):
    rows = lot("logement/indicateurs-loyers-appartements.csv", "indicateurs-loyers-appartements-2018.csv")
    assert told(rows) == {("loyer_appartement", 2018): (312, 2496.6)}
    assert of(rows, "46042", "loyer_appartement") == pytest.approx(9.15643968)
    # Cressensac-Sarrazac, made of two communes of the file.
    assert of(rows, "46083", "loyer_appartement") == pytest.approx(8.304893, abs=1e-6)


def test_sales(lot):
    rows = lot("logement/dvf-communes-2019.csv")
    assert told(rows) == {("prix_m2", 2019): (257, 388823.0), ("ventes", 2019): (257, 1209.0)}
    assert (of(rows, "46042", "prix_m2"), of(rows, "46102", "ventes")) == (1453, 80)


def test_the_tax_on_vacant_dwellings(lot):
    rows = lot("logement/taxe.csv", "taxe-2023.csv")
    # One commune of the Lot, Espagnac-Sainte-Eulalie (46093), is not in the file; Pern still is.
    assert told(rows) == {("taxe_vacance", 2023): (311, 26.0), ("taxe_vacance_taux", 2023): (6, 0.74)}
    assert of(rows, "46042", "taxe_vacance_taux") == pytest.approx(0.169566, abs=1e-6)


def test_the_fibre_of_2018(lot):
    premises, fibre = lot("arcep/communes.csv"), lot("arcep/ftthCommunes.csv")
    assert told(premises) == {("locaux", 2018): (312, 121231.0)}
    assert told(fibre) == {("locaux_fibre", 2017): (312, 2688.0), ("locaux_fibre", 2018): (312, 3189.0)}
    assert (of(premises, "46042", "locaux"), of(fibre, "46042", "locaux_fibre")) == (13615, 2516)


def test_the_programmes_of_the_state(lot):
    counts = {code: (count, total) for (code, _), (count, total) in told(lot("anct/ngeo-anct-cog2023.csv")).items()}
    assert counts == {
        "acv": (312, 2.0),
        "france_services": (312, 22.0),
        "pvd": (312, 19.0),
        "territoires_industrie": (312, 201.0),
        "villages_avenir": (312, 20.0),
    }


def test_the_density_grid(lot):
    rows = lot("insee/grille_densite_2025.xlsx")
    assert told(rows) == {("densite", 2025): (312, 2017.0)}


@pytest.mark.parametrize("place", ["arcep/epci.csv", "arcep/departements.csv", "arcep/ftthEpci.csv"])
def test_the_files_by_epci_or_departement_are_refused(lot, place):
    with pytest.raises(RefusedFile, match="par commune"):
        lot(place)


@pytest.mark.parametrize("place", ["logement/taxe.csv", "logement/indicateurs-loyers-appartements.csv"])
def test_a_file_that_does_not_tell_its_year_is_refused(lot, place):
    with pytest.raises(RefusedFile, match="L'année"):
        lot(place)
