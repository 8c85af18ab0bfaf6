import pandas as pd

from charts.bar_table import bar_table


def test_numbers_bear_their_bar_and_words_say_why_there_is_none():
    rows = pd.DataFrame(
        {
            "label": ["Grand Cahors", "Quercy Blanc"],
            "followed": [88.0, 22.0],
            "lost": [6.0, "non renseigné"],
            "delay": ["3 jours", "trop peu (8)"],
        }
    )
    headings = {"followed": "Suivis", "lost": "Sans nouvelles", "delay": "Délai"}
    drawn = bar_table(rows, headings, title="Accueil", first="EPCI", bars=("followed",), highlighted=("Quercy Blanc",))
    assert drawn["headings"] == ["EPCI", "Suivis", "Sans nouvelles", "Délai"]
    assert drawn["areNumbers"] == [False, True, False]
    assert drawn["rows"] == [
        {
            "label": "Grand Cahors",
            "cells": [
                {"words": "88", "bar": 100.0, "silence": ""},
                {"words": "6", "bar": None, "silence": ""},
                {"words": "3 jours", "bar": None, "silence": ""},
            ],
            "isHighlighted": False,
        },
        {
            "label": "Quercy Blanc",
            "cells": [
                {"words": "22", "bar": 25.0, "silence": ""},
                {"words": "non renseigné", "bar": None, "silence": "absent"},
                {"words": "trop peu (8)", "bar": None, "silence": "few"},
            ],
            "isHighlighted": True,
        },
    ]


def test_a_column_of_nothing_has_no_bar_and_a_missing_number_is_a_dash():
    rows = pd.DataFrame({"label": ["Salon", "Presse"], "contacts": [0.0, float("nan")]})
    drawn = bar_table(rows, {"contacts": "Contacts"}, title="Canaux", first="Canal", bars=("contacts",))
    assert [row["cells"] for row in drawn["rows"]] == [
        [{"words": "0", "bar": 0.0, "silence": ""}],
        [{"words": "—", "bar": None, "silence": ""}],
    ]
