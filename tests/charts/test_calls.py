import pandas as pd

from charts.calls import call_rows

NB = "\u00a0"


def test_a_line_names_a_file_and_its_anniversary_the_oldest_first():
    calls = pd.DataFrame(
        {
            "epci_code": ["200023737", "200067361"],
            "household_id": ["h1", "h2"],
            "dossier_ref": ["GC-2019-028", None],
            "source_sheet": ["Suivi", "2020"],
            "source_row": [32, 7],
            "months": [12, 24],
            "anniversary": pd.to_datetime(["2021-06-01", "2021-04-13"]),
        }
    )
    assert call_rows(calls).to_dict("list") == {
        "Dossier": ["feuille « 2020 », ligne 7", "GC-2019-028"],
        "À rappeler": [f"24{NB}mois le 13 avril 2021", f"12{NB}mois le 1er juin 2021"],
    }
    assert call_rows(calls, 1)["Dossier"].tolist() == ["feuille « 2020 », ligne 7"]
