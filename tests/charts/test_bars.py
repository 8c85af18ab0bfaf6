import pandas as pd

from charts.bars import bars

NB = "\u00a0"


def test_bars_are_lengths_and_words():
    reasons = pd.DataFrame({"label": ["Logement", "Emploi", "Santé"], "value": [8, 1, None]})
    assert bars(reasons, title="Abandons", unit_label=("foyer", "foyers"), highlighted=["Emploi"]) == {
        "title": "Abandons",
        "rows": [
            {"label": "Logement", "words": f"8{NB}foyers", "sure": 100.0, "possible": 100.0, "isHighlighted": False},
            {"label": "Emploi", "words": f"1{NB}foyer", "sure": 12.5, "possible": 12.5, "isHighlighted": True},
            {"label": "Santé", "words": "pas de données", "sure": 0.0, "possible": 0.0, "isHighlighted": False},
        ],
        "summary": f"Abandons. Logement : 8{NB}foyers ; Emploi : 1{NB}foyer ; Santé : pas de données.",
    }


def test_an_interval_has_a_sure_and_a_possible_part():
    jobs = pd.DataFrame({"label": ["Maçons", "Cuisiniers"], "value": [0.5, 0.2], "low": [0.4, 0.2], "high": [0.8, 0.2]})
    drawn = bars(jobs, title="Projets difficiles", is_share=True)
    assert [(row["words"], row["sure"], row["possible"]) for row in drawn["rows"]] == [
        (f"40 à 80{NB}%", 50.0, 100.0),
        (f"20{NB}%", 25.0, 25.0),
    ]


def test_bars_share_a_scale_when_asked():
    one = pd.DataFrame({"label": ["a"], "value": [5]})
    assert bars(one, title="t", largest=20)["rows"][0]["sure"] == 25.0


def test_no_row_is_said_and_many_are_counted():
    none = pd.DataFrame({"label": [], "value": []})
    assert bars(none, title="Abandons") == {"title": "Abandons", "rows": [], "summary": "Abandons : rien à montrer."}
    seven = pd.DataFrame({"label": list("abcdefg"), "value": range(7, 0, -1)})
    assert bars(seven, title="t")["summary"] == "t. a : 7 ; b : 6 ; c : 5 ; d : 4 ; e : 3 ; et 2 de plus."
