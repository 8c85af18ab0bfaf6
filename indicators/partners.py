"""The companies that stand by the programme: who took part in its actions."""

from collections.abc import Mapping

import pandas as pd

from indicators.question import Question

COLUMNS = ["company_id", "sector", "epci_code", "actions_count"]


def partner_companies(tables: Mapping[str, pd.DataFrame], question: Question) -> pd.DataFrame:
    """One row per company of the EPCI asked (of all without one) that took part in an action begun by the date d'arrêté
    and in the period, or whose action is not dated: `company_id`, `sector`, `epci_code`, `actions_count`."""
    groups = took_part(tables, question).groupby("company_id")
    found = groups[["sector", "epci_code"]].first().assign(actions_count=groups["campaign_id"].nunique())
    return found.reset_index()[COLUMNS]


def took_part(tables: Mapping[str, pd.DataFrame], question: Question) -> pd.DataFrame:
    """The rows of `companies` whose action begun in the period, or is not dated; of the EPCI asked, if any."""
    rows = tables["companies"]
    begun = tables["actions"].set_index("campaign_id")["start_date"].reindex(rows["campaign_id"]).set_axis(rows.index)
    counts = ~(begun > pd.Timestamp(question.as_of))
    if question.start:
        counts &= ~(begun < pd.Timestamp(question.start))
    if question.epci_code:
        counts &= rows["epci_code"] == question.epci_code
    return rows[counts]
