from datetime import date

import pandas as pd

from charts.series import curve

NB = "\u00a0"
MOVES = pd.DataFrame({"month": [date(2020, 12, 1), date(2021, 2, 1)], "value": [1, 2]})
WORDS = {"label": "installations", "unit_label": ("foyer", "foyers"), "title": "Installations"}


def test_months_add_up_and_the_missing_one_counts_none():
    drawn = curve(MOVES, **WORDS, marks=[(date(2021, 2, 12), "comité"), (date(2019, 1, 1), "avant")])
    assert drawn == {
        "title": "Installations",
        "dates": ["2020-12", "2021-01", "2021-02"],
        "values": [1.0, 1.0, 3.0],
        "end": "3 installations",
        "top": 3,
        "levels": [[3, "3"]],
        "ticks": [[1, "2021"]],
        "marks": [[2, "comité"]],
        "tips": [
            ["Décembre 2020", f"1{NB}foyer, dont 1 ce mois"],
            ["Janvier 2021", f"1{NB}foyer, dont 0 ce mois"],
            ["Février 2021", f"3{NB}foyers, dont 2 ce mois"],
        ],
        "summary": f"Installations, de décembre 2020 à février 2021 : 3{NB}foyers au total à la fin.",
    }


def test_an_even_top_has_a_rule_at_its_half():
    assert curve(MOVES.assign(value=[4, 0]), **WORDS)["levels"] == [[2.0, "2"], [4, "4"]]


def test_no_month_is_said():
    drawn = curve(MOVES.head(0), **WORDS)
    assert (drawn["dates"], drawn["summary"]) == ([], "Installations : rien à montrer sur cette période.")
