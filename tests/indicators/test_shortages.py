from itertools import product
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from etl.labour.bmo import read_survey
from indicators.shortages import shortages, top_jobs
from programme.survey import SUMS_BY_ROW, with_sums_by_row
from tests.indicators.surveys import with_bounds

REAL_FILES = Path(__file__).resolve().parents[3] / "shared" / "opendata" / "bmo"

NAN = np.nan
COUNTS = ["met", "met_low", "met_high", "xmet_low", "xmet_high", "smet_low", "smet_high"]
COUNTS += ["lasting_low", "lasting_high"]
SHARES = ["difficult_share_low", "difficult_share_high", "seasonal_share_low", "seasonal_share_high"]


def needs(*lines):
    """Rows from (year, bassin, job, met, xmet, smet), NaN standing for what is secret."""
    rows = pd.DataFrame(lines, columns=["survey_year", "bassin_code", "fap_code", "met", "xmet", "smet"])
    return with_bounds(rows)


LOT = needs(
    (2023, "7601", "S2Z61", 100, 50, 10),
    (2024, "7601", "S2X61", 20, 10, NAN),
    (2024, "7601", "V1X80", NAN, NAN, NAN),
    (2024, "7622", "S2X61", 8, NAN, 0),
    (2024, "7622", "V1X80", NAN, NAN, NAN),
)


def test_the_total_sums_what_is_published_and_the_bounds_of_the_rest():
    expected = pd.DataFrame(
        [[28, 30, 36, 10, 22, 0, 12, 6, 22, 10 / 36, 22 / 36, 0 / 36, 12 / 36]], columns=[*COUNTS, *SHARES], dtype=float
    )

    pd.testing.assert_frame_equal(shortages(LOT), expected)


def test_one_row_per_value_and_no_share_of_fewer_than_ten_projects():
    expected = pd.DataFrame(
        [
            ["7601", 20, 21, 24, 10, 14, 0, 8, 6, 14, 10 / 24, 14 / 24, 0.0, 8 / 24],
            ["7622", 8, 9, 12, 0, 8, 0, 4, 0, 8, NAN, NAN, NAN, NAN],
        ],
        columns=["bassin_code", *COUNTS, *SHARES],
    )

    pd.testing.assert_frame_equal(
        shortages(LOT, by=("bassin_code",)), expected.astype(dict.fromkeys([*COUNTS, *SHARES], float))
    )


def test_nothing_published_is_missing_and_not_zero():
    row = shortages(LOT, by=("fap_code",)).set_index("fap_code").loc["V1X80"]

    assert np.isnan(row["met"])
    assert (row["met_low"], row["met_high"]) == (2, 8)


def test_years_are_never_summed():
    assert shortages(LOT)["met"].tolist() == [28]
    assert shortages(LOT, survey_year=2023)["met"].tolist() == [100]
    assert shortages(LOT, by=("survey_year",))["met"].tolist() == [100, 28]


def test_no_row_gives_no_row():
    for empty in (shortages(LOT, survey_year=2015), shortages(LOT[:0], by=("bassin_code",)), top_jobs(LOT[:0])):
        assert empty.empty
        assert set(COUNTS) <= set(empty.columns)


def test_jobs_are_ranked_by_difficult_projects_then_possible_ones():
    rows = needs(
        (2024, "7601", "A", 50, 5, 0),
        (2024, "7601", "B", 20, 12, 0),
        (2024, "7622", "C", NAN, NAN, NAN),
        (2024, "7622", "A", 40, 9, 0),
        (2024, "7622", "D", 5, 0, 0),
    )

    ranked = top_jobs(rows)
    assert ranked[["rank", "fap_code", "fap_name", "met", "xmet_low", "xmet_high"]].to_numpy().tolist()[:2] == [
        [1, "A", "Métier A", 90, 14, 14],
        [2, "B", "Métier B", 20, 12, 12],
    ]
    assert ranked["fap_code"].tolist() == ["A", "B", "C", "D"]
    by_bassin = top_jobs(rows, by=("bassin_code",), count=1)
    assert by_bassin[["bassin_code", "rank", "fap_code"]].to_numpy().tolist() == [["7601", 1, "B"], ["7622", 1, "A"]]


