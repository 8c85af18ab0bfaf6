"""The same figures worked out again in plain SQL on the demo's store: equal to the unit, for every EPCI and year.

Nothing of the product is used but its store. The demo has one file per EPCI and no family at two EPCIs, so a household
is a family; families at two EPCIs are on literal rows in test_families.py.
"""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from sqlalchemy import text

import figures
from indicators.question import Question

AS_OF = "2022-03-31"
NOW = Question(date.fromisoformat(AS_OF))
SEEN = "CASE WHEN {0}_precision = 'month' THEN date({0}, '+14 days') WHEN {0}_precision = 'day' THEN {0} END"
CONTACT, MOVE = SEEN.format("first_contact_date"), SEEN.format("installation_date")
CREDITED = "(attribution IS NULL OR attribution = 'accompagne')"
SETTLED = f"installation_date <= '{AS_OF}' AND {CREDITED}"
ENDED_UNDATED = "installation_date IS NULL AND departure_date IS NULL AND closing_date IS NULL"
OPEN = f"""first_contact_date <= '{AS_OF}'
    AND NOT coalesce(installation_date <= '{AS_OF}', 0) AND NOT coalesce(departure_date <= '{AS_OF}', 0)
    AND NOT coalesce(closing_date <= '{AS_OF}', 0)
    AND NOT (status IN ('installe', 'parti', 'abandon') AND {ENDED_UNDATED})"""
DATING = "epci_code IN (SELECT epci_code FROM households WHERE {0} IS NOT NULL)"
COUNTS = {
    "A1": ("first_contact_date", f"first_contact_date <= '{AS_OF}'", "1"),
    "A2": ("first_contact_date", OPEN, "1"),
    "A3": (
        "qualification_date",
        f"qualification_date <= '{AS_OF}' OR (qualification_date IS NULL AND status = 'suivi')",
        "1",
    ),
    "A4": ("visit_date", f"visit_date <= '{AS_OF}' OR (visit_date IS NULL AND status = 'visite')", "1"),
    "A5": ("installation_date", SETTLED, "1"),
    "A6": ("installation_date", SETTLED, "coalesce(adults_count, 1) + coalesce(children_count, 0)"),
}
IN_TIME = f"date({CONTACT}, '+12 months')"
NEW = "NOT coalesce(CASE installation_date_precision WHEN 'month' THEN date(installation_date, '+1 month', '-1 day') "
NEW += "ELSE installation_date END < first_contact_date, 0)"
SHARES = {
    "A7": (
        f"first_contact_date <= '{AS_OF}' AND {DATING.format('visit_date')}",
        f"visit_date <= '{AS_OF}' OR (visit_date IS NULL AND status = 'visite')",
    ),
    "A8": (
        f"{IN_TIME} <= '{AS_OF}' AND {NEW}",
        f"{CREDITED} AND {MOVE} <= {IN_TIME}",
    ),
}


@pytest.fixture(scope="module")
def sql(demo_store):
    def _sql(query: str) -> pd.DataFrame:
        with demo_store.connect() as connection:
            return pd.read_sql(text(query), connection)

    return _sql


@pytest.fixture(autouse=True)
def demo(demo_store, monkeypatch):
    monkeypatch.setattr(figures, "_store", lambda: demo_store)


def told(figure, *by, column="value", **asked):
    """The product's cells, as a mapping from the breakdowns to one measure; what is unknown under None."""
    cells = figures.ask(figure, replace(NOW, by=by, **asked)).cells
    keys = cells[list(by)].astype(object).where(cells[list(by)].notna(), None).itertuples(index=False, name=None)
    return {key: value for key, value in zip(keys, cells[column], strict=True) if value}


def worked_out(rows, *by):
    keys = rows[list(by)].astype(object).where(rows[list(by)].notna(), None).itertuples(index=False, name=None)
    return {key: value for key, value in zip(keys, rows["value"], strict=True) if value}


@pytest.mark.parametrize("figure", COUNTS)
def test_counts_for_every_epci_and_year(sql, figure):
    day, where, weight = COUNTS[figure]
    year = f"CAST(strftime('%Y', {day}) AS INTEGER)"
    rows = sql(f"SELECT epci_code, {year} AS year, sum({weight}) AS value FROM households WHERE {where} GROUP BY 1, 2")
    assert told(figure, "epci", "year") == worked_out(rows, "epci_code", "year")
    assert figures.ask(figure, NOW).value == rows["value"].sum()


