"""« 12 devient 14 » : what happened since, and what was told late, each with its file."""

from datetime import date

import pandas as pd
import pytest

import figures
from indicators.changes import words
from indicators.question import Question
from programme.vocabulary import Unit
from store import schema, writes

CAHORS, FIGEAC = "200023737", "200067361"
COMMITTEE, NOW = date(2020, 3, 12), date(2022, 3, 31)
ASKED = Question(NOW)


@pytest.fixture
def receive(empty_store, monkeypatch, households):
    """Accepts a workbook of an EPCI: the households given, received on a day."""
    monkeypatch.setattr(figures, "_store", lambda: empty_store)
    columns = [column.name for column in schema.households.c if column.name != "import_id"]

    def _receive(name, day, epci_code, *rows):
        told = households(*[{"epci_code": epci_code} | row for row in rows])[columns]
        receipt = writes.Receipt(name, name, epci_code, "state", date.fromisoformat(day), len(rows), len(rows), 0, 0)
        writes.record_import(empty_store, receipt, {"households": told})

    return _receive


def moved(household_id, day, **more):
    return {"household_id": household_id, "family_id": household_id, "installation_date": day} | more


def test_new_events_and_what_was_told_late_are_told_apart(receive):
    receive("c2020.xlsx", "2020-03-01", CAHORS, moved("c1", "2019-06-01"), moved("c2", "2019-07-01"))
    receive("f2020.xlsx", "2020-03-10", FIGEAC, moved("f1", "2019-06-01"))
    receive(
        "c2021.xlsx",
        "2021-01-15",
        CAHORS,
        moved("c1", "2019-06-01"),
        moved("c2", "2020-05-01"),
        moved("c3", "2020-01-05"),
        moved("c4", "2020-02-05"),
    )
    receive(
        "f2022.xlsx",
        "2022-03-30",
        FIGEAC,
        moved("f1", "2019-06-01"),
        moved("f2", "2019-12-24"),
        moved("f3", "2021-12-24"),
    )
    change = figures.change("A5", ASKED, COMMITTEE)
    assert (change.then, change.restated, change.now) == (3, 5, 7)
    told = change.restatements.assign(received_date=change.restatements["received_date"].dt.date)
    assert told.to_numpy(dtype=object).tolist() == [
        ["c2021.xlsx", CAHORS, date(2021, 1, 15), 2, 1, 1.0],
        ["f2022.xlsx", FIGEAC, date(2022, 3, 30), 1, 0, 1.0],
    ]
    assert sorted(change.arrived["family_id"]) == ["c2", "f3"]
    assert words(change, "foyers") == (
        "3\u00a0foyers au 12 mars 2020, devenus 5\u00a0foyers (3\u00a0dossiers saisis en retard et 1\u00a0dossier "
        "n'en fait plus partie, d'après les fichiers de Grand Cahors et Grand-Figeac) ; +2 depuis."
    )


def test_a_number_corrected_changes_persons_and_not_households(receive):
    family = moved("c1", "2019-06-01", adults_count=2, children_count=1)
    receive("c2020.xlsx", "2020-03-01", CAHORS, family)
    receive("c2021.xlsx", "2021-01-15", CAHORS, family | {"children_count": 3})
    persons = figures.change("A5", Question(NOW, unit=Unit.PERSONNES), COMMITTEE)
    assert (persons.then, persons.restated, persons.now) == (3, 5, 5)
    assert persons.restatements[["added_count", "removed_count", "change"]].to_numpy().tolist() == [[0, 0, 2.0]]
    assert figures.change("A5", ASKED, COMMITTEE).restatements.empty
    assert "dossiers corrigés" in words(persons, "personnes")


def test_who_left_the_stock_is_told_too(receive):
    began = {"household_id": "c1", "family_id": "c1", "first_contact_date": "2019-06-01"}
    receive("c2022.xlsx", "2020-03-01", CAHORS, began | {"closing_date": "2021-01-01"})
    change = figures.change("A2", ASKED, COMMITTEE)
    assert (change.then, change.restated, change.now) == (1, 1, 0)
    assert (change.arrived["family_id"].to_list(), change.gone["family_id"].to_list()) == ([], ["c1"])


def test_where_nothing_was_received_then_nothing_was_known(receive):
    receive("c2022.xlsx", "2022-03-31", CAHORS, moved("c1", "2019-06-01"))
    change = figures.change("A5", ASKED, COMMITTEE)
    assert not change.was_known
    assert (change.restated, change.now) == (1, 1)
    assert words(change, "foyers") == "Rien n'était reçu au 12 mars 2020 ; 1\u00a0foyer à cette date, vus d'ici."


def test_known_on_forgets_the_files_that_came_later(receive):
    receive("c2020.xlsx", "2020-03-01", CAHORS, moved("c1", "2019-06-01"))
    receive("c2021.xlsx", "2021-01-15", CAHORS, moved("c1", "2019-06-01"), moved("c2", "2019-12-01"))
    then = figures.change("A5", ASKED, COMMITTEE, date(2020, 12, 31))
    assert (then.then, then.restated, then.now, len(then.restatements)) == (1, 1, 1, 0)
    assert words(then, "foyers") == "1\u00a0foyer au 12 mars 2020 ; rien de plus depuis."
    assert not figures.change("A5", ASKED, COMMITTEE, date(2020, 2, 15)).was_known


def test_a_rate_is_compared_and_not_taken_apart(receive):
    rows = [{"household_id": f"c{n}", "family_id": f"c{n}", "first_contact_date": "2019-06-01"} for n in range(12)]
    receive("c2020.xlsx", "2020-03-01", CAHORS, *[row | {"visit_date": "2019-08-01"} for row in rows])
    receive("c2021.xlsx", "2021-01-15", CAHORS, rows[0] | {"visit_date": "2019-08-01"}, *rows[1:])
    change = figures.change("A7", ASKED, COMMITTEE)
    assert (change.then, round(change.now, 3)) == (1.0, 0.083)
    assert change.restatements.empty
    assert words(change, "part") == "100\u00a0% au 12 mars 2020, devenus 8\u00a0% ; 8\u00a0% à présent."


@pytest.mark.parametrize("figure", ["A6", "A8", "R1", "E3", "N1M", "Q2"])
def test_figures_of_every_kind_can_be_compared(demo_store, monkeypatch, figure):
    monkeypatch.setattr(figures, "_store", lambda: demo_store)
    change = figures.change(figure, ASKED, COMMITTEE)
    assert isinstance(change.arrived, pd.DataFrame)
    assert change.now == pytest.approx(figures.ask(figure, ASKED).value, nan_ok=True)
