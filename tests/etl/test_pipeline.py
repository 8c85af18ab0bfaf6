"""One received file -> the store, whole or not at all."""

import shutil
from datetime import date

import pytest

from etl.pipeline import Choices, import_file
from programme.settings import DEMO
from store import reads
from tests.etl.making import HEADINGS, write_xlsx

CAHORS = "200023737"
RECEIVED = Choices(received_date=date(2022, 3, 31))


def lines(*numbers: int) -> list[list]:
    return [[number, f"Durand {chr(64 + number)}", "03/05/2021", "suivi", "Cahors"] for number in numbers]


@pytest.fixture
def engine(empty_store):
    return empty_store


@pytest.fixture
def grand_cahors(tmp_path):
    def write(*numbers: int):
        return write_xlsx(tmp_path / "Grand Cahors.xlsx", {"Suivi": [HEADINGS, *lines(*numbers)]})

    return write


def test_a_file_is_accepted_in_the_store(engine, grand_cahors):
    report = import_file(engine, grand_cahors(1, 2, 3), RECEIVED)
    assert (report.status, report.epci_code, report.kind) == ("accepted", CAHORS, "state")
    assert (report.read, report.accepted, report.rejected, report.left_out, report.problems) == (3, 3, 0, 0, [])
    households = reads.read_table(engine, "households")
    assert households[["dossier_ref", "status", "target_commune_code"]].to_numpy().tolist() == [
        ["1", "suivi", "46042"],
        ["2", "suivi", "46042"],
        ["3", "suivi", "46042"],
    ]
    assert reads.read_imports(engine)["received_date"].dt.date.tolist() == [date(2022, 3, 31)]


def test_a_file_of_which_no_line_is_accepted_takes_nothing_away(engine, grand_cahors, tmp_path):
    import_file(engine, grand_cahors(1, 2), RECEIVED)
    bad = [[number, "Durand", "31/02/2021", "suivi", "Cahors"] for number in (1, 2)]
    path = write_xlsx(tmp_path / "Grand Cahors 2.xlsx", {"Suivi": [HEADINGS, *bad]})
    report = import_file(engine, path, Choices(received_date=date(2022, 6, 30), accepts_proposals=True))
    assert (report.status, report.read, report.accepted) == ("refused", 2, 0)
    assert [problem.code for problem in report.problems] == ["nothing_accepted", *["impossible_date"] * 2]
    assert len(reads.read_table(engine, "households")) == 2


def test_the_same_file_twice_changes_nothing(engine, grand_cahors):
    path = grand_cahors(1, 2)
    import_file(engine, path, RECEIVED)
    assert import_file(engine, path, RECEIVED).status == "unchanged"
    assert len(reads.read_table(engine, "households", history=True)) == 2


def test_the_same_file_under_another_name_changes_nothing(engine, grand_cahors, tmp_path):
    path = grand_cahors(1, 2)
    import_file(engine, path, RECEIVED)
    assert import_file(engine, shutil.copy(path, tmp_path / "copie (2).xlsx"), RECEIVED).status == "unchanged"
    assert len(reads.read_imports(engine)) == 1


def test_the_next_file_of_an_epci_takes_the_place_of_the_former(engine, grand_cahors):
    import_file(engine, grand_cahors(1, 2, 3), RECEIVED)
    assert import_file(engine, grand_cahors(1, 2, 3, 4), Choices(received_date=date(2022, 6, 30))).status == "accepted"
    now, before = (reads.read_table(engine, "households", known_on=day) for day in (None, date(2022, 6, 29)))
    assert (now["dossier_ref"].tolist(), before["dossier_ref"].tolist()) == (["1", "2", "3", "4"], ["1", "2", "3"])
    assert set(before["household_id"]) < set(now["household_id"])


def test_a_bad_cell_costs_the_cell_and_a_bad_line_the_line(engine, tmp_path):
    bad_cell = [2, "Foyer 2", "03/05/2021", "suivi", "Roquebrumeuse"]
    bad_line = [3, "Foyer 3", "31/02/2021", "suivi", "Cahors"]
    sheets = {"Suivi": [HEADINGS, *lines(1), bad_cell, bad_line]}
    report = import_file(engine, write_xlsx(tmp_path / "Grand Cahors.xlsx", sheets), RECEIVED)
    assert (report.status, report.read, report.accepted, report.rejected) == ("accepted", 3, 2, 1)
    places = {(problem.code, problem.sheet, problem.row, problem.column) for problem in report.problems}
    assert places == {("unknown_commune", "Suivi", 3, "E"), ("impossible_date", "Suivi", 4, "C")}
    households = reads.read_table(engine, "households")
    assert households["dossier_ref"].tolist() == ["1", "2"]
    assert households["target_commune_code"].isna().tolist() == [False, True]
    rejections = reads.read_table(engine, "rejections").sort_values("source_row")
    columns = ["source_file", "source_sheet", "source_row", "column", "code", "is_row"]
    assert rejections[columns].to_numpy(dtype=object).tolist() == [
        ["Grand Cahors.xlsx", "Suivi", 3, "E", "unknown_commune", False],
        ["Grand Cahors.xlsx", "Suivi", 4, "C", "impossible_date", True],
    ]
    assert not rejections["message"].str.contains("Roquebrumeuse|31/02").any()


def test_three_households_in_ten_may_disappear_unasked(engine, grand_cahors):
    import_file(engine, grand_cahors(*range(1, 11)), RECEIVED)
    assert import_file(engine, grand_cahors(*range(4, 11)), RECEIVED).status == "accepted"


