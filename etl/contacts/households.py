"""Typed rows of all the tables of a workbook -> one row per household, checked."""

from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from etl.contacts import identity
from etl.contacts.messages import problem, unknown_occupations
from etl.contacts.rows import PERSONAL_FIELDS, TypedRows
from etl.dates import last_day
from etl.problems import Problem
from programme.jobs import fap_codes, fap_version
from programme.vocabulary import Attribution
from store import schema

HOUSEHOLD_COLUMNS = [column.name for column in schema.households.c if column.name != "import_id"]
PLACES = ["target_commune_code", "commune_code"]


@dataclass
class Households:
    """What one EPCI's workbook says, ready for the store (no import_id yet), and what was refused of it."""

    households: pd.DataFrame
    needs: pd.DataFrame
    household_keys: pd.DataFrame
    rejected: list[Problem]
    refused: list[Problem]
    told: list[Problem] = field(default_factory=list)


def gather_households(tables: list[TypedRows], epci_code: str, source_file: str, secret: bytes) -> Households:
    """Joins, checks and identifies the rows of one workbook."""
    rejected = [found for table in tables for found in table.rejected]
    refused = [found for table in tables for found in table.refused]
    rows = _join([table.rows for table in tables])
    rows = rows.reindex(columns=[*HOUSEHOLD_COLUMNS, *PERSONAL_FIELDS, "needs"]).astype(object)
    rows = _drop_untrustworthy(rows, rejected)
    rows = _refuse_early_installations(rows, refused)
    rows["epci_code"], rows["source_file"] = epci_code, source_file
    rows["referent_id"] = identity.referent_ids(rows, epci_code, secret)
    ids, repeated = identity.household_ids(rows, epci_code, secret)
    rows["household_id"] = rows["family_id"] = ids
    refused += [_at(rows.iloc[position], "same_household") for position in repeated]
    rows = _with_jobs(rows)
    told = unknown_occupations(sum(table.unknown_occupations_count for table in tables))
    return Households(_stored(rows), _needs(rows), identity.key_rows(rows, secret), rejected, refused, told)


def _join(tables: list[pd.DataFrame]) -> pd.DataFrame:
    """Tables with a first contact are stacked; a table without one completes them by file number."""
    main = [rows for rows in tables if "first_contact_date" in rows] or tables
    stacked = pd.concat([rows for rows in main if len(rows)] or main, ignore_index=True)
    for rows in tables:
        if not any(rows is table for table in main):
            stacked = _complete(stacked, rows)
    return stacked


def _complete(rows: pd.DataFrame, others: pd.DataFrame) -> pd.DataFrame:
    """What `others` say of the same file number fills what `rows` leave empty; a number not met yet is a new row."""
    if "dossier_ref" not in rows or "dossier_ref" not in others:
        return pd.concat([rows, others], ignore_index=True)
    numbered = others[others["dossier_ref"].notna()].drop_duplicates("dossier_ref").set_index("dossier_ref")
    known = numbered.reindex(rows["dossier_ref"]).set_axis(rows.index)
    for name in known.columns.difference(["source_sheet", "source_row", "needs"]):
        rows[name] = known[name] if name not in rows else rows[name].where(rows[name].notna(), known[name])
    unmet = others[~others["dossier_ref"].isin(rows["dossier_ref"].dropna())]
    return pd.concat([rows, unmet], ignore_index=True) if len(unmet) else rows


def _drop_untrustworthy(rows: pd.DataFrame, rejected: list[Problem]) -> pd.DataFrame:
    known = rows[[*schema.HOUSEHOLD_DATES, *PLACES, "status"]].notna().any(axis=1)
    rejected += [_at(line, "nothing_to_trust") for _, line in rows[~known].iterrows()]
    return rows[known].reset_index(drop=True)


def _refuse_early_installations(rows: pd.DataFrame, refused: list[Problem]) -> pd.DataFrame:
    """An installation certainly before the first contact loses its date, unless the source says hors dispositif."""
    dated = rows[rows["installation_date"].notna() & rows["first_contact_date"].notna()]
    latest = [
        last_day(day, precision)
        for day, precision in zip(dated["installation_date"], dated["installation_date_precision"], strict=True)
    ]
    early = dated[pd.Series(latest, index=dated.index, dtype=object) < dated["first_contact_date"]]
    early = early[early["attribution"] != Attribution.HORS_DISPOSITIF]
    refused += [_at(line, "installation_before_contact") for _, line in early.iterrows()]
    rows.loc[early.index, ["installation_date", "installation_date_precision"]] = None
    return rows


def _with_jobs(rows: pd.DataFrame) -> pd.DataFrame:
    """The survey's job of each occupation, in the list (FAP) of the year in which the household moved, or called."""
    days = rows["installation_date"].where(rows["installation_date"].notna(), rows["first_contact_date"])
    jobs = [_job(code, day) for code, day in zip(rows["occupation_code"], days, strict=True)]
    rows["fap_version"] = [version for version, _ in jobs]
    rows["fap_code"] = [code for _, code in jobs]
    return rows


def _job(occupation_code: str | None, day: date | None) -> tuple[str | None, str | None]:
    if pd.isna(occupation_code) or pd.isna(day):
        return None, None
    version = fap_version(day.year)
    code = fap_codes(version).get(occupation_code)
    return (str(version), code) if code else (None, None)


def _at(line: pd.Series, code: str) -> Problem:
    return problem(code, line["source_sheet"], int(line["source_row"]))


def _stored(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[HOUSEHOLD_COLUMNS].where(rows[HOUSEHOLD_COLUMNS].notna(), None)


def _needs(rows: pd.DataFrame) -> pd.DataFrame:
    said = [
        (household_id, axis, is_met)
        for household_id, axes in zip(rows["household_id"], rows["needs"], strict=True)
        for axis, is_met in axes.items()
    ]
    return pd.DataFrame(said, columns=["household_id", "axis", "is_met"], dtype=object)
