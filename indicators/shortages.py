"""What employers look for (survey BMO): projects, difficult and seasonal ones, with what the survey keeps secret.

Every function takes `labour_needs` rows (one per survey_year × bassin × job), filtered by the caller to the places and
jobs wanted. `met` counts hiring projects, `xmet` those judged difficult, `smet` the seasonal ones; `_low` and `_high`
bound what is secret. Projects are what employers intend for the year, not hires. Rows of `labour_needs_national` (one
per survey_year × job, France) do as well, for they keep what each row alone could tell.
"""

from collections.abc import Sequence

import pandas as pd

from programme.survey import SUMS_BY_ROW, with_sums_by_row

SMALLEST_DENOMINATOR = 10
"""No share is given of fewer projects."""

SHARES = {"difficult": "xmet", "seasonal": "smet"}

_PUBLISHED = ["met", "met_low", "met_high", "xmet_low", "xmet_high", "smet_low", "smet_high"]
_COUNTS = [*_PUBLISHED, "lasting_low", "lasting_high"]
_SHARE_COLUMNS = [f"{share}_share_{bound}" for share in SHARES for bound in ("low", "high")]


def shortages(labour_needs: pd.DataFrame, *, by: Sequence[str] = (), survey_year: int | None = None) -> pd.DataFrame:
    """Return one row per value of `by` (one in all without it, none without rows).

    `met` sums what is published (missing where nothing is), `_low` and `_high` the bounds of the true sums. Shares (0
    to 1) are the least and the most that the secrets allow, both reached; missing where the projects may be under
    `SMALLEST_DENOMINATOR`. `lasting_…` bound the projects that are both difficult and not seasonal, which the survey
    does not cross: what each row alone allows, summed. Years are never summed: without `survey_year`, nor `by` it, the
    latest one is taken.
    """
    rows = _of_one_year(labour_needs, by, survey_year)
    totals = _sums(rows, list(by))
    for share, figure in SHARES.items():
        shown = totals["met_low"] >= SMALLEST_DENOMINATOR
        totals[f"{share}_share_low"] = (totals[f"{figure}_low"] / totals["met_high"]).where(shown)
        totals[f"{share}_share_high"] = (totals[f"{figure}_high"] / totals[f"{figure}_fewest_met"]).where(shown)
    return totals[[*by, *_COUNTS, *_SHARE_COLUMNS]]


def top_jobs(
    labour_needs: pd.DataFrame, *, by: Sequence[str] = (), survey_year: int | None = None, count: int | None = 10
) -> pd.DataFrame:
    """Return one row per job (and value of `by`), by difficult projects: `rank`, names, and the columns of `shortages`.

    The rank follows the projects certainly difficult, then those possibly so, then all projects; `count` keeps the
    first ones of each value of `by`, None keeps all.
    """
    rows = _of_one_year(labour_needs, by, survey_year)
    keys = [*by, "fap_code"]
    names = rows.groupby(keys, as_index=False, dropna=False)[["fap_name", "fap_family_code"]].first()
    jobs = names.merge(shortages(rows, by=keys), on=keys)
    order = ["xmet_low", "xmet_high", "met_low", "met_high"]
    jobs = jobs.sort_values([*by, *order, "fap_code"], ascending=[True] * len(by) + [False] * len(order) + [True])
    rank = jobs.groupby(list(by), dropna=False).cumcount() + 1 if by else range(1, len(jobs) + 1)
    jobs.insert(len(by), "rank", rank)
    kept = jobs if count is None else jobs[jobs["rank"] <= count]
    return kept.reset_index(drop=True)


def _of_one_year(labour_needs: pd.DataFrame, by: Sequence[str], survey_year: int | None) -> pd.DataFrame:
    if survey_year is None and "survey_year" in by:
        return labour_needs
    wanted = labour_needs["survey_year"].max() if survey_year is None else survey_year
    return labour_needs[labour_needs["survey_year"] == wanted]


def _sums(rows: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """Sum the counts, and the `_fewest_met` that make a share largest.

    A project more that is also a difficult one raises the share, one that is not lowers it: the largest share has every
    secret `xmet` at its most and, in each row, no more projects than that needs or the row surely has.
    """
    told = rows if set(SUMS_BY_ROW) <= set(rows.columns) else with_sums_by_row(rows)
    measured = told[[*by, *_PUBLISHED, *SUMS_BY_ROW]]
    if by:
        return measured.groupby(by, dropna=False).sum(min_count=1).reset_index()
    return measured.agg(lambda counts: counts.sum(min_count=1)).to_frame().T.iloc[: len(measured)]
