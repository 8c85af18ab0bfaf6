"""What goes from one process to the other, message after message."""

import pytest

from etl.files.stream import ROWS_IN_A_TEXT, as_line, gathered, row_messages
from etl.files.unreadable import Unreadable

END = {"is_1904": False, "is_looked_at": True}


def passed_on(rows):
    messages = [*row_messages(map(as_line, rows)), {"sheet": {"name": "Suivi"}}, END]
    said = gathered(messages)
    found = said["sheets"][0]["rows"]
    longest = max((len(cell) for row in found for cell in row), default=0)
    assert said == END | {"sheets": [{"name": "Suivi", "rows": found}], "longest_cell": longest}
    return found


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [["Nom", "Commune"], ["Lévêque", ""]],
        [[""], ["a", "b", "c"]],
        [["ligne\nligne", "tab\t;"]],
        [[str(number)] for number in range(2 * ROWS_IN_A_TEXT + 1)],
    ],
)
def test_rows_come_back_as_they_were(rows):
    assert passed_on(rows) == rows


def test_a_row_without_cells_comes_back_with_an_empty_one():
    assert passed_on([[], ["a"], []]) == [[""], ["a"], [""]]


def test_the_marks_are_taken_out_of_the_cells():
    assert passed_on([["a\x1fb", "c\x1ed"], [], ["e"]]) == [["a b", "c d"], [""], ["e"]]


def test_what_was_said_before_the_file_is_read_anew_does_not_count():
    again = [{"rows": "x"}, {"sheet": {"name": "1"}}, {"rows": "y"}, {"again": True}]
    assert gathered([*again, {"rows": "z"}, {"sheet": {"name": "1"}}, END])["sheets"] == [
        {"name": "1", "rows": [["z"]]}
    ]


@pytest.mark.parametrize(
    ("last", "code"), [([{"refused": "far_cell", "place": "XFD9"}], "far_cell"), ([], "reader_ended")]
)
def test_a_refusal_or_an_end_too_early_takes_all_back(last, code):
    with pytest.raises(Unreadable, match=f"^{code}$"):
        gathered([{"rows": "x"}, {"sheet": {"name": "1"}}, *last])
