"""Where a table begins, what its columns are, which lines are households."""

from etl.contacts.tables import find_tables, text_above
from etl.workbook import Sheet, Workbook

HEADINGS = ["N° dossier", "Nom", "Premier contact", "Statut", "Commune", "Commentaires"]
FIELDS = ["dossier_ref", "person_name", "first_contact_date", "status", "target_commune_code"]
LINE = ["12", "Lévêque", "03/05/2021", "suivi", "Figeac", "rappeler"]


def tables(*rows, **look):
    sheet = Sheet("Suivi", [list(row) for row in rows], **look)
    return find_tables(Workbook("suivi.xlsx", [sheet])).found


def cells(table) -> dict[int, list[str]]:
    """Line -> the texts of its fields, in the order of the columns."""
    texts = [table.texts(name) for name in table.fields]
    return {line.number: [column[place] for column in texts] for place, line in enumerate(table.lines)}


def left_out(table) -> list[tuple[int, str]]:
    return [(line.number, line.code) for line in table.left_out]


def test_a_table_under_its_titles_lines_numbered_as_in_the_spreadsheet():
    [table] = tables(["Accueil des familles"], [], HEADINGS, LINE, [""] * 6, LINE)
    assert {name: table.letter(name) for name in table.fields} == dict(zip(FIELDS, "ABCDE", strict=True))
    assert cells(table) == {4: LINE[:5], 6: LINE[:5]}
    assert left_out(table) == []


def test_titles_stand_above():
    sheet = Sheet("Suivi", [["Grand Cahors", "", "2022"], [], HEADINGS, LINE])
    assert text_above(sheet, 2) == "Grand Cahors 2022\n"


def test_totals_sections_and_repeated_headings_are_left_out_and_told():
    section = ["Année 2022", "", "", "", "", ""]
    [table] = tables(HEADINGS, LINE, section, HEADINGS, LINE, ["Total", "2", "", "", "", ""])
    assert list(cells(table)) == [2, 5]
    assert left_out(table) == [(3, "section"), (4, "repeated_header"), (6, "total")]


def test_a_year_alone_is_a_title_and_a_number_of_contacts_a_total():
    [table] = tables(HEADINGS, ["2021"], LINE, ["", "", "", "", "Nb contacts", "1"])
    assert (list(cells(table)), [line.year for line in table.lines]) == ([3], [2021])
    assert left_out(table) == [(2, "section"), (4, "total")]


def test_a_household_of_which_the_day_is_in_words_is_no_heading():
    first = ["12", "Lévêque", "1er septembre 2021", "suivi", "Figeac", "rappeler"]
    [table] = tables(HEADINGS, first, LINE)
    assert list(cells(table)) == [2, 3]


def test_sums_without_a_word_are_a_total():
    headings = ["Premier contact", "Statut", "Commune", "Nb adultes", "Nb enfants"]
    [table] = tables(headings, ["03/05/2021", "suivi", "Figeac", "2", "1"], ["", "", "", "2", "1"])
    assert left_out(table) == [(3, "total")]


def test_two_tables_of_a_sheet():
    moves = ["N° dossier", "Date d'installation", "Commune d'installation"]
    first, second = tables(HEADINGS, LINE, [], moves, ["12", "06/2021", "Cahors"])
    assert list(cells(first)) == [2]
    assert list(second.fields) == ["dossier_ref", "installation_date", "commune_code"]
    assert cells(second) == {5: ["12", "06/2021", "Cahors"]}


def test_two_tables_side_by_side():
    moves = ["N° dossier", "Date d'installation", "Commune", "Logement trouvé"]
    first, second = tables([*HEADINGS, "", *moves], [*LINE, "", "12", "06/2021", "Cahors", "location"])
    assert list(first.fields) == FIELDS
    assert list(second.fields) == ["dossier_ref", "installation_date", "commune_code", "housing_solution"]
    assert cells(second) == {2: ["12", "06/2021", "Cahors", "location"]}


def test_commune_on_a_sheet_of_installations_is_where_they_settled():
    [table] = tables(["N° dossier", "Date d'arrivée", "Commune"], ["12", "06/2021", "Cahors"])
    assert list(table.fields) == ["dossier_ref", "installation_date", "commune_code"]


def test_of_two_columns_for_one_field_the_more_exactly_named_is_taken():
    [table] = tables(
        ["Date", "Date de premier contact", "Statut", "Commune"], ["01/02/2021", "2/2/2021", "suivi", "Figeac"]
    )
    assert table.letter("first_contact_date") == "B"


def test_columns_that_say_the_same_are_read_together():
    [table] = tables([*HEADINGS[:5], "Tél. 1", "Tél. 2", "Besoin 1", "Besoin 2"], [*LINE[:5], "06", "05", "emploi", ""])
    assert table.texts("phone") == ["06 / 05"]
    assert table.texts("needs") == ["emploi"]


