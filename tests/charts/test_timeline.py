"""Actions over the contacts of each month: places on the axis, numbers in time, marks that do not touch."""

from datetime import date

import pandas as pd
import pytest

from charts.timeline import month_table, span_words, timeline

NB, THIN = "\u00a0", "\u202f"
UNTIL = date(2021, 4, 30)


def effects(*rows: tuple) -> pd.DataFrame:
    columns = ["action_name", "channel", "start_date", "end_date", "cost_euros", "verdict", "words"]
    table = pd.DataFrame(rows, columns=columns)
    return table.astype({"start_date": "datetime64[us]", "end_date": "datetime64[us]", "cost_euros": float})


def months() -> pd.DataFrame:
    return pd.DataFrame({"month": [date(2021, 1, 1), date(2021, 3, 1)], "value": [4.0, 10.0]})


def drawn(*rows: tuple, **options: object) -> dict:
    words = ("foyer en contact", "foyers en contact")
    return timeline(months(), effects(*rows), until=UNTIL, unit_words=words, title="Contacts", **options)


def test_every_month_has_its_bar_up_to_the_last_day():
    line = drawn()
    assert [[from_, to, value] for from_, to, value, _ in line["bars"]] == [
        [0.0, 0.2605, 4.0],
        [0.2605, 0.4958, 0.0],
        [0.4958, 0.7563, 10.0],
        [0.7563, 1, 0.0],
    ]
    assert line["bars"][1][3] == ["Février 2021", "aucun foyer en contact"]
    assert (line["top"], line["levels"], line["ticks"]) == (10, [[5.0, "5"], [10, "10"]], [[0.0, "2021"]])
    assert line["lanes"] == []
    assert line["summary"] == (
        f"Contacts, de janvier 2021 à avril 2021 : au plus 10{NB}foyers en contact en un mois, en mars 2021. "
        "Aucune action au-dessus."
    )


def test_actions_are_numbered_in_time_and_stand_in_their_lane():
    line = drawn(
        ("Salon de Paris", "salon", "2021-01-31", "2021-02-02", 14200, "unsure", "On ne peut pas conclure."),
        ("Reportage", "television", "2021-03-02", None, None, "more", "Plus de contacts."),
        ("Affichage", "presse", "2021-03-02", "2021-04-01", 900, "too_early", "Trop tôt."),
    )
    assert line["lanes"] == [
        {
            "label": "Salons",
            "actions": [
                {
                    "rank": 1,
                    "from": 0.2521,
                    "to": 0.2689,
                    "tip": [
                        "1. Salon de Paris",
                        f"31 janvier au 2 février 2021 · 14{THIN}200{NB}€",
                        "On ne peut pas conclure.",
                    ],
                    "isClear": False,
                    "line": 0,
                }
            ],
            "lines": 1,
        },
        {
            "label": "Télévision",
            "actions": [
                {
                    "rank": 2,
                    "from": 0.5042,
                    "to": 0.5042,
                    "tip": ["2. Reportage", "2 mars 2021", "Plus de contacts."],
                    "isClear": True,
                    "line": 0,
                }
            ],
            "lines": 1,
        },
        {
            "label": "Autres actions",
            "actions": [
                {
                    "rank": 3,
                    "from": 0.5042,
                    "to": 0.7563,
                    "tip": ["3. Affichage", f"2 mars au 1er avril 2021 · 900{NB}€", "Trop tôt."],
                    "isClear": False,
                    "line": 0,
                }
            ],
            "lines": 1,
        },
    ]


def test_marks_that_would_touch_stand_on_another_line():
    days = ("2021-01-10", "2021-01-12", "2021-01-14", "2021-02-01")
    [lane] = drawn(*[("Salon", "salon", day, None, None, "unsure", "") for day in days])["lanes"]
    assert [action["line"] for action in lane["actions"]] == [0, 1, 2, 0]
    assert lane["lines"] == 3


def test_an_action_before_the_first_month_keeps_its_number_and_is_not_drawn():
    early = ("Salon", "salon", "2020-06-01", None, None, "unsure", "")
    late = ("Salon", "salon", "2021-02-01", None, None, "unsure", "")
    [lane] = drawn(early, late)["lanes"]
    assert [action["rank"] for action in lane["actions"]] == [2]


def test_committees_are_marked_where_they_fall_on_the_axis():
    marks = [(date(2020, 3, 12), "comité"), (date(2021, 4, 30), "comité")]
    assert drawn(marks=marks)["marks"] == [[1, "comité"]]


def test_the_table_has_every_month():
    assert month_table(months(), UNTIL, "Contacts").to_numpy().tolist() == [
        ["Janvier 2021", 4.0],
        ["Février 2021", 0.0],
        ["Mars 2021", 10.0],
        ["Avril 2021", 0.0],
    ]
    assert month_table(months().iloc[:0], UNTIL, "Contacts").empty


def test_nothing_is_drawn_of_no_month():
    empty = timeline(months().iloc[:0], effects(), until=UNTIL, unit_words=("a", "b"), title="Contacts")
    assert empty == {"title": "Contacts", "bars": [], "summary": "Contacts : rien à montrer sur cette période."}


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        ("2020-10-04", None, "4 octobre 2020"),
        ("2020-10-04", "2020-10-04", "4 octobre 2020"),
        ("2021-10-15", "2021-10-17", "15 au 17 octobre 2021"),
        ("2021-10-01", "2021-10-17", "1er au 17 octobre 2021"),
        ("2020-06-22", "2020-08-02", "22 juin au 2 août 2020"),
        ("2020-12-22", "2021-01-02", "22 décembre 2020 au 2 janvier 2021"),
    ],
)
def test_days_are_told_without_repeating_what_they_share(start, end, told):
    assert span_words(pd.Timestamp(start), pd.Timestamp(end) if end else None) == told
