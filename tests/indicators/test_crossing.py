"""Needs beside the offer, EPCI by EPCI, and the delay of those who had a need."""

from datetime import date

import pandas as pd
import pytest

from indicators.crossing import MANY, crossing
from indicators.question import Question
from indicators.registry import FIGURES
from programme import territory

CAHORS, PRADINES, FIGEAC = "46042", "46224", "46102"
GRAND_CAHORS, GRAND_FIGEAC, OUEST_AVEYRON = "200023737", "200067361", "200069383"
AS_OF = date(2022, 3, 31)
BEGAN = {"first_contact_date": "2021-01-05"}


@pytest.fixture
def tables(households, frame):
    """Grand-Figeac: 10 families without an answer and one met; Grand Cahors: nobody writes what became of the two."""

    def _tables(*more: dict, served: dict[str, float]) -> dict[str, pd.DataFrame]:
        rows = [BEGAN | {"epci_code": GRAND_FIGEAC} for _ in range(MANY + 1)] + [BEGAN, BEGAN, *more]
        answers = [False] * MANY + [True] + [None, None] + [False] * len(more)
        needs = [{"axis": "haut_debit", "is_met": is_met, "import_id": 1} for is_met in answers]
        needs = [need | {"household_id": f"h{n}"} for n, need in enumerate(needs, start=1)]
        told = [
            {"commune_code": commune, "indicator": name, "condition_year": 2021, "value": value, "import_id": 1}
            for commune, share in served.items()
            for name, value in (("locaux_fibre", share * 100), ("locaux", 100.0))
        ]
        return {
            "households": households(*rows),
            "needs": frame("needs", needs),
            "living_conditions": frame("living_conditions", told),
        }

    return _tables


def rows_of(tables, *asked, **question) -> dict[str, dict]:
    found = crossing(tables, Question(AS_OF, **question), *asked)
    assert sorted(found["epci"]) == sorted(territory.partner_epcis())
    return found.set_index("epci").to_dict("index")


def test_many_unmet_needs_where_the_offer_is_thin_come_first(tables):
    rows = rows_of(tables(served={CAHORS: 0.9, FIGEAC: 0.3}), "haut_debit", None, "L5")
    figeac, cahors = rows[GRAND_FIGEAC], rows[GRAND_CAHORS]
    assert [figeac[name] for name in ("expressed", "met", "unmet", "unknown")] == [11, 1, 10, 0]
    assert (figeac["offer"], figeac["offer_of_all"], figeac["is_thin"], figeac["is_first"]) == (0.3, 0.6, True, True)
    assert [cahors[name] for name in ("expressed", "met", "unmet", "unknown")] == [2, 0, 0, 2]
    assert (cahors["is_thin"], cahors["is_first"]) == (False, False)


def test_an_offer_a_little_under_the_whole_is_not_thin(tables):
    rows = rows_of(tables(served={CAHORS: 0.62, FIGEAC: 0.6}), "haut_debit", None, "L5")
    assert (rows[GRAND_FIGEAC]["is_thin"], rows[GRAND_FIGEAC]["is_first"]) == (False, False)


def test_few_unmet_needs_put_nobody_forward(tables):
    rows = rows_of(tables(served={CAHORS: 0.2, FIGEAC: 0.9}), "haut_debit", None, "L5")
    assert (rows[GRAND_CAHORS]["is_thin"], rows[GRAND_CAHORS]["is_first"]) == (True, False)


def test_an_epci_that_writes_no_need_is_not_told(tables):
    rows = rows_of(tables(served={}), "sante")
    assert {code for code, row in rows.items() if row["is_told"]} == {GRAND_CAHORS, GRAND_FIGEAC}
    assert rows[GRAND_FIGEAC]["expressed"] == 0
    assert rows[GRAND_FIGEAC]["offer"] != rows[GRAND_FIGEAC]["offer"]


def test_families_lost_for_the_need_are_counted_with_their_profile(tables):
    closed = BEGAN | {"closing_date": "2021-06-01", "abandonment_reason": "haut_debit", "epci_code": OUEST_AVEYRON}
    found = tables(closed, closed | {"profile": "premier_emploi"}, served={})
    assert rows_of(found, "haut_debit")[OUEST_AVEYRON]["lost"] == 2
    young = rows_of(found, "haut_debit", "premier_emploi")[OUEST_AVEYRON]
    assert (young["lost"], young["expressed"], young["unmet"]) == (1, 1, 1)


def test_every_epci_is_compared_whichever_is_asked(tables):
    found = tables(served={CAHORS: 0.9, FIGEAC: 0.3})
    assert rows_of(found, "haut_debit", None, "L5", epci_code=GRAND_CAHORS)[GRAND_FIGEAC]["is_first"]


def test_needs_of_the_period_alone_are_counted(tables):
    rows = rows_of(tables(served={}), "haut_debit", start=date(2021, 6, 1))
    assert {row["expressed"] for row in rows.values()} == {0}


def test_the_most_unmet_come_first(tables):
    found = crossing(tables(served={}), Question(AS_OF), "haut_debit")
    assert found["epci"].head(2).to_list() == [GRAND_FIGEAC, GRAND_CAHORS]


def test_the_delay_of_those_who_had_a_need(households, frame):
    moved = BEGAN | {"installation_date": "2021-04-15", "status": "installe"}
    rows = households(*[moved] * 10, moved | {"installation_date": "2021-01-15"})
    needs = [{"household_id": f"h{n}", "axis": "sante", "is_met": None, "import_id": 1} for n in range(1, 11)]
    needs.append({"household_id": "h1", "axis": "logement", "is_met": True, "import_id": 1})
    tables = {"households": rows, "needs": frame("needs", needs)}

    by_axis = FIGURES["N1D"].compute(tables, Question(AS_OF, by=("axis",)))
    told = by_axis.astype(object).where(by_axis.notna(), None)[["axis", "value", "denominator"]]
    assert told.to_numpy().tolist() == [["logement", None, 1.0], ["sante", 100.0, 10.0]]
    total = FIGURES["N1D"].compute(tables, Question(AS_OF))
    assert total[["value", "denominator"]].to_numpy().tolist() == [[100.0, 10.0]]
