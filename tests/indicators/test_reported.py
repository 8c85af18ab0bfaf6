"""EPCIs that send only totals: counted in what they tell, unknown in the rest, and named."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from indicators.question import Question
from indicators.registry import compute
from indicators.reported import lacking
from programme.vocabulary import Unit

CAHORS, QUERCY_BLANC = "200023737", "200039519"
ASKED = Question(date(2022, 3, 31))
COUNTS = [
    (QUERCY_BLANC, "2021-05-01", "A1", 3),
    (QUERCY_BLANC, "2022-02-01", "A1", 1),
    (QUERCY_BLANC, "2022-02-01", "A5", 2),
    (QUERCY_BLANC, "2022-04-01", "A5", 9),
    (CAHORS, "2021-05-01", "A1", 50),
]


@pytest.fixture
def tables(households, frame) -> dict[str, pd.DataFrame]:
    """One family of Cahors, which sends its files; totals of Quercy Blanc, and some of Cahors that count no more."""
    family = {"first_contact_date": "2021-05-12", "installation_date": "2022-02-10", "origin_departement_code": "31"}
    names = ["epci_code", "month_date", "figure", "reported_count"]
    told = [dict(zip(names, count, strict=True), import_id=2) for count in COUNTS]
    return {"households": households(family), "reported_counts": frame("reported_counts", told)}


def told_by(tables, figure: str, *by: str, **asked: object) -> dict:
    """Value of each cell, by what it is broken down by."""
    cells = compute(figure, tables, replace(ASKED, by=by, **asked))
    names = ["" if pd.isna(name) else str(name) for name in cells[by[0]]] if by else [""]
    return dict(zip(names, cells["value"], strict=True))


def test_totals_count_in_all_by_epci_and_by_time(tables):
    assert told_by(tables, "A1") == {"": 5}
    assert told_by(tables, "A1", "epci") == {CAHORS: 1, QUERCY_BLANC: 4}
    assert told_by(tables, "A5", "epci") == {CAHORS: 1, QUERCY_BLANC: 2}
    assert told_by(tables, "A1", "year") == {"2021": 4, "2022": 1}
    assert told_by(tables, "A1", start=date(2022, 1, 1)) == {"": 1}
    assert told_by(tables, "A1", epci_code=QUERCY_BLANC) == {"": 4}


def test_totals_of_settled_families_are_credited_to_nobody(tables):
    assert told_by(tables, "A5", attribution=("informe",)) == {"": 0}
    assert told_by(tables, "A5", attribution=("informe", "")) == {"": 3}


def test_what_only_files_tell_is_unknown_of_them(tables):
    assert told_by(tables, "A5", "origin") == {"31": 1, "": 2}
    assert told_by(tables, "A2") == {"": 0}
    cells = compute("A5", tables, replace(ASKED, unit=Unit.PERSONNES))
    assert cells["high"].isna().all()


@pytest.mark.parametrize(
    ("figure", "asked", "expected"),
    [
        ("A1", {}, ()),
        ("A5", {"by": ("epci",)}, ()),
        ("A5", {"by": ("month",)}, ()),
        ("A5", {"by": ("origin",)}, (QUERCY_BLANC,)),
        ("A5", {"unit": Unit.PERSONNES}, (QUERCY_BLANC,)),
        ("A5", {"commune_code": "46042"}, (QUERCY_BLANC,)),
        ("A2", {}, (QUERCY_BLANC,)),
        ("A2", {"epci_code": CAHORS}, ()),
    ],
)
def test_who_is_named(tables, figure, asked, expected):
    assert lacking(figure, replace(ASKED, **asked), tables) == expected


def test_nobody_is_named_where_all_send_their_files(tables, frame):
    assert lacking("A2", ASKED, tables | {"reported_counts": frame("reported_counts", [])}) == ()
