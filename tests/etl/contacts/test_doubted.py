"""Columns that no words name and without which others would be misread."""

from tests.etl.contacts.test_recognition import COMMUNES, DAYS, NAMES, recognised

TICKS = ["x", "", "x", ""]


def test_a_tick_beside_the_stages_that_nobody_knows_is_asked():
    found = recognised(
        **{"Nom": NAMES, "Premier contact": DAYS, "Suivi": TICKS, "Zorglub": TICKS, "Installé": TICKS, "Bulgroz": DAYS}
    )
    assert found["Zorglub"] == ("ignored", "likely", "near")
    assert found["Bulgroz"] == (None, "unknown", "")


def test_the_total_under_ticks_does_not_hide_them():
    ticks, total = ["x", "", "x", "x", "x"], ["", "x", "x", "x", "4"]
    columns = {"Nom": [*NAMES, "Total"], "Premier contact": [*DAYS, ""], "Suivi": ticks, "Zorglub": total}
    assert recognised(**columns)["Zorglub"] == ("ignored", "likely", "near")


def test_labels_that_may_be_the_status_are_asked_where_no_column_is():
    labels = ["suivi", "zorg", "suivi", "zorg", "suivi", "zorg"]
    columns = {"Nom": NAMES + NAMES[:2], "Premier contact": DAYS + DAYS[:2], "Commune": COMMUNES + COMMUNES[:2]}
    assert recognised(**columns, Zz=labels)["Zz"] == ("status", "likely", "contents")
    assert recognised(**columns, Zz=labels, Statut=labels)["Zz"] == (None, "unknown", "")
    assert recognised(**columns, Zz=["bulg", "zorg"] * 3)["Zz"] == (None, "unknown", "")
