"""A found table -> typed columns, and what was refused, cell by cell."""

from datetime import date

import pytest

from etl.contacts.labels import Lexicon
from etl.contacts.rows import type_rows
from etl.contacts.tables import find_tables
from etl.workbook import Sheet, Workbook


def typed(headings: list[str], *lines: list[str], sheet: str = "Suivi", **look):
    found = find_tables(Workbook("suivi.xlsx", [Sheet(sheet, [headings, *map(list, lines)], **look)]))
    return type_rows(found.found[0], found.lexicon)


def test_every_known_column_is_typed_and_people_stay_texts():
    rows = typed(
        ["Nom", "Premier contact", "Statut", "Commune souhaitée", "Nb enfants", "Métier"],
        ["Lévêque", "03/05/2021", "suivi", "Figeac", "2", "maçon"],
        ["", "mai 2021", "", "Cahors", "", ""],
    )
    assert rows.columns == {
        "source_sheet": ["Suivi", "Suivi"],
        "source_row": [2, 3],
        "first_contact_date": [date(2021, 5, 3), date(2021, 5, 1)],
        "first_contact_date_precision": ["day", "month"],
        "status": ["suivi", None],
        "target_commune_code": ["46102", "46042"],
        "children_count": [2, None],
        "occupation_code": ["macon", None],
        "person_name": ["Lévêque", ""],
        "needs": [{}, {}],
    }
    assert (rows.rejected, rows.refused) == ([], [])


CORE = ["Premier contact", "Statut", "Commune souhaitée"]
GOOD = ["03/05/2021", "suivi", "Figeac"]


def test_a_bad_cell_costs_the_cell():
    rows = typed(CORE, ["03/05/2021", "suivi", "Roquebrumeuse"])
    assert rows.columns["target_commune_code"] == [None]
    [told] = rows.refused
    assert (told.code, told.sheet, told.row, told.column) == ("unknown_commune", "Suivi", 2, "C")


def test_an_impossible_date_or_a_negative_count_costs_the_row_and_is_told_once():
    rows = typed([*CORE, "Nb enfants"], ["31/02/2021", "suivi", "", "-1"], [*GOOD, "-1"], [*GOOD, "1"])
    assert rows.columns["source_row"] == [4]
    assert [(told.row, told.code) for told in rows.rejected] == [(2, "impossible_date"), (3, "negative_count")]
    first = rows.rejected[0].message
    assert first.startswith(
        "Feuille « Suivi », ligne 2, cellule A2 : la date de la colonne « date de premier contact »"
    )
    assert " De plus, la colonne « enfants » contient un nombre négatif." in first
    assert " De plus, " not in rows.rejected[1].message
    assert rows.refused == []


def test_origin_is_a_departement_or_a_country_of_its_own_column():
    rows = typed([*CORE, "Origine", "Pays"], [*GOOD, "31", ""], [*GOOD, "", "Suisse"], [*GOOD, "Belgique", "France"])
    assert rows.columns["origin_departement_code"] == ["31", None, None]
    assert rows.columns["origin_country_code"] == ["FR", "CH", "BE"]


def test_needs_as_a_list_as_ticks_and_what_is_met():
    listed = typed(
        [*CORE, "Besoins", "Besoins couverts"], [*GOOD, "logement ; santé", "logement"], [*GOOD, "", "emploi"]
    )
    assert listed.columns["needs"] == [{"logement": True, "sante": False}, {"emploi": True}]
    ticked = typed([*CORE, "Besoin logement", "Besoin santé"], [*GOOD, "x", "non"], [*GOOD, "", "oui"])
    assert ticked.columns["needs"] == [{"logement": None}, {"sante": None}]


def test_a_homonym_is_settled_by_the_postal_code_beside_it():
    rows = typed(
        [*CORE, "Code postal"],
        ["03/05/2021", "suivi", "Saint-Denis", "46150"],
        ["03/05/2021", "suivi", "Saint-Denis", "75000"],
    )
    assert rows.columns["target_commune_code"] == ["46264", None]
    assert [(told.row, told.code) for told in rows.refused] == [(3, "ambiguous_commune")]


def test_a_formula_without_its_result_is_told():
    rows = typed(CORE, ["", "suivi", "Figeac"], unvalued=frozenset({(1, 0)}))
    assert [(told.code, told.row, told.column) for told in rows.refused] == [("formula_without_value", 2, "A")]


