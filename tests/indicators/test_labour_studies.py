"""The tables about employers' needs, against literal rows."""

from datetime import date

import numpy as np
import pytest

from indicators import labour_studies as studies
from indicators.labour import survey_rows
from indicators.question import Question
from programme.survey import with_sums_by_row
from tests.indicators.surveys import survey, values

AS_OF = Question(date(2024, 12, 31))
QUERCY_BLANC = "200039519"
NAN = np.nan

NEEDS = survey(
    (2017, "46", "7301", "CAHORS", "S2Z61", 40, 10, 0),
    (2024, "46", "7601", "CAHORS", "S2X61", 100, 50, 80),
    (2024, "46", "7622", "FIGEAC", "D1X33", 20, 18, 0),
    (2024, "46", "7622", "FIGEAC", "S2X61", NAN, NAN, NAN),
    (2024, "12", "7614", "RODEZ", "S2X61", 200, 60, 0),
    (2024, "31", "7603", "TOULOUSE", "S2X61", 900, 90, 0),
)
NATIONAL = with_sums_by_row(NEEDS[NEEDS["survey_year"] == 2024]).drop(columns=["departement_code", "bassin_code"])
TABLES = {"labour_needs": NEEDS, "labour_needs_national": NATIONAL}


def test_bassins_of_the_lot_bear_today_s_codes_and_rows_their_family():
    rows = survey_rows(TABLES, AS_OF)

    assert values(rows, "bassin_code", "fap_code", "job_family") == [
        ["7601", "S2Z61", "hotellerie_restauration"],
        ["7601", "S2X61", "hotellerie_restauration"],
        ["7622", "D1X33", "industrie"],
        ["7622", "S2X61", "hotellerie_restauration"],
    ]


def test_jobs_are_ranked_with_what_lasts():
    jobs = studies.jobs_ranked(TABLES, AS_OF)

    columns = ("rank", "fap_code", "job_family", "xmet_low", "xmet_high", "lasting_low", "lasting_high")
    assert values(jobs, *columns) == [
        [1, "S2X61", "hotellerie_restauration", 50, 54, 0, 24],
        [2, "D1X33", "industrie", 18, 18, 18, 18],
    ]


def test_an_epci_has_the_bassins_it_lies_on():
    jobs = studies.jobs_ranked(TABLES, Question(date(2024, 12, 31), epci_code=QUERCY_BLANC))

    assert values(jobs, "fap_code", "xmet_low") == [["S2X61", 50]]


def test_years_say_which_list_they_count_by():
    years = studies.needs_by_year(TABLES, AS_OF)

    assert values(years, "survey_year", "fap_version", "job_family", "met_low", "met_high") == [
        [2017, 2009, "", 40, 40],
        [2017, 2009, "hotellerie_restauration", 40, 40],
        [2024, 2021, "", 121, 124],
        [2024, 2021, "hotellerie_restauration", 101, 104],
        [2024, 2021, "industrie", 20, 20],
    ]
    assert years["difficult_share_low"].round(3).tolist() == [0.25, 0.25, 0.548, 0.481, 0.9]


def test_the_future_is_not_known():
    assert studies.needs_by_year(TABLES, Question(date(2023, 6, 1)))["survey_year"].unique().tolist() == [2017]


def test_places_are_the_lot_its_neighbours_and_france():
    places = studies.needs_by_place(TABLES, AS_OF)
    whole = places[places["job_family"] == ""]

    assert values(whole, "place_code", "met_low", "met_high", "xmet_low") == [
        ["12", 200, 200, 60],
        ["31", 900, 900, 90],
        ["46", 121, 124, 68],
        ["FR", 1221, 1224, 218],
    ]
    lot = whole.set_index("place_code").loc["46"]
    assert (lot["difficult_share_low"], lot["difficult_share_high"]) == (68 / 124, 72 / 124)


def test_without_a_file_of_the_country_france_is_not_there():
    places = studies.needs_by_place(TABLES | {"labour_needs_national": NATIONAL[:0]}, AS_OF)
    assert "FR" not in set(places["place_code"])


def test_tensions_are_the_latest_of_the_lot_strongest_first(frame):
    rows = frame(
        "tensions",
        [
            {"tension_year": 2020, "bassin_code": "7601", "rome_code": "G1602", "tension_score": 5},
            {"tension_year": 2021, "bassin_code": "7601", "rome_code": "G1602", "tension_score": 3, "offers_count": 9},
            {"tension_year": 2021, "bassin_code": "7622", "rome_code": "Z9999", "tension_score": 5, "offers_count": 2},
            {"tension_year": 2021, "bassin_code": "7614", "rome_code": "G1602", "tension_score": 5},
        ],
    )
    found = studies.tensions({"tensions": rows}, AS_OF)

    assert values(found, "tension_year", "bassin_code", "rome_name", "tension_score") == [
        [2021, "7622", "Z9999", 5],
        [2021, "7601", "Personnel de cuisine", 3],
    ]


def test_short_trainings_are_those_of_the_survey_s_list(frame):
    said = {"training_name": "Serveur", "certification": "Titre", "source": "Répertoire"}
    trainings = frame(
        "trainings",
        [
            said | {"fap_version": 2009, "fap_code": "S2Z61"},
            said | {"fap_version": 2021, "fap_code": "S2X61", "duration_hours": 35},
            said | {"fap_version": 2021, "fap_code": "V1X80"},
        ],
    )
    found = studies.short_trainings(TABLES | {"trainings": trainings}, AS_OF)

    assert values(found, "rank", "fap_code", "training_name", "duration_hours", "source") == [
        [1, "S2X61", "Serveur", 35, "Répertoire"]
    ]


def test_companies_are_counted_once_by_sector_and_outcome(frame):
    actions = frame(
        "actions",
        [{"campaign_id": "A", "start_date": "2024-01-01"}, {"campaign_id": "B", "start_date": "2025-01-01"}],
    )
    companies = frame(
        "companies",
        [
            {"company_id": "1", "campaign_id": "A", "sector": "industrie", "outcome": "recrutement"},
            {"company_id": "2", "campaign_id": "A", "sector": "industrie", "outcome": "recrutement"},
            {"company_id": "2", "campaign_id": "X", "sector": "industrie", "outcome": "recrutement"},
            {"company_id": "3", "campaign_id": "A", "sector": None, "outcome": None},
            {"company_id": "4", "campaign_id": "B", "sector": "industrie", "outcome": "recrutement"},
        ],
    )
    found = studies.companies_by_sector({"companies": companies, "actions": actions}, AS_OF)

    assert values(found, "sector", "outcome", "companies_count", "actions_count") == [
        ["industrie", "recrutement", 2, 2],
        ["", "", 1, 1],
    ]


def test_bassins_have_their_sums_and_those_of_their_families():
    bassins = studies.needs_by_bassin(TABLES, AS_OF)

    assert values(bassins, "bassin_name", "job_family", "met_low", "met_high") == [
        ["Cahors", "", 100, 100],
        ["Cahors", "hotellerie_restauration", 100, 100],
        ["Figeac", "", 21, 24],
        ["Figeac", "hotellerie_restauration", 1, 4],
        ["Figeac", "industrie", 20, 20],
    ]


@pytest.mark.parametrize(
    "study", [studies.jobs_ranked, studies.needs_by_year, studies.needs_by_place, studies.needs_by_bassin]
)
def test_nothing_received_is_no_row(study):
    empty = {"labour_needs": NEEDS[:0], "labour_needs_national": NATIONAL[:0]}
    assert study(empty, AS_OF).empty
