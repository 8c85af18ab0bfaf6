"""Typed rows of all the tables of a workbook -> one row per household, checked."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from etl.contacts import identity
from etl.contacts.cells import PLACES
from etl.contacts.joining import OWN_COLUMNS, join
from etl.contacts.journals import fold_journal, fold_steps
from etl.contacts.messages import problem, unknown_occupations
from etl.contacts.rows import TypedRows
from etl.contacts.shaping import PERSONAL_FIELDS, Columns
from etl.dates import last_day
from etl.problems import Problem
from programme.jobs import fap_codes, fap_version
from programme.vocabulary import Attribution
from store import schema

HOUSEHOLD_COLUMNS = [column.name for column in schema.households.c if column.name != "import_id"]
TRUSTED = [*schema.HOUSEHOLD_DATES, *PLACES, "status"]
READ_COLUMNS = [*HOUSEHOLD_COLUMNS, *PERSONAL_FIELDS, "installation_place"]


@dataclass
class Households:
    """What one EPCI's workbook says, ready for the store (no import_id yet), and what was refused of it.

    `journal_lines_count` are the lines taken for further exchanges of a household of the same file number.
    """

    households: pd.DataFrame
    needs: pd.DataFrame
    household_keys: pd.DataFrame
    rejected: list[Problem]
    refused: list[Problem]
    told: list[Problem] = field(default_factory=list)
    journal_lines_count: int = 0


def gather_households(tables: list[TypedRows], epci_code: str, source_file: str, secret: bytes) -> Households:
    """Joins, checks and identifies the rows of one workbook."""
    rejected = [found for table in tables for found in table.rejected]
    refused = [found for table in tables for found in table.refused]
    journals = [fold_steps(table.columns) if "step" in table.columns else (table.columns, 0) for table in tables]
    rows, apart = join([columns for columns, _ in journals])
    refused += [problem("number_begun_again", *place) for place in apart]
    count = len(rows["source_row"])
    rows = {name: rows.get(name) or [None] * count for name in READ_COLUMNS} | {"needs": rows["needs"]}
    rows, journal_lines_count = fold_journal(_fold_same_dossier(rows))
    journal_lines_count += sum(by_name for _, by_name in journals)
    rows = _drop_untrustworthy(rows, rejected)
    _refuse_early_installations(rows, refused)
    count = len(rows["source_row"])
    rows["epci_code"], rows["source_file"] = [epci_code] * count, [source_file] * count
    rows["referent_id"] = identity.referent_ids(rows, epci_code, secret)
    people = identity.people(rows)
    rows["household_id"], repeated = identity.household_ids(rows, people, epci_code, secret)
    rows["family_id"] = identity.family_ids(rows["household_id"], people)
    refused += [_at(rows, place, "same_household") for place in repeated]
    _add_jobs(rows)
    told = unknown_occupations(sum(table.unknown_occupations_count for table in tables))
    households = pd.DataFrame({name: rows[name] for name in HOUSEHOLD_COLUMNS}, dtype=object)
    keys = identity.key_rows(rows["household_id"], people, secret)
    return Households(households, _needs(rows), keys, rejected, refused, told, journal_lines_count)


def _fold_same_dossier(rows: Columns) -> Columns:
    """Neighbouring lines with one file number that nowhere contradict each other are one household."""
    references, numbers, sheets = rows["dossier_ref"], rows["source_row"], rows["source_sheet"]
    if max(Counter(filter(None, references)).values(), default=1) == 1:
        return rows
    kept: list[int] = []
    compared = [name for name in READ_COLUMNS if name not in (*OWN_COLUMNS, *PERSONAL_FIELDS, "installation_place")]
    for place, reference in enumerate(references):
        before = kept[-1] if kept else None
        is_next = before is not None and references[before] == reference and sheets[before] == sheets[place]
        if reference and is_next and numbers[place] == numbers[place - 1] + 1 and _agree(rows, before, place, compared):
            for name in (*compared, *PERSONAL_FIELDS, "installation_place"):
                rows[name][before] = rows[name][before] or rows[name][place]
            rows["needs"][before] = rows["needs"][place] | rows["needs"][before]
        else:
            kept.append(place)
    return _keep(rows, kept)


def _agree(rows: Columns, one: int, other: int, names: list[str]) -> bool:
    values = [(rows[name][one], rows[name][other]) for name in names]
    return all(first == second for first, second in values if first is not None and second is not None)


def _keep(rows: Columns, places: list[int]) -> Columns:
    if len(places) == len(rows["source_row"]):
        return rows
    return {name: [values[place] for place in places] for name, values in rows.items()}


def _drop_untrustworthy(rows: Columns, rejected: list[Problem]) -> Columns:
    known = [line.count(None) < len(line) for line in zip(*(rows[name] for name in TRUSTED), strict=True)]
    rejected += [_at(rows, place, "nothing_to_trust") for place, is_known in enumerate(known) if not is_known]
    return _keep(rows, [place for place, is_known in enumerate(known) if is_known])


def _refuse_early_installations(rows: Columns, refused: list[Problem]) -> None:
    """An installation certainly before the first contact loses its date, unless the source says hors dispositif."""
    names = ("installation_date", "installation_date_precision", "first_contact_date", "attribution")
    for place, (moved, precision, first, attribution) in enumerate(zip(*(rows[name] for name in names), strict=True)):
        if moved is None or first is None or attribution == Attribution.HORS_DISPOSITIF or moved >= first:
            continue
        if last_day(moved, precision) < first:
            sheet, row, letter = rows["installation_place"][place]
            refused.append(problem("installation_before_contact", sheet, row, letter, "installation_date"))
            rows["installation_date"][place] = rows["installation_date_precision"][place] = None


def _add_jobs(rows: Columns) -> None:
    """The survey's job of each occupation, in the list (FAP) of the year in which the household moved, or called."""
    days = zip(rows["occupation_code"], rows["installation_date"], rows["first_contact_date"], strict=True)
    jobs = [_job(code, moved or called) for code, moved, called in days]
    rows["fap_version"] = [version for version, _ in jobs]
    rows["fap_code"] = [code for _, code in jobs]


def _job(occupation_code: str | None, day: date | None) -> tuple[str | None, str | None]:
    if not occupation_code or not day:
        return None, None
    version = fap_version(day.year)
    code = fap_codes(version).get(occupation_code)
    return (str(version), code) if code else (None, None)


def _at(rows: Columns, place: int, code: str) -> Problem:
    return problem(code, rows["source_sheet"][place], rows["source_row"][place])


def _needs(rows: Columns) -> pd.DataFrame:
    said = [
        (household_id, axis, is_met)
        for household_id, axes in zip(rows["household_id"], rows["needs"], strict=True)
        for axis, is_met in axes.items()
    ]
    return pd.DataFrame(said, columns=["household_id", "axis", "is_met"], dtype=object)
