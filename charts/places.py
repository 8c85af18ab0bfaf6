"""Where a figure's cells lie: on the Lot's communes, outside the Lot, or nowhere known."""

from dataclasses import dataclass

import pandas as pd

from programme import territory, wording


@dataclass(frozen=True)
class Placed:
    """A figure by commune: `values` (commune_code, value) of the communes drawn, and what is not in the Lot.

    The Lot's communes + `outside` + `unlocated` make the figure; `drawn_outside` is the part of `outside` that lies in
    communes of the partner EPCIs, which the map draws too.
    """

    values: pd.DataFrame
    unlocated: float
    outside: float
    drawn_outside: float

    @property
    def note(self) -> str:
        """What stands under the map, so that the map and the card tell the same."""
        away = f"hors du Lot : {wording.number(self.outside)}"
        if self.drawn_outside:
            away += f", dont {wording.number(self.drawn_outside)} dans des communes voisines de la carte"
        return f"Non localisés : {wording.number(self.unlocated)} · {away}"


def place(cells: pd.DataFrame) -> Placed:
    """`cells`: one row per commune (missing where unknown) with its `value`."""
    is_known = cells["commune"].notna()
    codes = cells["commune"].fillna("").astype(str)
    is_drawn = codes.isin(territory.communes().index)
    is_in_lot = codes.str.startswith(territory.LOT) & is_drawn
    is_outside = is_known & ~is_in_lot
    drawn = cells[is_drawn].rename(columns={"commune": "commune_code"})
    return Placed(
        drawn[["commune_code", "value"]].reset_index(drop=True),
        float(cells.loc[~is_known, "value"].sum()),
        float(cells.loc[is_outside, "value"].sum()),
        float(cells.loc[is_outside & is_drawn, "value"].sum()),
    )
