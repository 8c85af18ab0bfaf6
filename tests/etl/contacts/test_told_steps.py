"""What a status says beside the status."""

from datetime import date

import pytest

from etl.contacts.labels import Lexicon, whole_label
from etl.contacts.told_steps import fill_steps, given_up, reason_in


@pytest.mark.parametrize(
    ("status", "text", "filled"),
    [
        (
            "installe",
            "installés depuis 09/21",
            {"installation_date": date(2021, 9, 1), "installation_date_precision": "month"},
        ),
        (
            "visite",
            "visite faite le 12/06/2021",
            {"visit_date": date(2021, 6, 12), "visit_date_precision": "day"},
        ),
        ("parti", "partis en 2021", {"departure_date": date(2021, 1, 1), "departure_date_precision": "year"}),
        ("abandon", "projet abandonné (pas de logement)", {"abandonment_reason": "logement"}),
        ("abandon", "abandon faute d'emploi", {"abandonment_reason": "emploi"}),
        ("suivi", "en cours depuis 03/21", {}),
        ("installe", "installé", {}),
    ],
)
def test_dates_and_reasons_among_the_words_of_a_status(status, text, filled):
    columns = {"source_row": [2], "status": [status]}
    assert list(fill_steps(columns, [text], Lexicon())) == []
    assert {name: values[0] for name, values in columns.items() if name not in ("source_row", "status")} == filled


@pytest.mark.parametrize("text", ["visite faite le 12/06", "visites le 03/05/2021 et le 04/06/2021"])
def test_a_date_without_its_year_or_among_others_is_asked(text):
    columns = {"source_row": [2], "status": ["visite"]}
    assert list(fill_steps(columns, [text], Lexicon())) == [(0, "unknown_date")]
    assert "visit_date" not in columns


def test_a_column_of_its_own_wins():
    columns = {"source_row": [2], "status": ["installe"], "installation_date": [date(2021, 10, 4)]}
    assert list(fill_steps(columns, ["installés depuis 09/21"], Lexicon())) == []
    assert columns["installation_date"] == [date(2021, 10, 4)]


def test_two_reasons_are_none():
    assert reason_in("abandon (emploi, école)", Lexicon()) is None


def test_a_closed_file_is_an_abandonment_unless_it_says_otherwise():
    assert given_up("clos - pas de logement", Lexicon()) == "abandon"
    assert given_up("clos - en visite", Lexicon()) is None
    assert whole_label("status", "CLOS - INSTALLE") == "installe"
