from datetime import date

import numpy as np
import pandas as pd
import pytest

from indicators.counting import count, share, spread
from indicators.question import MEASURES, Question

NAN = np.nan
CAHORS, FIGEAC = "200023737", "200067361"
BY_EPCI = Question(date(2022, 3, 31), by=("epci",))


def cells(*rows, by=("epci",)):
    return pd.DataFrame(rows, columns=[*by, *MEASURES]).astype(dict.fromkeys(MEASURES, "float64"))


def events_of(households, *rows):
    return households(*rows).assign(event_date=pd.Timestamp("2021-01-01"), place_code=None)


def test_a_missing_value_of_a_breakdown_is_a_cell(households):
    events = events_of(households, {"channel": "site"}, {"channel": None}, {"channel": None})
    expected = cells(("site", 1, 1, 1, NAN, NAN), (NAN, 2, 2, 2, NAN, NAN), by=("channel",))
    pd.testing.assert_frame_equal(count(events, Question(BY_EPCI.as_of, by=("channel",))), expected)


def test_a_share_is_among_those_who_tell_and_silent_under_ten(households):
    yes = [{"has_doctor": True}] * 5 + [{"has_doctor": False}] * 5 + [{"has_doctor": None}] * 3
    few = [{"has_doctor": True, "epci_code": FIGEAC}] * 9
    events = events_of(households, *yes, *few).assign(is_true=lambda rows: rows["has_doctor"])
    expected = cells((CAHORS, 0.5, 0.23659, 0.76341, 5, 10), (FIGEAC, NAN, NAN, NAN, 9, 9))
    pd.testing.assert_frame_equal(share(events, BY_EPCI), expected, rtol=1e-4)


def test_a_share_of_nobody(households):
    events = events_of(households, {}).assign(is_true=pd.array([None], "boolean"))
    expected = cells((NAN, NAN, NAN, 0, 0), by=())
    pd.testing.assert_frame_equal(share(events, Question(BY_EPCI.as_of)), expected)


def test_a_spread_is_a_median_between_quartiles(households):
    events = events_of(households, *[{}] * 11, {"epci_code": FIGEAC}, {})
    events["days"] = [*range(0, 110, 10), 7, NAN]
    expected = cells((CAHORS, 50, 25, 75, NAN, 11), (FIGEAC, NAN, NAN, NAN, NAN, 1))
    pd.testing.assert_frame_equal(spread(events, "days", BY_EPCI), expected)


@pytest.mark.parametrize("by", [(), ("epci",)])
def test_a_spread_of_nobody(households, by):
    answer = spread(events_of(households, {}).assign(days=NAN), "days", Question(BY_EPCI.as_of, by=by))
    expected = cells(*[] if by else [(NAN, NAN, NAN, NAN, 0)], by=by)
    pd.testing.assert_frame_equal(answer, expected, check_dtype=False, check_index_type=False)
