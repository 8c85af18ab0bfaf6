"""Columns of dates written the month first."""

from etl.contacts.american_dates import day_first, days_written
from etl.contacts.headings import Heading
from etl.contacts.labels import Lexicon
from etl.contacts.recognition import recognise_columns
from etl.contacts.typed_columns import type_column

AMERICAN = ["5/13/2021 10:02:11", "5/3/2021 9:15:00", "6/21/2021 18:00:00", "12/25/2021 8:00:00", "7/14/2021 8:00:00"]
FEW = ["3/5/2021", "", "4/6/2021", "", ""]


def recognised(**columns: list[str]) -> dict[str, tuple]:
    texts, headings = list(columns.values()), tuple(map(Heading, columns))
    found = recognise_columns(headings, list(range(len(texts))), texts.__getitem__, Lexicon(), lambda _heading: None)
    return {column.heading: (column.field, column.how, column.is_month_first) for column in found}


def test_texts_by_what_their_figures_say():
    days = days_written(["13/05/2021", "5/13/2021 10:00", "3/5/2021", "mai 2021", ""])
    assert days == ({"13/05/2021"}, {"5/13/2021 10:00"}, {"3/5/2021"})


def test_a_column_surely_american_is_read_so_with_its_neighbours_and_asked():
    found = recognised(**{"Premier contact": AMERICAN, "Visite": FEW})
    assert found == {
        "Premier contact": ("first_contact_date", "month_first", True),
        "Visite": ("visit_date", "month_first", True),
    }
    french = recognised(**{"Premier contact": AMERICAN, "Visite": ["13/05/2021", *FEW[1:]]})
    assert french["Visite"] == ("visit_date", "words", False)


def test_one_french_day_among_them_unsettles_the_column():
    texts = [*AMERICAN, "13/05/2021"]
    assert recognised(**{"Premier contact": texts})["Premier contact"] == ("first_contact_date", "words", False)


def test_days_are_typed_with_their_month_first():
    assert day_first("05/13/2021 10:00") == "13/05/2021 10:00"
    days = type_column("visit_date", ["5/3/2021 9:15:00", ""], Lexicon(), is_month_first=True).values
    assert [day and day[0].isoformat() for day in days] == ["2021-05-03", None]
