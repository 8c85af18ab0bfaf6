"""What the child process makes of a file's cells."""

import io
import json
import subprocess
import sys
import zipfile
from datetime import date, datetime, time, timedelta

import pytest
import xlwt
from openpyxl import Workbook as Spreadsheet

from etl.files.kinds import COMPOUND
from etl.files.stream import as_line, gathered
from etl.files.unreadable import Unreadable
from etl.parse import NO_LOOK, answer, read_file
from programme.settings import ROOT
from tests.etl.hostile.compound_kinds import changed_record, xls
from tests.etl.hostile.making import TABLE as HOUSEHOLDS_TABLE
from tests.etl.hostile.making import ods, xlsx
from tests.etl.hostile.text_kinds import csv
from tests.etl.making import encrypted, write_csv, write_xlsx

DATES_RECORD = 0x0022
TABLE = [["Nom", "Commune"], ["Lévêque", "Figeac"], ["Ñuñez", "Cœur-de-Causse"]]


def only_rows(path):
    [sheet] = gathered(read_file(path))["sheets"]
    return sheet["rows"]


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_files_of_every_encoding_and_delimiter(tmp_path, encoding, delimiter):
    path = write_csv(tmp_path / "suivi.csv", TABLE, encoding, delimiter)
    assert only_rows(path) == TABLE


def test_a_quoted_cell_keeps_its_delimiter_and_its_line_break(tmp_path):
    path = tmp_path / "suivi.csv"
    path.write_bytes('Nom;Besoins\r\nA;"logement; emploi"\r\nB;"santé\nécole"\r\n'.encode())
    assert only_rows(path) == [["Nom", "Besoins"], ["A", "logement; emploi"], ["B", "santé\nécole"]]


def write_xls(path, rows, *, is_1904=False):
    book = xlwt.Workbook()
    book.dates_1904 = is_1904
    sheet = book.add_sheet("Suivi")
    for line, row in enumerate(rows):
        for column, cell in enumerate(row):
            sheet.write(line, column, cell)
    book.save(str(path))
    return path


@pytest.mark.parametrize("extension", [".xlsx", ".xls", ".ods", ".csv", ".XLSM", ""])
@pytest.mark.parametrize("content", [xlsx, ods, xls, csv])
def test_the_content_tells_the_format_not_the_extension(tmp_path, content, extension):
    path = tmp_path / f"suivi{extension}"
    path.write_bytes(content())
    assert only_rows(path) == HOUSEHOLDS_TABLE


def test_every_type_of_cell_is_a_text(tmp_path):
    cells = ["  texte ", 3, 2.5, 4.0, True, False, None, date(2021, 5, 3), datetime(2021, 5, 3, 14, 30), time(8, 5)]
    path = write_xlsx(tmp_path / "suivi.xlsx", {"Suivi": [cells, [timedelta(hours=30), "01004"]]})
    expected = ["texte", "3", "2.5", "4", "oui", "non", "", "2021-05-03", "2021-05-03 14:30:00", "08:05:00"]
    rows = only_rows(path)
    assert rows[0] == expected
    assert rows[1][:2] == ["1 day, 6:00:00", "01004"]


def test_lines_and_columns_are_those_of_the_spreadsheet(tmp_path):
    path = write_xlsx(tmp_path / "suivi.xlsx", {"Suivi": [[], [], [None, None, "ici"]]})
    assert only_rows(path)[2] == ["", "", "ici"]


def test_an_old_workbook(tmp_path):
    [sheet] = gathered(read_file(write_xls(tmp_path / "suivi.xls", TABLE)))["sheets"]
    assert (sheet["name"], sheet["rows"]) == ("Suivi", TABLE)


def test_an_old_workbook_says_from_which_year_it_counts_its_days(tmp_path):
    paths = [write_xls(tmp_path / f"{epoch}.xls", [[42857]], is_1904=epoch) for epoch in (True, False)]
    assert [gathered(read_file(path))["is_1904"] for path in paths] == [True, False]


def test_an_old_workbook_of_which_only_the_values_are_read_says_so(tmp_path):
    def spoil(content, place):
        content[place + 4 : place + 6] = b"\xff\xff"

    path = tmp_path / "suivi.xls"
    path.write_bytes(changed_record(DATES_RECORD, spoil))
    said = gathered(read_file(path))
    assert (said["sheets"][0]["rows"], said["is_looked_at"]) == (HOUSEHOLDS_TABLE, False)
    path.write_bytes(xls())
    assert gathered(read_file(path))["is_looked_at"]


