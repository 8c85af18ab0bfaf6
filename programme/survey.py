"""The employers' survey (BMO): what its rows bound, for whoever sums them."""

import numpy as np
import pandas as pd

SUMS_BY_ROW = ("xmet_fewest_met", "smet_fewest_met", "lasting_low", "lasting_high")


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
