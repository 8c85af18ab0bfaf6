"""Her own workbook back: what is to correct is marked where it stands, and the mended file is read as hers."""

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

from etl.__main__ import main
from etl.pipeline import import_file
from etl.returned.reading import without_our_page
from etl.returned.words import FILL, HOW, NOTHING, PAGE, TITLE
from etl.workbook import read_workbook
from store import reads
from tests.etl.making import HEADINGS, write_csv, write_xlsx

pytestmark = [pytest.mark.whole, pytest.mark.usefixtures("store")]

LINES = [
    ["12", "Lévêque", "03/05/2021", "suivi", "Cahors"],
    ["13", "Lescure", "31/02/2021", "suivi", "Cahors"],
    ["14", "Bourdelle", "04/05/2021", "suivi", "Roquebrumeuse"],
    ["Total", "", "3", "", ""],
]
COUNTS = "3\u00a0lignes lues, 2 acceptées, 1 à corriger."
ONE_CELL = "1 cellule est à corriger : elle n'est pas prise, le reste de sa ligne l'est."
BAD_DATE = (
    "La date de la colonne « date de premier contact » n'existe pas au calendrier. La ligne n'est pas prise : corrigez "
    "la date et renvoyez le fichier."
)
BAD_COMMUNE = (
    "La commune de la colonne « commune souhaitée » n'est pas reconnue : le foyer est gardé, non localisé. Écrivez le "
    "nom de la commune et son code postal."
)
LEFT_TOTAL = "Ligne de total, laissée de côté : les totaux sont recalculés."


def annotated(path: Path, expected: int = 1) -> Path:
    output = path.with_name("annoté.xlsx")
    assert main(["return", str(path), "-o", str(output)]) == expected
    return output


def texts(path: Path) -> list[list]:
    rows = load_workbook(path)[PAGE].iter_rows(values_only=True)
    return [[value for value in row if value is not None] for row in rows if any(row)]


def test_the_first_sheet_tells_all_of_it(tmp_path):
    path = write_xlsx(tmp_path / "Grand Cahors.xlsx", {"Suivi 2021": [HEADINGS, *LINES]})
    assert texts(annotated(path)) == [
        [TITLE],
        [COUNTS],
        [ONE_CELL],
        [HOW],
        ["À corriger"],
        ["Feuille", "Ligne", "Cellule", "Ce qui est écrit", "Ce qu'il faut faire"],
        ["Suivi 2021", "3", "C3", "31/02/2021", BAD_DATE],
        ["Suivi 2021", "4", "E4", "Roquebrumeuse", BAD_COMMUNE],
        ["À savoir"],
        ["Feuille", "Ligne", "Cellule", "Ce qui est écrit", "Ce qu'il faut faire"],
        ["Suivi 2021", "5", LEFT_TOTAL],
    ]


def test_a_workbook_without_a_fault_is_thanked_for(tmp_path):
    path = write_xlsx(tmp_path / "Grand Cahors.xlsx", {"Suivi": [HEADINGS, LINES[0]]})
    assert texts(annotated(path, expected=0)) == [[TITLE], ["1\u00a0ligne lue, 1 acceptée, 0 à corriger."], [NOTHING]]


def dressed(path: Path) -> Path:
    """A workbook with habits of its own: a bold red heading, a width, a list, a frozen line, a comment, a formula."""
    spreadsheet = Workbook()
    sheet = spreadsheet.active
    sheet.title = "Suivi"
    for row in [HEADINGS, *LINES[:3]]:
        sheet.append(row)
    sheet["A1"].font = Font(bold=True, color="FFCC0000")
    sheet["B2"].fill = PatternFill("solid", fgColor="FF00FF00")
    sheet.column_dimensions["B"].width = 33
    sheet.freeze_panes = "A2"
    choices = DataValidation("list", formula1='"suivi,visite"')
    choices.add("D2:D9")
    sheet.add_data_validation(choices)
    sheet["C3"].comment = Comment("Vu au téléphone", "Anne")
    sheet["G2"] = "=1+1"
    spreadsheet.save(path)
    return path


