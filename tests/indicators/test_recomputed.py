"""The same figures worked out again in plain SQL on the demo's store: equal to the unit, for every EPCI and year.

Nothing of the product is used but its store: even who is one family is worked out from the keys (two of three alike).
"""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

import figures
from indicators.question import Question

AS_OF = "2022-03-31"
NOW = Question(date.fromisoformat(AS_OF))
FAMILIES = """CREATE TABLE pairs AS
    SELECT a.household_id AS one, b.household_id AS other FROM household_keys a
    JOIN household_keys b ON a.key_kind = b.key_kind AND a.key_hash = b.key_hash AND a.household_id < b.household_id
    JOIN households ha ON ha.household_id = a.household_id JOIN households hb ON hb.household_id = b.household_id
    WHERE ha.epci_code <> hb.epci_code GROUP BY 1, 2 HAVING count(DISTINCT a.key_kind) >= 2;
CREATE TABLE fam AS
    SELECT h.*, coalesce((SELECT min(one) FROM pairs WHERE other = h.household_id), h.household_id) AS family
    FROM households h;
CREATE INDEX by_family ON fam (family);
"""
SEEN = "CASE {0}_precision WHEN 'month' THEN date({0}, '+14 days') WHEN 'day' THEN {0} END"
LATEST = "CASE {0}_precision WHEN 'month' THEN date({0}, '+1 month', '-1 day') ELSE {0} END"
CONTACT, MOVE = SEEN.format("first_contact_date"), SEEN.format("installation_date")
SETTLED = f"installation_date <= '{AS_OF}' AND (attribution IS NULL OR attribution = 'accompagne')"
UNDATED = "installation_date IS NULL AND departure_date IS NULL AND closing_date IS NULL"
MOVED = f"""SELECT family FROM fam WHERE installation_date <= '{AS_OF}' OR departure_date <= '{AS_OF}'
    OR (status IN ('installe', 'parti') AND {UNDATED})"""
OPEN = f"""first_contact_date <= '{AS_OF}' AND NOT coalesce(closing_date <= '{AS_OF}', 0)
    AND NOT (status = 'abandon' AND {UNDATED}) AND family NOT IN ({MOVED})"""
QUALIFIED = f"qualification_date <= '{AS_OF}' OR (qualification_date IS NULL AND status = 'suivi')"
VISITED = f"visit_date <= '{AS_OF}' OR (visit_date IS NULL AND status = 'visite')"
CALLED = f"first_contact_date <= '{AS_OF}'"
PERSONS = "coalesce(adults_count, 1) + coalesce(children_count, 0)"
COUNTS = {
    "A1": ("first_contact_date", CALLED, "1"),
    "A2": ("first_contact_date", OPEN, "1"),
    "A3": ("qualification_date", QUALIFIED, "1"),
    "A4": ("visit_date", VISITED, "1"),
    "A5": ("installation_date", SETTLED, "1"),
    "A6": ("installation_date", SETTLED, PERSONS),
}
IN_TIME = f"date({CONTACT}, '+12 months')"
WHOLE_YEAR = f"date(strftime('%Y', first_contact_date) || '-12-31', '+12 months') <= '{AS_OF}'"
SETTLED_BEFORE = f"""coalesce((SELECT min({LATEST.format("installation_date")}) FROM fam m
    WHERE m.family = first.family) < first_contact_date, 0)"""
SHARES = {
    "A7": (
        "epci_code IN (SELECT epci_code FROM households WHERE visit_date IS NOT NULL)",
        f"family IN (SELECT family FROM fam WHERE {VISITED})",
    ),
    "A8": (
        f"{IN_TIME} <= '{AS_OF}' AND {WHOLE_YEAR} AND NOT {SETTLED_BEFORE}",
        f"(SELECT min({MOVE}) FROM fam m WHERE m.family = first.family AND {SETTLED}) <= {IN_TIME}",
    ),
}


def first_rows(day: str, where: str) -> str:
    """One row per family: its first one by this day, of those that the condition keeps."""
    order = f"row_number() OVER (PARTITION BY family ORDER BY {day} IS NULL, {day}, household_id)"
    return f"SELECT * FROM (SELECT *, {order} AS place FROM fam WHERE {where}) WHERE place = 1"


def year(day: str) -> str:
    return f"CAST(strftime('%Y', {day}) AS INTEGER)"


@pytest.fixture(scope="module")
def sql(demo_store):
    """Queries over a copy of the store, with the tables above."""
    copy = sqlite3.connect(":memory:")
    with closing(sqlite3.connect(demo_store.url.database)) as store:
        store.backup(copy)
    copy.executescript(FAMILIES)
    yield lambda query: pd.read_sql(query, copy)
    copy.close()


