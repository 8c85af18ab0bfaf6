"""Where a table begins, what its columns are, which lines are households."""

import pandas as pd

from etl.contacts.tables import column_letter, find_tables, text_above
from etl.workbook import Sheet

HEADINGS = ["N° dossier", "Nom", "Premier contact", "Statut", "Commune", "Commentaires"]
FIELDS = ["dossier_ref", "person_name", "first_contact_date", "status", "target_commune_code"]
LINE = ["12", "Lévêque", "03/05/2021", "suivi", "Figeac", "rappeler"]


def sheet(*rows):
    return Sheet("Suivi", [list(row) for row in rows])


def cells(lines: dict[int, list[str]], columns: list[str] = FIELDS) -> pd.DataFrame:
    return pd.DataFrame.from_dict(lines, orient="index", columns=columns, dtype="str")


def test_a_table_under_its_titles_lines_numbered_as_in_the_spreadsheet():
    [table] = find_tables(sheet(["Accueil des familles"], [], HEADINGS, LINE, [""] * 6, LINE))
    pd.testing.assert_frame_equal(table.cells, cells({4: LINE[:5], 6: LINE[:5]}))
    assert table.letters == dict(zip(FIELDS, "ABCDE", strict=True))
    assert table.left_out == []


def test_titles_stand_above():
    rows = sheet(["Grand Cahors", "", "2022"], [], HEADINGS, LINE)
    assert text_above(rows) == "Grand Cahors 2022\n"


def test_totals_sections_and_repeated_headings_are_left_out_and_told():
    section = ["Année 2022", "", "", "", "", ""]
    [table] = find_tables(sheet(HEADINGS, LINE, section, HEADINGS, LINE, ["Total", "2", "", "", "", ""]))
    assert table.cells.index.tolist() == [2, 5]
    assert [(told.row, told.code) for told in table.left_out] == [(3, "section"), (4, "repeated_header"), (6, "total")]


def test_two_tables_of_a_sheet():
    moves = ["N° dossier", "Date d'installation", "Commune d'installation", "", "", ""]
    first, second = find_tables(sheet(HEADINGS, LINE, [], moves, ["12", "06/2021", "Cahors", "", "", ""]))
    assert first.cells.index.tolist() == [2]
    assert second.cells.to_dict("index") == {
        5: {"dossier_ref": "12", "installation_date": "06/2021", "commune_code": "Cahors"}
    }


def test_commune_on_a_sheet_of_installations_is_where_they_settled():
    [table] = find_tables(sheet(["N° dossier", "Date d'arrivée", "Commune"], ["12", "06/2021", "Cahors"]))
    assert list(table.cells) == ["dossier_ref", "installation_date", "commune_code"]


def test_of_two_columns_for_one_field_the_more_exactly_named_is_taken():
    [table] = find_tables(sheet(["Date", "Date de premier contact", "Statut", "Commune"], ["1", "2", "3", "4"]))
    assert table.letters["first_contact_date"] == "B"


def test_a_short_line_is_filled_with_nothing():
    [table] = find_tables(sheet(HEADINGS, ["12", "Lévêque", "mai 2021"]))
    assert table.cells.loc[2].to_list() == ["12", "Lévêque", "mai 2021", "", ""]


def test_no_table_without_headings():
    assert find_tables(sheet(["Lévêque", "suivi", "Figeac"], LINE)) == []
    assert find_tables(sheet(["C", "contact"], ["S", "suivi"], ["I", "installé"])) == []


def test_column_letters():
    assert [column_letter(position) for position in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
