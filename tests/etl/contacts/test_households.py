"""Rows of all tables -> households."""

from datetime import date

import pandas as pd
import pytest

from etl.contacts.households import HOUSEHOLD_COLUMNS, gather_households
from etl.contacts.rows import TypedRows

CAHORS, SECRET = "200023737", b"secret"
DAY = date(2021, 5, 3)


def rows(sheet: str, *lines: dict) -> TypedRows:
    frame = pd.DataFrame(lines, index=range(2, 2 + len(lines)), dtype=object)
    frame = frame.where(frame.notna(), None)
    frame["source_sheet"], frame["source_row"] = sheet, frame.index
    if "needs" not in frame:
        frame["needs"] = [{} for _ in lines]
    return TypedRows(frame)


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
    content = gathered(rows("2021", contact(dossier_ref="1")), rows("2022", contact(dossier_ref="2")))
    assert content.households[["source_sheet", "dossier_ref"]].to_numpy().tolist() == [["2021", "1"], ["2022", "2"]]


def test_installations_complete_contacts_by_file_number():
    moves = rows(
        "Installations",
        {"dossier_ref": "2", "installation_date": date(2021, 9, 1), "installation_date_precision": "day"},
        {"dossier_ref": "9", "installation_date": date(2021, 8, 1), "installation_date_precision": "day"},
    )
    content = gathered(rows("Contacts", contact(dossier_ref="1"), contact(dossier_ref="2")), moves)
    columns = ["source_sheet", "source_row", "dossier_ref", "first_contact_date", "installation_date"]
    assert content.households[columns].to_numpy().tolist() == [
        ["Contacts", 2, "1", DAY, None],
        ["Contacts", 3, "2", DAY, date(2021, 9, 1)],
        ["Installations", 3, "9", None, date(2021, 8, 1)],
    ]


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
    assert [told.code for told in content.refused] == ([] if kept else ["installation_before_contact"])


def test_the_same_file_number_twice_is_kept_twice_and_told():
    content = gathered(rows("Suivi", contact(dossier_ref="1"), contact(dossier_ref="1")))
    assert content.households["household_id"].nunique() == 2
    assert [(told.row, told.code) for told in content.refused] == [(3, "same_household")]


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
