import pandas as pd
import pytest

from etl.labour.trainings import COLUMNS, read_trainings, recognises

HEADER = ["Formation", "Certification", "Codes FAP 2009", "Codes FAP 2021", "Durée en heures", "Durée", "Source"]
HYGIENE = ["Hygiène alimentaire", "Attestation", "S1Z20, S1Z40", "S1X20", "14", "", "Arrêté du 5 octobre 2011"]


def test_one_row_per_training_and_job():
    found = read_trainings({"Formations": [["Formations courtes"], [], HEADER, HYGIENE, []]})

    said = ["Hygiène alimentaire", "Attestation"]
    rest = [14, None, "Arrêté du 5 octobre 2011"]
    expected = pd.DataFrame(
        [
            [*said, 2009, "S1Z20", *rest],
            [*said, 2009, "S1Z40", *rest],
            [*said, 2021, "S1X20", *rest],
        ],
        columns=list(COLUMNS),
    )
    pd.testing.assert_frame_equal(found.rows, expected, check_dtype=False)
    assert (found.read, found.rejected) == (1, 0)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({6: ""}, "no_source"),
        ({0: ""}, "no_source"),
        ({2: "", 3: "cuisine"}, "no_job"),
        ({4: "deux jours"}, "bad_hours"),
    ],
)
def test_a_line_that_cannot_be_checked_is_left_aside(changed, code):
    line = [changed.get(place, cell) for place, cell in enumerate(HYGIENE)]
    found = read_trainings({"": [HEADER, HYGIENE, line]})

    assert [(problem.code, problem.row) for problem in found.problems] == [(code, 3)]
    assert (len(found.rows), found.read, found.rejected) == (3, 2, 1)


def test_an_unset_duration_stays_unknown():
    found = read_trainings({"": [HEADER, [*HYGIENE[:4], "", "fixée par l'organisme", HYGIENE[6]]]})

    assert found.rows["duration_hours"].isna().all()
    assert found.rows["duration_words"].unique().tolist() == ["fixée par l'organisme"]


def test_what_is_a_table_of_trainings():
    assert recognises({"a": [["Notes"]], "b": [HEADER]})
    assert not recognises({"a": [["Formation", "Besoin", "Statut"]]})
