"""One thing timed against another in the same run: the machine's own speed leaves the figure."""

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

ROUNDS = 9


@dataclass(frozen=True)
class Ratio:
    """How many times longer `what` takes than `beside`; seconds are only for the eye."""

    what: str
    beside: str
    seconds: float
    beside_seconds: float

    def __str__(self) -> str:
        times = self.seconds / self.beside_seconds
        return f"{self.what}: {times:.1f} x {self.beside} ({self.seconds:.3f} s / {self.beside_seconds:.3f} s)"


def compare(what: str, run: Callable[[], object], beside: str, reference: Callable[[], object]) -> Ratio:
    beside_seconds, seconds = mean_seconds(reference, run)
    return Ratio(what, beside, seconds, beside_seconds)


def mean_seconds(*runs: Callable[[], object]) -> list[float]:
    """The means of interleaved rounds, after one of each that does not count: a machine that is now quick, now slow is
    so for all, and a median of few rounds would take one from the quick and another from the slow."""
    times: list[list[float]] = [[] for _ in runs]
    for round_number in range(ROUNDS + 1):
        for timed, seconds in zip(runs, times, strict=True):
            gc.collect()
            start = time.perf_counter()
            timed()
            if round_number:
                seconds.append(time.perf_counter() - start)
    return list(map(statistics.fmean, times))