NO_STATUS = ["Premier contact", "Commune souhaitée", "Nb adultes", "Nb enfants"]
FAMILY = ["03/05/2021", "Figeac", "2", "1"]


def test_a_section_or_a_sheet_may_say_the_status():
    rows = typed(
        NO_STATUS,
        ["INSTALLÉS", "", "", ""],
        FAMILY,
        ["ABANDONS", "", "", ""],
        FAMILY,
        ["Divers 2021", "", "", ""],
        FAMILY,
    )
    assert rows.columns["status"] == ["installe", "abandon", None]
    assert typed(NO_STATUS, FAMILY, sheet="En cours").columns["status"] == ["suivi"]
    assert "status" not in typed(NO_STATUS, FAMILY, sheet="2021").columns


def test_colours_say_the_status_where_a_legend_explains_them():
    lines = [FAMILY, FAMILY, [], ["", "installés"], ["", "abandon"]]
    marks = {1: [(0, 3, "00FF00")], 2: [(0, 3, "FF0000")], 4: [(0, 0, "00FF00")], 5: [(0, 0, "FF0000")]}
    assert typed(NO_STATUS, *lines, marks=marks).columns["status"][:2] == ["installe", "abandon"]


def test_what_the_screen_may_ask_is_counted_and_never_kept():
    rows = typed(CORE, ["03/05/2021", "pigeon", "Figeac"], ["03/05/2021", "pigeon", "Figeac"], GOOD)
    assert dict(rows.unknown_labels) == {("status", "pigeon"): 2}


@pytest.mark.parametrize("name", ["person_name", "phone", "email", "ignored"])
def test_no_personal_field_is_typed(name):
    rows = typed(
        [*CORE, "Nom", "Tél", "Mail", "Commentaires"], [*GOOD, "Lévêque", "06 12 34 56 78", "a@test.fr", "rappeler"]
    )
    assert rows.columns.get(name, [None])[0] in ("Lévêque", "06 12 34 56 78", "a@test.fr", None)


def test_typing_knows_the_epci():
    found = find_tables(
        Workbook("suivi.xlsx", [Sheet("Suivi", [CORE, ["03/05/2021", "I", "Cahors"]])]), Lexicon("200035327")
    )
    assert type_rows(found.found[0], found.lexicon).columns["status"] == ["installe"]


def test_a_day_without_its_year_is_of_its_sheet_s_year():
    lines = [["12/03", "suivi", "Figeac"], ["28/06", "suivi", "Figeac"]]
    assert typed(CORE, *lines, sheet="Mars 21").columns["first_contact_date"] == [date(2021, 3, 12), date(2021, 6, 28)]
    assert [found.code for found in typed(CORE, *lines).refused] == ["unknown_date"] * 2


def test_a_day_without_its_year_is_of_the_year_of_its_section():
    head = [*CORE, "Nom", "Enfants"]
    of_2020, of_2021 = (["12/03", "suivi", "Figeac", name, ""] for name in ("Lévêque", "Martin"))
    rows = [["Année 2020"], head, of_2020, ["Total 2020", "1"], ["Année 2021"], head, of_2021]
    found = find_tables(Workbook("suivi.xlsx", [Sheet("Suivi", rows)]))
    [table] = found.found
    assert type_rows(table, found.lexicon).columns["first_contact_date"] == [date(2020, 3, 12), date(2021, 3, 12)]
    assert [line.code for line in table.left_out] == ["total", "section", "repeated_header"]


def test_a_composition_fills_the_counts_that_no_column_tells():
    headings = [*CORE, "Composition", "Nb enfants"]
    rows = typed(headings, [*GOOD, "couple", "1"], [*GOOD, "couple avec 2 enfants", ""], [*GOOD, "famille de 5", ""])
    assert rows.columns["adults_count"] == [2, 2, None]
    assert rows.columns["children_count"] == [1, 2, None]
    assert [(found.code, found.row) for found in rows.refused] == [("unknown_composition", 4)]


def test_a_date_among_the_words_of_a_status_is_that_step_s():
    rows = typed(CORE, ["03/05/2021", "installés depuis 09/21", "Figeac"])
    assert rows.columns["installation_date"] == [date(2021, 9, 1)]
    assert rows.columns["installation_place"] == [("Suivi", 2, "B")]


