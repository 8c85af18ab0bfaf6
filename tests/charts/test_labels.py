import pandas as pd
import pytest

from charts.labels import (
    communes_message,
    families_message,
    job_bars,
    job_rows,
    label_names,
    labelled,
    leading,
)
from programme.vocabulary import Channel

NB = "\u00a0"
FIGEAC = "200067361"


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
        ({"Bouche à oreille": 13, "France Travail": 12}, "D'abord : bouche à oreille et France Travail"),
        ({"Paris": 13, "Nord": 9}, "D'abord : Paris"),
        ({"Paris": 9, "Nord": 9}, "D'où ils viennent"),
        ({"Inconnu": 40, "Paris": 3}, "D'où ils viennent"),
        ({}, "D'où ils viennent"),
    ],
)
def test_a_title_names_who_comes_first_only_where_the_numbers_bear_it(values, title):
    assert leading(rows(**values), "D'où ils viennent", "D'abord : ") == title


@pytest.mark.parametrize(
    ("values", "title"),
    [
        ({"46042": 12, "46102": 4, "46001": 0, "unknown": 20}, f"Dans 2{NB}communes, d'abord Cahors"),
        ({"46102": 9}, f"Dans 1{NB}commune"),
        ({"unknown": 3}, ""),
    ],
)
def test_a_map_is_titled_by_its_communes(values, title):
    assert communes_message(cells("commune", **values), "Dans ") == title


@pytest.mark.parametrize(
    ("values", "title"),
    [
        ({"famille": 54, "couple": 49, "parent_seul": 16, "seul": 11, "unknown": 5}, "70 sur 130 avec des enfants"),
        ({"couple": 10}, "aucun sur 10 avec des enfants"),
        ({"famille": 5, "couple": 4}, ""),
        ({"famille": 20, "unknown": 4}, ""),
    ],
)
def test_families_are_told_among_those_whose_composition_is_known(values, title):
    assert families_message(cells("composition", **values)) == title


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
