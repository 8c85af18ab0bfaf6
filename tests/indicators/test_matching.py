"""Jobs hard to fill, and who among the newcomers took or could take them."""

from datetime import date
from itertools import product

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators import coverage, matching
from indicators.question import Question
from tests.indicators.surveys import survey, values

AS_OF = Question(date(2024, 12, 31))
CAHORS, FIGEAC, SOUILLAC = "46042", "46102", "46309"
NAN = np.nan

NEEDS = survey(
    (2024, "46", "7601", "CAHORS", "S2X61", 100, 50, 80),
    (2024, "46", "7601", "CAHORS", "V1X80", 12, 10, 0),
    (2024, "46", "7622", "FIGEAC", "D1X33", 20, 18, 0),
    (2024, "46", "7622", "FIGEAC", "L1X60", NAN, NAN, NAN),
    (2024, "46", "7622", "FIGEAC", "R0X61", 8, 0, 0),
)


@pytest.fixture
def settled():
    def make(occupation, commune=CAHORS, **more):
        said = {"installation_date": "2024-06-01", "commune_code": commune, "occupation_code": occupation}
        return {"first_contact_date": "2024-01-10", "took_local_job": True, "attribution": "accompagne"} | said | more

    return make


@pytest.fixture
def followed():
    def make(occupation, commune=CAHORS, **more):
        said = {"status": "suivi", "target_commune_code": commune, "occupation_code": occupation}
        return {"first_contact_date": "2024-03-10", "profile": "salarie"} | said | more

    return make


@pytest.fixture
def tables(households, frame):
    def make(*rows, needs=NEEDS, trainings=()):
        return {
            "households": households(*rows),
            "labour_needs": needs,
            "trainings": frame("trainings", [{"training_name": "T", "fap_code": code} for code in trainings]),
        }

    return make


def people(found):
    return found.set_index(["bassin_code", "fap_code"])[["taken", "pipeline"]].T.to_dict("list")


def test_who_counts_for_a_job_and_who_does_not(tables, settled, followed):
    found = matching.counts_by_job(
        tables(
            settled("serveur"),
            settled("serveur", installation_date="2023-06-01"),
            settled("serveur", took_local_job=None),
            settled("infirmier", took_local_job=False, partner_found_job=True, partner_occupation_code="soudeur"),
            settled("serveur", attribution="hors_dispositif"),
            followed("serveur"),
            followed("serveur", profile="teletravailleur", partner_seeks_job=True, partner_occupation_code="infirmier"),
            followed("soudeur", FIGEAC),
            followed(None),
        ),
        AS_OF,
    )

    assert people(found) == {
        ("7601", "D1X33"): [1, 0],
        ("7601", "S2X61"): [1, 1],
        ("7601", "V1X80"): [0, 1],
        ("7622", "D1X33"): [0, 1],
    }


def test_a_period_with_a_start_is_the_one_that_counts(tables, settled):
    rows = tables(settled("serveur"), settled("serveur", installation_date="2022-06-01"))
    found = matching.counts_by_job(rows, Question(date(2024, 12, 31), start=date(2022, 1, 1)))

    assert people(found) == {("7601", "S2X61"): [2, 0]}


def test_the_match_is_sorted_by_what_can_be_done_then_by_the_surest_gap(tables, settled, followed):
    rows = [settled("serveur") for _ in range(6)] + [followed("infirmier")]
    found = matching.match(tables(*rows, trainings=("D1X33",)), AS_OF)

    people_columns = ("taken_low", "taken_high", "pipeline_low", "pipeline_high")
    assert values(found, "bassin_code", "fap_code", "lever", *people_columns, "gap_low", "gap_high") == [
        ["7601", "V1X80", "mettre_en_relation", 0, 0, 1, 4, 10, 10],
        ["7622", "D1X33", "former", 0, 0, 0, 0, 18, 18],
        ["7601", "S2X61", "faire_venir", 6, 6, 0, 0, 44, 44],
        ["7622", "L1X60", "faire_venir", 0, 0, 0, 0, 0, 4],
    ]
    shares = found[["coverage_low", "coverage_high"]].round(3)
    assert shares.iloc[:3].to_numpy().tolist() == [[0, 0.4], [0, 0], [0.12, 0.12]]
    assert shares.iloc[3].isna().all()


@pytest.mark.parametrize(("count", "told"), [(0, [0, 0]), (1, [1, 4]), (4, [1, 4]), (5, [5, 5]), (7, [7, 7])])
def test_under_five_people_the_class_and_not_the_count(tables, followed, count, told):
    rows = tables(*[followed("infirmier") for _ in range(count)])
    found = matching.match(rows, AS_OF).set_index("fap_code").loc["V1X80"]

    assert found[["pipeline_low", "pipeline_high"]].tolist() == told


