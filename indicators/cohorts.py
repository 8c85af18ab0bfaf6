"""How many of those who called settle, and how fast: told only with the hindsight that it needs."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from indicators.counting import measured, share
from indicators.dimensions import DIMENSIONS
from indicators.families import contacts, of_families, settled
from indicators.incidence import SETTLED, incidence
from indicators.intervals import middle_days
from indicators.journeys import journeys
from indicators.question import MEASURES, Question

Tables = Mapping[str, pd.DataFrame]
HORIZONS = (12, 24)
ELAPSED = (3, 6, 12, 18, 24, 36)
USUAL_ELAPSED = (12,)
SMALLEST_COHORT = 30
DAYS_PER_MONTH = 365.25 / 12
COHORTS = {"month": "M", "half_year": "6M", "year": "Y"}


def conversion(tables: Tables, question: Question) -> pd.DataFrame:
    """A8: of the families in contact in the period, those who settled within 12 months; « horizon » adds 24.

    Only of families who had that time by the date d'arrêté, and of cohorts of which every family had it.
    """
    asked = question.without("horizon")
    if "horizon" not in question.by:
        return share(converted(tables, asked), asked)
    parts = [share(converted(tables, asked, months), asked).assign(horizon=months) for months in HORIZONS]
    return pd.concat(parts, ignore_index=True)[[*question.by, *MEASURES]]


def moved(tables: Tables, question: Question) -> pd.DataFrame:
    """A9: the families settled in the period, and the `days` from the first contact of all to their move."""
    events, met = settled(tables, question), contacts(tables, question.everywhere)
    begun = middle_days(met, "first_contact_date").set_axis(met["family_id"])
    days = (middle_days(events, "installation_date") - of_families(events, begun)).dt.days
    return events.assign(days=days.clip(lower=0))


def settled_with_time(tables: Tables, question: Question) -> pd.DataFrame:
    """A9C: the chance of having settled 12 months after the first contact, by Aalen and Johansen; « elapsed » gives
    six moments.

    `numerator` families have settled by then, of `denominator` in contact in the period. Under 30 families these
    counts alone are told, and nothing of a moment that no file has lived to see.
    """
    asked = question.without("elapsed")
    met = journeys(tables, asked)
    moments = ELAPSED if "elapsed" in question.by else USUAL_ELAPSED
    if not asked.by:
        return measured(_curve(met, moments), question)
    groups = met.groupby([DIMENSIONS[name](met, asked).rename(name) for name in asked.by], dropna=False)
    parts = [_curve(group, moments).assign(**dict(zip(asked.by, key, strict=True))) for key, group in groups]
    return measured(pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(), question)


def converted(tables: Tables, question: Question, months: int = HORIZONS[0]) -> pd.DataFrame:
    """The families in contact in the period that had these months, and `is_true`: whether they settled within them."""
    met = journeys(tables, question)
    limit = met["begun"] + pd.DateOffset(months=months)
    as_of = pd.Timestamp(question.as_of)
    had_time = limit <= as_of
    for name in set(question.by) & set(COHORTS):
        last_day = _last_day_of_cohort(met["event_date"], name)
        had_time &= last_day + pd.DateOffset(months=months) <= as_of
    is_settled = (met["outcome"] == SETTLED) & (met["ended"] <= limit)
    return met.assign(is_true=is_settled.astype("boolean"))[had_time]


def _last_day_of_cohort(dates: pd.Series, name: str) -> pd.Series:
    if name == "half_year":
        to_june_or_december = 5 - (dates.dt.month - 1) % 6
        months = dates.dt.to_period("M") + to_june_or_december
        return months.dt.end_time.dt.normalize()
    return dates.dt.to_period(COHORTS[name]).dt.end_time.dt.normalize()


def _curve(met: pd.DataFrame, moments: tuple[int, ...]) -> pd.DataFrame:
    days, outcomes = met["days"].to_numpy(float), met["outcome"].to_numpy()
    at = np.round(np.array(moments) * DAYS_PER_MONTH)
    cells = pd.DataFrame({"elapsed": moments, "denominator": len(met)})
    cells["numerator"] = [int(((outcomes == SETTLED) & (days <= moment)).sum()) for moment in at]
    if len(met) >= SMALLEST_COHORT:
        curve = incidence(days, outcomes, at)
        for name in ("value", "low", "high"):
            cells[name] = curve[name].where(at <= days.max())
    return cells