def test_headings_over_two_rows_stand_under_their_group():
    groups = ["Identité", "", "Contact", "", "Installation", ""]
    headings = ["N°", "Nom", "Date", "Canal", "Date", "Commune"]
    line = ["12", "Lévêque", "03/05/2021", "Salon", "06/2021", "Cahors"]
    merges = ((0, 0, 0, 1), (0, 2, 0, 3), (0, 4, 0, 5))
    for look in ({"merges": merges}, {}):
        [table] = tables(groups, headings, line, **look)
        assert list(table.fields) == [*FIELDS[:3], "channel", "installation_date", "commune_code"]
        assert list(cells(table)) == [3]


def test_headings_cut_over_three_rows():
    rows = [
        ["N°", "Date", "Statut", "Commune"],
        ["dossier", "d'installation", "", "d'installation"],
        ["", "effective", "", ""],
    ]
    [table] = tables(*rows, ["12", "06/2021", "suivi", "Cahors"])
    assert list(table.fields) == ["dossier_ref", "installation_date", "status", "commune_code"]
    assert list(cells(table)) == [4]


def test_a_household_over_two_merged_lines_is_one():
    second = ["", "", "", "", "", "conjoint"]
    [table] = tables(HEADINGS, LINE, second, LINE, second, merges=((1, 0, 2, 0), (3, 0, 4, 0)))
    assert list(cells(table)) == [2, 4]
    assert left_out(table) == [(3, "continuation"), (5, "continuation")]


def test_a_household_over_two_lines_is_one_where_that_is_a_habit():
    second = ["", "Paul (conjoint)", "", "", "", ""]
    [table] = tables(HEADINGS, LINE, second, LINE, second)
    assert cells(table) == {line: ["12", "Lévêque / Paul (conjoint)", *LINE[2:5]] for line in (2, 4)}
    assert left_out(table) == [(3, "continuation"), (5, "continuation")]


def test_a_single_line_that_tells_nothing_stays_by_itself():
    [table] = tables(HEADINGS, *[LINE] * 6, ["", "Paul", "", "", "", "à compléter"])
    assert list(cells(table))[-1] == 8


def test_what_is_merged_down_several_households_is_said_of_each():
    second = ["13", "Martin", "04/05/2021", "suivi", "", ""]
    [table] = tables(HEADINGS, LINE, second, merges=((1, 4, 2, 4),))
    assert cells(table)[3] == [*second[:4], "Figeac"]


def test_idem_is_what_stands_above():
    [table] = tables(HEADINGS, LINE, ["13", "idem", "04/05/2021", '"', "idem", ""])
    assert cells(table)[3] == ["13", "idem", "04/05/2021", "suivi", "Figeac"]


def test_a_short_line_is_filled_with_nothing():
    [table] = tables(HEADINGS, ["12", "Lévêque", "mai 2021"])
    assert cells(table) == {2: ["12", "Lévêque", "mai 2021", "", ""]}


def test_no_table_without_headings():
    assert tables(["Lévêque", "suivi", "Figeac"], LINE) == []
    assert tables(["C", "contact"], ["S", "suivi"], ["I", "installé"]) == []
    assert tables(["Visite", "Famille", "Logement", "Santé", "06 12 34 56 78"]) == []


def test_a_confirmed_heading_is_the_field_that_was_confirmed():
    sheet = Sheet("Suivi", [["Machin", "Truc", "Bidule", "Chose"], ["03/05/2021", "suivi", "Figeac", "12"]])
    known = {"Machin": "first_contact_date", "Truc": "status", "Bidule": "commune_code"}.get
    [table] = find_tables(Workbook("suivi.xlsx", [sheet]), known=known).found
    assert list(table.fields) == ["first_contact_date", "status", "commune_code"]
    assert [column.how for column in table.columns] == ["confirmed"] * 3 + [""]


def test_a_legend_beside_the_table_is_no_column_of_it():
    rows = [[*HEADINGS, "", "En cours de suivi"], [*LINE, "", "Installés"], LINE]
    [table] = tables(*rows)
    assert list(table.fields) == FIELDS
    assert table.header.beside == (7,)


def test_sheets_of_the_same_headings_are_recognised_as_one():
    headings = ["Premier contact", "Nom", "Statut", "Où"]
    sheets = [Sheet("Mai", [headings, ["03/05/2021", "Lévêque", "suivi", ""]])]
    sheets += [Sheet("Juin", [headings, ["04/06/2021", "Novalis", "suivi", "Figeac"]])]
    first, second = find_tables(Workbook("suivi.xlsx", sheets)).found
    assert [column.field for column in first.columns] == [column.field for column in second.columns]


