"""The tables. Each says its grain in `info["grain"]`: what one row is."""

from store.schema.base import metadata
from store.schema.labour import labour_needs, labour_needs_national, tensions, trainings
from store.schema.people import (
    HOUSEHOLD_BOOLEANS,
    HOUSEHOLD_CODES,
    HOUSEHOLD_COUNTS,
    HOUSEHOLD_DATES,
    HOUSEHOLD_IDS,
    duplicates,
    follow_ups,
    household_keys,
    households,
    needs,
    reported_counts,
)
from store.schema.programme_facts import actions, committees, companies, decisions, living_conditions, targets
from store.schema.received import imports, label_choices, layouts, rejections, undos

__all__ = [
    "HOUSEHOLD_BOOLEANS",
    "HOUSEHOLD_CODES",
    "HOUSEHOLD_COUNTS",
    "HOUSEHOLD_DATES",
    "HOUSEHOLD_IDS",
    "actions",
    "committees",
    "companies",
    "decisions",
    "duplicates",
    "follow_ups",
    "household_keys",
    "households",
    "imports",
    "label_choices",
    "labour_needs",
    "labour_needs_national",
    "layouts",
    "living_conditions",
    "metadata",
    "needs",
    "rejections",
    "reported_counts",
    "targets",
    "tensions",
    "trainings",
    "undos",
]