@pytest.mark.parametrize("figure", SHARES)
def test_shares_for_every_epci_and_year(sql, figure):
    where, part = SHARES[figure]
    if figure == "A8":
        whole_year = f"date(strftime('%Y', first_contact_date) || '-12-31', '+12 months') <= '{AS_OF}'"
    else:
        whole_year = "1"
    query = f"""SELECT epci_code, CAST(strftime('%Y', first_contact_date) AS INTEGER) AS year,
        {{0}} AS value FROM households WHERE {where} AND {whole_year} GROUP BY 1, 2"""
    parts = sql(query.format(f"sum(coalesce({part}, 0))"))
    wholes = sql(query.format("count(*)"))
    assert told(figure, "epci", "year", column="numerator") == worked_out(parts, "epci_code", "year")
    assert told(figure, "epci", "year", column="denominator") == worked_out(wholes, "epci_code", "year")


def test_median_days_to_settle_for_every_epci_and_year(sql):
    rows = sql(
        f"""SELECT epci_code, CAST(strftime('%Y', installation_date) AS INTEGER) AS year,
        max(0, julianday({MOVE}) - julianday({CONTACT})) AS days FROM households WHERE {SETTLED}"""
    ).dropna()
    groups = rows.groupby(["epci_code", "year"])["days"]
    medians = {key: days.median() for key, days in groups if len(days) >= 10}
    found = told("A9", "epci", "year")
    assert {key: value for key, value in found.items() if value == value} == medians
    assert told("A9", "epci", "year", column="denominator") == groups.size().to_dict()


@pytest.mark.parametrize("months", [12, 24, 36])
def test_retention_for_every_epci_and_year(sql, months):
    latest = "CASE {0}_precision WHEN 'month' THEN date({0}, '+1 month', '-1 day') ELSE {0} END"
    moved, left = latest.format("installation_date"), latest.format("departure_date")
    day = f"date({moved}, '+{months} months')"
    rows = sql(
        f"""SELECT epci_code, CAST(strftime('%Y', installation_date) AS INTEGER) AS year, {day} AS day,
        CASE WHEN {left} <= {day} THEN 'gone' WHEN {left} > {day} THEN 'here'
             WHEN last_contact_date >= {day} THEN 'here' ELSE 'unknown' END AS known
        FROM households WHERE {SETTLED} AND {day} <= '{AS_OF}'"""
    )
    sizes = rows.groupby(["epci_code", "year"])["known"]
    here = {key: found for key, found in sizes.agg(lambda known: (known == "here").sum()).items() if found}
    known = {key: found for key, found in sizes.agg(lambda known: (known != "unknown").sum()).items() if found}
    asked = {"by": ("epci", "year", "horizon")}
    cells = figures.ask("R1", replace(NOW, **asked)).cells
    cells = cells[cells["horizon"] == months].set_index(["epci", "year"])
    assert cells.loc[cells["numerator"] > 0, "numerator"].to_dict() == here
    assert cells.loc[cells["denominator"] > 0, "denominator"].to_dict() == known


def test_needs_of_every_axis_epci_and_year(sql):
    rows = sql(
        """SELECT n.axis, h.epci_code, CAST(strftime('%Y', h.first_contact_date) AS INTEGER) AS year,
        count(DISTINCT h.household_id) AS value FROM needs n JOIN households h USING (household_id)
        WHERE h.first_contact_date <= '2022-03-31' GROUP BY 1, 2, 3"""
    )
    assert told("N1", "axis", "epci", "year") == worked_out(rows, "axis", "epci_code", "year")


def test_contacts_of_every_channel_epci_and_year(sql):
    rows = sql(
        """SELECT channel, epci_code, CAST(strftime('%Y', first_contact_date) AS INTEGER) AS year, count(*) AS value
        FROM households WHERE first_contact_date <= '2022-03-31' GROUP BY 1, 2, 3"""
    )
    assert told("C1", "channel", "epci", "year") == worked_out(rows, "channel", "epci_code", "year")
