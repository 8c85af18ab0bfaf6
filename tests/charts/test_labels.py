import pandas as pd
import pytest

from charts.labels import epci_rows, file_rows, job_bars, job_rows, label_names, labelled, leading, rejection_rows
from programme.vocabulary import Channel

NB = "\u00a0"
CAHORS, FIGEAC = "200023737", "200067361"


def cells(dimension: str, **values: float) -> pd.DataFrame:
    codes = [None if code == "unknown" else code for code in values]
    return pd.DataFrame({dimension: pd.array(codes, dtype="str"), "value": list(values.values())})


def rows(**values: float) -> pd.DataFrame:
    return pd.DataFrame({"label": list(values), "value": list(values.values())})


def check(found: pd.DataFrame, expected: dict) -> None:
    pd.testing.assert_frame_equal(found, pd.DataFrame(expected), check_dtype=False)


def test_the_largest_comes_first_and_what_is_unknown_last():
    found = labelled(cells("channel", unknown=9, salon=2, site=5, autre=2), "channel")
    check(found, {"label": ["Site internet", "Salon", "Autre", "Inconnu"], "value": [5, 2, 2, 9]})


def test_beyond_the_most_the_rest_is_one_row_without_a_bar():
    found = labelled(cells("channel", site=5, salon=4, presse=3, tourisme=2, unknown=1), "channel", most=2)
    check(
        found,
        {
            "label": ["Site internet", "Salon", "2 autres", "Inconnu"],
            "value": [5, 4, 0, 1],
            "words": [None, None, "5", None],
        },
    )


def test_a_rest_of_one_is_shown_as_itself():
    found = labelled(cells("channel", site=5, salon=4, presse=3), "channel", most=2)
    check(found, {"label": ["Site internet", "Salon", "Presse"], "value": [5, 4, 3]})


def test_steps_keep_their_order():
    found = labelled(cells("stage", contact=5, suivi=4, visite=4, installation=9), "stage")
    check(found, {"label": ["Contact", "Suivi", "Visite", "Installation"], "value": [5, 4, 4, 9]})


def test_no_cell_is_no_row():
    assert labelled(cells("channel"), "channel").empty


@pytest.mark.parametrize(
    ("dimension", "code", "label"),
    [
        ("origin", "75", "Paris"),
        ("origin", "974", "La Réunion"),
        ("origin", "BE", "Belgique"),
        ("origin", "FR", "France, sans précision"),
        ("composition", "parent_seul", "Parent seul"),
        ("epci", FIGEAC, "Grand-Figeac"),
        ("channel", "bouche_a_oreille", "Bouche à oreille"),
    ],
)
def test_a_code_has_its_french_label(dimension, code, label):
    assert label_names(dimension)[code] == label


def test_every_channel_has_its_label_and_a_code_without_label_is_its_own():
    assert set(label_names("channel")) == set(Channel)
    check(labelled(cells("year", y2021=3), "year"), {"label": ["y2021"], "value": [3]})


@pytest.mark.parametrize(
    ("values", "title"),
    [
        ({"Paris": 13, "Nord": 12, "Rhône": 11}, "D'abord : Paris et Nord"),
        ({"Paris": 13, "Nord": 9}, "D'abord : Paris"),
        ({"Paris": 9, "Nord": 9}, "D'où ils viennent"),
        ({"Inconnu": 40, "Paris": 3}, "D'où ils viennent"),
        ({}, "D'où ils viennent"),
    ],
)
def test_a_title_names_who_comes_first_only_where_the_numbers_bear_it(values, title):
    assert leading(rows(**values), "D'où ils viennent", "D'abord : ") == title


def jobs() -> pd.DataFrame:
    bounds = {"met": (84, 87), "xmet": (59, 63), "difficult_share": (0.7, 0.75), "seasonal_share": (0.1, 0.1)}
    ends = {f"{name}_{end}": [pair[i]] for name, pair in bounds.items() for i, end in enumerate(("low", "high"))}
    return pd.DataFrame({"fap_name": ["Maçons"]} | ends)


def test_jobs_are_told_as_ranges():
    check(
        job_rows(jobs()),
        {
            "Métier": ["Maçons"],
            "Projets": ["84 à 87"],
            "Difficiles": ["59 à 63"],
            "Part difficile": [f"70 à 75{NB}%"],
            "Part saisonnière": [f"10{NB}%"],
        },
    )
    check(job_bars(jobs()), {"label": ["Maçons"], "value": [59], "low": [59], "high": [63]})


def imports() -> pd.DataFrame:
    """Three accepted files, the latest first: Grand Cahors twice, and a survey of employers."""
    counts = [f"{name}_count" for name in ("read", "accepted", "rejected", "left_out")]
    columns = ["source_file", "epci_code", "kind", "received_date", *counts]
    files = [
        ("b.xlsx", CAHORS, "state", "2022-03-31", 41, 38, 3, 1),
        ("bmo.xlsx", None, "labour_needs", "2022-03-01", 700, 700, 0, 0),
        ("a.xlsx", CAHORS, "state", "2021-01-02", 20, 20, 0, 0),
    ]
    table = pd.DataFrame(files, columns=columns)
    return table.assign(received_date=pd.to_datetime(table["received_date"]))


def test_the_table_of_files():
    check(
        file_rows(imports()),
        {
            "Fichier": ["b.xlsx", "bmo.xlsx", "a.xlsx"],
            "EPCI": ["Grand Cahors", "—", "Grand Cahors"],
            "Nature": ["État complet", "Enquête Besoins en main-d'œuvre", "État complet"],
            "Reçu le": ["31/03/2022", "01/03/2022", "02/01/2021"],
            "Lignes lues": [41.0, 700.0, 20.0],
            "Acceptées": [38.0, 700.0, 20.0],
            "Refusées": [3.0, 0.0, 0.0],
            "Laissées de côté": [1.0, 0.0, 0.0],
        },
    )


def test_the_table_of_epcis_has_the_last_file_of_each_and_those_that_sent_none():
    completeness = pd.DataFrame({"epci": [CAHORS], "value": [0.964]})
    found = epci_rows(imports(), completeness).set_index("EPCI")
    assert len(found) == 10
    assert found.loc["Grand Cahors"].to_list() == ["31/03/2022", 41.0, 38.0, 3.0, f"96{NB}%"]
    silent = found.loc["Grand-Figeac"]
    assert (silent["Dernier tableau"], silent["Champs clés remplis"]) == ("rien reçu", "—")
    assert silent[["Lignes lues", "Acceptées", "Refusées"]].isna().all()


def test_what_is_to_correct_begins_with_the_lines_then_file_by_file():
    refused = pd.DataFrame(
        [
            ("a.xlsx", "2021", 9, False, "Feuille « 2021 », ligne 9"),
            ("b.xlsx", "2021", 4, True, "Feuille « 2021 », ligne 4"),
            ("a.xlsx", "2021", 12, True, "Feuille « 2021 », ligne 12"),
            ("a.xlsx", "2021", 3, True, "Feuille « 2021 », ligne 3"),
        ],
        columns=["source_file", "source_sheet", "source_row", "is_row", "message"],
    )
    found = rejection_rows(refused.astype({"is_row": "boolean"})).reset_index(drop=True)
    check(
        found,
        {
            "Fichier": ["a.xlsx", "a.xlsx", "b.xlsx", "a.xlsx"],
            "À corriger": [f"Feuille « 2021 », ligne {row}" for row in (3, 12, 4, 9)],
        },
    )
