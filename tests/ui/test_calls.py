"""The list of calls, as a workbook that comes back: written by the command, in its own process."""

import io
from datetime import date

import openpyxl
import pytest

from ui import imports
from ui.calls import calls_heading

FIGEAC = "200067361"


def test_the_heading_counts_in_french():
    assert [calls_heading(count) for count in (0, 1, 14)] == [
        "Personne n'est à rappeler",
        "1\u00a0foyer à rappeler",
        "14\u00a0foyers à rappeler",
    ]


@pytest.mark.whole
def test_the_workbook_has_a_line_per_family_to_call(chosen, demo_store):
    with chosen(store=demo_store):
        workbook = openpyxl.load_workbook(io.BytesIO(imports.calls(FIGEAC, "2022-03-31")))
        import figures

        due = figures.study("calls_due", figures.Question(date(2022, 3, 31), epci_code=FIGEAC))
    [sheet] = workbook.worksheets
    assert "Grand-Figeac" in sheet["A1"].value
    assert sheet.max_row - 2 == len(due) > 0


@pytest.mark.whole
def test_a_command_that_fails_is_an_error(chosen, demo_store):
    with chosen(store=demo_store), pytest.raises(imports.CommandFailed, match="000000000"):
        imports.calls("000000000", "2022-03-31")
