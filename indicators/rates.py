"""Rates of the families in contact: how many go further, and how fast they are answered."""

from collections.abc import Mapping

import pandas as pd

from indicators.counting import share
from indicators.families import contacts, qualified, visited
from indicators.intervals import days_between
from indicators.question import MEASURES, Question

Tables = Mapping[str, pd.DataFrame]
STEPS = {"visite": visited, "qualification": qualified}
STEP_DATES = {"visite": "visit_date", "qualification": "qualification_date"}


def step_rate(tables: Tables, question: Question) -> pd.DataFrame:
    """A7: of the families in contact in the period, those who came to visit by the date d'arrêté; « step » adds those
    whose project was qualified."""
    asked = question.without("step")
    if "step" not in question.by:
        return share(took_step(tables, asked), asked)
    parts = [share(took_step(tables, asked, step), asked).assign(step=step) for step in STEPS]
    return pd.concat(parts, ignore_index=True)[[*question.by, *MEASURES]]


def took_step(tables: Tables, question: Question, step: str = "visite") -> pd.DataFrame:
    """The contacts of the EPCIs that date this step, and `is_true`: whether any EPCI saw the family take it."""
    rows = tables["households"]
    told_by = rows.loc[rows[STEP_DATES[step]].notna(), "epci_code"].unique()
    families = STEPS[step](tables, question.everywhere)["family_id"]
    events = contacts(tables, question)
    events = events[events["epci_code"].isin(told_by)]
    return events.assign(is_true=events["family_id"].isin(families).astype("boolean"))


def answered(tables: Tables, question: Question) -> pd.DataFrame:
    """A10: the contacts of the period that were answered by the date d'arrêté, and the `days` that it took."""
    events = contacts(tables, question)
    events = events[events["first_answer_date"] <= pd.Timestamp(question.as_of)]
    return events.assign(days=days_between(events, "first_contact_date", "first_answer_date"))
