import pytest

from etl.conditions.cells import BadCell, read_cell, read_commune_code


@pytest.mark.parametrize(
    ("text", "reading", "expected"),
    [
        (" 28\u202f527    ", "number", 28527),
        ("9,15", "number", 9.15),
        ("1e-05", "number", 0.00001),
        ("NA", "number", None),
        ("s", "number", None),
        ("", "number", None),
        ("-", "number", None),
        (" -    ", "dashed", 0),
        ("", "dashed", None),
        ("acv-042", "presence", 1),
        ("", "presence", 0),
        ("NA", "presence", 0),
        ("non", "presence", 0),
        ("C - Classée en ZRR", "zoned", 1),
        ("P - Commune partiellement classée en ZRR", "zoned", 1),
        ("NC - Commune non classée", "zoned", 0),
        ("FRR+", "zoned", 1),
        ("FRR bénéficiaire partiellement", "zoned", 1),
        ("", "zoned", None),
    ],
)
def test_a_cell_is_typed_and_an_absence_is_never_zero(text, reading, expected):
    assert read_cell(text, reading) == expected


@pytest.mark.parametrize("text", ["-3", "12 %", "environ 3", "3;4"])
def test_what_is_no_number_is_said(text):
    with pytest.raises(BadCell):
        read_cell(text, "number")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("46042", "46042"), ("1001", "01001"), ("2a004", "2A004"), ("Total", None), ("", None), ("200023737", None)],
)
def test_a_communes_code(text, expected):
    assert read_commune_code(text) == expected
