"""What a workbook would change, and so of which kind it is."""

from datetime import date

import pandas as pd
import pytest

from etl.changes import are_known, change_of
from store import schema


def households(*rows: str) -> pd.DataFrame:
    """« h1 2021 » -> a first contact; « h1 2021 moved » -> an installation too; « h1 - suivi » -> a status, no date."""
    found = []
    for row in rows:
        household_id, year, *said = row.split()
        contact = None if year == "-" else date(int(year), 5, 3)
        move = date(2022, 3, 1) if "moved" in said else None
        status = next((word for word in said if word != "moved"), "contact")
        found.append(
            {
                "household_id": household_id,
                "status": status,
                "first_contact_date": contact,
                "installation_date": move,
            }
        )
    columns = [column.name for column in schema.households.c]
    return pd.DataFrame(found, columns=columns, dtype=object)


def test_a_first_workbook_is_a_state():
    change = change_of(households(), households("a 2021", "b 2022 moved"))
    assert (change.kind, change.known, change.sentence) == ("state", 0, "+2\u00a0foyers, 1\u00a0installation")
    assert change.told == change.to_confirm == []


@pytest.mark.parametrize(
    ("now", "sentence"),
    [
        (["a 2021", "b 2021", "c 2021", "d 2021"], "rien ne change"),
        (["a 2021 suivi", "b 2021 moved", "c 2021", "d 2021"], "1\u00a0installation, 2\u00a0dossiers corrigés"),
        (["a 2021", "b 2021", "c 2021", "e 2021"], "+1\u00a0foyer, 1\u00a0ligne disparue"),
    ],
)
def test_the_change_in_words(now, sentence):
    assert change_of(households("a 2021", "b 2021", "c 2021", "d 2021"), households(*now)).sentence == sentence


@pytest.mark.parametrize(
    ("known", "now", "kind", "told", "asked"),
    [
        ("a 2019, b 2020, c 2021", "d 2022", "supplement", ["years_added"], []),
        ("a 2019, b 2020, c 2021", "c 2021, d 2022", "supplement", ["years_added"], []),
        ("a 2019, b 2020, c 2021", "a 2019, b 2020, c 2021, d 2022", "state", [], []),
        ("c 2022", "a 2020, b 2021", "supplement", ["years_added"], []),
        ("a 2019, b 2020, c 2020, d 2020, e 2020", "b 2020, c 2020, d 2020", "supplement", [], ["kind_guessed"]),
        ("a 2019, b 2020, c 2020", "d 2020, e 2020", "state", [], ["households_disappear"]),
        ("a 2019, b 2020, c 2021", "a -, b -, c -", "state", [], []),
    ],
)
def test_the_kind_of_a_workbook(known, now, kind, told, asked):
    change = change_of(households(*known.split(", ")), households(*now.split(", ")))
    codes = [[problem.code for problem in problems] for problems in (change.told, change.to_confirm)]
    assert (change.kind, codes) == (kind, [told, asked])


def test_a_supplement_makes_nobody_disappear():
    change = change_of(households("a 2019", "b 2020"), households("c 2022"))
    assert (change.gone, change.sentence) == (0, "+1\u00a0foyer")


def test_a_supplement_that_repeats_a_family_keeps_its_first_contact_and_says_so():
    change = change_of(households("a 2019", "b 2020"), households("a 2022", "c 2022"))
    assert (change.kind, change.sentence) == ("supplement", "+1\u00a0foyer")
    assert [problem.code for problem in change.told] == ["years_added", "first_contact_kept"]
    assert change.told[1].message.startswith("1\u00a0foyer déjà connu revient avec un premier contact plus tardif")
    assert change_of(households("a 2019", "b 2020"), households("a 2022"), "state").told == []


def test_the_kind_that_a_person_said_is_kept_and_a_drop_is_still_asked_for():
    change = change_of(households("a 2019", "b 2020"), households("c 2022"), "state")
    assert (change.kind, change.gone, change.told) == ("state", 2, [])
    assert [problem.code for problem in change.to_confirm] == ["households_disappear"]
    assert change_of(households("a 2022"), households("b 2022"), "supplement").to_confirm == []


def test_the_years_are_named_in_the_sentence():
    told = change_of(households("a 2019"), households("b 2021", "c 2022")).told[0].message
    assert told == "Ce classeur ne parle que de 2021 et 2022 : il complète les autres années déjà connues, qui restent."


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (["a 2021", "b 2021", "e 2022"], True),
        (["a 2021", "e 2022"], False),
        (["a 2020", "b 2020", "c 2020"], False),
        (["a -", "b -"], False),
    ],
)
def test_whose_households_these_are(now, expected):
    assert are_known(households("a 2021", "b 2021", "c -"), households(*now)) == expected
