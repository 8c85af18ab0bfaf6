"""Refusals, each with its sentence in French."""

import pytest
from openpyxl import Workbook as Spreadsheet

from etl import workbook
from etl.problems import RefusedFile
from etl.workbook import LONGEST_CELL, Sheet, Workbook, read_workbook
from programme.settings import settings
from tests.children import PRODUCT_CHILD
from tests.etl.making import encrypted, write_xlsx


@pytest.fixture
def product_child(monkeypatch):
    """The product's own child, and not the quicker one of the tests."""
    monkeypatch.setattr(workbook, "_run_child", PRODUCT_CHILD)


def refused(path):
    with pytest.raises(RefusedFile) as refusal:
        read_workbook(path)
    return refusal.value.problem.code, refusal.value.problem.message


@pytest.mark.usefixtures("product_child")
def test_a_workbook_is_its_sheets_of_texts(tmp_path):
    path = write_xlsx(tmp_path / "suivi.xlsx", {"2021": [["Nom"], ["A"]], "2022": [["Nom"]]})
    assert read_workbook(path) == Workbook("suivi.xlsx", [Sheet("2021", [["Nom"], ["A"]]), Sheet("2022", [["Nom"]], 1)])


@pytest.mark.parametrize(
    ("content", "code", "sentence"),
    [
        (b"", "empty", "Le fichier est vide : il était attendu un classeur Excel"),
        (encrypted(), "encrypted", "Le fichier est protégé par un mot de passe : enlevez la protection"),
        (b"PK\x03\x04 cut", "broken", "Le fichier est abîmé : ouvrez-le dans Excel"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not_a_spreadsheet", "Le fichier n'est pas un tableur : il était attendu"),
        (b"Bonjour\n", "not_a_spreadsheet", "Le fichier n'est pas un tableur : il était attendu"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_its_sentence(tmp_path, content, code, sentence):
    path = tmp_path / "suivi.xlsx"
    path.write_bytes(content)
    told_code, message = refused(path)
    assert told_code == code
    assert message.startswith(sentence)


def test_a_workbook_without_a_single_text_is_empty(tmp_path):
    assert refused(write_xlsx(tmp_path / "suivi.xlsx", {"Feuil1": [], "Feuil2": [[None, "  "]]}))[0] == "empty"


def test_a_file_too_heavy_is_not_even_opened(tmp_path, monkeypatch):
    monkeypatch.setattr(settings(), "max_file_megabytes", 1)
    path = tmp_path / "suivi.xlsx"
    path.write_bytes(b"PK\x03\x04" + b"x" * 1024 * 1024)
    code, message = refused(path)
    assert code == "too_large"
    assert "1 Mo au plus" in message


@pytest.mark.usefixtures("product_child")
def test_a_cell_at_the_far_corner_only_ends_the_child(tmp_path):
    spreadsheet = Spreadsheet()
    spreadsheet.active["A1"] = "Nom"
    spreadsheet.active["XFD1048576"] = "x"
    spreadsheet.save(tmp_path / "suivi.xlsx")
    assert refused(tmp_path / "suivi.xlsx")[0] == "far_cell"


@pytest.mark.usefixtures("product_child")
def test_a_child_that_takes_too_long_is_stopped(tmp_path, monkeypatch):
    monkeypatch.setattr(workbook, "LATE_SECONDS", -settings().parse_seconds)
    code, message = refused(write_xlsx(tmp_path / "suivi.xlsx", {"Suivi": [["Nom"]]}))
    assert code == "too_long"
    assert message.startswith("La lecture du fichier a été arrêtée")


def test_what_is_understood_is_cut_past_a_page_and_her_own_cells_are_not():
    hers = [["Nom", "x" * 9_000]]
    workbook = Workbook("suivi.csv", [Sheet("", hers)], (Sheet("Légende", hers),))
    cut = workbook.with_short_cells()
    assert [len(sheet.rows[0][1]) for sheet in (*cut.sheets, *cut.hidden_sheets)] == [LONGEST_CELL + 1] * 2
    assert workbook.sheets[0].rows == hers
