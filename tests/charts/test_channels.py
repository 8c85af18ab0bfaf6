import pandas as pd

from charts.channels import channel_rows, cost_rows

NB = "\u00a0"
NONE = float("nan")


def cells(**values: float) -> pd.DataFrame:
    rows = pd.DataFrame({"channel": list(values), "value": list(values.values())})
    return rows.replace({"channel": {"unknown": None}})


def test_channels_stand_by_contacts_and_the_unknown_last():
    delays = pd.DataFrame({"channel": ["site", "salon"], "value": [218.5, NONE], "denominator": [28.0, 8.0]})
    rows = channel_rows(cells(unknown=9.0, salon=3.0, site=18.0), cells(site=2.0, presse=1.0), delays)
    assert rows.to_dict("list") == {
        "label": ["Site internet", "Salon", "Presse", "Inconnu"],
        "contacts": [18.0, 3.0, 0.0, 9.0],
        "moves": [2.0, 0.0, 1.0, 0.0],
        "delay": [f"7{NB}mois", "trop peu (8)", "—", "—"],
    }


def test_a_cost_is_told_with_its_interval_or_why_it_is_not():
    measures = {"value": [2254.0, 8590.0], "low": [1762.0, 4671.0], "high": [2933.0, 17913.0]}
    totals = pd.DataFrame({"outcome": ["contact", "installation"], **measures, "denominator": [63.0, 10.0]})
    parts = pd.DataFrame(
        {
            "outcome": ["installation"] * 2,
            "channel": ["salon", "campagne"],
            "value": [NONE, NONE],
            "low": [NONE, NONE],
            "high": [NONE, NONE],
            "numerator": [24900.0, 53500.0],
            "denominator": [4.0, 0.0],
        }
    )
    rows = cost_rows(totals, parts, "installation")
    assert rows["label"].tolist() == ["Toutes les actions", "Campagne", "Salon"]
    assert rows.iloc[0, 1:4].tolist() == [8590.0, 4671.0, 17913.0]
    assert rows["words"].fillna("").tolist() == ["", "personne ne la cite", "trop peu (4)"]