published = st.integers(0, 6).flatmap(
    lambda met: st.tuples(st.just(met), st.one_of(st.just(NAN), st.integers(0, met)), st.just(NAN))
)
secret = st.just((NAN, NAN, NAN))


@settings(max_examples=40)
@given(lines=st.lists(st.one_of(published, secret), max_size=3), difficult=st.integers(0, 10))
def test_the_share_runs_between_the_least_and_the_most_that_the_secrets_allow(lines, difficult):
    rows = needs((2024, "7601", "A", 10, difficult, 0), *((2024, "7601", "B", *line) for line in lines))

    shares = [
        sum(xmet for _, xmet in world) / sum(met for met, _ in world)
        for world in product(*(possible_values(row) for row in rows.itertuples()))
    ]
    total = shortages(rows).iloc[0]
    assert total["difficult_share_low"] == pytest.approx(min(shares))
    assert total["difficult_share_high"] == pytest.approx(max(shares))


def possible_values(row):
    """Every (met, xmet) that a row may hide."""
    all_met = range(int(row.met_low), int(row.met_high) + 1)
    all_xmet = range(int(row.xmet_low), int(row.xmet_high) + 1)
    return [(met, xmet) for met in all_met for xmet in all_xmet if xmet <= met]


def test_the_lot_in_2024():
    path = REAL_FILES / "Base_open_data_BMO_2024.xlsx"
    if not path.exists():
        pytest.skip("the published survey of 2024 is not beside the project")
    workbook = CalamineWorkbook.from_path(path)
    sheets = {name: workbook.get_sheet_by_name(name).to_python() for name in workbook.sheet_names}
    rows = read_survey(sheets, path.name).rows
    lot = rows[rows["departement_code"] == "46"]

    total = shortages(lot).iloc[0]
    assert total[["met", "met_low", "met_high", "xmet_low", "smet_low"]].tolist() == [7758, 7868, 8198, 4397, 3976]
    assert total[["difficult_share_low", "difficult_share_high"]].round(3).tolist() == [0.536, 0.616]
    assert top_jobs(lot, count=1)[["fap_code", "met"]].to_numpy().tolist() == [["S2X61", 792]]


rows_told = st.integers(1, 6).flatmap(
    lambda met: st.tuples(
        st.just(met),
        st.one_of(st.just(NAN), st.integers(0, met)),
        st.one_of(st.just(NAN), st.integers(0, met)),
    )
)


@settings(max_examples=40)
@given(lines=st.lists(st.one_of(rows_told, secret), min_size=1, max_size=3))
def test_difficult_and_lasting_projects_run_between_what_each_row_allows(lines):
    rows = needs(*((2024, "7601", f"J{number}", *line) for number, line in enumerate(lines)))

    least, most = zip(*(possible_overlaps(row) for row in rows.itertuples()), strict=True)
    total = shortages(rows).iloc[0]
    assert total[["lasting_low", "lasting_high"]].tolist() == [sum(least), sum(most)]


def possible_overlaps(row):
    """The fewest and the most projects difficult and not seasonal, over everything that a row may hide."""
    found = set()
    for met in range(int(row.met_low), int(row.met_high) + 1):
        for xmet in range(int(row.xmet_low), min(int(row.xmet_high), met) + 1):
            for smet in range(int(row.smet_low), min(int(row.smet_high), met) + 1):
                found |= set(range(max(0, xmet - smet), min(xmet, met - smet) + 1))
    return min(found), max(found)


def test_the_sums_kept_for_france_give_the_same_shares():
    columns = ["met", "met_low", "met_high", "xmet_low", "xmet_high", "smet_low", "smet_high", *SUMS_BY_ROW]
    latest = LOT[LOT["survey_year"] == 2024]
    france = with_sums_by_row(latest).groupby(["survey_year", "fap_code"], as_index=False)[columns].sum(min_count=1)

    pd.testing.assert_frame_equal(shortages(france), shortages(latest))
