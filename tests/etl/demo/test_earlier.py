"""The same workbooks as the previous committee had received them."""

from datetime import date

import pytest

import figures
from etl.demo import write_earlier
from etl.demo.earlier import dated, written_on
from etl.demo.habits import habits
from etl.pipeline import Choices, import_file
from indicators.changes import words
from indicators.question import Question
from programme.settings import DEMO, EARLIER_DEMO
from tests.etl.demo.test_workbooks import contents

DAY = date(2020, 3, 12)
SETTLED = {
    **{"name": "Nommée", "fault": "f1", "status": "parti", "attribution": "accompagne", "interactions_count": 9},
    **{"first_contact_date": date(2019, 2, 4), "first_answer_date": date(2019, 2, 5), "qualification_date": None},
    **{"visit_date": date(2019, 5, 2), "installation_date": date(2019, 9, 2), "departure_date": date(2021, 1, 8)},
    **{"closing_date": None, "last_contact_date": date(2021, 1, 8), "needs": {"logement": True}},
    **{"commune_code": "46042", "interactions_before_move_count": 3, "abandonment_reason": None},
}
OPEN = SETTLED | {"installation_date": date(2020, 6, 1), "departure_date": None, "status": "installe"}


def test_what_came_after_that_day_is_not_written_yet():
    assert written_on(SETTLED, DAY) == SETTLED | {
        **{"fault": None, "status": "installe", "departure_date": None, "last_contact_date": date(2019, 9, 2)},
    }
    before_the_move = written_on(OPEN, DAY)
    assert before_the_move["status"] == "visite"
    assert before_the_move["needs"] == {"logement": None}
    assert {before_the_move[name] for name in ("installation_date", "commune_code", "attribution")} == {None}


def test_who_had_not_called_yet_has_no_line():
    assert written_on(SETTLED, date(2019, 2, 3)) is None


def test_its_files_and_titles_bear_the_day():
    by_file = {dated(habit, DAY).file: dated(habit, DAY) for habit in habits()}
    assert by_file["suivi_lalbenque-limogne_12-03-2020.csv"].titles == (
        "Pays de Lalbenque-Limogne - nouveaux arrivants - donnees fictives - situation arrêtée au 12/03/2020",
    )
    assert by_file["CAUVALDOR accueil Causses et Vallée de la Dordogne.xlsx"].sheets == ("2019", "2020")


@pytest.mark.whole
def test_committed_files_are_what_the_script_writes(tmp_path):
    written = {path.name: contents(path) for path in write_earlier(tmp_path)}
    assert written == {path.name: contents(path) for path in EARLIER_DEMO.iterdir()}


@pytest.fixture
def figeac_twice(empty_store, chosen):
    for folder, received in ((EARLIER_DEMO, DAY), (DEMO, date(2022, 3, 31))):
        file = folder / "Grand-Figeac_suivi des porteurs de projet.xlsx"
        import_file(empty_store, file, Choices(received_date=received, accepts_proposals=True))
    with chosen(store=empty_store):
        yield


@pytest.mark.whole
def test_moves_noted_late_restate_what_the_committee_had_read(figeac_twice):
    change = figures.change("A5", Question(date(2022, 3, 31)), DAY)
    assert (change.then, change.restated, change.now) == (11, 13, 27)
    assert words(change, "foyers") == (
        "11\u00a0foyers au 12 mars 2020, devenus 13\u00a0foyers (2\u00a0dossiers saisis en retard, d'après le fichier "
        "de Grand-Figeac) ; +14 depuis."
    )
