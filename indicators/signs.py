"""Of whom a last contact is written: without it, nobody can be known to be lost from sight."""

from collections.abc import Mapping

import pandas as pd

from indicators.families import followed
from indicators.question import Question


def last_contacts(tables: Mapping[str, pd.DataFrame], question: Question) -> pd.DataFrame:
    """One row per EPCI that follows families at the date d'arrêté: `followed_count`, and `dated_count`, those with a
    date of last contact. Where none has one, A12 tells nothing of that EPCI."""
    events = followed(tables, question)
    groups = events.groupby("epci_code")["last_contact_date"]
    return groups.agg(followed_count="size", dated_count="count").reset_index()
