"""Dots and intervals: one scale for all, and words that say why a dot is missing."""

import pandas as pd

from charts.intervals import intervals, with_interval

NB, THIN = "\u00a0", "\u202f"
NONE = float("nan")


def rows() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "label": ["Télévision", "Salon", "Campagne"],
            "value": [374.0, 3392.0, NONE],
            "low": [267.0, 1942.0, NONE],
            "high": [539.0, 8000.0, NONE],
            "words": [None, None, "trop peu (3)"],
        }
    )


def test_every_row_stands_on_the_scale_of_the_highest_end():
    drawn = intervals(rows(), title="Coûts", unit="€", highlighted=("Salon",))
    assert drawn["rows"] == [
        {
            "label": "Télévision",
            "words": f"374{NB}€ (267 à 539)",
            "dot": 4.67,
            "from": 3.34,
            "to": 6.74,
            "ticks": [],
            "isHighlighted": False,
        },
        {
            "label": "Salon",
            "words": f"3{THIN}392{NB}€ (1{THIN}942 à 8{THIN}000)",
            "dot": 42.4,
            "from": 24.27,
            "to": 100.0,
            "ticks": [],
            "isHighlighted": True,
        },
        {
            "label": "Campagne",
            "words": "trop peu (3)",
            "dot": None,
            "from": None,
            "to": None,
            "ticks": [],
            "isHighlighted": False,
        },
    ]
    assert (drawn["end"], drawn["reference"]) == (f"8{THIN}000{NB}€", None)


def test_ticks_and_the_reference_are_on_the_scale_too():
    told = pd.DataFrame({"label": ["1. Salon"], "value": [4.0], "low": [1.0], "high": [8.0], "ticks": [[2.0, 10.0]]})
    drawn = intervals(told, title="Contacts", reference=(5.0, "ensemble"))
    assert drawn["rows"][0]["ticks"] == [20.0, 100.0]
    assert drawn["reference"] == {"at": 50.0, "label": "ensemble"}


def test_the_summary_says_every_row():
    drawn = intervals(rows(), title="Coûts", unit="€")
    assert drawn["summary"].startswith(f"Coûts. Télévision : 374{NB}€ (267 à 539) ; Salon : ")
    assert drawn["summary"].endswith("Campagne : trop peu (3).")
    assert intervals(rows().iloc[:0], title="Coûts")["summary"] == "Coûts : rien à montrer."


def test_an_interval_without_width_is_a_value():
    assert with_interval(3.0, 3.0, 3.0, unit="j") == f"3{NB}j"
    assert with_interval(3.2, 2.9, 3.3) == "3"
