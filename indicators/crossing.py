"""What families lack beside what the place offers, EPCI by EPCI: where many needs are unmet and the offer is thin."""

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from indicators.cohorts import moved
from indicators.conditions import CONDITIONS, conditions
from indicators.needs import axes_expressed, lost_for_a_need
from indicators.question import Question
from programme import territory

Tables = Mapping[str, pd.DataFrame]
MANY = 10
"""Under as many families, an EPCI is not put forward: it would be chance."""
MARGIN = 0.05
"""How far from the whole an offer must be to be called thin: 5 %."""
COLUMNS = [
    "epci",
    "is_told",
    "expressed",
    "met",
    "unmet",
    "unknown",
    "lost",
    "offer",
    "offer_of_all",
    "is_thin",
    "is_first",
]


def crossing(
    tables: Tables, question: Question, axis: str, profile: str | None = None, figure: str | None = None
) -> pd.DataFrame:
    """One row per partner EPCI, the most unmet needs first.

    Of the families in contact in the period (with a `profile`, those alone): `expressed` had this need; it is `met`,
    `unmet`, or it is `unknown` whether; `lost` families gave up for it. An EPCI that writes no need at all is not
    `is_told`. `offer` is the condition's `figure` in the
    EPCI, `offer_of_all` everywhere; `is_thin` where it is worse by 5 % or more (missing where no side is better or
    nothing is known); `is_first` where it is thin and 10 families or more have an unmet need.
    """
    asked = replace(question, epci_code=None, commune_code=None, by=())
    every_need = axes_expressed(tables, asked)
    needs = _of(every_need, axis, profile)
    lost = _of(lost_for_a_need(tables, asked), axis, profile)
    rows = pd.DataFrame({"epci": sorted(territory.partner_epcis())})
    rows["is_told"] = rows["epci"].isin(every_need["epci_code"])
    answers = {
        "met": needs["is_true"].eq(True),
        "unmet": needs["is_true"].eq(False),
        "unknown": needs["is_true"].isna(),
    }
    for name, families in {"expressed": needs, "lost": lost}.items():
        rows[name] = _count(families, rows)
    for name, is_so in answers.items():
        rows[name] = _count(needs[is_so.fillna(False)], rows)
    rows = _with_offer(rows, tables, asked, figure)
    order = ["unmet", "expressed", "epci"]
    return rows.sort_values(order, ascending=[False, False, True], ignore_index=True)[COLUMNS]


def moved_with_need(tables: Tables, question: Question) -> pd.DataFrame:
    """N1D: families settled in the period that had expressed a need, and the `days` from first contact to move; by
    axis, once per need."""
    ever = replace(question, start=None, epci_code=None, commune_code=None)
    needs = axes_expressed(tables, ever)[["family_id", "axis"]]
    if "axis" not in question.by:
        needs = needs.drop_duplicates("family_id")
    return moved(tables, question).merge(needs, on="family_id")


def _of(families: pd.DataFrame, axis: str, profile: str | None) -> pd.DataFrame:
    families = families[families["axis"] == axis]
    return families[families["profile"] == profile] if profile else families


def _count(families: pd.DataFrame, rows: pd.DataFrame) -> pd.Series:
    return rows["epci"].map(families.groupby("epci_code")["family_id"].nunique()).fillna(0).astype(int)


def _with_offer(rows: pd.DataFrame, tables: Tables, question: Question, figure: str | None) -> pd.DataFrame:
    if figure is None:
        return rows.assign(offer=float("nan"), offer_of_all=float("nan"), is_thin=pd.NA, is_first=False)
    condition = CONDITIONS[figure]
    by_epci = conditions(tables, replace(question, by=("epci",)), condition).set_index("epci")["value"]
    of_all = float(conditions(tables, question, condition)["value"].iloc[0])
    rows = rows.assign(offer=rows["epci"].map(by_epci), offer_of_all=of_all)
    worse = {
        "more": rows["offer"] <= of_all * (1 - MARGIN),
        "less": rows["offer"] >= of_all * (1 + MARGIN),
    }.get(condition.better)
    is_thin = pd.Series(pd.NA, index=rows.index, dtype="boolean")
    if worse is not None:
        is_thin = worse.astype("boolean").where(rows["offer"].notna())
    return rows.assign(is_thin=is_thin, is_first=is_thin.fillna(False).astype(bool) & (rows["unmet"] >= MANY))
