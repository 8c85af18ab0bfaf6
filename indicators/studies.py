"""What is asked beside the figures and comes as a table: each function, and the tables of the store that it reads."""

from collections.abc import Callable, Mapping

import pandas as pd

from indicators import (
    campaigns,
    context,
    first_jobs,
    forecast,
    labour_studies,
    matching,
    partners,
    retention,
    signs,
    targets,
)
from indicators.question import Question

Study = Callable[[Mapping[str, pd.DataFrame], Question], pd.DataFrame]
STUDIES: dict[str, tuple[Study, tuple[str, ...]]] = {
    "calls_due": (retention.calls_due, ("households", "follow_ups")),
    "pace": (targets.pace, ("households", "targets", "reported_counts")),
    "funnel": (context.funnel, ("households",)),
    "action_effects": (campaigns.action_effects, ("households", "actions")),
    "last_contacts": (signs.last_contacts, ("households",)),
    "partner_companies": (partners.partner_companies, ("companies", "actions")),
    "forecast": (forecast.forecast, ("households",)),
    "back_test": (forecast.back_test, ("households",)),
    "jobs_ranked": (labour_studies.jobs_ranked, ("labour_needs",)),
    "needs_by_year": (labour_studies.needs_by_year, ("labour_needs",)),
    "needs_by_place": (labour_studies.needs_by_place, ("labour_needs", "labour_needs_national")),
    "needs_by_bassin": (labour_studies.needs_by_bassin, ("labour_needs",)),
    "first_jobs": (first_jobs.first_jobs, ("households",)),
    "tensions": (labour_studies.tensions, ("tensions",)),
    "short_trainings": (labour_studies.short_trainings, ("labour_needs", "trainings")),
    "companies_by_sector": (labour_studies.companies_by_sector, ("companies", "actions")),
    "match": (matching.match, ("households", "labour_needs", "trainings")),
    "to_hand_over": (matching.to_hand_over, ("households", "labour_needs")),
}
