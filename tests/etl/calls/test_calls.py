"""A list of calls goes out, comes back filled, and the retention knows more."""

from datetime import date

import pandas as pd
import pytest
from openpyxl import load_workbook
from sqlalchemy import Engine

from etl.calls.reader import read_calls
from etl.calls.writer import write_calls
from etl.pipeline import Choices, import_file
from etl.problems import RefusedFile
from etl.taken import Taken
from etl.workbook import Sheet, Workbook
from indicators.question import Question
from indicators.retention import at_anniversary, calls_due
from programme.settings import DEMO
from store import reads

CAHORS = "200023737"
HEADINGS = ["Repère", "N° dossier", "Appelés le", "Toujours là ?"]
KNOWN = pd.DataFrame({"household_id": ["a1", "a2", "a3", "b1"], "epci_code": [CAHORS] * 3 + ["200067361"]})
QUESTION = Question(date(2022, 3, 31), epci_code=CAHORS)


def filled(*lines):
    return Workbook("appels.xlsx", [Sheet("Appels", [["Foyers à rappeler"], HEADINGS, *map(list, lines)])])


def taken_of(workbook: Workbook) -> Taken:
    return read_calls(workbook, KNOWN, lambda gone: {"a0": "a1"} if "a0" in gone else {})


def test_answers_are_taken_and_what_is_not_called_yet_is_left():
    taken = taken_of(
        filled(
            ("a1", "D1", "2022-04-05", "oui"),
            ("a2", "D2", "5 avril 2022", "Non"),
            ("a3", "D3", "06/04/22", "ne sait pas"),
            ("a3", "D3", "", ""),
            ("a2", "D2", "2022-04-07", "Ne répond pas"),
        ),
    )
    assert taken.frames["follow_ups"].to_numpy().tolist() == [
        ["a1", date(2022, 4, 5), True],
        ["a2", date(2022, 4, 5), False],
        ["a3", date(2022, 4, 6), None],
        ["a2", date(2022, 4, 7), None],
    ]
    assert (taken.epci_code, taken.read, taken.accepted, taken.rejected, taken.left_out) == (CAHORS, 4, 4, 0, 1)
    assert taken.told[0].message.replace("\u00a0", " ").startswith("1 foyer de la liste n'a pas encore d'appel noté")


@pytest.mark.parametrize(
    ("line", "code", "column"),
    [
        (("zz", "", "2022-04-05", "oui"), "unknown_household", "A"),
        (("a2", "", "2022-04-05", "peut-être"), "unknown_answer", "D"),
        (("a2", "", "2022-04-05", ""), "unknown_answer", "D"),
        (("a2", "", "31/02/2022", "oui"), "unknown_date", "C"),
        (("a2", "", "", "oui"), "unknown_date", "C"),
    ],
)
def test_a_line_that_cannot_be_taken_is_told(line, code, column):
    taken = taken_of(filled(("a1", "D1", "2022-04-05", "oui"), line))
    [refused] = taken.refused
    assert (refused.code, refused.row, refused.column) == (code, 4, column)
    assert refused.message.startswith(f"Feuille « Appels », ligne 4, cellule {column}4 : l")
    assert taken.frames["follow_ups"]["household_id"].to_list() == ["a1"]


def test_a_household_whose_identifier_changed_since_the_list_went_out_is_still_known():
    taken = taken_of(filled(("a0", "", "2022-04-05", "oui")))
    assert (taken.epci_code, taken.accepted, taken.refused) == (CAHORS, 1, [])


@pytest.mark.parametrize("lines", [[("zz", "", "2022-04-05", "oui")], [("a1", "", "", ""), ("b1", "", "", "")]])
def test_a_list_of_no_epci_or_of_several_is_refused(lines):
    with pytest.raises(RefusedFile) as refused:
        taken_of(filled(*lines))
    assert refused.value.problem.code == "calls_of_no_epci"


def test_a_reference_is_never_a_formula(tmp_path):
    path = tmp_path / "appels.xlsx"
    calls = pd.DataFrame({"epci_code": [CAHORS], "household_id": ["a1"], "dossier_ref": ["=1+1"], "months": [12]})
    write_calls(path, calls, CAHORS)
    assert load_workbook(path).active["B3"].value == "'=1+1"


@pytest.mark.whole
def test_the_list_goes_out_and_comes_back(tmp_path, empty_store):
    store = empty_store
    state = DEMO / "Suivi accueil Grand Cahors 2019-2022.xlsx"
    import_file(store, state, Choices(received_date=date(2022, 3, 31)))
    due = calls_due(_tables(store), QUESTION)
    assert len(due)
    path = tmp_path / "appels.xlsx"
    write_calls(path, due, CAHORS)
    _fill(path)
    report = import_file(store, path, Choices(received_date=date(2022, 3, 31)))
    assert (report.status, report.kind, report.epci_code, report.accepted) == (
        "accepted",
        "follow_up",
        CAHORS,
        len(due),
    )
    assert calls_due(_tables(store), QUESTION).empty
    assert at_anniversary(_tables(store), QUESTION)["is_true"].notna().all()


@pytest.mark.whole
def test_a_call_outlives_the_next_state_of_its_epci(tmp_path, empty_store):
    store = empty_store
    state = DEMO / "Suivi accueil Grand Cahors 2019-2022.xlsx"
    import_file(store, state, Choices(received_date=date(2022, 3, 31)))
    path = tmp_path / "appels.xlsx"
    write_calls(path, calls_due(_tables(store), QUESTION), CAHORS)
    _fill(path)
    import_file(store, path, Choices(received_date=date(2022, 3, 31)))
    calls = len(reads.read_table(store, "follow_ups"))
    again = tmp_path / state.name
    workbook = load_workbook(state)
    workbook.active["A1"] = workbook.active["A1"].value + " (bis)"
    workbook.save(again)
    assert import_file(store, again, Choices(received_date=date(2022, 4, 30))).status == "accepted"
    assert len(reads.read_table(store, "follow_ups")) == calls > 0


def _tables(store: Engine) -> dict[str, pd.DataFrame]:
    households = reads.read_table(store, "households").assign(received_date=pd.Timestamp("2022-03-31"))
    return {"households": households, "follow_ups": reads.read_table(store, "follow_ups")}


def _fill(path) -> None:
    workbook = load_workbook(path)
    for row in workbook.active.iter_rows(min_row=3):
        row[-2].value, row[-1].value = date(2022, 3, 31), "oui"
    workbook.save(path)
