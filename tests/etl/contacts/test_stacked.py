"""Forms one under the other on a sheet."""

from etl.contacts.reader import read_contacts
from etl.contacts.stacked import unstacked
from etl.workbook import Sheet, Workbook

LABELS = ["Famille", "Contactés le", "Commune souhaitée", "Suite donnée", "Composition"]
ONE = ["Lévêque", "03/05/2021", "Lhospitalet", "installés", "2 adultes, 1 enfant"]
OTHER = ["Martin", "04/06/2021", "Ville-sans-nom", "suivi", "1 adulte"]
TITLES = [["Quercy Blanc : fiches d'accueil"], []]


def read(rows):
    return read_contacts(Workbook("fiches.ods", [Sheet("Fiches", rows)]))


def form(said: list[str]) -> list[list[str]]:
    return [*map(list, zip(LABELS, said, strict=True)), []]


def test_a_form_under_another_is_a_household_each_told_where_it_stands():
    reading = read([*TITLES, *form(ONE), *form(OTHER)])
    names = ["source_row", "first_contact_date", "target_commune_code", "status", "adults_count", "children_count"]
    assert [list(map(str, row)) for row in reading.content.households[names].itertuples(index=False)] == [
        ["3", "2021-05-03", "46172", "installe", "2", "1"],
        ["9", "2021-06-04", "None", "suivi", "1", "0"],
    ]
    [refused] = reading.content.refused
    assert (refused.code, refused.row, refused.column) == ("unknown_commune", 11, "B")
    assert "cellule B11" in refused.message
    assert [column.letter for column in reading.recognition.tables[0].columns] == ["1", "2", "3", "4", "5"]


def test_a_label_and_what_it_says_may_share_a_cell_and_one_may_lack():
    said = zip([*LABELS, *LABELS[:-1], *LABELS], [*ONE, *OTHER[:-1], *ONE], strict=True)
    lines = [[f"{label} : {text}"] for label, text in said]
    kept = read([*TITLES, *lines]).content.households
    assert kept["source_row"].tolist() == [3, 8, 12]
    assert kept["status"].tolist() == ["installe", "suivi", "installe"]


def test_words_that_come_again_in_a_narrow_table_are_no_labels():
    lines = [[status, "03/05/2021", "Figeac"] for status in ("contact", "suivi", "visite") * 3]
    workbook = Workbook("suivi.ods", [Sheet("Quercy Blanc", [["Statut", "Premier contact", "Commune"], *lines])])
    assert len(read_contacts(workbook).content.households) == 9


def test_a_list_is_no_stack_of_forms():
    rows = [["Nom", "Premier contact", "Statut"], ["Lévêque", "03/05/2021", "suivi"], ["Martin", "04/05/2021", "suivi"]]
    assert unstacked(Workbook("suivi.ods", [Sheet("Suivi", rows)])) is None
