"""Figures as they were known on a day: the files received later are left aside."""

from datetime import date

import pytest

from etl.pipeline import Choices, import_file
from tests.etl.making import HEADINGS, write_xlsx

pytestmark = pytest.mark.whole

NB = "\u00a0"


def test_a_page_can_be_asked_as_it_was_known(opened, empty_store, tmp_path):
    lines = [["12", "Lévêque", "03/05/2021", "suivi", "Cahors"], ["13", "Rouquié", "04/05/2021", "suivi", "Cahors"]]
    for day, count in ((1, 1), (2, 2)):
        path = write_xlsx(tmp_path / f"Grand Cahors {day}.xlsx", {"Suivi": [HEADINGS, *lines[:count]]})
        import_file(empty_store, path, Choices(received_date=date(2022, 4, day), accepts_proposals=True))
    assert opened(empty_store, "contacts").answer == (
        f"Au 2 avril 2022, **2{NB}foyers** en contact ; **2{NB}foyers suivis** à cette date."
    )
    screen = opened(empty_store, "contacts", connu="2022-04-01")
    assert screen.answer == f"Au 2 avril 2022, **1{NB}foyer** en contact ; **1{NB}foyer suivi** à cette date."
    [picked] = [box for box in screen.app.selectbox if box.label == "Tel que connu au"]
    assert picked.value == "2022-04-01"


def test_the_list_is_there_only_where_there_is_a_choice(on_demo):
    assert "Tel que connu au" not in [box.label for box in on_demo("contacts").app.selectbox]
