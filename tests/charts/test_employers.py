"""Tables about employers' needs -> bars, years and rows in French."""

import pandas as pd
import pytest

from charts import employers
from charts.newcomers import (
    companies_message,
    company_rows,
    first_job_rows,
    match_rows,
    people_words,
    tension_rows,
    training_rows,
)

NB = "\u00a0"
COLUMNS = ["survey_year", "fap_version", "job_family", "met_low", "met_high", "xmet_low", "xmet_high"]
COLUMNS += ["difficult_share_low", "difficult_share_high", "seasonal_share_low", "seasonal_share_high"]


def years(*lines):
    return pd.DataFrame(lines, columns=COLUMNS)


OLD = (2021, 2009, "", 100, 100, 40, 40, 0.4, 0.4, 0.5, 0.5)
NEW = (2024, 2021, "", 110, 120, 60, 70, 0.5, 0.6, 0.4, 0.45)
INDUSTRY = (2024, 2021, "industrie", 20, 20, 10, 10, 0.5, 0.5, 0.1, 0.1)


def test_a_family_is_its_rows_and_all_jobs_are_the_sums():
    rows = years(NEW, INDUSTRY)
    assert employers.of_family(rows, "industrie")["met_low"].tolist() == [20]
    assert employers.of_family(rows, None)["met_low"].tolist() == [110]
    jobs = pd.DataFrame({"job_family": ["industrie", "services"], "fap_code": ["A", "B"]})
    assert employers.of_family(jobs, None)["fap_code"].tolist() == ["A", "B"]


def test_the_break_between_the_lists_is_drawn_and_years_without_a_survey_stay():
    drawn = employers.years_plot(years(OLD, NEW))

    sure, _, possible, _ = drawn["data"]
    assert (sure["x"], sure["y"], possible["base"], possible["y"]) == ([2021, 2024], [40, 60], [40, 60], [0, 10])
    assert sure["hovertext"] == ["Jugés difficiles 2021 : 40", "Jugés difficiles 2024 : 60 à 70"]
    assert [shape["x0"] for shape in drawn["layout"]["shapes"]] == [2023.5]
    assert "nouvelle liste" in drawn["layout"]["annotations"][0]["text"]
    assert drawn["layout"]["xaxis"]["dtick"] == 1


def test_without_two_lists_there_is_no_break():
    assert "shapes" not in employers.years_plot(years(OLD))["layout"]


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ([OLD, NEW], f"De plus en plus difficile : 40{NB}% de recrutements difficiles en 2021, 50 à 60{NB}% en 2024"),
        ([NEW, NEW], f"50 à 60{NB}% de recrutements difficiles en 2024, 50 à 60{NB}% en 2024"),
        ([OLD], "Depuis quand les employeurs peinent à recruter"),
    ],
)
def test_the_message_says_a_trend_only_where_intervals_are_apart(lines, message):
    assert employers.years_message(years(*lines)) == message


def places(**shares):
    rows = [(code, *pair) for code, pair in shares.items()]
    return pd.DataFrame(rows, columns=["place_code", "difficult_share_low", "difficult_share_high"]).assign(
        place_code=lambda rows: rows["place_code"].str.removeprefix("d")
    )


def test_a_neighbour_is_named_only_when_surely_apart():
    told = employers.places_message(places(d46=(0.5, 0.6), d12=(0.61, 0.7), d15=(0.55, 0.7), d24=(0.3, 0.4)))
    assert told == "Plus difficile qu'ici : Aveyron ; moins difficile : Dordogne"
    assert employers.places_message(places(d46=(0.5, 0.6), d12=(0.5, 0.7))).startswith("Aucun voisin")
    assert employers.places_message(places(d12=(0.5, 0.7))) == "Le Lot et ses voisins"


def test_places_are_bars_the_largest_sure_share_first():
    bars = employers.place_bars(places(d46=(0.5, 0.6), FR=(0.55, 0.57), d12=(float("nan"), float("nan"))))
    assert bars["label"].tolist() == ["France", "Lot", "Aveyron"]
    assert bars[["low", "high"]].iloc[0].tolist() == [0.55, 0.57]


def test_the_match_in_words():
    row = {"fap_name": "Soudeurs", "bassin_name": "Figeac", "lever": "former", "xmet_low": 18, "xmet_high": 20}
    row |= {"taken_low": 0, "taken_high": 0, "pipeline_low": 1, "pipeline_high": 4}
    rows = match_rows(pd.DataFrame([row | {"coverage_low": 0.0, "coverage_high": 0.2}]))
    assert rows.to_numpy().tolist() == [
        ["Soudeurs", "Figeac", "18 à 20", "aucun", "moins de 5", f"0 à 20{NB}%", "Former"]
    ]


