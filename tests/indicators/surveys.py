"""The survey of employers' needs, as literal as a test needs it."""

import pandas as pd


def survey(*lines: tuple) -> pd.DataFrame:
    """Rows from (year, département, bassin code and name, job, met, xmet, smet), NaN standing for what is secret."""
    names = ["survey_year", "departement_code", "bassin_code", "bassin_name", "fap_code", "met", "xmet", "smet"]
    return with_bounds(pd.DataFrame(lines, columns=names))


def with_bounds(rows: pd.DataFrame) -> pd.DataFrame:
    """The names of jobs and families, and what secret numbers may be."""
    rows = rows.assign(fap_name="Métier " + rows["fap_code"], fap_family_code="V")
    rows["met_low"], rows["met_high"] = rows["met"].fillna(1), rows["met"].fillna(4)
    for figure in ("xmet", "smet"):
        rows[f"{figure}_low"] = rows[figure].fillna(0)
        rows[f"{figure}_high"] = rows[figure].fillna(rows["met_high"].clip(upper=4))
    return rows


def values(rows: pd.DataFrame, *columns: str) -> list[list]:
    return rows[list(columns)].to_numpy().tolist()
