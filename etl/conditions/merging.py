"""Bring facts of former communes to the present ones."""

import pandas as pd

from etl.conditions.tables import indicators

KEY = ["commune_code", "indicator", "condition_year"]
COLUMNS = [*KEY, "value", "observations_count"]


def merge_communes(facts: pd.DataFrame) -> pd.DataFrame:
    """One row per present commune, indicator and year, where a value is known.

    `facts`: one row per commune of the file, indicator and year, with its present `commune_code`; `value` missing
    where the file tells none. A sum with an unknown part is unknown, unless a part untold is none (`sum_known`); a mean
    is that of the parts known.
    """
    told = facts.assign(rule=facts["indicator"].map(lambda code: indicators()[code].merge))
    parts = [_merged(rows, rule) for rule, rows in told.groupby("rule")]
    merged = pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=COLUMNS)
    merged["observations_count"] = pd.to_numeric(merged["observations_count"]).round().astype("Int64")
    known = merged[merged["value"].notna()].astype({"value": "float64", "condition_year": "int64"})
    return known.sort_values(KEY, ignore_index=True)[COLUMNS]


def _merged(rows: pd.DataFrame, rule: str) -> pd.DataFrame:
    groups = rows.groupby(KEY, sort=False)
    if rule == "mean_by_observations":
        return _weighed(rows)
    if rule == "mean":
        # Predictions for a group of communes rest on the same observations: they are not added.
        return groups.agg({"value": "mean", "observations_count": "max"}).reset_index()
    values = groups["value"]
    totals = {
        "sum": lambda: values.sum(skipna=False),
        "sum_known": lambda: values.sum(min_count=1),
        "max": values.max,
    }[rule]()
    return totals.reset_index().assign(observations_count=float("nan"))


def _weighed(rows: pd.DataFrame) -> pd.DataFrame:
    weight = rows["observations_count"].where(rows["value"].notna()).fillna(0)
    weighed = rows.assign(product=rows["value"].fillna(0) * weight, observations_count=weight)
    totals = weighed.groupby(KEY, sort=False)[["product", "observations_count"]].sum().reset_index()
    return totals.assign(value=totals["product"] / totals["observations_count"].where(totals["observations_count"] > 0))
