"""A found table -> typed rows, and what was refused, cell by cell."""

from datetime import date

import pandas as pd

from etl.contacts.rows import type_rows
from etl.contacts.tables import FoundTable


def table(columns: dict[str, list[str]]) -> FoundTable:
    cells = pd.DataFrame(columns, index=range(2, 2 + len(next(iter(columns.values())))), dtype="str")
    return FoundTable("Suivi", cells, {name: chr(65 + place) for place, name in enumerate(columns)})


def test_every_known_column_is_typed_and_people_stay_texts():
    typed = type_rows(
        table(
            {
                "person_name": ["Lévêque", ""],
                "first_contact_date": ["03/05/2021", "mai 2021"],
                "status": ["suivi", ""],
                "target_commune_code": ["Figeac", "Cahors"],
                "children_count": ["2", ""],
                "occupation": ["maçon", ""],
            }
        ),
        None,
    )
    expected = pd.DataFrame(
        {
            "source_sheet": ["Suivi", "Suivi"],
            "source_row": [2, 3],
            "first_contact_date": [date(2021, 5, 3), date(2021, 5, 1)],
            "first_contact_date_precision": ["day", "month"],
            "status": ["suivi", None],
            "target_commune_code": ["46102", "46042"],
            "children_count": [2, None],
            "person_name": ["Lévêque", ""],
            "needs": [{}, {}],
        },
        index=[2, 3],
        dtype=object,
    )
    pd.testing.assert_frame_equal(typed.rows, expected)
    assert (typed.rejected, typed.refused) == ([], [])


def test_a_bad_cell_costs_the_cell():
    typed = type_rows(table({"first_contact_date": ["03/05/2021"], "target_commune_code": ["Roquebrumeuse"]}), None)
    assert typed.rows["target_commune_code"].tolist() == [None]
    [told] = typed.refused
    assert (told.code, told.sheet, told.row, told.column) == ("unknown_commune", "Suivi", 2, "B")


def test_an_impossible_date_or_a_negative_count_costs_the_row_and_is_told_once():
    typed = type_rows(table({"first_contact_date": ["31/02/2021", "03/05/2021"], "children_count": ["-1", "-1"]}), None)
    assert len(typed.rows) == 0
    assert [(told.row, told.code) for told in typed.rejected] == [(2, "impossible_date"), (3, "negative_count")]
    assert typed.refused == []


def test_origin_is_a_departement_or_a_country_of_its_own_column():
    typed = type_rows(table({"origin": ["31", "", "Belgique"], "origin_country_code": ["", "Suisse", "France"]}), None)
    assert typed.rows["origin_departement_code"].tolist() == ["31", None, None]
    assert typed.rows["origin_country_code"].tolist() == ["FR", "CH", "BE"]


def test_needs_as_a_list_as_ticks_and_what_is_met():
    listed = type_rows(table({"needs": ["logement ; santé", ""], "needs_met": ["logement", "emploi"]}), None)
    assert listed.rows["needs"].tolist() == [{"logement": True, "sante": False}, {"emploi": True}]
    ticked = type_rows(table({"need:logement": ["x", ""], "need:sante": ["non", "oui"]}), None)
    assert ticked.rows["needs"].tolist() == [{"logement": None}, {"sante": None}]
