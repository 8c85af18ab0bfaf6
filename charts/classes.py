"""Round classes for shades, round values for circles: few, readable aloud, and the same from one year to the next."""

import math
from bisect import bisect_right
from collections.abc import Sequence

STEPS = (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)


def round_breaks(values: Sequence[float], classes: int = 5) -> list[float]:
    """The inner limits of at most `classes` classes holding about as many values each, rounded to be read.

    Zeros are left out: zero is a class of its own on a map. Fewer values than classes give fewer limits.
    """
    known = sorted(value for value in values if value == value and value > 0)
    if len(set(known)) < 2:
        return []
    cuts = [known[min(len(known) * i // classes, len(known) - 1)] for i in range(1, classes)]
    limits = sorted({round_near(cut) for cut in cuts})
    return [limit for limit in limits if known[0] < limit <= known[-1]]


def class_of(value: float, breaks: Sequence[float]) -> int:
    """The rank of a value's class, from 0; a limit belongs to the class above it."""
    return bisect_right(list(breaks), value)


def round_near(value: float) -> float:
    """The nearest readable number: 0.37 -> 0.4, 7.2 -> 8 or 6, 134 -> 150."""
    power = 10 ** math.floor(math.log10(value))
    return _exact(min(STEPS, key=lambda step: abs(step * power - value)), power)


def round_up(value: float) -> float:
    """The first readable number that is not below: 33 -> 40."""
    if value <= 0:
        return 1
    power = 10 ** math.floor(math.log10(value))
    return _exact(next(step for step in STEPS if step * power >= value * (1 - 1e-9)), power)


def key_values(largest: float) -> list[int]:
    """The two or three counts that a legend of circles shows: 32 -> [1, 10, 30]."""
    top = max(int(largest), 1)
    power = 10 ** int(math.log10(top))
    head = top // power * power
    values = {head, 1} if head < 6 else {head, max(head // 10, 1), _third(head)}
    return sorted(values)


def _third(head: int) -> int:
    power = 10 ** int(math.log10(head / 3))
    return max(round(head / 3 / power) * power, 1)


def _exact(step: float, power: float) -> float:
    value = float(f"{step * power:.6g}")
    return int(value) if value.is_integer() else value
