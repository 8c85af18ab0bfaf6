"""Who is counted where: each figure on rows that fit on one hand."""

from datetime import date

import numpy as np
import pandas as pd

from indicators import families
from indicators.question import MEASURES, Question
from indicators.registry import FIGURES
from programme.vocabulary import Scope, Unit

NAN = np.nan
CAHORS, FIGEAC, AVEYRON = "200023737", "200067361", "200069383"
AS_OF = date(2022, 3, 31)
NOW = Question(as_of=AS_OF)


def cells(*rows, by=()):
    """Whole answers: the breakdowns, then value, low, high, numerator, denominator."""
    return pd.DataFrame(rows, columns=[*by, *MEASURES]).astype(dict.fromkeys(MEASURES, "float64"))


def foyers(*rows, by=()):
    return cells(*[(*row, row[-1], row[-1], NAN, NAN) for row in rows], by=by)


def same(answer, expected):
    pd.testing.assert_frame_equal(answer, expected, check_dtype=False)


def test_contacts_count_once_at_the_first_epci_that_met_them(households):
    rows = households(
        {"first_contact_date": "2020-05-04"},
        {"first_contact_date": "2021-02-01", "family_id": "h1", "epci_code": FIGEAC},
        {"first_contact_date": "2022-04-01"},
        {"first_contact_date": None},
    )
    tables = {"households": rows}
    same(FIGURES["A1"].compute(tables, NOW), foyers((1,)))
    same(FIGURES["A1"].compute(tables, Question(AS_OF, by=("epci",))), foyers((CAHORS, 1), by=("epci",)))
    same(FIGURES["A1"].compute(tables, Question(AS_OF, start=date(2021, 1, 1))), foyers((0,)))


def test_a_month_counts_from_its_first_day(households):
    rows = households({"first_contact_date": "2022-03-01", "first_contact_date_precision": "month"})
    for day, counted in ((date(2022, 2, 28), 0), (date(2022, 3, 1), 1)):
        same(FIGURES["A1"].compute({"households": rows}, Question(day)), foyers((counted,)))


def test_followed_are_neither_settled_nor_departed_nor_closed(households):
    began = {"first_contact_date": "2021-01-05"}
    rows = households(
        began | {"status": "suivi"},
        began | {"status": "installe", "installation_date": "2021-06-01"},
        began | {"status": "parti", "departure_date": "2021-06-01"},
        began | {"status": "abandon", "closing_date": "2021-06-01"},
        began | {"status": "installe", "installation_date": "2022-04-01"},
        {"status": "contact"},
    )
    answer = families.followed({"households": rows}, NOW)
    assert answer["household_id"].to_list() == ["h1", "h5"]


def test_an_end_without_a_date_counts_from_the_day_of_its_file(households):
    rows = households({"first_contact_date": "2021-01-05", "status": "abandon", "received_date": "2022-01-15"})
    for day, counted in ((date(2022, 1, 14), 1), (date(2022, 1, 15), 0)):
        same(FIGURES["A2"].compute({"households": rows}, Question(day)), foyers((counted,)))


def test_a_family_of_two_epcis_is_followed_while_one_of_them_does(households):
    began = {"first_contact_date": "2021-01-05", "family_id": "f"}
    closed = began | {"closing_date": "2021-09-01"}
    still = began | {"epci_code": FIGEAC, "first_contact_date": "2021-08-01"}
    by_epci = Question(AS_OF, by=("epci",))
    same(
        FIGURES["A2"].compute({"households": households(closed, still)}, by_epci),
        foyers((FIGEAC, 1), by=("epci",)),
    )
    settled = still | {"installation_date": "2022-01-01"}
    same(FIGURES["A2"].compute({"households": households(began, settled)}, NOW), foyers((0,)))


def test_steps_are_dated_or_stated_and_never_supposed(households):
    rows = households(
        {"status": "visite", "visit_date": "2021-05-01"},
        {"status": "visite"},
        {"status": "installe", "installation_date": "2021-06-01"},
        {"status": "suivi", "qualification_date": "2021-04-01"},
        {"status": "suivi", "received_date": "2022-04-02"},
    )
    tables = {"households": rows}
    same(FIGURES["A4"].compute(tables, NOW), foyers((2,)))
    same(FIGURES["A4"].compute(tables, Question(AS_OF, start=date(2021, 1, 1))), foyers((1,)))
    same(FIGURES["A3"].compute(tables, NOW), foyers((1,)))


def test_settled_those_who_left_included_and_only_with_the_service(households):
    moved = {"installation_date": "2021-06-01"}
    rows = households(
        moved | {"attribution": "accompagne", "departure_date": "2021-12-01"},
        moved,
        moved | {"attribution": "informe"},
        moved | {"attribution": "hors_dispositif"},
        {"installation_date": "2022-04-01"},
    )
    tables = {"households": rows}
    same(FIGURES["A5"].compute(tables, NOW), foyers((2,)))
    same(FIGURES["A5"].compute(tables, Question(AS_OF, attribution=("informe",))), foyers((1,)))
    same(FIGURES["A5"].compute(tables, Question(date(2021, 5, 31))), foyers((0,)))
    same(FIGURES["A5"].compute(tables, Question(AS_OF, start=date(2021, 6, 2))), foyers((0,)))