def test_the_title_of_a_further_table_says_the_status_of_its_lines():
    moves = ["Nom", "Premier contact", "Date d'installation", "Commune d'installation"]
    _, second = tables(
        HEADINGS, LINE, [], ["FAMILLES INSTALLÉES"], moves, ["Novalis", "03/05/2021", "06/2021", "Cahors"]
    )
    assert [line.section for line in second.lines] == ["FAMILLES INSTALLÉES"]


def test_a_household_s_line_is_no_heading():
    headings = ["Appel du", "Nom", "Canal", "Besoins", "Où ça en est"]
    line = ["12/03", "Novalis", "internet", "fibre", "visite"]
    [table] = tables(headings, line, line)
    assert [line.number for line in table.lines] == [2, 3]


def test_a_month_alone_is_a_title_and_a_note_is_no_household():
    headings = ["Premier contact", "Nom", "Statut", "Commune"]
    note = ["NB : sans nouvelles depuis 6 mois, relancées", "", "", ""]
    [table] = tables(headings, ["MARS", "", "", ""], ["03/03/2021", "Novalis", "suivi", "Figeac"], note)
    assert left_out(table) == [(2, "section"), (4, "section")]


def test_lines_of_two_cells_that_follow_the_table_are_its_own():
    first, second = ["réf", "état", "emménagement", "commune"], ["réf", "reçue le", "commune envisagée", "Nom"]
    rows = [["CV1", "suivi", "", ""], ["CV2", "abandon", "", ""], ["CV3", "installés", "06/2021", "Gramat"]]
    sheets = [Sheet("demandes", [second, ["CV1", "03/05/2021", "Gramat", "Novalis"]]), Sheet("suites", [first, *rows])]
    assert [line.number for line in find_tables(Workbook("base.xls", sheets)).found[1].lines] == [2, 3, 4]


def test_a_number_to_call_in_a_heading_does_not_hide_the_headings():
    noted = [*HEADINGS[:1], "Nom (le 05 65 11 22 33 pour toute question)", *HEADINGS[2:5], "Appeler Zoé au 0565112233"]
    [table] = tables(noted, LINE, LINE)
    assert {name: table.letter(name) for name in table.fields} == dict(zip(FIELDS, "ABCDE", strict=True))
    assert tables(["Lévêque", "Contact", "Suivi", "à rappeler au 06 11 22 33 44", "Figeac"], LINE) == []


def test_months_beside_the_headings_do_not_hide_them():
    months = ["2021-01-01", "2021-02-01", "2021-03-01", "2021-04-01", "2021-05-01", "2021-06-01"]
    [table] = tables([*HEADINGS, *months], [*LINE, "", "appel"], LINE)
    assert [(column.letter, column.field) for column in table.columns][4:8] == [
        ("E", "target_commune_code"),
        ("F", "ignored"),
        ("G", None),
        ("H", None),
    ]


def test_a_line_struck_through_of_which_no_status_is_said_is_asked():
    unsaid = [*LINE[:3], "", *LINE[4:]]
    marks = {row: [(0, 5, "strike")] for row in (1, 2, 3)}
    [table] = tables(HEADINGS, unsaid, unsaid, LINE, LINE, LINE, marks=marks)
    assert table.statuses == {2: "abandon", 3: "abandon"}
    assert table.marks_guessed == {"strike": "abandon"}


def test_lists_to_choose_from_are_no_households():
    lists = Sheet("Paramètres", [["Statuts", "Canal", "Communes"], *map(list, zip(*LISTS, strict=True))])
    follow_up = Sheet("Suivi", [HEADINGS, LINE, LINE])
    assert [table.sheet.name for table in find_tables(Workbook("suivi.xlsx", [lists, follow_up])).found] == ["Suivi"]
    assert [table.sheet.name for table in find_tables(Workbook("suivi.xlsx", [lists])).found] == ["Paramètres"]


LISTS = (["contact", "suivi", "visite"], ["salon", "site", "presse"], ["Figeac", "Cahors", "Gramat"])


def test_words_in_brackets_under_headings_explain_them():
    [table] = tables(HEADINGS, ["", "", "(au plus tôt)", "", "(souhaitée)", ""], LINE, LINE)
    assert table.columns[2].heading == "Premier contact (au plus tôt)"
    assert list(cells(table)) == [3, 4]


def test_a_line_a_person_is_read_as_one_household():
    headings = ["N° dossier", "Premier contact", "Statut", "Commune", "Lien"]
    people = [
        ["12", "03/05/2021", "suivi", "Figeac", "Demandeur"],
        ["", "", "", "", "Enfant"],
        ["", "", "", "", "Enfant"],
    ]
    [table] = tables(headings, *people, *people)
    assert table.texts("household_role") == ("Demandeur + Enfant + Enfant",) * 2


