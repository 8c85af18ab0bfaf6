"""The day of a first contact in columns of its own."""

import pytest

from tests.etl.contacts.test_recognition import DAYS, NAMES, recognised

YEARS, MONTHS = ["2021", "2021", "2022", "Prayssac"], ["mars", "juin", "1", ""]
ASKED = ("first_contact_date", "likely", "near")


def test_a_year_and_a_month_side_by_side_are_the_first_contact():
    found = recognised(Année=YEARS, Mois=MONTHS, Nom=NAMES)
    assert [found[name] for name in ("Année", "Mois")] == [ASKED, ASKED]
    found = recognised(Jour=["1", "12", "31", ""], Mois=MONTHS, Année=YEARS, Nom=NAMES)
    assert [found[name] for name in ("Jour", "Mois", "Année")] == [ASKED] * 3


@pytest.mark.parametrize(
    "columns",
    [
        {"Année": YEARS, "Nom": NAMES, "Mois": MONTHS},
        {"Mois": MONTHS, "Jour": MONTHS, "Nom": NAMES},
        {"Année": YEARS, "Mois": MONTHS, "Premier contact": DAYS},
    ],
)
def test_parts_apart_or_beside_a_date_are_none(columns):
    assert recognised(**columns)["Mois"][0] != "first_contact_date"


def test_days_alone_under_a_bare_heading_are_asked_and_titles_among_them_do_not_count():
    names, days = ["", "Lévêque", "", "Martin", "Durand"], ["JANVIER", "lundi 4", "MARS", "2", "1er"]
    assert recognised(Le=days, Nom=names)["Le"] == ASKED
    assert recognised(Le=["4", "52", "97", "2", "1"], Nom=names)["Le"][0] != "first_contact_date"
