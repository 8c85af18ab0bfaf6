"""Turn the figures of the employers' survey (BMO) and their secrets into values with bounds.

The producer publishes no number under 5 where it hides any: `*` stands for 1 to 4 projects, since a row exists only
where there is a project, and for 0 to 4 difficult or seasonal ones, which are never more than the projects.
"""

import numpy as np
import pandas as pd

LARGEST_SECRET = 4
SMALLEST_SECRET_PROJECTS = 1

SUMS_BY_ROW = ("xmet_fewest_met", "smet_fewest_met", "lasting_low", "lasting_high")

BOUNDED_FIGURES = ("met", "met_low", "met_high", "xmet", "xmet_low", "xmet_high", "smet", "smet_low", "smet_high")


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


def with_sums_by_row(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows with what can be told of each one alone, and only summed afterwards (columns `SUMS_BY_ROW`).

    `lasting_…`: projects both difficult and not seasonal, which the survey does not cross: as many as `xmet` and
    `met` - `smet` share, at least and at most. `…_fewest_met`: the fewest projects with which the largest `xmet` or
    `smet` goes, for the largest share.
    """
    return rows.assign(
        xmet_fewest_met=rows[["xmet_high", "met_low"]].max(axis="columns"),
        smet_fewest_met=rows[["smet_high", "met_low"]].max(axis="columns"),
        lasting_low=(rows["xmet_low"] - rows["smet_high"]).clip(lower=0),
        lasting_high=np.minimum(rows["xmet_high"], rows["met_high"] - rows["smet_low"]),
    )
