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
    """The means of interleaved rounds, after one of each that does not count: a machine that is now quick, now slow is
    so for both, and a median of few rounds would take one from the quick and the other from the slow."""
    times: dict[Callable, list[float]] = {run: [], reference: []}
    for round_number in range(ROUNDS + 1):
        for timed in (reference, run):
            gc.collect()
            start = time.perf_counter()
            timed()
            if round_number:
                times[timed].append(time.perf_counter() - start)
    return Ratio(what, beside, statistics.fmean(times[run]), statistics.fmean(times[reference]))
