"""When things happen: calls by season and by what the programme did, moves and abandonments some months later."""

from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from random import Random

from etl.demo.tables import table

START = date(2019, 1, 7)
PREVIOUS_COMMITTEE = date(2020, 3, 12)
AS_OF = date(2022, 3, 31)
WEEKS_OF_ECHO = 8
ECHO = {"salon": 0.5, "television": 1.1, "campagne": 0.45}


@cache
def calls_by_day() -> tuple[list[date], list[float]]:
    """The working days of the three years, and how many calls each receives, in relative terms."""
    days = [START + timedelta(days=n) for n in range((AS_OF - START).days - 2)]
    working = [day for day in days if day.weekday() < 5]
    return working, [_level(day) * (1 + sum(echoes(day).values())) for day in working]


def echoes(day: date) -> dict[str, float]:
    """campaign_id -> how much a recent action still brings on that day, relative to an ordinary one."""
    found = {}
    for campaign_id, _name, _kind, start, _end, _cost, channel in table("steering")["actions"]:
        age = (day - start).days / 7
        if 0 <= age < WEEKS_OF_ECHO:
            found[campaign_id] = ECHO[channel] * (1 - age / WEEKS_OF_ECHO)
    return found


def channel_of(campaign_id: str) -> str:
    return next(action[-1] for action in table("steering")["actions"] if action[0] == campaign_id)


def first_contact(rng: Random) -> date:
    days, weights = calls_by_day()
    return rng.choices(days, weights)[0]


def ending(rng: Random, contact: date) -> tuple[str, date | None]:
    """What became of a household by AS_OF: open, installe or abandon, and the day of it."""
    move = contact + timedelta(days=round(max(25, rng.lognormvariate(5.56, 0.5))))
    leave = contact + timedelta(days=round(max(20, rng.lognormvariate(6.0, 0.8))))
    if rng.random() < _moving_share(contact) and move < leave:
        return ("installe", move) if move <= AS_OF else ("open", None)
    return ("abandon", _working(leave)) if leave <= AS_OF - timedelta(days=3) else ("open", None)


def _moving_share(contact: date) -> float:
    """Of those who call, how many would settle: the first ones had a project ready, later ones came to ask."""
    return 0.72 if contact < date(2019, 9, 1) else 0.3


def between(rng: Random, first: date, last: date, low: float = 0.0, high: float = 1.0) -> date:
    """A working day in a slice of the interval, never before its first day."""
    span = (last - first).days
    day = first + timedelta(days=round(span * rng.uniform(low, high)))
    return max(first, _working(day))


def _working(day: date) -> date:
    return day - timedelta(days=max(0, day.weekday() - 4))


def _level(day: date) -> float:
    society = table("society")
    steps = [*society["levels"], [date.max, 0]]
    level = next(low[1] for low, high in pairwise(steps) if low[0] <= day < high[0])
    return level * society["seasons"][day.month - 1]
