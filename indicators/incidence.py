"""How many come to settle as time goes by, abandonment competing and open files censored (Aalen and Johansen, 1978)."""

import numpy as np
import pandas as pd

from indicators.chance import NORMAL_QUANTILE

OPEN, SETTLED, GAVE_UP = 0, 1, 2


def incidence(days: np.ndarray, outcomes: np.ndarray, at: np.ndarray) -> pd.DataFrame:
    """One row per moment of `at`: the shares who settled (with its 95 % interval) and who gave up by then.

    `days` are how long each file was watched, `outcomes` how that ended: SETTLED, GAVE_UP or OPEN (still open on its
    last day). An event counts before another file's end of watch on the same day.
    """
    moments, place = np.unique(days, return_inverse=True)
    leaving = np.bincount(place, minlength=len(moments))
    at_risk = len(days) - np.cumsum(leaving) + leaving
    settling, giving_up = (np.bincount(place, outcomes == ended, len(moments)) for ended in (SETTLED, GAVE_UP))
    still = np.concatenate([[1.0], np.cumprod(1 - (settling + giving_up) / at_risk)])[:-1]
    curves = np.cumsum([still * settling / at_risk, still * giving_up / at_risk], axis=1)
    reached = np.searchsorted(moments, at, side="right")
    settled, gave_up = np.pad(curves, ((0, 0), (1, 0)))[:, reached]
    errors = np.array([_error(curves[0, :count], still, settling, giving_up, at_risk) for count in reached])
    return pd.DataFrame(
        {
            "value": settled,
            "low": (settled - NORMAL_QUANTILE * errors).clip(0, 1),
            "high": (settled + NORMAL_QUANTILE * errors).clip(0, 1),
            "gave_up_share": gave_up,
            "at_risk_count": [int((days >= moment).sum()) for moment in at],
        }
    )


def _error(curve: np.ndarray, still: np.ndarray, settling: np.ndarray, giving_up: np.ndarray, at_risk: np.ndarray):
    """The standard error at the end of the curve (E. Marubini and M. G. Valsecchi, 1995, section 10.2)."""
    still, ours, both, at_risk = (each[: len(curve)] for each in (still, settling, settling + giving_up, at_risk))
    to_come = curve[-1] - curve if len(curve) else curve
    staying = np.where(at_risk > both, at_risk - both, np.inf)
    variance = (
        to_come**2 * both / (at_risk * staying)
        + still**2 * ours * (at_risk - ours) / at_risk**3
        - 2 * to_come * still * ours / at_risk**2
    ).sum()
    return np.sqrt(max(variance, 0.0))
