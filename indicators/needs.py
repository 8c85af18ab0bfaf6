"""What families need, what they find, and who gave up for want of it."""

from collections.abc import Mapping

import pandas as pd

from indicators.families import contacts, given_up
from indicators.question import Question
from programme.vocabulary import NeedAxis

Tables = Mapping[str, pd.DataFrame]
OF_A_NEED = ("axis", "is_met")


def lost_for_a_need(tables: Tables, question: Question) -> pd.DataFrame:
    """N1P: families that gave up in the period for a reason that is a need."""
    events = given_up(tables, question)
    events = events[events["abandonment_reason"].isin([str(axis) for axis in NeedAxis])]
    return events.assign(axis=events["abandonment_reason"])


def expressed(tables: Tables, question: Question) -> pd.DataFrame:
    """N1: one row per family in contact in the period and need that it expressed (per family, unless asked by axis).

    A need is met where any of the family's EPCIs says so.
    """
    told = axes_expressed(tables, question)
    return told.drop_duplicates(["family_id", *(name for name in OF_A_NEED if name in question.by)])


def axes_expressed(tables: Tables, question: Question) -> pd.DataFrame:
    """N1M: one row per family in contact in the period and axis of need; `is_true` where the need is met."""
    events = contacts(tables, question)
    families = tables["households"].set_index("household_id")["family_id"]
    needs = tables["needs"]
    said = pd.DataFrame(
        {
            "family_id": families.reindex(needs["household_id"]).to_numpy(),
            "axis": needs["axis"].to_numpy(),
            "is_met": needs["is_met"].astype("Float64").to_numpy(dtype=float, na_value=float("nan")),
        }
    )
    said = said.groupby(["family_id", "axis"], as_index=False)["is_met"].max()
    said["is_met"] = said["is_met"].map({1.0: True, 0.0: False}).astype("boolean")
    return events.merge(said.assign(is_true=said["is_met"]), on="family_id")
