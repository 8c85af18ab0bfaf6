"""E4: how far the newcomers cover the jobs that employers find hard to fill, as the two bounds of it."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from indicators.labour import COLUMNS
from indicators.matching import CELL, SMALLEST_TOLD, counts_by_job, needs_by_job
from indicators.question import MEASURES, SMALLEST_DENOMINATOR, Question

Tables = Mapping[str, pd.DataFrame]


def coverage(tables: Tables, question: Question) -> pd.DataFrame:
    """E4: difficult projects of the latest survey that someone settled took, at least; or that someone settled or
    followed has the job for, at most. Nobody covers a project of another job or bassin."""
    keys = [COLUMNS[name] for name in question.by]
    needs = needs_by_job(tables, question)
    rows = needs.merge(counts_by_job(tables, question), on=CELL, how="left")
    rows[["taken", "pipeline"]] = rows[["taken", "pipeline"]].fillna(0)
    rows = rows[rows["xmet_high"] > 0]
    cells = [(values, part) for values, part in rows.groupby(keys)] if keys else [((), rows)] if len(rows) else []
    found = [dict(zip(question.by, values, strict=True)) | covered(part) for values, part in cells]
    return pd.DataFrame(found, columns=[*question.by, *MEASURES]).astype(dict.fromkeys(MEASURES, "float64"))


def covered(rows: pd.DataFrame) -> dict[str, float]:
    """Both bounds over rows of jobs × bassins, and what the least is made of."""
    reach = rows["taken"] + rows["pipeline"]
    met = reach.clip(upper=rows["xmet_high"])
    most = (met.sum(), np.maximum(rows["xmet_low"], met).sum())
    least = _least(rows)
    if 0 < rows["taken"].sum() < SMALLEST_TOLD:
        least = (min(least[0], 1.0), least[1])
    if 0 < reach.sum() < SMALLEST_TOLD:
        most = (min(float(SMALLEST_TOLD - 1), most[1]), most[1])
    shown = rows["xmet_low"].sum() >= SMALLEST_DENOMINATOR
    low, high = (least[0] / least[1], most[0] / most[1]) if shown else (float("nan"), float("nan"))
    return {
        "value": low if low == high else float("nan"),
        "low": low,
        "high": high,
        "numerator": least[0],
        "denominator": least[1],
    }


def _least(rows: pd.DataFrame) -> tuple[float, float]:
    """Of all the difficult projects that the secrets allow, those that make the share taken smallest.

    A project more lowers the share, unless someone who took such a job answers for it: each row takes its fewest or its
    most, whichever is worse for the share found so far.
    """
    fewest = (rows["taken"].clip(upper=rows["xmet_low"]), rows["xmet_low"])
    most = (rows["taken"].clip(upper=rows["xmet_high"]), rows["xmet_high"])
    share = 1.0
    for _ in range(len(rows) + 1):
        takes_most = most[0] - share * most[1] <= fewest[0] - share * fewest[1]
        covered = most[0].where(takes_most, fewest[0]).sum()
        projects = most[1].where(takes_most, fewest[1]).sum()
        if not projects or covered / projects >= share:
            break
        share = covered / projects
    return float(covered), float(projects)