def test_two_cells_that_differ_by_one_person_say_the_same(tables, followed, settled):
    """Nothing of a row, its coverage included, tells 2 people from 3."""
    two, three = (matching.match(tables(*[settled("infirmier") for _ in range(count)]), AS_OF) for count in (2, 3))
    pd.testing.assert_frame_equal(two, three)


def test_nobody_covers_a_project_of_another_job_or_bassin(tables, settled):
    rows = [settled("infirmier") for _ in range(30)] + [settled("soudeur", SOUILLAC) for _ in range(9)]
    total = coverage.coverage(tables(*rows), AS_OF).iloc[0]

    assert (total["numerator"], total["denominator"]) == (10, 82)
    assert (total["low"], total["high"]) == (10 / 82, 10 / 78)


def test_the_coverage_by_bassin_and_by_family(tables, settled, followed):
    rows = tables(*[settled("serveur") for _ in range(5)], *[followed("soudeur", FIGEAC) for _ in range(6)])
    by_bassin = coverage.coverage(rows, Question(date(2024, 12, 31), by=("bassin",)))
    by_family = coverage.coverage(rows, Question(date(2024, 12, 31), by=("priority",)))

    assert values(by_bassin, "bassin", "low", "high") == [["7601", 5 / 60, 5 / 60], ["7622", 0, 6 / 18]]
    assert values(by_family[by_family["low"].notna()], "priority", "low", "high") == [
        ["hotellerie_restauration", 0.1, 0.1],
        ["industrie", 0, 6 / 18],
        ["sante_aide", 0, 0],
    ]


cells = st.lists(
    st.tuples(st.integers(0, 6), st.integers(0, 4), st.one_of(st.just(NAN), st.integers(5, 9))), min_size=1, max_size=3
)


@settings(max_examples=40)
@given(cells=cells)
def test_both_bounds_of_the_coverage_are_reached(cells):
    rows = pd.DataFrame(cells, columns=["taken", "pipeline", "xmet"]).astype(float)
    rows = pd.concat([rows, pd.DataFrame({"taken": [5.0], "pipeline": [0.0], "xmet": [12.0]})], ignore_index=True)
    rows["xmet_low"], rows["xmet_high"] = rows["xmet"].fillna(0), rows["xmet"].fillna(4)

    worlds = list(product(*(range(int(row.xmet_low), int(row.xmet_high) + 1) for row in rows.itertuples())))
    least = min(share(rows["taken"], projects) for projects in worlds)
    most = max(share(rows["taken"] + rows["pipeline"], projects) for projects in worlds)
    found = coverage.covered(rows)
    assert (found["low"], found["high"]) == (pytest.approx(least), pytest.approx(most))


def share(people, projects):
    return sum(np.minimum(people, projects)) / sum(projects)


def test_what_is_handed_over_has_counts_by_job_and_bassin_and_no_person(tables, settled, followed):
    rows = [followed("infirmier", source_file="suivi.xlsx") for _ in range(5)] + [settled("cariste", FIGEAC)]
    found = matching.to_hand_over(tables(*rows, followed("infirmier", None), followed("pompier")), AS_OF)

    columns = ("bassin_name", "fap_code", "fap_name", "taken_low", "taken_high", "pipeline_low", "met_low", "xmet_low")
    told = found[list(columns)].astype(object).where(found[list(columns)].notna(), None).to_numpy().tolist()
    assert told == [
        ["Cahors", "V1X80", "Métier V1X80", 0, 0, 5, 12, 10],
        ["Figeac", "J0X32", "Cariste", 1, 4, 0, None, None],
    ]
    assert not {"household_id", "family_id", "commune_code", "epci_code", "source_file"} & set(found.columns)


def test_no_survey_is_no_row(tables, settled):
    rows = tables(settled("serveur"), needs=NEEDS[:0])
    assert matching.match(rows, AS_OF).empty
    assert coverage.coverage(rows, AS_OF).empty
    assert len(matching.to_hand_over(rows, AS_OF)) == 1


def test_the_list_of_jobs_is_that_of_the_survey(tables, settled):
    older = survey((2023, "46", "7601", "CAHORS", "S2Z61", 100, 50, 80))
    found = matching.match(tables(*[settled("serveur") for _ in range(5)], needs=older), AS_OF)
    assert values(found, "fap_code", "taken_low") == [["S2Z61", 5]]
