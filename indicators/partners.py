"""The companies that stand by the programme: who took part in its actions."""

from collections.abc import Mapping

import pandas as pd

from indicators.question import Question

COLUMNS = ["company_id", "sector", "epci_code", "actions_count"]


def partner_companies(tables: Mapping[str, pd.DataFrame], question: Question) -> pd.DataFrame:
    """One row per company of the EPCI asked (of all without one) that took part in an action begun by the date d'arrêté
    and in the period, or whose action is not dated: `company_id`, `sector`, `epci_code`, `actions_count`."""
    rows = tables["companies"]
    begun = tables["actions"].set_index("campaign_id")["start_date"].reindex(rows["campaign_id"]).set_axis(rows.index)
    rows = rows[begun.isna() | (begun <= pd.Timestamp(question.as_of))]
    if question.start:
        rows = rows[begun.reindex(rows.index).isna() | (begun.reindex(rows.index) >= pd.Timestamp(question.start))]
    if question.epci_code:
        rows = rows[rows["epci_code"] == question.epci_code]
    groups = rows.groupby("company_id")
    found = groups[["sector", "epci_code"]].first().assign(actions_count=groups["campaign_id"].nunique())
    return found.reset_index()[COLUMNS]
