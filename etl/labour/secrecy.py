"""Turn the figures of the employers' survey (BMO) and their secrets into values with bounds.

The producer publishes no number under 5 where it hides any: `*` stands for 1 to 4 projects, since a row exists only
where there is a project, and for 0 to 4 difficult or seasonal ones, which are never more than the projects.
"""

import numpy as np
import pandas as pd

LARGEST_SECRET = 4
SMALLEST_SECRET_PROJECTS = 1

BOUNDED_FIGURES = ("met", "met_low", "met_high", "xmet", "xmet_low", "xmet_high", "smet", "smet_low", "smet_high")


SMALLEST_BLANK_SHARE = 0.05


def blanks_as_secrets(secret: dict[str, np.ndarray], blank: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Return which figures are secret, empty ones included in a file that has lost its marks of secrecy.

    So do copies passed through a program that knows no `*`: no mark is left, and one `met` in twenty or more is empty.
    Elsewhere an empty figure is a bad cell, and none is added.
    """
    is_marked = any(mask.any() for mask in secret.values())
    fewest = max(1, SMALLEST_BLANK_SHARE * len(blank["met"]))
    return secret if is_marked or blank["met"].sum() < fewest else blank


def with_bounds(numbers: dict[str, np.ndarray], secret: dict[str, np.ndarray]) -> pd.DataFrame:
    """Return one row per row of the survey: `met`, `xmet`, `smet` (projects; NaN where secret) and their bounds.

    Where `met` is secret the other two are too, whatever their cells say.
    """
    hidden = secret["met"]
    met_high = np.where(hidden, LARGEST_SECRET, numbers["met"])
    columns = {
        "met": np.where(hidden, np.nan, numbers["met"]),
        "met_low": np.where(hidden, SMALLEST_SECRET_PROJECTS, numbers["met"]),
        "met_high": met_high,
    }
    for figure in ("xmet", "smet"):
        unknown = hidden | secret[figure]
        columns[figure] = np.where(unknown, np.nan, numbers[figure])
        columns[f"{figure}_low"] = np.where(unknown, 0, numbers[figure])
        columns[f"{figure}_high"] = np.where(unknown, np.minimum(LARGEST_SECRET, met_high), numbers[figure])
    return pd.DataFrame(columns, dtype=float)
