from datetime import date

import pandas as pd

from charts.series import curve

NB = "\u00a0"


def contacts() -> pd.DataFrame:
    return pd.DataFrame(
        {"month": [date(2020, 12, 1), date(2021, 2, 1)], "contacts": [4, 1], "settled": [1, 2]},
    )


def test_months_add_up_and_the_missing_one_counts_none():
    drawn = curve(
        contacts(),
        {"settled": "installés", "contacts": "contacts"},
        unit_label=("foyer", "foyers"),
        title="Foyers",
        highlighted="settled",
        marks=[(date(2021, 2, 12), "comité"), (date(2019, 1, 1), "avant")],
    )
    assert drawn == {
        "title": "Foyers",
        "dates": ["2020-12", "2021-01", "2021-02"],
        "series": [
            {"label": "contacts", "values": [4.0, 4.0, 5.0], "end": "5", "isHighlighted": False},
            {"label": "installés", "values": [1.0, 1.0, 3.0], "end": "3", "isHighlighted": True},
        ],
        "top": 5,
        "levels": [[5, "5"]],
        "ticks": [[1, "2021"]],
        "marks": [[2, "comité"]],
        "tips": [
            ["Décembre 2020", f"installés : 1{NB}foyer, dont 1 ce mois", f"contacts : 4{NB}foyers, dont 4 ce mois"],
            ["Janvier 2021", f"installés : 1{NB}foyer, dont 0 ce mois", f"contacts : 4{NB}foyers, dont 0 ce mois"],
            ["Février 2021", f"installés : 3{NB}foyers, dont 2 ce mois", f"contacts : 5{NB}foyers, dont 1 ce mois"],
        ],
        "summary": f"Foyers, de décembre 2020 à février 2021 : 3{NB}foyers au total à la fin.",
    }


def test_months_by_themselves():
    drawn = curve(
        contacts(), {"contacts": "contacts"}, unit_label=("contact", "contacts"), title="Contacts", is_cumulative=False
    )
    assert drawn["series"] == [{"label": "contacts", "values": [4.0, 0.0, 1.0], "end": "1", "isHighlighted": True}]
    assert (drawn["top"], drawn["levels"]) == (4, [[2.0, "2"], [4, "4"]])
    assert drawn["tips"][1] == ["Janvier 2021", "aucun contact"]
    assert drawn["summary"] == (
        f"Contacts, de décembre 2020 à février 2021 : 1{NB}contact le dernier mois ; "
        "le plus haut est 4, en décembre 2020."
    )


def test_no_month_is_said():
    drawn = curve(contacts().head(0), {"contacts": "contacts"}, unit_label=("foyer", "foyers"), title="Contacts")
    assert (drawn["dates"], drawn["summary"]) == ([], "Contacts : rien à montrer sur cette période.")
