"""What the colour of a line says where no column says it."""

import pytest

from etl.contacts.colours import guessed_meanings, line_marks, name_of
from etl.contacts.lines import Line
from etl.workbook import Sheet


def test_a_line_has_the_mark_of_most_of_its_filled_cells():
    marks = {1: [(0, 2, "00FF00")], 2: [(1, 1, "00FF00")], 3: [(0, 0, "FF0000"), (1, 2, "strike")]}
    sheet = Sheet("Suivi", [[]] * 4, marks=marks)
    lines = [Line(2, ["a", "b", "c"]), Line(3, ["a", "b", "c"]), Line(4, ["a", "b", "c"]), Line(5, ["a", "b", "c"])]
    assert line_marks(sheet, lines, [0, 1, 2]) == {2: "00FF00", 4: "strike"}


@pytest.mark.parametrize(
    ("mark", "status"),
    [
        ("92D050", "installe"),
        ("00B050", "installe"),
        ("FF0000", "abandon"),
        ("FFC7CE", "abandon"),
        ("BFBFBF", "abandon"),
        ("strike", "abandon"),
        ("92D050+strike", "abandon"),
        ("FFC000", "suivi"),
        ("FFFF00", "suivi"),
        ("theme3", None),
        ("0070C0", None),
    ],
)
def test_what_a_mark_means_by_custom(mark, status):
    assert guessed_meanings({2: mark, 7: mark}, 10) == ({mark: status} if status else {})


def test_a_mark_of_one_line_or_of_all_says_nothing():
    assert guessed_meanings({2: "92D050"}, 10) == {}
    assert guessed_meanings(dict.fromkeys(range(10), "92D050"), 10) == {}


def test_bands_that_help_the_eye_say_nothing():
    assert guessed_meanings(dict.fromkeys(range(2, 20, 2), "D9D9D9"), 18) == {}


def test_what_people_call_a_fill():
    fills = ("92D050", "FFFF00", "FFC000", "FF0000", "FFC7CE", "00B0F0", "7030A0", "BFBFBF", "theme3")
    assert list(map(name_of, fills)) == [
        *("vert", "jaune", "orange", "rouge", "rose", "bleu", "violet", "gris", None),
    ]
