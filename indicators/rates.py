"""Rates of the families in contact: how many go further, and how fast they are answered."""

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from indicators.counting import share, spread
from indicators.families import contacts, qualified, visited
from indicators.intervals import days_between
from indicators.question import MEASURES, Question

Tables = Mapping[str, pd.DataFrame]
STEPS = {"qualification": qualified, "visite": visited}
STEP_DATES = {"qualification": "qualification_date", "visite": "visit_date"}


def step_rate(tables: Tables, question: Question) -> pd.DataFrame:
    """A7: of the families in contact in the period, those who came to visit by the date d'arrêté; « step » adds those
    whose project was qualified."""
    asked = replace(question, by=tuple(name for name in question.by if name != "step"))
    events = contacts(tables, asked)
    if "step" not in question.by:
        return share(_reached(tables, events, asked, "visite"), asked)
    parts = [share(_reached(tables, events, asked, step), asked).assign(step=step) for step in STEPS]
    return pd.concat(parts, ignore_index=True)[[*question.by, *MEASURES]]


def days_to_answer(tables: Tables, question: Question) -> pd.DataFrame:
    """A10: days from the first contact to the first answer, of the contacts of the period that were answered."""
    events = contacts(tables, question)
    answered = events[events["first_answer_date"] <= pd.Timestamp(question.as_of)]
    return spread(
        answered.assign(days=days_between(answered, "first_contact_date", "first_answer_date")), "days", question
    )


def _reached(tables: Tables, events: pd.DataFrame, question: Question, step: str) -> pd.DataFrame:
    """The contacts of the EPCIs that date this step, and whether each reached it."""
    rows = tables["households"]
    told_by = rows.loc[rows[STEP_DATES[step]].notna(), "epci_code"].unique()
    by_then = replace(question, start=None, epci_code=None, commune_code=None)
    families = STEPS[step](tables, by_then)["family_id"]
    return events[events["epci_code"].isin(told_by)].assign(
        is_true=lambda told: told["family_id"].isin(families).astype("boolean")
    )
