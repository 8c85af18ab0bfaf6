"""Contacts and moves on two sheets."""

from datetime import date

from etl.contacts.joining import join


def contacts(**columns) -> dict[str, list]:
    rows = {"first_contact_date": [date(2021, 5, 3), date(2021, 6, 4)], "source_row": [2, 3], "needs": [{}, {}]}
    return rows | {"source_sheet": ["Contacts"] * 2} | columns


def moves(**columns) -> dict[str, list]:
    return {"status": ["installe"], "source_row": [2], "source_sheet": ["Arrivés"], "needs": [{}]} | columns


def joined(*tables) -> list[tuple]:
    rows, _apart = join(list(tables))
    return list(zip(rows["source_sheet"], rows["source_row"], rows["status"], strict=True))


def test_by_file_number():
    first, second = contacts(dossier_ref=["A1", "A2"]), moves(dossier_ref=["A2"])
    assert joined(first, second) == [("Contacts", 2, None), ("Contacts", 3, "installe")]


def test_by_name_where_no_number_is_written_whatever_its_order():
    first, second = contacts(person_name=["NOVALIS Ada", "TERRIN Léo"]), moves(person_name=["Léo Terrin"])
    assert joined(first, second) == [("Contacts", 2, None), ("Contacts", 3, "installe")]


def test_homonyms_stay_apart():
    first, second = contacts(person_name=["TERRIN Léo", "TERRIN Léo"]), moves(person_name=["Léo Terrin"])
    assert joined(first, second) == [("Contacts", 2, None), ("Contacts", 3, None), ("Arrivés", 2, "installe")]


def test_numbers_that_begin_again_on_each_sheet_join_by_name_or_stay_apart():
    years = {"source_sheet": ["2020", "2021"], "dossier_ref": ["1", "1"], "person_name": ["NOVALIS Ada", "TERRIN Léo"]}
    moved = {"source_row": [2, 3], "source_sheet": ["Arrivés"] * 2, "status": ["installe"] * 2, "needs": [{}, {}]}
    moved |= {"dossier_ref": ["1", "1"], "person_name": ["Léo Terrin", ""]}
    rows, apart = join([contacts(**years), moved])
    assert list(zip(rows["source_sheet"], rows["source_row"], rows["status"], strict=True)) == [
        ("2020", 2, None),
        ("2021", 3, "installe"),
        ("Arrivés", 3, "installe"),
    ]
    assert apart == [("Arrivés", 3)]


def test_steps_complete_the_households_that_their_numbers_name():
    day = date(2021, 7, 5)
    first = contacts(dossier_ref=["A1", "A2"])
    second = moves(dossier_ref=["A2"], step=["visite"], first_contact_date=[day], visit_date=[day], status=["visite"])
    rows, _apart = join([first, second])
    assert list(zip(rows["first_contact_date"], rows["visit_date"], rows["status"], strict=True)) == [
        (date(2021, 5, 3), None, None),
        (date(2021, 6, 4), day, "visite"),
    ]
