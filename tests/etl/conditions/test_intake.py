"""A file of the same years and indicators takes the place of the former, and says so."""

from pathlib import Path

import pytest

from etl.pipeline import Choices, import_file
from store import reads
from tests.etl.conditions import miniatures

MORE_COMMUNES = b"code_commune;type_taxe;taux\n46042;THLV;0.2\n46280;;\n46191;THLV;\n"


@pytest.fixture
def take(empty_store, tmp_path: Path):
    """Imports bytes under a name into a store of one's own."""

    def _take(content: bytes, name: str, *, accepts: bool = False):
        path = tmp_path / name
        path.write_bytes(content)
        return import_file(empty_store, path, Choices(accepts_proposals=accepts))

    return _take


def rates(store) -> dict[tuple[str, int], float]:
    rows = reads.read_table(store, "living_conditions")
    rows = rows[rows["indicator"] == "taxe_vacance_taux"]
    return dict(zip(zip(rows["commune_code"], rows["condition_year"], strict=True), rows["value"], strict=True))


def test_a_file_is_accepted_with_its_kind_and_counts(take, empty_store):
    report = take(miniatures.TAX, "taxe-2023.csv")
    assert (report.status, report.kind, report.epci_code) == ("accepted", "conditions", None)
    assert (report.read, report.accepted, report.rejected, report.left_out) == (3, 3, 0, 1)
    assert rates(empty_store) == {("46042", 2023): 0.169566150439648}


def test_a_newer_file_of_the_same_year_replaces_the_former_and_tells_it(take, empty_store):
    take(miniatures.TAX, "taxe-2023.csv")
    report = take(MORE_COMMUNES, "taxe_2023_corrige.csv")
    assert [problem.code for problem in report.problems] == ["vintage_replaced"]
    assert "1\xa0ligne changée" in report.problems[0].message
    assert rates(empty_store) == {("46042", 2023): 0.2}


def test_another_year_stands_beside(take, empty_store):
    take(miniatures.TAX, "taxe-2023.csv")
    take(MORE_COMMUNES, "taxe-2024.csv")
    assert rates(empty_store) == {("46042", 2023): 0.169566150439648, ("46042", 2024): 0.2}


def test_a_file_that_would_lose_many_communes_asks_first(take, empty_store):
    take(miniatures.TAX, "taxe-2023.csv")
    smaller = b"code_commune;type_taxe;taux\n46042;THLV;0.3\n"
    assert take(smaller, "taxe-2023-lot.csv").status == "to_confirm"
    assert rates(empty_store) == {("46042", 2023): 0.169566150439648}
    assert take(smaller, "taxe-2023-lot.csv", accepts=True).status == "accepted"
    assert rates(empty_store) == {("46042", 2023): 0.3}


def test_the_same_facts_in_another_file_change_nothing(take):
    take(miniatures.TAX, "taxe-2023.csv")
    assert take(miniatures.TAX + b"33063;TLV;0.17\n", "taxe-2023-france.csv").status == "unchanged"


def test_a_file_without_a_year_is_refused_whole(take, empty_store):
    report = take(miniatures.TAX, "taxe.csv")
    assert (report.status, [problem.code for problem in report.problems]) == ("refused", ["year_unknown"])
    assert len(reads.read_imports(empty_store)) == 0
