"""What blocks: what is asked, what is known to stay without an answer, who gave up."""

import pandas as pd

from charts.blocking import need_heading, need_rows

NB = "\u00a0"


def cells(**values: float) -> pd.DataFrame:
    return pd.DataFrame({"axis": list(values), "value": list(values.values())})


def answers(*rows: tuple) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["axis", "is_met", "value"])
    return table.astype({"is_met": "boolean"})


def test_needs_stand_by_how_many_ask_and_an_unknown_answer_is_not_zero():
    told = answers(("logement", False, 7.0), ("logement", True, 5.0), ("sante", True, 2.0), ("emploi", None, 9.0))
    rows = need_rows(cells(emploi=9.0, logement=12.0, sante=2.0), told, cells(logement=3.0, mobilite=1.0))
    assert rows.drop(columns="axis").to_dict("list") == {
        "label": ["Logement", "Emploi", "Santé", "Mobilité"],
        "asked": [12.0, 9.0, 2.0, 0.0],
        "unmet": [7.0, "non renseigné", 0.0, "non renseigné"],
        "lost": [3.0, 0.0, 0.0, 1.0],
    }


def test_the_title_says_what_is_missing_where_ten_ask_for_it():
    def heading(asked: float, lost: float) -> str:
        return need_heading(need_rows(cells(logement=asked), answers(), cells(logement=lost)))

    assert heading(12, 3) == f"12{NB}foyers ont demandé un logement, 3{NB}ont renoncé faute d'en trouver"
    assert heading(12, 1) == f"12{NB}foyers ont demandé un logement, 1{NB}a renoncé faute d'en trouver"
    assert heading(10, 0) == f"10{NB}foyers ont demandé un logement"
    assert heading(9, 3) == "Ce que les familles demandent"


def test_nothing_is_noted():
    rows = need_rows(cells(), answers(), cells())
    assert rows.empty
    assert need_heading(rows) == "Ce que les familles demandent"
