"""Her own workbook back: what is to correct is marked where it stands, and the mended file is read as hers."""

import json
import subprocess
import zipfile
from pathlib import Path

import pytest
import xlwt
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

from etl.__main__ import main
from etl.contacts.identity import label_hash, read_secret
from etl.pipeline import import_file
from etl.problems import RefusedFile
from etl.returned.notes import Page
from etl.returned.reading import without_our_page
from etl.returned.words import FILL, HOW, NOTHING, PAGE, SAYS, TITLE, VALUES_ONLY
from etl.returned.writing import write_returned
from etl.workbook import Workbook as Read
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
    return texts_of(load_workbook(path))


def texts_of(spreadsheet: Workbook) -> list[list]:
    """What people see of the first sheet."""
    rows = spreadsheet[PAGE].iter_rows(max_col=5, values_only=True)
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
    sheet["C3"].fill = PatternFill("solid", fgColor="FF3366FF")
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
    assert sheet["C3"].comment.text == f"Vu au téléphone\n\n{SAYS}{BAD_DATE}"
    assert sheet["E4"].comment.text == f"{SAYS}{BAD_COMMUNE}"


def test_a_file_of_values_comes_back_as_a_workbook_without_a_live_formula(tmp_path):
    rows = [[*HEADINGS, "Notes"], [*LINES[1], "=HYPERLINK(1)"], ["0042", "Roux", "2021-05-03", "suivi", "Cahors", "7"]]
    sheet = load_workbook(annotated(write_csv(tmp_path / "Grand Cahors.csv", rows, "cp1252")))["Tableau"]
    assert [cell.value for cell in sheet[1]] == [*HEADINGS, "Notes"]
    assert (sheet["F2"].value, sheet["F2"].data_type) == ("=HYPERLINK(1)", "s")
    assert (sheet["A3"].value, sheet["F3"].value, sheet["C3"].number_format) == ("0042", 7, "DD/MM/YYYY")
    assert sheet["C2"].comment.text == f"{SAYS}{BAD_DATE}"


def test_a_copy_of_values_keeps_what_carries_a_meaning_and_says_what_it_lost(tmp_path):
    path = tmp_path / "Grand Cahors.xls"
    spreadsheet, green = xlwt.Workbook(), xlwt.easyxf("pattern: pattern solid, fore_colour lime; font: struck_out on")
    for name in ("Suivi", "Brouillon"):
        sheet = spreadsheet.add_sheet(name)
        for row, texts in enumerate([HEADINGS, *LINES[:3]]):
            for column, text in enumerate(texts):
                sheet.write(row, column, text, *([green] if row == 1 else []))
    sheet.visibility = 1
    spreadsheet.get_sheet(0).merge(5, 6, 0, 1)
    spreadsheet.get_sheet(0).row(2).hidden = True
    spreadsheet.get_sheet(0).col(1).hidden = True
    spreadsheet.save(path)
    copy = load_workbook(annotated(path))
    assert texts_of(copy)[3:5] == [[HOW], [VALUES_ONLY]]
    assert [sheet.sheet_state for sheet in copy] == ["visible", "visible", "hidden"]
    sheet = copy["Suivi"]
    assert (sheet["B2"].fill.fgColor.rgb, sheet["B2"].font.strike, sheet["B4"].fill.fill_type) == (
        "FF99CC00",
        True,
        None,
    )
    assert (sheet.row_dimensions[3].hidden, sheet.column_dimensions["B"].hidden) == (True, True)
    assert [str(area) for area in sheet.merged_cells.ranges] == ["A6:B7"]


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


def test_a_mended_copy_that_is_annotated_again_has_only_the_new_marks(tmp_path):
    spreadsheet = load_workbook(annotated(dressed(tmp_path / "Grand Cahors.xlsx")))
    spreadsheet["Suivi"]["C3"], spreadsheet["Suivi"]["B2"] = "28/02/2021", "Lévêque-Roux"
    spreadsheet["Suivi"]["D2"] = "zut"
    mended = tmp_path / "corrigé Grand Cahors.xlsx"
    spreadsheet.save(mended)
    again = load_workbook(annotated(mended))
    assert again.sheetnames == [PAGE, "Suivi"]
    said = {cell.coordinate: cell.comment.text for row in again["Suivi"].iter_rows() for cell in row if cell.comment}
    assert sorted(said) == ["C3", "D2", "E4"]
    assert (said["C3"], said["E4"]) == ("Vu au téléphone", f"{SAYS}{BAD_COMMUNE}")
    fills = {c.coordinate: c.fill.fgColor.rgb for row in again["Suivi"].iter_rows() for c in row if c.fill.fill_type}
    assert fills == {"B2": "FF00FF00", "C3": "FF3366FF", "D2": FILL, "E4": FILL}


def test_a_copy_follows_what_was_chosen(tmp_path):
    path = write_xlsx(tmp_path / "Grand Cahors.xlsx", {"Suivi": [HEADINGS, [*LINES[0][:3], "Xyrplo", "Cahors"]]})
    chosen = tmp_path / "choix.json"
    settled = [["status", label_hash(read_secret(), "status", "Xyrplo"), "suivi"]]
    chosen.write_text(json.dumps({"headings": {}, "labels": settled}), encoding="utf-8")
    output = tmp_path / "annoté.xlsx"
    assert main(["return", str(path), "-o", str(output)]) == 1
    assert main(["return", str(path), "-o", str(output), "--choices", str(chosen)]) == 0


EXTENSION = (
    b'<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" '
    b'uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations count="1" '
    b'xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:dataValidation type="list" allowBlank="1" '
    b'showErrorMessage="1" prompt="O&apos;choix"><x14:formula1><xm:f>Listes!$A$1:$A$3</xm:f></x14:formula1>'
    b"<xm:sqref>D2:D9</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst></worksheet>"
)


def test_a_list_that_stands_on_another_sheet_is_kept(tmp_path):
    plain = write_xlsx(tmp_path / "plain.xlsx", {"Suivi": [HEADINGS, *LINES[:2]], "Listes": [["suivi"], ["visite"]]})
    path = tmp_path / "Grand Cahors.xlsx"
    with zipfile.ZipFile(plain) as before, zipfile.ZipFile(path, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            after.writestr(
                name, content.replace(b"</worksheet>", EXTENSION) if name.endswith("sheet1.xml") else content
            )
    [choices] = load_workbook(annotated(path))["Suivi"].data_validations.dataValidation
    told = (choices.type, choices.formula1, str(choices.sqref), choices.prompt, choices.allowBlank)
    assert told == ("list", "Listes!$A$1:$A$3", "D2:D9", "O'choix", True)


def test_a_file_that_cannot_be_read_is_told_and_leaves_no_copy(tmp_path, capsys):
    path = tmp_path / "photo.xlsx"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    assert main(["return", str(path), "-o", str(tmp_path / "annoté.xlsx")]) == 2
    assert "Le fichier n'est pas un tableur" in capsys.readouterr().err
    assert not (tmp_path / "annoté.xlsx").exists()


def test_what_the_child_writes_on_the_way_is_deleted_even_where_it_is_killed(tmp_path, monkeypatch):
    left = []

    def killed(_command, *, env, **_options):
        left.append(Path(env["TMPDIR"]) / "feuille")
        left[0].write_bytes(b"")
        return subprocess.CompletedProcess([], -9)

    monkeypatch.setattr(subprocess, "run", killed)
    with pytest.raises(RefusedFile):
        write_returned(tmp_path / "a.csv", Read("a.csv", []), Page([], []), tmp_path / "b.xlsx")
    assert not left[0].exists()
