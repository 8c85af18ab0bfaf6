"""Bring the rows of the employers' survey (BMO) to one row per département × bassin × job."""

import numpy as np
import pandas as pd

from etl.labour.secrecy import BOUNDED_FIGURES

KEY = ["departement_code", "bassin_code", "fap_code"]

PUBLISHED = ["met", "xmet", "smet"]


def find_repeats(rows: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Return which rows repeat an earlier one in full, and which contradict another of the same key.

    `rows` may have a `clpe` column (territory of a local employment committee): parts of a bassin told apart by it
    are neither.
    """
    place = [*KEY, "clpe"] if "clpe" in rows else KEY
    repeated = rows.duplicated([*place, *PUBLISHED]).to_numpy()
    contradictory = np.zeros(len(rows), dtype=bool)
    contradictory[~repeated] = rows[~repeated].duplicated(place, keep=False).to_numpy()
    return repeated, contradictory


def merge_parts(rows: pd.DataFrame) -> pd.DataFrame:
    """Return one row per key: the parts of a bassin summed, or counted once where each part repeats the bassin.

    A sum with a secret part is itself secret, and the sum of the parts' bounds. The parts are taken for copies of the
    bassin only when every group of them that publishes a number publishes the same ones.
    """
    if not rows.duplicated(KEY).any():
        return rows
    if _are_copies(rows[rows.duplicated(KEY, keep=False)]):
        return rows.drop_duplicates(KEY)
    figures = list(BOUNDED_FIGURES)
    others = [column for column in rows if column not in [*KEY, *figures]]
    groups = rows.groupby(KEY, sort=False)
    secret = rows[PUBLISHED].isna().groupby([rows[column] for column in KEY], sort=False).any()
    merged = groups[figures].sum().join(groups[others].first())
    merged[PUBLISHED] = merged[PUBLISHED].mask(secret)
    return merged.reset_index()[list(rows.columns)]


def _are_copies(parts: pd.DataFrame) -> bool:
    told_apart = parts.drop_duplicates([*KEY, *PUBLISHED]).duplicated(KEY).any()
    return bool(parts["met"].notna().any() and not told_apart)