def test_people_are_told_from_five_on():
    rows = pd.DataFrame({"taken_low": [0, 1, 5], "taken_high": [0, 4, 5]})
    assert people_words(rows, "taken") == ["aucun", "moins de 5", "5"]


def test_first_jobs_under_five_are_a_class():
    lines = [("EPCI", "Grand-Figeac", 7, 7), ("EPCI", "Grand Cahors", 0, 0), ("Métier", "Infirmier", 1, 4)]
    rows = pd.DataFrame(lines, columns=["breakdown", "name", "families_low", "families_high"])
    assert first_job_rows(rows)["Foyers, au moins"].tolist() == ["7", "aucun", "moins de 5"]


def test_a_tension_that_is_absent_is_a_dash():
    rows = pd.DataFrame(
        [("7601", "Cuisine", 5), ("7622", "Cuisine", 4), ("7601", "Accueil", 2)],
        columns=["bassin_code", "rome_name", "tension_score"],
    )
    assert tension_rows(rows).to_numpy().tolist() == [["Cuisine", "5 sur 5", "4 sur 5"], ["Accueil", "2 sur 5", "—"]]


def test_a_training_says_how_long_it_lasts_or_that_nobody_sets_it():
    row = {"fap_name": "Serveurs", "xmet_low": 5, "xmet_high": 9, "training_name": "T", "source": "S"}
    lines = [row | {"duration_hours": 14, "duration_words": None}, row | {"duration_words": "fixée par l'organisme"}]
    assert training_rows(pd.DataFrame(lines))["Durée"].tolist() == ["14 heures", "fixée par l'organisme"]


def test_jobs_are_bars_of_difficult_projects_with_the_seasonal_share_beside():
    jobs = pd.DataFrame(
        {
            "fap_name": ["Maçons", "Couvreurs"],
            "xmet_low": [59, 4],
            "xmet_high": [63, 4],
            "seasonal_share_low": [0.0, None],
            "seasonal_share_high": [0.14, None],
        }
    )
    drawn = employers.ranked_bars(jobs)
    assert drawn["words"].tolist() == [f"59 à 63 · 0 à 14{NB}%", "4"]
    assert drawn[["label", "low", "high"]].to_numpy().tolist() == [["Maçons", 59, 63], ["Couvreurs", 4, 4]]


def companies(*lines):
    return pd.DataFrame(lines, columns=["sector", "outcome", "companies_count", "actions_count"])


def test_companies_are_told_by_sector_and_by_what_they_had():
    took_part = pd.DataFrame({"sector": ["industrie", "industrie", None]})
    outcomes = companies(("industrie", "rencontres", 1, 1), ("industrie", "recrutement", 2, 1), ("", "", 1, 1))
    assert company_rows(took_part, outcomes).to_numpy().tolist() == [
        ["Industrie", 2, "un recrutement : 2 ; des rencontres : 1"],
        ["Secteur non écrit", 1, "rien d'écrit"],
    ]


@pytest.mark.parametrize(
    ("count", "outcome", "expected"),
    [
        (3, "recrutement", f"3{NB}entreprises engagées, 2 ont recruté"),
        (1, "rencontres", f"1{NB}entreprise engagée, aucune n'a encore recruté"),
    ],
)
def test_the_message_about_companies_says_how_many_hired(count, outcome, expected):
    took_part = pd.DataFrame({"company_id": range(count)})
    assert companies_message(took_part, companies(("industrie", outcome, 2, 1))) == expected


@pytest.mark.parametrize(
    ("low", "high", "message"),
    [
        ((0.48, 0.47, 0.42), (0.52, 0.55, 0.50), f"42 à 55{NB}% selon le bassin : aucun ne se détache"),
        ((0.48, 0.60, 0.42), (0.52, 0.65, 0.50), f"42 à 65{NB}% selon le bassin : d'abord Figeac"),
        ((0.48, None, None), (0.52, None, None), ""),
    ],
)
def test_a_bassin_is_named_only_where_its_least_is_above_the_others_most(low, high, message):
    cells = pd.DataFrame({"bassin": ["7601", "7622", "7629"], "low": low, "high": high})
    assert employers.bassins_message(cells.astype({"low": float, "high": float})) == message
