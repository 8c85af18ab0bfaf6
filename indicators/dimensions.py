"""What households can be broken down by."""

from collections.abc import Callable

import pandas as pd

from programme import territory

FRANCE = "FR"
ADULTS_OF_COMPOSITION = {(1, False): "seul", (2, False): "couple", (1, True): "parent_seul", (2, True): "famille"}


def _composition(events: pd.DataFrame) -> pd.Series:
    adults = events["adults_count"].clip(1, 2)
    has_children = events["children_count"] > 0
    told = adults.notna() & events["children_count"].notna()
    return pd.Series(
        [
            ADULTS_OF_COMPOSITION[int(count), bool(some)] if known else None
            for count, some, known in zip(adults, has_children, told, strict=True)
        ],
        index=events.index,
        dtype="str",
    )


def _origin(events: pd.DataFrame) -> pd.Series:
    """The département; else the country; FR where only that is known; missing where nothing is."""
    return events["origin_departement_code"].fillna(events["origin_country_code"])


def _bassin(events: pd.DataFrame) -> pd.Series:
    return events["place_code"].map(territory.bassins()["bassin_code"])


def _start_of(period: str) -> Callable[[pd.DataFrame], pd.Series]:
    return lambda events: events["event_date"].dt.to_period(period).dt.start_time.dt.date


def _column(name: str) -> Callable[[pd.DataFrame], pd.Series]:
    return lambda events: events[name]


DIMENSIONS: dict[str, Callable[[pd.DataFrame], pd.Series]] = {
    "epci": _column("epci_code"),
    "commune": _column("place_code"),
    "bassin": _bassin,
    "month": _start_of("M"),
    "year": lambda events: events["event_date"].dt.year,
    "origin": _origin,
    "composition": _composition,
    **{name: _column(name) for name in ("attribution", "status", "profile", "age_band", "channel", "housing_solution")},
    "campaign": _column("campaign_id"),
    "reason": _column("abandonment_reason"),
}
