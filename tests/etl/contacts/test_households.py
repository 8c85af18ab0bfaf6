"""Rows of all tables -> households."""

from datetime import date

import pytest

from etl.contacts.households import HOUSEHOLD_COLUMNS, gather_households
from etl.contacts.rows import TypedRows

CAHORS, SECRET = "200023737", b"secret"
DAY = date(2021, 5, 3)


def rows(sheet: str, *lines: dict, first_row: int = 2) -> TypedRows:
    names = dict.fromkeys(name for line in lines for name in line)
    columns = {name: [line.get(name) for line in lines] for name in names}
    numbers = list(range(first_row, first_row + len(lines)))
    columns |= {"source_sheet": [sheet] * len(lines), "source_row": numbers}
    columns["needs"] = [line.get("needs", {}) for line in lines]
    if "installation_date" in columns:
        columns["installation_place"] = [(sheet, number, "H") for number in numbers]
    return TypedRows(columns)


def gathered(*tables: TypedRows):
    return gather_households(list(tables), CAHORS, "suivi.xlsx", SECRET)


def contact(**more) -> dict:
    return {"first_contact_date": DAY, "first_contact_date_precision": "day"} | more


def test_one_row_per_household_with_every_column_of_the_store():
    content = gathered(rows("Suivi", contact(dossier_ref="12", children_count=2, needs={"sante": True})))
    [household] = content.households.to_dict("records")
    assert list(content.households) == HOUSEHOLD_COLUMNS
    said = {name: value for name, value in household.items() if value is not None}
    identity = said.pop("household_id")
    assert said == {
        "family_id": identity,
        "source_file": "suivi.xlsx",
        "source_sheet": "Suivi",
        "source_row": 2,
        "dossier_ref": "12",
        "epci_code": CAHORS,
        "children_count": 2,
        "first_contact_date": DAY,
        "first_contact_date_precision": "day",
    }
    assert content.needs.to_dict("records") == [{"household_id": identity, "axis": "sante", "is_met": True}]


def test_a_sheet_a_year_is_stacked():
    content = gathered(rows("2021", contact(dossier_ref="1")), rows("2022", contact(dossier_ref="2", children_count=1)))
    assert content.households[["source_sheet", "dossier_ref", "children_count"]].to_numpy().tolist() == [
        ["2021", "1", None],
        ["2022", "2", 1],
    ]


def test_installations_complete_contacts_by_file_number():
    moves = rows(
        "Installations",
        {"dossier_ref": "2", "installation_date": date(2021, 9, 1), "needs": {"sante": True}},
        {"dossier_ref": "9", "installation_date": date(2021, 8, 1)},
    )
    content = gathered(
        rows("Contacts", contact(dossier_ref="1"), contact(dossier_ref="2", needs={"emploi": None})), moves
    )
    columns = ["source_sheet", "source_row", "dossier_ref", "first_contact_date", "installation_date"]
    assert content.households[columns].to_numpy().tolist() == [
        ["Contacts", 2, "1", DAY, None],
        ["Contacts", 3, "2", DAY, date(2021, 9, 1)],
        ["Installations", 3, "9", None, date(2021, 8, 1)],
    ]
    assert content.needs[["axis", "is_met"]].to_numpy().tolist() == [["sante", True], ["emploi", None]]


def test_a_line_that_says_nothing_is_rejected_and_told():
    content = gathered(rows("Suivi", contact(), {"children_count": 2}))
    assert len(content.households) == 1
    assert [(told.row, told.code) for told in content.rejected] == [(3, "nothing_to_trust")]


@pytest.mark.parametrize(
    ("installed", "precision", "attribution", "kept"),
    [
        (date(2021, 5, 2), "day", None, False),
        (date(2021, 5, 1), "month", None, True),
        (date(2021, 1, 1), "year", None, True),
        (date(2020, 1, 1), "year", "accompagne", False),
        (date(2021, 5, 2), "day", "hors_dispositif", True),
    ],
)
def test_an_installation_certainly_before_the_first_contact_loses_its_date(installed, precision, attribution, kept):
    line = contact(installation_date=installed, installation_date_precision=precision, attribution=attribution)
    content = gathered(rows("Suivi", line))
    [household] = content.households.to_dict("records")
    assert household["installation_date"] == (installed if kept else None)
    assert household["installation_date_precision"] == (precision if kept else None)
    told = [(told.code, told.row, told.column) for told in content.refused]
    assert told == ([] if kept else [("installation_before_contact", 2, "H")])


def test_an_early_installation_is_told_where_its_date_stands():
    moves = rows("Installations", {"dossier_ref": "1", "installation_date": date(2020, 1, 1)}, first_row=9)
    [told] = gathered(rows("Contacts", contact(dossier_ref="1")), moves).refused
    assert (told.sheet, told.row, told.column) == ("Installations", 9, "H")


def test_neighbouring_lines_of_one_file_number_are_one_household():
    content = gathered(
        rows("Suivi", contact(dossier_ref="1", person_name="A"), contact(dossier_ref="1", children_count=2))
    )
    assert content.households[["source_row", "children_count"]].to_numpy().tolist() == [[2, 2]]


@pytest.mark.parametrize(
    "lines",
    [
        [contact(dossier_ref="1", children_count=1), contact(dossier_ref="1", children_count=2)],
        [contact(dossier_ref="1"), contact(dossier_ref="2"), contact(dossier_ref="1")],
    ],
    ids=["contradicting", "apart"],
)
def test_the_same_file_number_elsewhere_is_kept_twice_and_told(lines):
    content = gathered(rows("Suivi", *lines))
    assert content.households["household_id"].nunique() == len(lines)
    assert [told.code for told in content.refused] == ["same_household"]


def test_two_dossiers_of_one_family_are_counted_once():
    who = {"person_name": "Lévêque", "phone": "06 12 34 56 78"}
    content = gathered(rows("Suivi", contact(dossier_ref="1", **who), contact(dossier_ref="2", **who)))
    assert content.households["family_id"].nunique() == 1
    assert content.households["household_id"].nunique() == 2


@pytest.mark.parametrize(
    ("occupation", "days", "job"),
    [
        ("serveur", {}, ("2009", "S2Z61")),
        ("serveur", {"installation_date": date(2024, 1, 15), "installation_date_precision": "day"}, ("2021", "S2X61")),
        ("serveur", {"first_contact_date": None, "status": "contact"}, (None, None)),
        ("militaire_pompier", {}, (None, None)),
        (None, {}, (None, None)),
    ],
)
def test_the_survey_s_job_is_of_the_list_of_the_year(occupation, days, job):
    [household] = gathered(rows("Suivi", contact(occupation_code=occupation) | days)).households.to_dict("records")
    assert (household["fap_version"], household["fap_code"]) == job
    assert household["occupation_code"] == occupation


def test_unknown_occupations_are_counted_once_for_the_file():
    first, second = rows("2020", contact()), rows("2021", contact(children_count=1))
    first.unknown_occupations_count, second.unknown_occupations_count = 2, 1
    content = gathered(first, second)
    assert [problem.code for problem in content.told] == ["unknown_occupations"]
    assert content.refused == []
