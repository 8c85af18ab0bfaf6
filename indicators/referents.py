"""How many files each référent follows."""

from collections.abc import Mapping

import pandas as pd

from indicators.counting import count, measured
from indicators.families import followed
from indicators.question import Question


def files_per_referent(tables: Mapping[str, pd.DataFrame], question: Question) -> pd.DataFrame:
    """S1: families followed per référent at the date d'arrêté, of the files that name one.

    `numerator` files, `denominator` référents, `low` and `high` the one who has the fewest and the most. By
    « referent », the files of each.
    """
    events = followed(tables, question)
    events = events[events["referent_id"].notna()]
    if "referent" in question.by:
        return count(events, question)
    keys = [name for name in question.by if name == "epci"]
    files = events.groupby(["epci_code", "referent_id"]).size().rename("files").reset_index()
    groups = files.groupby("epci_code" if keys else (lambda _row: 0))["files"]
    cells = groups.agg(["mean", "min", "max", "sum", "count"]).rename_axis("epci").reset_index()
    names = {"mean": "value", "min": "low", "max": "high", "sum": "numerator", "count": "denominator"}
    if not keys and cells.empty:
        cells = pd.DataFrame({"sum": [0.0], "count": [0.0]})
    return measured(cells.rename(columns=names), question)
