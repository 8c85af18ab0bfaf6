"""The place's conditions: shares, weighted means, the median inhabitant, and the year that is told."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from etl.conditions.tables import indicators
from indicators.catalog import catalog
from indicators.conditions import CONDITIONS, condition_year, conditions, conditions_held
from indicators.question import Question
from indicators.registry import unfilled
from programme import territory
from programme.vocabulary import Scope

CAHORS, PRADINES, FIGEAC, CAPDENAC = "46042", "46224", "46102", "12052"
GRAND_CAHORS, GRAND_FIGEAC = "200023737", "200067361"
AS_OF = date(2022, 3, 31)


@pytest.fixture
def told(frame):
    """The table of conditions from (commune, indicator, year, value) and, maybe, observations."""

    def _told(*facts: tuple) -> dict[str, pd.DataFrame]:
        names = ("commune_code", "indicator", "condition_year", "value", "observations_count")
        rows = [dict(zip(names, fact, strict=False)) | {"import_id": 1} for fact in facts]
        return {"living_conditions": frame("living_conditions", rows)}

    return _told


def asked(figure: str, tables: dict, *by: str, **question) -> list[list]:
    answer = conditions(tables, Question(**{"as_of": AS_OF} | question, by=by), CONDITIONS[figure])
    return answer.astype(object).where(answer.notna(), None).to_numpy().tolist()


def people(code: str) -> int:
    return int(territory.communes().loc[code, "population_count"])


FIBRE = [
    (CAHORS, "locaux_fibre", 2021, 900.0),
    (CAHORS, "locaux", 2021, 1000.0),
    (PRADINES, "locaux_fibre", 2021, 0.0),
    (PRADINES, "locaux", 2021, 500.0),
    (FIGEAC, "locaux_fibre", 2021, 300.0),
    (FIGEAC, "locaux", 2021, 400.0),
]


def test_a_share_of_an_epci_is_the_sum_of_its_communes(told):
    tables = told(*FIBRE)
    assert asked("L5", tables, "commune") == [
        [CAHORS, 0.9, 0.9, 0.9, 900.0, 1000.0],
        [FIGEAC, 0.75, 0.75, 0.75, 300.0, 400.0],
        [PRADINES, 0.0, 0.0, 0.0, 0.0, 500.0],
    ]
    assert asked("L5", tables, "epci") == [
        [GRAND_CAHORS, 0.6, 0.6, 0.6, 900.0, 1500.0],
        [GRAND_FIGEAC, 0.75, 0.75, 0.75, 300.0, 400.0],
    ]
    share = 1200 / 1900
    assert asked("L5", tables) == [[share, share, share, 1200.0, 1900.0]]


def test_a_commune_whose_total_is_unknown_or_small_has_no_share(told):
    tables = told(*FIBRE[:2], (PRADINES, "locaux_fibre", 2021, 7.0), (FIGEAC, "locaux_fibre", 2021, 5.0))
    tables["living_conditions"] = pd.concat(
        [tables["living_conditions"], told((FIGEAC, "locaux", 2021, 9.0))["living_conditions"]], ignore_index=True
    )
    assert asked("L5", tables, "commune") == [
        [CAHORS, 0.9, 0.9, 0.9, 900.0, 1000.0],
        [FIGEAC, None, None, None, 5.0, 9.0],
        [PRADINES, None, None, None, None, None],
    ]


def test_a_total_of_the_year_before_is_taken_and_none_further(told):
    vacant = (CAHORS, "logements_vacants_2ans", 2021, 50.0)
    assert asked("L3", told(vacant, (CAHORS, "logements_prives", 2020, 1000.0)))[0][0] == 0.05
    assert asked("L3", told(vacant, (CAHORS, "logements_prives", 2018, 1000.0)))[0][0] is None


def test_more_premises_served_than_counted_is_all_of_them(told):
    assert asked("L5", told((CAHORS, "locaux_fibre", 2021, 105.0), (CAHORS, "locaux", 2021, 100.0)))[0][0] == 1.0


def test_a_price_is_weighted_by_its_sales_and_tells_them(told):
    tables = told((CAHORS, "prix_m2", 2021, 1500.0, 30), (PRADINES, "prix_m2", 2021, 1000.0, 10))
    assert asked("L2", tables, "epci") == [[GRAND_CAHORS, 1375.0, 1375.0, 1375.0, None, 40.0]]


def test_a_rent_is_weighted_by_the_inhabitants(told):
    tables = told((CAHORS, "loyer_appartement", 2021, 9.0), (PRADINES, "loyer_appartement", 2021, 8.0))
    expected = (9 * people(CAHORS) + 8 * people(PRADINES)) / (people(CAHORS) + people(PRADINES))
    assert asked("L1", tables)[0][0] == pytest.approx(expected)


def test_access_to_doctors_is_weighted_by_its_own_population_where_it_is_told(told):
    care = [(CAHORS, "apl_generalistes", 2021, 4.0), (PRADINES, "apl_generalistes", 2021, 1.0)]
    weights = [(CAHORS, "population_apl", 2021, 100.0), (PRADINES, "population_apl", 2021, 300.0)]
    assert asked("L6", told(*care, *weights))[0][0] == 1.75
    expected = (4 * people(CAHORS) + people(PRADINES)) / (people(CAHORS) + people(PRADINES))
    assert asked("L6", told(*care))[0][0] == pytest.approx(expected)


def test_the_level_of_density_is_the_median_inhabitants(told):
    tables = told((CAHORS, "densite", 2021, 2.0), (PRADINES, "densite", 2021, 5.0))
    assert asked("L8", tables)[0][0] == 2.0


def test_the_year_is_the_latest_by_the_date_darrete_else_the_first_after(told):
    tables = told(*[(CAHORS, "densite", year, float(level)) for year, level in ((2019, 2), (2021, 3), (2025, 4))])
    years = {year: condition_year(tables, Question(date(year, 6, 30)), CONDITIONS["L8"]) for year in (2018, 2021, 2024)}
    assert years == {2018: 2019, 2021: 2021, 2024: 2021}
    assert condition_year(tables, Question(AS_OF), CONDITIONS["L1"]) is None
    assert asked("L8", tables, as_of=date(2030, 1, 1))[0][0] == 4.0


def test_places_follow_the_scope_the_epci_and_the_commune(told):
    tables = told((CAHORS, "densite", 2021, 2.0), (FIGEAC, "densite", 2021, 3.0), (CAPDENAC, "densite", 2021, 5.0))
    assert [row[0] for row in asked("L8", tables, "commune")] == [CAPDENAC, CAHORS, FIGEAC]
    assert [row[0] for row in asked("L8", tables, "commune", scope=Scope.LOT)] == [CAHORS, FIGEAC]
    assert [row[0] for row in asked("L8", tables, "commune", epci_code=GRAND_FIGEAC)] == [CAPDENAC, FIGEAC]
    assert asked("L8", tables, commune_code=FIGEAC)[0][0] == 3.0


def test_what_is_held_says_its_years_and_how_many_communes(told):
    facts = ((CAHORS, "densite", 2021, 2.0), (FIGEAC, "densite", 2021, 3.0), (CAHORS, "densite", 2025, 2.0))
    held = conditions_held(told(*facts)["living_conditions"])
    assert held.to_dict("records") == [{"figure": "L8", "years": [2021, 2025], "communes_count": 2}]
    assert conditions_held(told()["living_conditions"]).empty


def test_without_a_source_nothing_is_told(told):
    tables = told((CAHORS, "densite", 2021, 2.0))
    assert asked("L1", tables, "commune") == []
    assert asked("L1", tables) == [[None] * 5]
    assert unfilled("L5", tables, Question(AS_OF)) == [
        "living_conditions.locaux_fibre",
        "living_conditions.locaux",
    ]
    assert unfilled("L8", tables, Question(AS_OF)) == []


@pytest.mark.parametrize("figure", CONDITIONS)
def test_figures_and_the_table_of_indicators_agree(figure):
    condition, entry = CONDITIONS[figure], catalog()[figure]
    known = indicators()
    assert condition.better == known[condition.indicator].direction or condition.per
    assert entry.kind == "rate"
    assert f"living_conditions.{condition.indicator}" in entry.columns
    assert known[condition.indicator].producer.split(",")[0].split(" (")[0] in entry.source
    weights = {condition.per, condition.weight} - {"", "inhabitants", "observations", "median"}
    assert weights <= set(known)


def test_nothing_is_made_of_numbers_that_are_missing(told):
    answer = conditions(told((CAHORS, "densite", 2021, np.nan)), Question(AS_OF), CONDITIONS["L8"])
    assert answer["value"].isna().all()