def test_a_family_settled_by_two_epcis_takes_the_most_that_either_did(households):
    rows = households(
        {"installation_date": "2021-01-01", "attribution": "hors_dispositif", "family_id": "f"},
        {"installation_date": "2021-06-01", "attribution": "accompagne", "family_id": "f", "epci_code": FIGEAC},
    )
    by = ("epci", "attribution")
    tables = {"households": rows}
    same(
        FIGURES["A5"].compute(tables, Question(AS_OF, by=by, attribution=("accompagne", "hors_dispositif"))),
        foyers((FIGEAC, "accompagne", 1), by=by),
    )
    same(FIGURES["A5"].compute(tables, Question(AS_OF, attribution=("hors_dispositif",))), foyers((0,)))


def test_scopes_followed_by_a_partner_or_in_the_lot(households):
    moved = {"installation_date": "2021-06-01"}
    rows = households(
        moved | {"commune_code": "46042"},
        moved | {"commune_code": "12300", "epci_code": AVEYRON},
        moved | {"commune_code": "46042", "epci_code": "241200000"},
        moved,
    )
    tables = {"households": rows}
    by = ("commune",)
    same(
        FIGURES["A5"].compute(tables, Question(AS_OF, by=by)),
        foyers(("12300", 1), ("46042", 1), (NAN, 1), by=by),
    )
    same(
        FIGURES["A5"].compute(tables, Question(AS_OF, by=by, scope=Scope.LOT)),
        foyers(("46042", 2), by=by),
    )


def test_persons_at_least_one_a_household(households):
    moved = {"installation_date": "2021-06-01"}
    rows = households(
        moved | {"adults_count": 2, "children_count": 3, "working_adults_count": 1},
        moved | {"adults_count": 1, "children_count": None},
        moved,
    )
    tables = {"households": rows}
    same(FIGURES["A6"].compute(tables, NOW), cells((7, 7, NAN, 1, 3)))
    by = ("unit",)
    same(
        FIGURES["A6"].compute(tables, Question(AS_OF, by=by)),
        cells(("personnes", 7, 7, NAN, 1, 3), ("actifs", 1, 1, NAN, 1, 3), ("enfants", 3, 3, NAN, 1, 3), by=by)[
            [*by, *MEASURES]
        ],
    )
    same(FIGURES["A5"].compute(tables, Question(AS_OF, unit=Unit.ENFANTS)), cells((3, 3, NAN, 1, 3)))


def test_given_up_by_reason_only_when_closed_everywhere(households):
    rows = households(
        {"closing_date": "2021-05-01", "abandonment_reason": "logement", "visit_date": "2021-03-01"},
        {"closing_date": "2021-05-01", "family_id": "f"},
        {"first_contact_date": "2021-06-01", "family_id": "f", "epci_code": FIGEAC},
        {"closing_date": "2021-07-01", "installation_date": "2020-07-01"},
        {"status": "abandon", "abandonment_reason": "emploi"},
    )
    by = ("reason", "stage")
    tables = {"households": rows}
    same(
        FIGURES["A11"].compute(tables, Question(AS_OF, by=by)),
        foyers(("emploi", "contact", 1), ("logement", "visite", 1), by=by),
    )
    same(FIGURES["A11"].compute(tables, Question(AS_OF, start=date(2021, 1, 1))), foyers((1,)))


def test_lost_from_sight_certainly_silent_for_six_months(households):
    began = {"first_contact_date": "2021-01-05"}
    rows = households(
        began | {"last_contact_date": "2021-09-29"},
        began | {"last_contact_date": "2021-09-30"},
        began | {"last_contact_date": "2021-09-01", "last_contact_date_precision": "month"},
        began | {"last_contact_date": "2021-03-01", "visit_date": "2021-12-01"},
        began,
    )
    answer = families.lost({"households": rows}, NOW)
    assert answer["household_id"].to_list() == ["h1"]


def test_nothing_received_counts_none(households):
    tables = {"households": households()}
    for figure in ("A1", "A2", "A5"):
        same(FIGURES[figure].compute(tables, NOW), foyers((0,)))
        assert FIGURES[figure].compute(tables, Question(AS_OF, by=("epci", "month"))).empty


def test_where_no_row_counts_none_does(households):
    rows = households({"installation_date": "2021-06-01", "commune_code": "46042", "attribution": "informe"})
    for scope in Scope:
        assert families.settled({"households": rows}, Question(AS_OF, scope=scope)).empty
