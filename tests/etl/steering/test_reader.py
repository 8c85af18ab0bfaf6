"""The programme's own workbook: committees, actions, targets, companies."""

from datetime import date

import pandas as pd

from etl.steering.reader import read_steering, recognises
from etl.steering.targets import TITLES
from etl.workbook import Sheet, Workbook, read_workbook
from indicators.catalog import catalog
from indicators.targets import FIGURES_WITH_TARGETS
from programme.settings import DEMO


def workbook(**sheets) -> Workbook:
    return Workbook("programme.xlsx", [Sheet(name, rows) for name, rows in sheets.items()])


def test_committees_and_their_decisions():
    rows = [
        ["Comités de pilotage"],
        ["Date du comité", "Décision"],
        ["2020-03-12", "Pérenniser l'accueil"],
        ["12/03/2020", "Former"],
        ["", ""],
    ]
    reading = read_steering(workbook(Comités=rows))
    expected = {
        "committees": pd.DataFrame({"committee_date": [date(2020, 3, 12)]}, dtype=object),
        "decisions": pd.DataFrame(
            {
                "committee_date": [date(2020, 3, 12)] * 2,
                "rank": [1, 2],
                "decision": ["Pérenniser l'accueil", "Former"],
            }
        ),
    }
    for name, frame in expected.items():
        pd.testing.assert_frame_equal(reading.frames[name].reset_index(drop=True), frame, check_dtype=False)


def test_a_line_that_cannot_be_read_is_told_and_left():
    reading = read_steering(workbook(Comités=[["Date du comité", "Décision"], ["31/02/2020", "Rien"]]))
    assert [(told.sheet, told.row, told.code) for told in reading.rejected] == [("Comités", 2, "unreadable_line")]
    assert "Rien" not in reading.rejected[0].message
    assert reading.frames == {}


def test_what_is_said_twice_or_half_is_told_and_the_rest_kept():
    actions = [
        ["Code", "Nom", "Début", "Canal"],
        ["S-1", "Salon de Paris", "2021-02-04", "Salon"],
        ["S-1", "Salon de Lyon", "2021-03-04", "Salon"],
        ["S-2", "Salon de Lyon", "2021-03-04", "Salon"],
    ]
    targets = [["Chiffre", "EPCI", "Année", "Valeur"], ["A5", "", "2021", "40"], ["A5", "", "2021", "50"]]
    targets += [["A5", "Grand Cahors", "2021", "9"], ["A5", "", "", "9"]]
    committees = [["Date du comité", "Décision"], ["2020-03-12", "Former"], ["", "Recruter"]]
    reading = read_steering(workbook(Actions=actions, Objectifs=targets, Comités=committees))
    assert reading.frames["actions"]["action_name"].tolist() == ["Salon de Paris", "Salon de Lyon"]
    assert reading.frames["targets"]["value"].tolist() == [40, 9]
    assert [(told.sheet, told.row, told.code) for told in reading.rejected] == [
        ("Actions", 3, "repeated_line"),
        ("Objectifs", 5, "incomplete_line"),
        ("Objectifs", 3, "repeated_line"),
        ("Comités", 3, "incomplete_line"),
    ]
    assert reading.accepted_count == 5


def test_a_target_of_an_unknown_figure_or_place_is_told_and_never_the_programme_s():
    lines = [["A5", "Atlantide", "2022", "3"], ["Z1", "Programme", "2022", "3"], ["Foyers installés", "", "2022", "70"]]
    reading = read_steering(workbook(Objectifs=[["Chiffre", "EPCI", "Année", "Valeur"], *lines]))
    assert reading.frames["targets"].to_dict("records") == [
        {"figure": "A5", "epci_code": "", "target_year": 2022, "value": 70}
    ]
    assert [(told.row, told.code) for told in reading.rejected] == [(2, "unknown_target"), (3, "unknown_target")]


def test_the_figures_that_may_have_a_target_are_those_that_are_compared_with_one():
    assert {figure: catalog()[figure].title for figure in FIGURES_WITH_TARGETS} == TITLES


def test_the_demo_s_programme():
    book = read_workbook(DEMO / "Programme Oh My Lot (fictif).xlsx")
    assert recognises(book)
    reading = read_steering(book)
    assert reading.rejected == reading.refused == []
    assert reading.frames["committees"]["committee_date"].max() == date(2022, 3, 31)
    assert set(reading.frames) == {"committees", "decisions", "actions", "targets", "companies"}
    assert reading.frames["targets"]["epci_code"].nunique() == 11


def test_a_follow_up_is_not_the_programme():
    assert not recognises(workbook(Suivi=[["Nom", "Premier contact", "Statut", "Commune"]]))
