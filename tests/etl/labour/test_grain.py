import numpy as np
import pandas as pd

from etl.labour.grain import find_repeats, merge_parts
from etl.labour.secrecy import with_bounds

SECRET = np.nan


def parts(*lines):
    """Rows of the Lot from (bassin, job, clpe, met, xmet, smet), NaN standing for what is secret."""
    table = pd.DataFrame(lines, columns=["bassin_code", "fap_code", "clpe", "met", "xmet", "smet"])
    numbers = {figure: table[figure].to_numpy(dtype=float) for figure in ("met", "xmet", "smet")}
    secret = {figure: np.isnan(values) for figure, values in numbers.items()}
    return table[["bassin_code", "fap_code", "clpe"]].assign(departement_code="46").join(with_bounds(numbers, secret))


def figures(rows):
    return rows.set_index(["bassin_code", "fap_code"])[
        ["met", "met_low", "met_high", "xmet", "xmet_low", "xmet_high"]
    ].to_dict("index")


def test_the_parts_of_a_bassin_are_summed_with_their_secrets():
    rows = parts(
        ("7601", "S2X61", "a", 60, 30, SECRET),
        ("7601", "S2X61", "b", SECRET, SECRET, SECRET),
        ("7601", "V1X80", "a", 10, 6, 0),
        ("7601", "V1X80", "b", 20, 7, 0),
    )

    assert figures(merge_parts(rows)) == {
        ("7601", "V1X80"): dict(met=30, met_low=30, met_high=30, xmet=13, xmet_low=13, xmet_high=13),
        ("7601", "S2X61"): {"met_low": 61, "met_high": 64, "xmet_low": 30, "xmet_high": 34, "met": ANY, "xmet": ANY},
    }


def test_a_bassin_repeated_for_each_of_its_territories_is_counted_once():
    rows = parts(
        ("7601", "S2X61", "a", 60, 30, SECRET),
        ("7601", "S2X61", "b", 60, 30, SECRET),
        ("7601", "V1X80", "a", SECRET, SECRET, SECRET),
        ("7601", "V1X80", "b", SECRET, SECRET, SECRET),
        ("7622", "V1X80", "b", 12, 0, 0),
    )

    merged = merge_parts(rows)
    assert merged["met_high"].tolist() == [60, 4, 12]


def test_parts_that_are_all_secret_are_summed():
    rows = parts(
        ("7601", "S2X61", "a", SECRET, SECRET, SECRET),
        ("7601", "S2X61", "b", SECRET, SECRET, SECRET),
    )

    assert merge_parts(rows)[["met_low", "met_high"]].to_numpy().tolist() == [[2, 8]]


def test_rows_with_nothing_to_merge_are_untouched():
    rows = parts(("7601", "S2X61", "a", 60, 30, SECRET), ("7622", "S2X61", "a", 60, 30, SECRET))

    pd.testing.assert_frame_equal(merge_parts(rows), rows)


def test_repeats_and_contradictions_are_told_apart_from_parts():
    rows = parts(
        ("7601", "S2X61", "a", 60, 30, SECRET),
        ("7601", "S2X61", "a", 60, 30, SECRET),
        ("7601", "S2X61", "b", 60, 30, SECRET),
        ("7622", "S2X61", "a", 12, 0, 0),
        ("7622", "S2X61", "a", 13, 0, 0),
    )

    repeated, contradictory = find_repeats(rows)
    assert repeated.tolist() == [False, True, False, False, False]
    assert contradictory.tolist() == [False, False, False, True, True]


class _Any:
    def __eq__(self, other):
        return bool(np.isnan(other))

    __hash__ = None


ANY = _Any()
