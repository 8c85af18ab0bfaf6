"""What the programme's actions cost for each family that names them."""

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from indicators.chance import poisson_interval
from indicators.counting import measured
from indicators.families import contacts, settled
from indicators.question import MEASURES, SMALLEST_DENOMINATOR, Question

Tables = Mapping[str, pd.DataFrame]
OUTCOMES = ("contact", "installation")
LAG_MONTHS = 12


def cost_per_family(tables: Tables, question: Question) -> pd.DataFrame:
    """C2: euros of the actions begun in the period per family in contact that names one of them.

    « outcome » adds the cost per family settled since, only of actions begun at least 12 months before the date
    d'arrêté. An action is the whole programme's, so an EPCI asked changes nothing. `numerator` is the cost.
    """
    asked = replace(question.without("outcome"), epci_code=None, commune_code=None)
    if "outcome" not in question.by:
        return _per_family(tables, asked, "contact")
    parts = [_per_family(tables, asked, outcome).assign(outcome=outcome) for outcome in OUTCOMES]
    return pd.concat(parts, ignore_index=True)[[*question.by, *MEASURES]]


def _per_family(tables: Tables, question: Question, outcome: str) -> pd.DataFrame:
    actions = _actions(tables, question, outcome)
    counts = named(tables, question, outcome)["campaign_id"].value_counts()
    cells = pd.DataFrame(
        {
            "campaign": actions["campaign_id"],
            "channel": actions["channel"],
            "year": actions["start_date"].dt.year,
            "numerator": actions["cost_euros"],
            "denominator": counts.reindex(actions["campaign_id"]).fillna(0.0).to_numpy(),
        }
    )
    keys = list(question.by)
    sums = cells.groupby(keys, dropna=False) if keys else cells.groupby(lambda _row: 0)
    sums = sums[["numerator", "denominator"]].sum().reset_index(drop=not keys)
    if not keys and sums.empty:
        sums = pd.DataFrame({"numerator": [0.0], "denominator": [0.0]})
    return measured(_unit_costs(sums), question)


def named(tables: Tables, question: Question, outcome: str) -> pd.DataFrame:
    """The families in contact by the date d'arrêté that name an action, or those of them settled by then."""
    events = contacts(tables, question.everywhere)
    events = events[events["campaign_id"].notna()]
    if outcome == "contact":
        return events
    return events[events["family_id"].isin(settled(tables, question.everywhere)["family_id"])]


def _actions(tables: Tables, question: Question, outcome: str) -> pd.DataFrame:
    actions = tables["actions"]
    lag = pd.DateOffset(months=LAG_MONTHS if outcome == "installation" else 0)
    begun = actions["start_date"] <= pd.Timestamp(question.as_of) - lag
    if question.start:
        begun &= actions["start_date"] >= pd.Timestamp(question.start)
    return actions[begun & actions["cost_euros"].notna()]


def _unit_costs(sums: pd.DataFrame) -> pd.DataFrame:
    """Cost over families, with the interval that luck leaves to their number; silent under 10."""
    enough = sums["denominator"] >= SMALLEST_DENOMINATOR
    sums["value"] = (sums["numerator"] / sums["denominator"].where(enough)).astype("float64")
    bounds = [poisson_interval(int(count)) for count in sums["denominator"]]
    sums["low"] = (sums["numerator"] / pd.Series([high for _, high in bounds], index=sums.index)).where(enough)
    lows = pd.Series([low for low, _ in bounds], index=sums.index)
    sums["high"] = (sums["numerator"] / lows.where(lows > 0)).where(enough)
    return sums
