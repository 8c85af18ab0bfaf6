"""What luck alone can do to small numbers: exact or score intervals, without any other library."""

import math
from collections.abc import Callable
from functools import lru_cache

CONFIDENCE = 0.95
NORMAL_QUANTILE = 1.959963984540054
STEPS = 60


def wilson(successes: float, trials: float, quantile: float = NORMAL_QUANTILE) -> tuple[float, float]:
    """The score interval of a share (E. B. Wilson, 1927), 95 % by default; NaN without trials."""
    if not trials:
        return math.nan, math.nan
    share, spread = successes / trials, quantile**2 / trials
    middle = share + spread / 2
    reach = quantile * math.sqrt(share * (1 - share) / trials + spread / (4 * trials))
    low, high = (middle - reach) / (1 + spread), (middle + reach) / (1 + spread)
    return (0.0 if successes <= 0 else low), (1.0 if successes >= trials else high)


@lru_cache(maxsize=4096)
def poisson_interval(count: int, confidence: float = CONFIDENCE) -> tuple[float, float]:
    """The exact interval of the mean behind a count (F. Garwood, 1936)."""
    tail = (1 - confidence) / 2
    top = count + 20 + 10 * math.sqrt(count + 1)
    low = _root(lambda mean: 1 - poisson_cdf(count - 1, mean) - tail, 0.0, top) if count else 0.0
    return low, _root(lambda mean: tail - poisson_cdf(count, mean), 0.0, top)


def poisson_cdf(count: int, mean: float) -> float:
    """The chance of at most `count` where `mean` are expected."""
    if mean <= 0:
        return float(count >= 0)
    return math.fsum(math.exp(k * math.log(mean) - mean - math.lgamma(k + 1)) for k in range(count + 1))


@lru_cache(maxsize=4096)
def ratio_interval(count: int, exposure: float, other: int, other_exposure: float) -> tuple[float, float]:
    """The exact 95 % interval of a ratio of two Poisson rates, given their sum; infinite where `other` may be none."""
    total = count + other
    if not total:
        return 0.0, math.inf
    tail = (1 - CONFIDENCE) / 2
    low = _root(lambda p: 1 - _binomial_cdf(count - 1, total, p) - tail, 0.0, 1.0) if count else 0.0
    high = _root(lambda p: tail - _binomial_cdf(count, total, p), 0.0, 1.0) if other else 1.0
    scale = other_exposure / exposure
    return tuple(math.inf if share >= 1 else share / (1 - share) * scale for share in (low, high))


def _binomial_cdf(count: int, trials: int, share: float) -> float:
    if share <= 0 or share >= 1:
        return float((share <= 0 and count >= 0) or count >= trials)
    logs = (math.log(share), math.log1p(-share))
    return math.fsum(math.exp(_log_choose(trials, k) + k * logs[0] + (trials - k) * logs[1]) for k in range(count + 1))


def _log_choose(trials: int, count: int) -> float:
    return math.lgamma(trials + 1) - math.lgamma(count + 1) - math.lgamma(trials - count + 1)


def _root(rises_through: Callable[[float], float], low: float, high: float) -> float:
    """Where an increasing function crosses zero, by halving."""
    for _ in range(STEPS):
        middle = (low + high) / 2
        if rises_through(middle) < 0:
            low = middle
        else:
            high = middle
    return (low + high) / 2