def test_her_formats_are_kept_and_the_cells_are_marked(tmp_path):
    path = dressed(tmp_path / "Grand Cahors.xlsx")
    before = path.read_bytes()
    sheet = load_workbook(annotated(path))["Suivi"]
    assert path.read_bytes() == before
    kept = (sheet["A1"].font.b, sheet["A1"].font.color.rgb, sheet["B2"].fill.fgColor.rgb, sheet["G2"].value)
    assert kept == (True, "FFCC0000", "FF00FF00", "=1+1")
    assert (sheet.column_dimensions["B"].width, sheet.freeze_panes) == (33, "A2")
    assert [str(choices.sqref) for choices in sheet.data_validations.dataValidation] == ["D2:D9"]
    marked = {cell.coordinate for row in sheet.iter_rows() for cell in row if cell.fill.fgColor.rgb == FILL}
    assert marked == {"C3", "E4"}
    assert sheet["C3"].comment.text == f"Vu au téléphone\n\n{BAD_DATE}"
    assert sheet["E4"].comment.text == BAD_COMMUNE


def test_a_file_of_values_comes_back_as_a_workbook_without_a_live_formula(tmp_path):
    rows = [[*HEADINGS, "Notes"], [*LINES[1], "=HYPERLINK(1)"], ["0042", "Roux", "2021-05-03", "suivi", "Cahors", "7"]]
    sheet = load_workbook(annotated(write_csv(tmp_path / "Grand Cahors.csv", rows, "cp1252")))["Tableau"]
    assert [cell.value for cell in sheet[1]] == [*HEADINGS, "Notes"]
    assert (sheet["F2"].value, sheet["F2"].data_type) == ("=HYPERLINK(1)", "s")
    assert (sheet["A3"].value, sheet["F3"].value, sheet["C3"].number_format) == ("0042", 7, "DD/MM/YYYY")
    assert sheet["C2"].comment.text == BAD_DATE


def test_the_mended_workbook_is_read_as_hers(tmp_path, store, capsys):
    path = write_xlsx(tmp_path / "Grand Cahors.xlsx", {"Suivi": [HEADINGS, *LINES]})
    assert import_file(store, path).accepted == 2
    back = annotated(path)
    spreadsheet = load_workbook(back)
    spreadsheet["Suivi"]["C3"] = "28/02/2021"
    mended = tmp_path / "Grand Cahors corrigé.xlsx"
    spreadsheet.save(mended)
    workbook = without_our_page(read_workbook(mended))
    assert [sheet.name for sheet in workbook.sheets] == ["Suivi"]
    assert [sheet.marks for sheet in workbook.sheets] == [{}]
    capsys.readouterr()
    assert main(["preview", str(mended)]) == 1
    assert "Par rapport à ce qui était connu : +1 foyer." in capsys.readouterr().err.replace("\u00a0", " ")
    assert import_file(store, mended).accepted == 3
    assert reads.read_table(store, "households")["dossier_ref"].tolist() == ["12", "13", "14"]


def test_a_fill_of_hers_is_kept_when_ours_is_taken_away(tmp_path):
    workbook = without_our_page(read_workbook(annotated(dressed(tmp_path / "Grand Cahors.xlsx"))))
    assert workbook.sheets[0].marks == {1: [(1, 1, "00FF00")]}


def test_a_file_that_cannot_be_read_is_told_and_leaves_no_copy(tmp_path, capsys):
    path = tmp_path / "photo.xlsx"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    assert main(["return", str(path), "-o", str(tmp_path / "annoté.xlsx")]) == 2
    assert "Le fichier n'est pas un tableur" in capsys.readouterr().err
    assert not (tmp_path / "annoté.xlsx").exists()
