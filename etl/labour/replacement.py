"""A file of a year already known: what it would change, told before it takes the other's place."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from programme import wording

DISAPPEARED_SHARE = 0.3


@dataclass(frozen=True, slots=True)
class Difference:
    """How many rows a new file adds, takes away and changes, among `known` rows of the same years."""

    known: int
    added: int
    removed: int
    changed: int

    @property
    def is_none(self) -> bool:
        return not (self.added or self.removed or self.changed)

    @property
    def loses_many(self) -> bool:
        """More than 30 % of what was known would go: the file may be a part of the other."""
        return self.removed > DISAPPEARED_SHARE * self.known

    @property
    def words(self) -> str:
        changed = wording.counted(self.changed, "ligne changée", "lignes changées", feminine=True)
        added = wording.counted(self.added, "ajoutée", feminine=True)
        removed = wording.counted(self.removed, "disparue", feminine=True)
        return wording.listed([changed, added, removed])


def difference(known: pd.DataFrame, new: pd.DataFrame, key: list[str]) -> Difference:
    """Compare the columns of `new` row by row, on `key`; two missing values are equal."""
    before = known[list(new.columns)].set_index(key)
    after = new.set_index(key)
    both = before.index.intersection(after.index)
    differs = (_values(before.loc[both]) != _values(after.loc[both])).any(axis=1)
    added, removed = len(after) - len(both), len(before) - len(both)
    return Difference(len(before), added, removed, int(differs.sum()))


def _values(rows: pd.DataFrame) -> np.ndarray:
    return rows.astype(object).where(rows.notna(), None).to_numpy()
