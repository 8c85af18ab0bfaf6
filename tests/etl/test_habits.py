"""Forty-four workbooks in habits that the demo does not have, read without any confirmation."""

import pandas as pd
import pytest

from etl.contacts.reader import Reading, read_contacts
from etl.workbook import read_workbook
from tests.etl.habits import books, desks, forms, rural, structures  # noqa: F401 (they register what they make)
from tests.etl.habits.book import MAKERS, Book

LEAST_RIGHT = 0.98


def right_share(book: Book, reading: Reading) -> float:
    needs = reading.content.needs.groupby("household_id")["axis"].agg(set).to_dict()
    right = []
    for truth, found in zip(book.truth, reading.content.households.to_dict("records"), strict=True):
        found["needs"] = needs.get(found["household_id"], set())
        right += [(None if pd.isna(found[name]) else found[name]) == truth[name] for name in truth if name != "needs"]
        right += [found["needs"] == truth["needs"]] if "needs" in truth else []
    return sum(right) / len(right)


@pytest.mark.parametrize("name", MAKERS)
def test_a_workbook_in_another_habit_is_read(name, tmp_path):
    book = MAKERS[name](tmp_path)
    reading = read_contacts(read_workbook(book.path))
    assert reading.epci_code == book.epci_code
    assert len(reading.content.households) == len(book.truth)
    assert reading.content.rejected == []
    assert right_share(book, reading) >= LEAST_RIGHT


def test_there_are_twenty_of_them_and_more():
    assert len(MAKERS) >= 20


@pytest.mark.parametrize("name", ["colours_without_a_legend", "struck_lines_have_given_up", "misspelt_headings"])
def test_what_is_read_by_custom_or_by_contents_alone_is_asked(name, tmp_path):
    assert not read_contacts(read_workbook(MAKERS[name](tmp_path).path)).recognition.is_sure


@pytest.mark.parametrize(
    "name", ["two_row_merged_headings", "legend_on_another_sheet", "verbose_questions", "flat_export"]
)
def test_a_sure_reading_asks_nothing(name, tmp_path):
    assert read_contacts(read_workbook(MAKERS[name](tmp_path).path)).recognition.is_sure


def test_hidden_lines_are_read_and_told(tmp_path):
    reading = read_contacts(read_workbook(MAKERS["yearly_tables_on_one_sheet"](tmp_path).path))
    assert [note.code for note in reading.content.told] == ["hidden_rows"]
