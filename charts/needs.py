"""Needs of families in words."""

import pandas as pd

from charts.blocking import NEEDS
from charts.labels import RANKED_FROM
from programme import wording
from programme.vocabulary import NeedAxis

TOLD = 3


def told_families(count: float) -> str:
    """« **634 foyers** ont exprimé un besoin »."""
    families = wording.counted(count, "foyer")
    said = "n'a exprimé de besoin" if not count else f"{wording.agreed(count, 'a exprimé', 'ont exprimé')} un besoin"
    return f"**{families}** {said}"


def told_share(share: float) -> str:
    """« ; 25 % de ceux dont on sait la suite sont satisfaits »; nothing where it is not known."""
    if share != share:
        return ""
    return f"{wording.NBSP}; **{wording.percent(share)}** des besoins dont on sait la suite sont satisfaits"


def told_needs(cells: pd.DataFrame) -> str:
    """« : d'abord un logement (500), un emploi (262) et le haut débit (205) »; nothing under ten families.

    `cells`: one row per `axis`, with its `value`.
    """
    named = cells[cells["axis"].isin([str(axis) for axis in NEEDS]) & (cells["value"] >= RANKED_FROM)]
    most = named.sort_values("value", ascending=False, kind="stable").head(TOLD)
    told = [
        f"{NEEDS[NeedAxis(axis)]} ({wording.number(value)})"
        for axis, value in zip(most["axis"], most["value"], strict=True)
    ]
    return f" : d'abord {wording.listed(told)}" if told else ""