@pytest.fixture(autouse=True)
def demo(demo_store, monkeypatch):
    monkeypatch.setattr(figures, "_store", lambda: demo_store)


def told(figure, *by, column="value", **asked):
    """The product's cells, from the breakdowns to one measure; what is unknown under None, zeros left out."""
    return _mapping(figures.ask(figure, replace(NOW, by=by, **asked)).cells, by, column)


def worked_out(rows, *by):
    return _mapping(rows, by, "value")


def _mapping(rows, by, column):
    keys = rows[list(by)].astype(object).where(rows[list(by)].notna(), None).itertuples(index=False, name=None)
    return {key: value for key, value in zip(keys, rows[column], strict=True) if value}


@pytest.mark.parametrize("figure", COUNTS)
def test_counts_for_every_epci_and_year(sql, figure):
    day, where, weight = COUNTS[figure]
    rows = sql(
        f"SELECT epci_code, {year(day)} AS year, sum({weight}) AS value FROM ({first_rows(day, where)}) GROUP BY 1, 2"
    )
    assert told(figure, "epci", "year") == worked_out(rows, "epci_code", "year")
    assert figures.ask(figure, NOW).value == rows["value"].sum()


@pytest.mark.parametrize("figure", SHARES)
def test_shares_for_every_epci_and_year(sql, figure):
    where, part = SHARES[figure]
    query = f"""SELECT epci_code, {year("first_contact_date")} AS year, {{0}} AS value
        FROM ({first_rows("first_contact_date", CALLED)}) first WHERE {where} GROUP BY 1, 2"""
    parts, wholes = sql(query.format(f"sum(coalesce({part}, 0))")), sql(query.format("count(*)"))
    assert told(figure, "epci", "year", column="numerator") == worked_out(parts, "epci_code", "year")
    assert told(figure, "epci", "year", column="denominator") == worked_out(wholes, "epci_code", "year")


def test_median_days_to_settle_for_every_epci_and_year(sql):
    begun = f"(SELECT min({CONTACT}) FROM fam c WHERE c.family = moved.family)"
    rows = sql(
        f"""SELECT epci_code, {year("installation_date")} AS year,
        max(0, julianday({MOVE}) - julianday({begun})) AS days
        FROM ({first_rows("installation_date", SETTLED)}) moved"""
    ).dropna()
    groups = rows.groupby(["epci_code", "year"])["days"]
    found = told("A9", "epci", "year")
    medians = {key: days.median() for key, days in groups if len(days) >= 10}
    assert {key: value for key, value in found.items() if value == value} == medians
    assert told("A9", "epci", "year", column="denominator") == groups.size().to_dict()


@pytest.mark.parametrize("months", [12, 24, 36])
def test_retention_for_every_epci_and_year(sql, months):
    left = LATEST.format("departure_date")
    day = f"date({LATEST.format('installation_date')}, '+{months} months')"
    rows = sql(
        f"""SELECT epci_code, {year("installation_date")} AS year,
        CASE WHEN {left} <= {day} THEN 'gone' WHEN {left} > {day} THEN 'here'
             WHEN last_contact_date >= {day} THEN 'here' ELSE 'unknown' END AS known
        FROM ({first_rows("installation_date", SETTLED)}) WHERE {day} <= '{AS_OF}'"""
    )
    groups = rows.groupby(["epci_code", "year"])["known"]
    here = {key: found for key, found in groups.agg(lambda known: (known == "here").sum()).items() if found}
    known = {key: found for key, found in groups.agg(lambda known: (known != "unknown").sum()).items() if found}
    cells = figures.ask("R1", replace(NOW, by=("epci", "year", "horizon"))).cells
    cells = cells[cells["horizon"] == months].set_index(["epci", "year"])
    assert cells.loc[cells["numerator"] > 0, "numerator"].to_dict() == here
    assert cells.loc[cells["denominator"] > 0, "denominator"].to_dict() == known


def test_needs_of_every_axis_epci_and_year(sql):
    rows = sql(
        f"""SELECT n.axis, first.epci_code, {year("first.first_contact_date")} AS year,
        count(DISTINCT f.family) AS value FROM ({first_rows("first_contact_date", CALLED)}) first
        JOIN fam f ON f.family = first.family JOIN needs n ON n.household_id = f.household_id GROUP BY 1, 2, 3"""
    )
    assert told("N1", "axis", "epci", "year") == worked_out(rows, "axis", "epci_code", "year")


def test_contacts_of_every_channel_epci_and_year(sql):
    rows = sql(
        f"""SELECT channel, epci_code, {year("first_contact_date")} AS year, count(*) AS value
        FROM ({first_rows("first_contact_date", CALLED)}) GROUP BY 1, 2, 3"""
    )
    assert told("C1", "channel", "epci", "year") == worked_out(rows, "channel", "epci_code", "year")
