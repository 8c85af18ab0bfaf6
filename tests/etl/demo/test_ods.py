"""A spreadsheet that other programs read, with the same bytes at any time."""

import zipfile
from datetime import date
from pathlib import Path

from python_calamine import CalamineWorkbook

from etl.demo.habits import Habit
from etl.demo.ods import write_ods
from etl.demo.sheets import Book, Sheet

ROWS = [["Accueil & suivi"], ["Date", "Nom", "Enfants"], [date(2021, 5, 3), "<Roum>", 2], [None, "é", None]]


def test_texts_dates_and_numbers_come_back(tmp_path: Path) -> None:
    path = tmp_path / "a.ods"
    book = Book(Habit("200023737", "a.ods", "flat", ("S",), (), ()), [Sheet("L'accueil", 1, ROWS)])
    write_ods(path, book, "Personne")
    workbook = CalamineWorkbook.from_path(path)
    assert workbook.sheet_names == ["L'accueil"]
    assert workbook.get_sheet_by_index(0).to_python() == [
        ["Accueil & suivi", "", ""],
        ["Date", "Nom", "Enfants"],
        [date(2021, 5, 3), "<Roum>", 2.0],
        ["", "é", ""],
    ]
    with zipfile.ZipFile(path) as archive:
        assert archive.namelist()[0] == "mimetype"
        assert {member.date_time for member in archive.infolist()} == {(2022, 3, 31, 9, 0, 0)}
