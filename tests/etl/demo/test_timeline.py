"""When families call and move."""

from datetime import date
from itertools import groupby
from random import Random

from etl.demo import timeline


def calls_by_month() -> dict[str, float]:
    days = list(zip(*timeline.calls_by_day(), strict=True))
    return {
        month: sum(weight for _, weight in group) for month, group in groupby(days, lambda pair: f"{pair[0]:%Y-%m}")
    }


def test_calls_fall_in_april_2020_and_rise_from_the_summer() -> None:
    calls = calls_by_month()
    assert calls["2020-04"] < 0.5 * calls["2019-04"]
    assert calls["2021-04"] > calls["2019-04"]
    assert sum(calls[f"2020-{month}"] for month in ("07", "09", "11")) > 1.1 * sum(
        calls[f"2019-{month}"] for month in ("07", "09", "11")
    )


def test_a_television_report_echoes_for_eight_weeks() -> None:
    echo = {
        day: timeline.echoes(day).get("TV-2021-1") for day in (date(2021, 9, 10), date(2021, 9, 12), date(2021, 11, 7))
    }
    assert echo == {date(2021, 9, 10): None, date(2021, 9, 12): timeline.ECHO["television"], date(2021, 11, 7): None}


def test_nothing_ends_before_it_began_nor_after_the_committee() -> None:
    rng = Random(1)
    for _ in range(300):
        contact = timeline.first_contact(rng)
        outcome, ended = timeline.ending(rng, contact)
        assert (ended is None) == (outcome == "open")
        assert ended is None or contact < ended <= timeline.AS_OF


def test_a_day_between_two_is_a_working_day_not_before_the_first() -> None:
    saturday, tuesday = date(2021, 5, 1), date(2021, 5, 4)
    days = {timeline.between(Random(seed), saturday, tuesday) for seed in range(40)}
    assert days == {saturday, date(2021, 5, 3), tuesday}