def test_many_households_that_disappear_are_asked_for(engine, grand_cahors):
    import_file(engine, grand_cahors(1, 2, 3), RECEIVED)
    smaller = grand_cahors(1, 4, 5, 6)
    asked = import_file(engine, smaller, RECEIVED)
    assert asked.status == "to_confirm"
    assert [problem.code for problem in asked.problems] == ["households_disappear"]
    assert len(reads.read_table(engine, "households")) == 3
    confirmed = import_file(engine, smaller, Choices(accepts_proposals=True))
    assert confirmed.status == "accepted"
    assert [problem.code for problem in confirmed.problems] == ["households_disappear"]
    assert reads.read_table(engine, "households")["dossier_ref"].tolist() == ["1", "4", "5", "6"]


def test_an_epci_only_guessed_is_asked_for(engine, tmp_path):
    path = write_xlsx(tmp_path / "tableau.xlsx", {"Suivi": [HEADINGS, *lines(1)]})
    asked = import_file(engine, path)
    assert (asked.status, asked.epci_code, [problem.code for problem in asked.problems]) == (
        "to_confirm",
        CAHORS,
        ["epci_guessed"],
    )
    assert len(reads.read_imports(engine)) == 0
    assert import_file(engine, path, Choices(epci_code=CAHORS)).status == "accepted"
    assert import_file(engine, path, Choices(accepts_proposals=True)).status == "unchanged"


def test_what_a_file_says_of_its_own_date_comes_before_the_day_it_came(engine, tmp_path):
    sheets = {"Suivi": [["Suivi des familles, situation au 28/02/2022"], [], HEADINGS, *lines(1)]}
    import_file(engine, write_xlsx(tmp_path / "Grand Cahors.xlsx", sheets), RECEIVED)
    assert reads.read_imports(engine)["received_date"].dt.date.tolist() == [date(2022, 2, 28)]


def test_a_file_that_says_it_is_fictional_is_kept_as_such(engine, grand_cahors, tmp_path):
    import_file(engine, grand_cahors(1), RECEIVED)
    sheets = {"Suivi": [["Données fictives"], HEADINGS, *lines(1)]}
    import_file(engine, write_xlsx(tmp_path / "Quercy Blanc.xlsx", sheets), RECEIVED)
    assert reads.read_imports(engine)["is_demo"].tolist() == [False, True]


def test_the_programme_s_workbook_and_a_survey_have_no_epci(engine):
    steering = import_file(engine, DEMO / "Programme Oh My Lot (fictif).xlsx", RECEIVED)
    survey = import_file(engine, DEMO / "bmo" / "Base_open_data_BMO_2021_fictif.xlsx", RECEIVED)
    assert [(report.status, report.epci_code, report.kind) for report in (steering, survey)] == [
        ("accepted", None, "steering"),
        ("accepted", None, "labour_needs"),
    ]
    committees = reads.read_table(engine, "committees")["committee_date"].dt.date.tolist()
    assert committees[-2:] == [date(2020, 3, 12), date(2022, 3, 31)]
    needs = reads.read_table(engine, "labour_needs")
    assert needs["survey_year"].unique().tolist() == [2021]
    assert len(needs) == survey.accepted == reads.read_imports(engine)["accepted_count"].iloc[-1]
    secret = needs[needs["met"].isna()]
    assert set(zip(secret["met_low"], secret["met_high"], strict=True)) == {(1, 4)}
    assert reads.read_imports(engine)["is_demo"].all()


def test_a_refused_file_leaves_the_store_as_it_was(engine, tmp_path):
    path = tmp_path / "photo.xlsx"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    report = import_file(engine, path)
    assert (report.status, [problem.code for problem in report.problems]) == ("refused", ["not_a_spreadsheet"])
    assert len(reads.read_imports(engine)) == 0


def test_a_lock_file_is_skipped_and_told(engine, tmp_path):
    path = tmp_path / "~$Grand Cahors.xlsx"
    path.write_bytes(b"x" * 165)
    report = import_file(engine, path)
    assert (report.status, [problem.code for problem in report.problems]) == ("skipped", ["lock_file"])


def test_an_error_that_nobody_foresaw_costs_its_file_and_quotes_nothing(engine, grand_cahors, monkeypatch):
    def fail(*_arguments):
        raise RuntimeError("Lévêque, 06 12 34 56 78")

    monkeypatch.setattr("etl.followed.contacts.read_contacts", fail)
    report = import_file(engine, grand_cahors(1))
    assert (report.status, report.read, [problem.code for problem in report.problems]) == ("refused", 0, ["unforeseen"])
    assert report.problems[0].message == (
        "L'import de ce fichier a échoué d'une façon qui n'était pas prévue (RuntimeError) : rien n'en est pris. "
        "Envoyez-le à la personne qui tient l'outil."
    )


def test_rows_that_the_store_refuses_cost_their_file_and_quote_nothing(engine, grand_cahors, monkeypatch):
    def repeat(content, _source_file):
        return {"households": content.households.iloc[[0, 0]]}

    monkeypatch.setattr("etl.followed._frames", repeat)
    report = import_file(engine, grand_cahors(1))
    assert (report.status, report.problems[0].code) == ("refused", "unforeseen")
    assert "(IntegrityError)" in report.problems[0].message
    assert len(reads.read_imports(engine)) == 0


def test_a_file_that_is_gone_costs_nothing_else(engine, tmp_path):
    report = import_file(engine, tmp_path / "parti.xlsx")
    assert (report.status, report.sha256, report.problems[0].code) == ("refused", "", "unforeseen")
