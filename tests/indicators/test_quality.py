from datetime import date

import numpy as np
import pandas as pd

from indicators import quality
from indicators.question import Question

NAN = np.nan
CAHORS, FIGEAC = "200023737", "200067361"
NOW = Question(date(2022, 3, 31))
BY_EPCI = Question(NOW.as_of, by=("epci",))


def imports_of(frame):
    return frame(
        "imports",
        [
            {"import_id": 1, "epci_code": CAHORS, "kind": "state", "received_date": "2021-03-31"},
            {"import_id": 2, "epci_code": CAHORS, "kind": "state", "received_date": "2022-03-21"},
            {"import_id": 3, "epci_code": FIGEAC, "kind": "supplement", "received_date": "2022-03-31"},
            {"import_id": 4, "kind": "steering", "received_date": "2020-01-01"},
            {"import_id": 5, "epci_code": CAHORS, "kind": "follow_up", "received_date": "2022-03-30"},
        ],
    )


def test_completeness_of_the_key_fields(households, cells):
    full = {
        "first_contact_date": "2021-01-05",
        "status": "suivi",
        "target_commune_code": "46042",
        "origin_departement_code": "31",
        "adults_count": 2,
        "children_count": 0,
        "profile": "salarie",
        "channel": "site",
    }
    rows = households(full, full | {"channel": None, "profile": None}, {"epci_code": FIGEAC})
    answer = quality.completeness({"households": rows}, BY_EPCI)
    expected = cells((CAHORS, 0.875, 0.875, 0.875, 14, 16), (FIGEAC, 0, 0, 0, 0, 8), by=("epci",))
    pd.testing.assert_frame_equal(answer, expected)


def test_days_since_the_last_file_of_each_and_of_the_oldest(frame, cells):
    tables = {"imports": imports_of(frame)}
    expected = cells((CAHORS, 10, 10, 10, NAN, NAN), (FIGEAC, 0, 0, 0, NAN, NAN), by=("epci",))
    answer = quality.days_since_last_file(tables, BY_EPCI)
    pd.testing.assert_frame_equal(answer[answer["value"].notna()].reset_index(drop=True), expected)
    assert answer["value"].isna().sum() == 8
    pd.testing.assert_frame_equal(quality.days_since_last_file(tables, NOW), cells((10, 10, 10, 2, 10)))


def test_only_whole_lines_are_lines_refused(frame, cells):
    rejections = frame(
        "rejections",
        [
            {"rejection_id": 1, "import_id": 2, "is_row": True},
            {"rejection_id": 2, "import_id": 2, "is_row": False},
            {"rejection_id": 3, "import_id": 3, "is_row": True},
            {"rejection_id": 4, "import_id": 4, "is_row": True},
        ],
    )
    tables = {"rejections": rejections, "imports": imports_of(frame)}
    expected = cells((CAHORS, 1, 1, 1, NAN, NAN), (FIGEAC, 1, 1, 1, NAN, NAN), by=("epci",))
    pd.testing.assert_frame_equal(quality.lines_refused(tables, BY_EPCI), expected)


def test_pairs_left_to_decide_count_in_each_of_their_epcis(households, frame, cells):
    rows = households({}, {"epci_code": FIGEAC}, {})
    pairs = [("h1", "h2", "open"), ("h1", "h3", "open"), ("h2", "h3", "same")]
    names = ("household_id", "other_household_id", "decision")
    duplicates = frame("duplicates", [dict(zip(names, pair, strict=True)) for pair in pairs])
    tables = {"households": rows, "duplicates": duplicates}
    pd.testing.assert_frame_equal(quality.duplicates_open(tables, NOW), cells((2, 2, 2, NAN, NAN)))
    expected = cells((CAHORS, 2, 2, 2, NAN, NAN), (FIGEAC, 1, 1, 1, NAN, NAN), by=("epci",))
    pd.testing.assert_frame_equal(quality.duplicates_open(tables, BY_EPCI), expected)


def test_a_family_received_by_several_counts_in_each_of_them_and_once_in_all(households, cells):
    received = {"family_id": "f1", "first_contact_date": "2021-05-03"}
    later = received | {"family_id": "f2", "first_contact_date": "2030-01-01"}
    rows = households(
        *(received, received | {"epci_code": FIGEAC}, received | {"epci_code": FIGEAC}),
        *(
            later,
            later | {"epci_code": FIGEAC, "first_contact_date": "2021-05-03"},
            {"first_contact_date": "2021-05-03"},
        ),
    )
    expected = cells((CAHORS, 1, 1, 1, NAN, NAN), (FIGEAC, 1, 1, 1, NAN, NAN), by=("epci",))
    pd.testing.assert_frame_equal(quality.received_by_several({"households": rows}, BY_EPCI), expected)
    pd.testing.assert_frame_equal(quality.received_by_several({"households": rows}, NOW), cells((1, 1, 1, NAN, NAN)))
