"""What must hold of any rows: parts make the whole, order tells nothing, persons are no fewer than households."""

from dataclasses import replace
from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.counting import count
from indicators.families import contacts, followed, given_up, qualified, settled, visited
from indicators.question import CREDITED, UNSAID, Question
from indicators.registry import FIGURES
from programme import territory
from programme.vocabulary import Attribution, Scope, Unit

pytestmark = pytest.mark.whole

EPCIS = ["200023737", "200067361", "200069383", "241200000"]
COMMUNES = ["46042", "46102", "12300", "12176", "19031", None]
DAYS = st.one_of(st.none(), st.integers(0, 1200).map(lambda days: date(2019, 1, 1) + timedelta(days=days)))
PARTITIONS = ("epci", "commune", "bassin", "month", "school_year", "rolling_year")
ROWS = {
    "A1": contacts,
    "A2": followed,
    "A3": qualified,
    "A4": visited,
    "A5": settled,
    "A11": given_up,
}
ROW = st.fixed_dictionaries(
    {
        "family_id": st.sampled_from([f"f{n}" for n in range(8)]),
        "epci_code": st.sampled_from(EPCIS),
        "status": st.sampled_from(["contact", "suivi", "visite", "installe", "parti", "abandon", None]),
        "attribution": st.sampled_from([*map(str, Attribution), None]),
        "target_commune_code": st.sampled_from(COMMUNES),
        "commune_code": st.sampled_from(COMMUNES),
        "origin_departement_code": st.sampled_from(["31", "75", None]),
        "adults_count": st.sampled_from([1, 2, None]),
        "children_count": st.sampled_from([0, 3, None]),
        "first_contact_date": DAYS,
        "qualification_date": DAYS,
        "visit_date": DAYS,
        "installation_date": DAYS,
        "departure_date": DAYS,
        "closing_date": DAYS,
        "last_contact_date": DAYS,
    }
)
QUESTIONS = st.builds(
    Question,
    as_of=st.sampled_from([date(2021, 6, 30), date(2022, 3, 31)]),
    start=st.sampled_from([None, date(2020, 3, 12)]),
    scope=st.sampled_from(list(Scope)),
    epci_code=st.sampled_from([None, *EPCIS[:3]]),
    attribution=st.sampled_from([CREDITED, (*map(str, Attribution), UNSAID), ("informe",)]),
)
ORDERLESS = ("A1", "A2", "A5", "A7", "A8", "A9C", "A11", "S1", "X3")
SOME = st.lists(ROW, max_size=14)


def table(households, rows):
    return {"households": households(*rows)}


def total(cells):
    return cells["value"].sum()


@settings(max_examples=30)
@given(figure=st.sampled_from(list(ROWS)), rows=SOME, question=QUESTIONS)
def test_parts_make_the_whole_in_every_unit(households, figure, rows, question):
    events = ROWS[figure](table(households, rows), question)
    for unit in (Unit.FOYERS, Unit.PERSONNES):
        whole = count(events, replace(question, unit=unit))
        for name in PARTITIONS:
            assert total(count(events, replace(question, unit=unit, by=(name,)))) == total(whole)


@settings(max_examples=30)
@given(figure=st.sampled_from(list(ROWS)), rows=SOME, question=QUESTIONS)
def test_a_family_counts_once_and_persons_are_no_fewer(households, figure, rows, question):
    events = ROWS[figure](table(households, rows), question)
    assert not events["family_id"].duplicated().any()
    families, persons = (total(count(events, replace(question, unit=unit))) for unit in (Unit.FOYERS, Unit.PERSONNES))
    assert persons >= families == len(events)


@settings(max_examples=25)
@given(rows=SOME, question=QUESTIONS)
def test_the_map_and_what_it_leaves_out_make_the_card(households, rows, question):
    events = settled(table(households, rows), question)
    cells = count(events, replace(question, by=("commune",)))
    here = cells["commune"].isin(territory.communes().index)
    nowhere, elsewhere = cells["commune"].isna(), cells["commune"].notna() & ~here
    assert sum(total(cells[part]) for part in (here, nowhere, elsewhere)) == len(events)


@settings(max_examples=45)
@given(figure=st.sampled_from(ORDERLESS), rows=SOME, question=QUESTIONS, luck=st.randoms(use_true_random=False))
def test_the_order_of_rows_and_of_imports_changes_nothing(households, figure, rows, question, luck):
    tables = table(households, rows)
    order = list(range(len(rows)))
    luck.shuffle(order)
    shuffled = tables["households"].iloc[order].reset_index(drop=True)
    shuffled["import_id"] = range(len(rows))
    asked = replace(question, by=()) if figure == "X3" else replace(question, by=("epci",))
    answers = [FIGURES[figure].compute({"households": rows}, asked) for rows in (tables["households"], shuffled)]
    pd.testing.assert_frame_equal(*answers)


@settings(max_examples=25)
@given(rows=SOME, day=st.sampled_from([date(2020, 3, 12), date(2021, 6, 30)]))
def test_what_is_settled_by_a_day_and_after_it_makes_the_whole(households, rows, day):
    tables, whole = table(households, rows), Question(date(2022, 3, 31))
    before = len(contacts(tables, replace(whole, as_of=day)))
    after = len(contacts(tables, replace(whole, start=day + timedelta(days=1))))
    assert before + after == len(contacts(tables, whole))
