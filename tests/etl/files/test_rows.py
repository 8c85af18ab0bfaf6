"""Rows that go from one process to the other as a text."""

import pytest

from etl.files.rows import as_text, from_text


@pytest.mark.parametrize(
    "rows", [[], [["Nom", "Commune"], ["Lévêque", ""]], [[""], ["a", "b", "c"]], [["ligne\nligne", "tab\t;"]]]
)
def test_rows_come_back_as_they_were(rows):
    assert from_text(as_text(rows)) == rows


def test_a_row_without_cells_comes_back_with_an_empty_one():
    assert from_text(as_text([[], ["a"], []])) == [[""], ["a"], [""]]


def test_the_marks_are_taken_out_of_the_cells():
    assert from_text(as_text([["a\x1fb", "c\x1ed"], [], ["e"]])) == [["a b", "c d"], [""], ["e"]]