def test_people_of_one_file_number_are_one_household():
    people = [["12", "Lévêque", "Demandeur"], ["12", "Lévêque", "Conjointe"], ["13", "Martin", "Demandeur"]]
    [table] = tables(["N° foyer", "Nom", "Lien de parenté"], *people)
    assert (table.texts("dossier_ref"), table.texts("household_role")) == (
        ("12", "13"),
        ("Demandeur + Conjointe", "Demandeur"),
    )


def test_a_column_of_codes_that_the_legend_explains_is_what_they_mean():
    lines = [["03/05/2021", "Novalis", "Figeac", code] for code in ("1", "2", "1", "2", "1", "2", "1", "2")]
    legend = [["Codes :"], ["1", "premier contact"], ["2", "installé"]]
    [table] = tables(["Premier contact", "Nom", "Commune", "Code"], *lines, [], *legend)
    assert table.columns[3].field == "status"
    counted = ["Premier contact", "Nom", "Commune", "Combien d'enfants arrivent"]
    [table] = tables(counted, *lines, [], *legend)
    assert table.columns[3].field == "children_count"
    assert len(table.lines) == 8


def test_a_count_under_a_list_is_a_total():
    moves = ["N° dossier", "Nom", "Date d'installation", "Commune"]
    [table] = tables(
        moves, ["12", "Lévêque", "06/2021", "Cahors"], ["", "soit 1 famille", "", ""], ["", "1 famille", "", ""]
    )
    assert (list(cells(table)), left_out(table)) == ([2], [(3, "total"), (4, "total")])


def test_boxes_left_unticked_to_the_foot_of_a_sheet_are_no_lines():
    headings = [*HEADINGS[:5], "Visite faite"]
    [table] = tables(headings, [*LINE[:5], "oui"], *[["", "", "", "", "", "non"]] * 2)
    assert (list(cells(table)), left_out(table)) == ([2], [])


def test_of_a_status_a_year_the_last_one_said_stands():
    headings = ["Nom", "Premier contact", "Commune", "Statut 2022", "Statut 2021"]
    said = [["Novalis", "03/05/2021", "Figeac", "installé", "suivi"], ["Martin", "03/05/2021", "Cahors", "", "contact"]]
    [table] = tables(headings, *said)
    assert list(table.texts("status")) == ["installé", "contact"]


def test_a_date_over_two_columns_is_one():
    [table] = tables(
        ["Année", "Mois", "Nom", "Statut"], ["2021", "mars", "Lévêque", "suivi"], ["2021", "6", "X", "suivi"]
    )
    assert table.texts("first_contact_date") == ["2021 mars", "2021 6"]


def test_totals_do_not_unsettle_a_column_of_small_numbers():
    headings = ["Nom", "Premier contact", "Commune", "Ad."]
    lines = [["Novalis", "03/05/2021", "Figeac", "1"], ["Martin", "04/05/2021", "Cahors", "2"]]
    totals = [[title, "", "", count] for title, count in (("Sous-total", "24"), ("Sous-total", "31"), ("Total", "55"))]
    [table] = tables(headings, *lines, *totals)
    assert [(column.field, str(column.certainty)) for column in table.columns][-1] == ("adults_count", "sure")


def test_hints_under_the_headings_are_no_household():
    hints = ["(auto)", "", "(jj/mm/aaaa)", "liste", "(commune)", ""]
    [table] = tables(HEADINGS, hints, LINE)
    assert (list(cells(table)), left_out(table)) == ([3], [])
    [table] = tables(HEADINGS, ["12", "(Lévêque)", "03/05/2021", "suivi", "Figeac", "(rappeler)"])
    assert list(cells(table)) == [2]


def test_letters_under_a_composition_count_adults_and_children():
    [table] = tables(["Nom", "Premier contact", "Composition", ""], ["", "", "A", "E"], [*LINE[1:3], "2", "1"])
    assert (table.texts("adults_count"), table.texts("children_count")) == (("2",), ("1",))
    [table] = tables(["Nom", "Premier contact", "Commune", "A", "E"], [*LINE[1:3], "Figeac", "2", "1"])
    assert (table.texts("adults_count"), table.texts("children_count")) == (("2",), ("1",))


def test_headings_side_by_side_explain_no_code():
    headings = ["Nom", "Premier contact", "Commune", "Besoins", "", ""]
    said = [[*LINE[1:3], "Figeac", "Logement", "", "Santé"], [*LINE[1:3], "Figeac", "", "Emploi", ""]]
    sheet = Sheet("Suivi", [headings, ["", "", "", "Logement", "Emploi", "Santé"], *said])
    assert dict(find_tables(Workbook("suivi.xlsx", [sheet])).lexicon.legend) == {}