def test_what_an_old_workbook_shows_besides_its_values(tmp_path):
    book = xlwt.Workbook()
    sheet = book.add_sheet("Suivi")
    green = xlwt.easyxf("pattern: pattern solid, fore_colour light_green")
    struck = xlwt.easyxf("font: struck_out on; pattern: pattern solid, fore_colour white")
    for line, style in enumerate((xlwt.easyxf(), green, struck)):
        sheet.write(line, 1, "Figeac", style)
        sheet.write(line, 2, "suivi", style)
    sheet.row(2).hidden = True
    sheet.col(1).hidden = True
    book.save(str(tmp_path / "suivi.xls"))
    [read] = gathered(read_file(tmp_path / "suivi.xls"))["sheets"]
    assert {name: read[name] for name in NO_LOOK} == {
        "hidden_rows": [2],
        "hidden_columns": [1],
        "marks": [[1, 1, 2, "CCFFCC"], [2, 1, 2, "strike"]],
        "unvalued": [],
    }


def test_a_date_that_shows_as_a_month_is_known_to_the_month(tmp_path):
    book = Spreadsheet()
    shown = ["mmm-yy", "[$-40C]mmmm\\ yyyy;@", "yyyy", "dd/mm/yy", 'd "mois" mmmm yyyy']
    for column, code in enumerate(shown, start=1):
        for line, day in enumerate((date(2021, 1, 1), date(2021, 3, 14)), start=1):
            book.active.cell(line, column, day).number_format = code
    book.save(tmp_path / "suivi.xlsx")
    days = ["2021-03-14"] * 5
    assert only_rows(tmp_path / "suivi.xlsx") == [["2021-01", "2021-01", "2021", "2021-01-01", "2021-01-01"], days]


def zipped(members: dict[str, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"\r\n  \x00", "empty"),
        (encrypted(), "encrypted"),
        (b"PK\x03\x04 and nothing more", "broken"),
        (COMPOUND + b"\x07" * 600, "broken"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "not_a_spreadsheet"),
        (b"%PDF-1.7 some text\nand more text\n", "not_a_spreadsheet"),
        (b"Bonjour\n\nVoici mon texte.\n", "not_a_spreadsheet"),
        (b"\x01\x02\x00\x03" * 50, "not_a_spreadsheet"),
        (b"7z\xbc\xaf\x27\x1c" + b"x" * 90, "archive"),
        (b"<html><table><tr><td>Nom</td></tr></table></html>", "web_page"),
        (b"<?xml version='1.0'?><Workbook><Worksheet/></Workbook>", "web_page"),
        (zipped({"word/document.xml": b"<document/>"}), "not_a_spreadsheet"),
        (zipped({"Grand Cahors.xlsx": b"PK", "Figeac.xlsx": b"PK"}), "archive"),
        (zipped({"xl/workbook.xml": b"<!DOCTYPE x [<!ENTITY a 'b'>]><workbook/>"}), "has_dtd"),
        (zipped({"xl/workbook.xml": b"not xml"}), "broken"),
    ],
)
def test_what_cannot_be_opened(tmp_path, content, code):
    path = tmp_path / "suivi.xlsx"
    path.write_bytes(content)
    assert list(answer(path))[-1] == {"refused": code, "place": ""}
    with pytest.raises(Unreadable, match=f"^{code}$"):
        gathered(read_file(path))


def test_the_child_answers_in_json(tmp_path):
    path = write_xlsx(tmp_path / "suivi.xlsx", {"Suivi": TABLE})
    child = subprocess.run(
        [sys.executable, "-m", "etl.parse", str(path), "700", "20"], cwd=ROOT, capture_output=True, check=True
    )
    look = {"merges": [], "hidden_rows": [], "hidden_columns": [], "marks": [], "unvalued": []}
    assert list(map(json.loads, child.stdout.splitlines())) == [
        {"rows": "\x1e".join(map(as_line, TABLE))},
        {"sheet": {"name": "Suivi", "is_hidden": False} | look},
        {"is_1904": False, "is_looked_at": True},
    ]
