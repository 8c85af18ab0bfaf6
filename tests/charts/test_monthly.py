from datetime import date

import pandas as pd

from charts.monthly import monthly_bar

NB = "\u00a0"
MARCH = date(2022, 3, 31)


def months(**values: float) -> pd.DataFrame:
    days = [f"{name[1:5]}-{name[5:]}-01" for name in values]
    return pd.DataFrame({"month": days, "value": list(values.values())}).astype({"value": "float64"})


def drawn(cells: pd.DataFrame, **choices) -> dict:
    return monthly_bar(cells, until=MARCH, unit_words=("foyer", "foyers"), **choices)


def test_every_month_has_its_bar_until_the_date_of_the_figure():
    figure = drawn(months(m202112=3, m202202=1))
    assert figure["data"] == [
        {
            "type": "bar",
            "x": ["2021-12-01", "2022-01-01", "2022-02-01", "2022-03-01"],
            "y": [3.0, 0.0, 1.0, 0.0],
            "hovertext": [
                f"Décembre 2021<br><b>3{NB}foyers</b>",
                "Janvier 2022<br><b>aucun foyer</b>",
                f"Février 2022<br><b>1{NB}foyer</b>",
                "Mars 2022<br><b>aucun foyer</b>",
            ],
            "hovertemplate": "%{hovertext}<extra></extra>",
        }
    ]
    assert figure["layout"]["xaxis"] == {
        "tickvals": ["2021-01-01", "2022-01-01"],
        "ticktext": ["2021", "2022"],
        "type": "date",
    }


def test_months_come_in_order_whatever_the_order_of_the_cells():
    assert drawn(months(m202203=2, m202201=5))["data"][0]["y"] == [5.0, 0.0, 2.0]


def test_nobody_agrees_with_what_is_counted():
    cells = months(m202202=0, m202203=1)
    figure = monthly_bar(cells, until=MARCH, unit_words=("personne", "personnes"), feminine=True)
    assert figure["data"][0]["hovertext"][0] == "Février 2022<br><b>aucune personne</b>"


def test_committees_of_the_period_are_marked_and_named_where_there_is_room():
    met = [date(2020, 3, 12), date(2021, 3, 15), date(2021, 10, 20), date(2022, 3, 31), date(2022, 4, 1)]
    layout = drawn(months(m202101=1), marks=met)["layout"]
    assert [shape["x0"] for shape in layout["shapes"]] == ["2021-03-15", "2021-10-20", "2022-03-31"]
    named = {(note["x"], note["text"]) for note in layout["annotations"]}
    assert named == {("2022-03-31", "comité"), ("2021-03-15", "comité")}
