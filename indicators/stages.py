"""How far the families in contact have gone, at least."""

from collections.abc import Mapping

import pandas as pd

from indicators.counting import count, events_of
from indicators.question import MEASURES, Question
from programme.vocabulary import Status

STAGES = ("contact", "suivi", "visite", "installation")
RANK_OF_STATUS = {Status.SUIVI: 1, Status.VISITE: 2, Status.INSTALLE: 3, Status.PARTI: 3}
RANK_OF_DATE = {"qualification_date": 1, "visit_date": 2, "installation_date": 3}


def stages_reached(tables: Mapping[str, pd.DataFrame], question: Question) -> pd.DataFrame:
    """F1: of the families in contact in the period, those who reached at least each stage by the date d'arrêté.

    A dated step counts from its day, a status from the day on which its file was received; a family that gave up
    counts up to the last step that its file tells. In all: the contacts.
    """
    events = events_of(tables["households"], "first_contact_date", "target_commune_code", question)
    if "stage" not in question.by:
        return count(events, question)
    reached = events["family_id"].map(_reached(tables["households"], question))
    parts = [
        count(events[reached >= rank], question.without("stage")).assign(stage=stage)
        for rank, stage in enumerate(STAGES)
    ]
    return pd.concat(parts, ignore_index=True)[[*question.by, *MEASURES]]


def _reached(rows: pd.DataFrame, question: Question) -> pd.Series:
    """family_id -> the rank of its last stage, whichever EPCI tells it."""
    as_of = pd.Timestamp(question.as_of)
    stated = rows["status"].map(RANK_OF_STATUS).where(rows["received_date"] <= as_of)
    dated = [rows[name].le(as_of).astype("int64") * rank for name, rank in RANK_OF_DATE.items()]
    ranks = pd.concat([stated.fillna(0).astype("int64"), *dated], axis=1).max(axis=1)
    return ranks.groupby(rows["family_id"]).max()