def test_a_pair_counts_in_the_order_of_its_heading_and_is_asked_without_one():
    told = typed([*CORE, "Enfants / adultes"], [*GOOD, "3/2"], [*GOOD, "1/2"])
    assert (told.columns["adults_count"], told.columns["children_count"]) == ([2, 2], [3, 1])
    unsaid = typed([*CORE, "Composition"], [*GOOD, "3/2"], [*GOOD, "couple"])
    assert unsaid.columns["adults_count"] == [None, 2]
    assert [(found.code, found.row) for found in unsaid.refused] == [("unknown_composition", 2)]


def test_an_abandonment_with_its_reason_is_one():
    rows = typed(CORE, ["03/05/2021", "abandon : pas de médecin", "Figeac"], ["03/05/2021", "pas d'abandon", "Figeac"])
    assert rows.columns["status"] == ["abandon", None]
    assert rows.columns["abandonment_reason"] == ["sante", None]


def test_a_pair_counts_by_the_letters_of_its_heading():
    rows = typed([*CORE, "Foyer (A/E)"], [*GOOD, "2/1"], [*GOOD, "1/0"])
    assert (rows.columns["adults_count"], rows.columns["children_count"]) == ([2, 1], [1, 0])


def test_the_first_and_the_last_contact_in_one_cell():
    rows = typed(
        ["Contacts (1er / dernier)", "Nom", "Statut"],
        ["12/03/2021 - 04/06/2021", "Novalis", "suivi"],
        ["mai 2021 / juin 2021", "Zorglub", "suivi"],
        ["05/07/2021", "Farine", "suivi"],
    )
    assert rows.columns["first_contact_date"] == [date(2021, 3, 12), date(2021, 5, 1), date(2021, 7, 5)]
    assert rows.columns["last_contact_date"] == [date(2021, 6, 4), date(2021, 6, 1), None]
    assert rows.refused == []


def test_children_without_their_number_are_asked():
    rows = typed(
        ["Premier contact", "Statut", "Type de foyer", "Nb pers."],
        ["12/03/2021", "suivi", "Couple avec enfants", "4"],
        ["12/04/2021", "suivi", "Famille monoparentale", ""],
    )
    assert (rows.columns["adults_count"], rows.columns["children_count"]) == ([2, 1], [2, None])
    assert [(problem.code, problem.row) for problem in rows.refused] == [("unknown_composition", 3)]


def test_what_one_of_them_is_does_not_say_how_many_they_are():
    rows = typed(
        ["Premier contact", "Statut", "Lien de parenté"],
        ["12/03/2021", "suivi", "Demandeur"],
        ["12/04/2021", "suivi", "Conjoint"],
    )
    assert "adults_count" not in rows.columns


def test_ages_tell_how_many_they_are_where_no_number_does():
    rows = typed(
        ["Premier contact", "Statut", "Commune", "Âges adultes", "Prénoms et âges des enfants"],
        ["12/03/2021", "suivi", "Figeac", "34/36", "Novalis 4, Zorglub 7"],
        ["12/04/2021", "suivi", "Figeac", "41", "aucun"],
        ["12/05/2021", "suivi", "Figeac", "", "de 4 à 7 ans"],
    )
    assert rows.columns["adults_count"] == [2, 1, None]
    assert rows.columns["children_count"] == [2, 0, None]
    assert [(problem.code, problem.row) for problem in rows.refused] == [("unknown_composition", 4)]


def test_a_day_alone_is_of_the_month_that_its_section_or_its_sheet_tells():
    head = ["Le", "Nom", "Statut", "Commune"]
    said = [["lundi 4", "Lévêque", "suivi", "Figeac"], ["21", "Martin", "suivi", "Figeac"]]
    lines = [["JANVIER"], said[0], ["MARS"], said[1]]
    assert typed(head, *lines, sheet="2021").columns["first_contact_date"] == [date(2021, 1, 4), date(2021, 3, 21)]
    days = typed(["Date", *head[1:]], *said, sheet="Mars 2021").columns["first_contact_date"]
    assert days == [date(2021, 3, 4), date(2021, 3, 21)]
    of_year = typed(["Date", *head[1:]], *said, sheet="2021")
    assert of_year.columns["first_contact_date"] == [None, None]
    assert [found.code for found in of_year.refused] == ["unknown_date"] * 2
