"""What households can be broken down by."""

from collections.abc import Callable

import numpy as np
import pandas as pd

from indicators.question import Question
from programme import territory
from programme.vocabulary import Status

Dimension = Callable[[pd.DataFrame, Question], pd.Series]
FIRST_MONTH_OF_SCHOOL = 9
YEARS_BACK = 60
OPEN_STATUSES = (Status.CONTACT, Status.SUIVI, Status.VISITE)


def stage(events: pd.DataFrame, question: Question) -> pd.Series:
    """Where an open file stands at the date d'arrêté: as its référent wrote it, if that was written by then; else from
    its dates."""
    as_of = pd.Timestamp(question.as_of)
    stated = events["status"].where(events["status"].isin(OPEN_STATUSES) & (events["received_date"] <= as_of))
    return stated.fillna(dated_stage(events, question))


def dated_stage(events: pd.DataFrame, question: Question) -> pd.Series:
    """The last step that the dates tell by the date d'arrêté."""
    as_of = pd.Timestamp(question.as_of)
    steps = [events["visit_date"] <= as_of, events["qualification_date"] <= as_of]
    names = np.select(steps, [Status.VISITE.value, Status.SUIVI.value], Status.CONTACT.value)
    return pd.Series(names, index=events.index, dtype="str")


def _composition(events: pd.DataFrame, _question: Question) -> pd.Series:
    adults, children = events["adults_count"].astype("float64"), events["children_count"].astype("float64")
    cases = [(adults >= 2) & (children > 0), (adults >= 2) & (children == 0), children > 0, children == 0]
    names = np.select(cases, ["famille", "couple", "parent_seul", "seul"], "")
    known = adults.notna() & children.notna()
    return pd.Series(names, index=events.index, dtype="str").where(known)


def _origin(events: pd.DataFrame, _question: Question) -> pd.Series:
    """The département; else the country; FR where only that is known; missing where nothing is."""
    return events["origin_departement_code"].fillna(events["origin_country_code"])


def _bassin(events: pd.DataFrame, _question: Question) -> pd.Series:
    return events["place_code"].map(territory.bassins()["bassin_code"])


def _month(events: pd.DataFrame, _question: Question) -> pd.Series:
    return _days(_months(events), events)


def _half_year(events: pd.DataFrame, _question: Question) -> pd.Series:
    """The first day of the half-year."""
    months = _months(events)
    return _days(months - months.astype("int64") % 6, events)


def _school_year(events: pd.DataFrame, _question: Question) -> pd.Series:
    """« 2021-2022 », from the first of September."""
    years = (_months(events) - (FIRST_MONTH_OF_SCHOOL - 1)).astype("datetime64[Y]")
    names = pd.Series([f"{year}-{year + 1}" for year in years.astype("int64") + 1970], index=events.index, dtype="str")
    return names.where(events["event_date"].notna())


def _rolling_year(events: pd.DataFrame, question: Question) -> pd.Series:
    """The last day of the twelve months that hold the event, counted back from the date d'arrêté."""
    as_of = pd.Timestamp(question.as_of)
    ends = pd.DatetimeIndex([as_of - pd.DateOffset(years=back) for back in range(YEARS_BACK, -1, -1)])
    places = ends.searchsorted(events["event_date"].fillna(as_of))
    return pd.Series(ends[places], index=events.index).where(events["event_date"].notna()).dt.date


def _months(events: pd.DataFrame) -> np.ndarray:
    return events["event_date"].to_numpy().astype("datetime64[M]")


def _days(months: np.ndarray, events: pd.DataFrame) -> pd.Series:
    return pd.Series(months.astype("datetime64[s]"), index=events.index).dt.date


def _column(name: str) -> Dimension:
    return lambda events, _question: events[name]


COLUMNS = (
    *("attribution", "profile", "age_band", "channel", "housing_solution"),
    *("axis", "is_met", "level", "step", "outcome", "horizon", "elapsed"),
)
DIMENSIONS: dict[str, Dimension] = {
    "epci": _column("epci_code"),
    "commune": _column("place_code"),
    "bassin": _bassin,
    "month": _month,
    "half_year": _half_year,
    "year": lambda events, _question: events["event_date"].dt.year,
    "school_year": _school_year,
    "rolling_year": _rolling_year,
    "origin": _origin,
    "composition": _composition,
    "status": stage,
    "campaign": _column("campaign_id"),
    "fap": _column("fap_code"),
    "referent": _column("referent_id"),
    "reason": _column("abandonment_reason"),
    "stage": dated_stage,
    **{name: _column(name) for name in COLUMNS},
}
