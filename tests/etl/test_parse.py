"""What the child process makes of a file's cells."""

import json
import subprocess
import sys
from datetime import date, datetime, time, timedelta

import pytest
import xlwt

from etl.parse import Unreadable, read_sheets
from programme.settings import ROOT
from tests.etl.making import encrypted, write_csv, write_xlsx

TABLE = [["Nom", "Commune"], ["Lévêque", "Figeac"], ["Ñuñez", "Cœur-de-Causse"]]


def only_rows(path):
    [sheet] = read_sheets(path)
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


def test_the_content_tells_the_format_not_the_extension(tmp_path):
    spreadsheet = write_xlsx(tmp_path / "suivi.xlsx", {"Suivi": TABLE})
    misnamed = spreadsheet.rename(tmp_path / "suivi.csv")
    assert only_rows(misnamed) == TABLE


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
    book = xlwt.Workbook()
    sheet = book.add_sheet("Suivi")
    for line, row in enumerate(TABLE):
        for column, text in enumerate(row):
            sheet.write(line, column, text)
    book.save(str(tmp_path / "suivi.xls"))
    assert read_sheets(tmp_path / "suivi.xls") == [{"name": "Suivi", "rows": TABLE}]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (encrypted(), "encrypted"),
        (b"PK\x03\x04 and nothing more", "broken"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x07" * 600, "not_a_spreadsheet"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "not_a_spreadsheet"),
        (b"%PDF-1.7 some text\nand more text\n", "not_a_spreadsheet"),
        (b"Bonjour\n\nVoici mon texte.\n", "not_a_spreadsheet"),
    ],
)
def test_what_cannot_be_opened(tmp_path, content, code):
    path = tmp_path / "suivi.xlsx"
    path.write_bytes(content)
    with pytest.raises(Unreadable, match=f"^{code}$"):
        read_sheets(path)


def test_the_child_answers_in_json(tmp_path):
    path = write_xlsx(tmp_path / "suivi.xlsx", {"Suivi": TABLE})
    child = subprocess.run(
        [sys.executable, "-m", "etl.parse", str(path), "700", "20"], cwd=ROOT, capture_output=True, check=True
    )
    assert json.loads(child.stdout) == {"sheets": [{"name": "Suivi", "rows": TABLE}]}
