"""Occupations as the programme names them, and what they are called in the lists of others (FAP, ROME)."""

from functools import cache

import pandas as pd

from programme.settings import REFERENCE
from programme.vocabulary import Term

FAP_2009, FAP_2021 = 2009, 2021
FIRST_YEAR_OF_FAP_2021 = 2024


class JobFamily(Term):
    """The programme's six priorities; every job of the survey is in one of them, services taking the rest."""

    SANTE_AIDE = "sante_aide", "Santé et aide à la personne"
    INDUSTRIE = "industrie", "Industrie"
    BATIMENT = "batiment", "Bâtiment"
    HOTELLERIE_RESTAURATION = "hotellerie_restauration", "Hôtellerie-restauration"
    AGRICULTURE = "agriculture", "Agriculture"
    SERVICES = "services", "Services"


@cache
def occupations() -> pd.DataFrame:
    """One row per occupation of ours: its French name and its job in each list of the survey (empty where the survey
    has none); index occupation_code."""
    return _read("occupations")


@cache
def rome_names() -> dict[str, str]:
    """rome_code -> the French name of an occupation in France Travail's list (ROME, third version)."""
    return _read("rome")["rome_name"].to_dict()


def fap_version(year: int) -> int:
    """The list of jobs (familles professionnelles) of a survey's year: FAP 2009 until 2023, FAP 2021 since."""
    return FAP_2021 if year >= FIRST_YEAR_OF_FAP_2021 else FAP_2009


@cache
def fap_codes(version: int) -> dict[str, str]:
    """occupation_code -> the code of its job in one list of the survey; occupations without one are left out."""
    codes = occupations()[f"fap_{version}"]
    return codes[codes != ""].to_dict()


@cache
def job_names() -> dict[str, str]:
    """The code of a job in either list -> one of our occupations in it, for where no survey names it."""
    named = occupations()["occupation_name"]
    pairs = [(job, named[code]) for version in (FAP_2009, FAP_2021) for code, job in fap_codes(version).items()]
    return dict(reversed(pairs))


@cache
def job_families() -> pd.DataFrame:
    """One row per beginning of a code (FAP 2009 or 2021): its family, and why; index fap_prefix."""
    return _read("job_families")


@cache
def job_family(fap_code: str) -> str:
    """The priority family of a job: that of the longest beginning of its code in the table."""
    families = job_families()["family"]
    known = [fap_code[:length] for length in range(len(fap_code), 0, -1) if fap_code[:length] in families.index]
    return families[known[0]] if known else JobFamily.SERVICES.value


def _read(name: str) -> pd.DataFrame:
    table = pd.read_csv(REFERENCE / f"{name}.csv", dtype=str, keep_default_na=False, encoding="utf-8")
    return table.set_index(table.columns[0])
