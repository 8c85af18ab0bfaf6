"""Forms, a sheet a household, and tables written a column a household."""

import pytest

from etl.contacts.reader import read_contacts
from etl.problems import RefusedFile
from etl.workbook import Sheet, Workbook

LABELS = ["Fiche n°", "Date du premier contact", "Nom", "Commune souhaitée", "Statut", "Nombre d'adultes"]


def form(name: str, *values: str, position: int = 0) -> Sheet:
    rows = [["Quercy Blanc : fiche de contact"], [], *map(list, zip(LABELS, values, strict=True))]
    return Sheet(name, rows, position)


def read(*sheets: Sheet):
    reading = read_contacts(Workbook("fiches.xlsx", list(sheets)))
    kept = reading.content.households
    columns = ["dossier_ref", "first_contact_date", "target_commune_code", "status", "adults_count"]
    return reading, [list(map(str, row)) for row in kept[columns].itertuples(index=False)]


def test_a_form_a_sheet_is_a_household_a_sheet():
    reading, rows = read(
        form("Fiche 1", "1", "03/05/2021", "Lévêque", "Castelnau-Montratier", "suivi", "2"),
        form("Fiche 2", "2", "04/06/2021", "Martin", "Lhospitalet", "installé", "1", position=1),
    )
    assert rows == [["1", "2021-05-03", "46063", "suivi", "2"], ["2", "2021-06-04", "46172", "installe", "1"]]
    assert (reading.epci_code, reading.is_epci_sure) == ("200039519", True)


def test_a_cell_of_a_form_is_told_where_it_stands():
    reading, rows = read(form("Fiche 1", "1", "03/05/2021", "Lévêque", "Ville-sans-nom", "suivi", "2"))
    assert [row[0] for row in rows] == ["1"]
    [refused] = reading.content.refused
    assert (refused.code, refused.row, refused.column) == ("unknown_commune", 6, "B")
    assert "cellule B6" in refused.message
    assert {column.letter for table in reading.recognition.tables for column in table.columns} >= {"3", "4", "8"}


def test_households_side_by_side_are_one_a_column():
    lines = [["1", "2"], ["03/05/2021", "04/06/2021"], ["Lévêque", "Martin"], ["Lhospitalet"] * 2, ["suivi"] * 2, "21"]
    sheet = Sheet("Suivi Quercy Blanc", [[label, *said] for label, said in zip(LABELS, lines, strict=True)])
    assert [row[:2] for row in read(sheet)[1]] == [["1", "2021-05-03"], ["2", "2021-06-04"]]


def test_what_names_no_first_contact_is_no_form():
    with pytest.raises(RefusedFile):
        read(Sheet("Notice", [["Statut", "suivi"], ["Nom", "celui du foyer"], ["Commune", "Figeac"]]))


def test_a_line_that_looks_like_headings_does_not_hide_the_columns():
    labels = ["Famille", "1er contact", "Commune recherchée", "Statut"]
    said = [["Novalis", "Zorglub", "Farine"], ["03/05/2021"] * 3, ["Lhospitalet"] * 3, ["Installé", "Suivi", "Abandon"]]
    sheet = Sheet("Suivi Quercy Blanc", [[label, *cells] for label, cells in zip(labels, said, strict=True)])
    assert [row[3] for row in read(sheet)[1]] == ["installe", "suivi", "abandon"]


def test_chapters_of_a_form_are_one_household():
    chapters = [["Nom", "Lévêque"], ["Date du premier contact", "03/05/2021"], ["Nombre d'adultes", "2"], []]
    chapters += [["PROJET"], ["Commune souhaitée", "Lhospitalet"], ["Statut", "installé"], ["Visite", "04/06/2021"], []]
    chapters += [["BILAN"], ["Date d'installation", "05/07/2021"], ["Commune d'installation", "Lhospitalet"]]
    reading, rows = read(Sheet("Quercy Blanc", chapters))
    assert rows == [["None", "2021-05-03", "46172", "installe", "2"]]
    assert str(reading.content.households.at[0, "installation_date"]) == "2021-07-05"


def test_a_line_of_statuses_does_not_pass_for_headings_with_many_households():
    labels = [*LABELS, "Date d'installation", "Commune d'installation"]
    said = [["1", "2", "3", "4"], ["03/05/2021"] * 4, ["Lévêque", "Martin", "Durand", "Petit"], ["Lhospitalet"] * 4]
    said += [["contact", "suivi", "visite", "installé"], ["2"] * 4, ["", "", "", "05/07/2021"], ["", "", "", "Cézac"]]
    sheet = Sheet("Suivi Quercy Blanc", [[label, *cells] for label, cells in zip(labels, said, strict=True)])
    assert [row[3] for row in read(sheet)[1]] == ["contact", "suivi", "visite", "installe"]
