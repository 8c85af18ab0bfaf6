"""What settled families tell of themselves: jobs, doctor, satisfaction. Who does not tell is unknown, never a no.

Every function gives one row per family asked, with `is_true`, missing where it does not tell.
"""

from collections.abc import Mapping

import pandas as pd

from indicators.families import settled
from indicators.question import Question
from programme.vocabulary import Profile

Tables = Mapping[str, pd.DataFrame]


def took_local_job(tables: Tables, question: Question) -> pd.DataFrame:
    """E2: families settled, whether someone took a job on the spot."""
    events = settled(tables, question)
    return events.assign(is_true=events["took_local_job"])


def partner_found_job(tables: Tables, question: Question) -> pd.DataFrame:
    """E5: families settled whose partner looked for a job, whether the partner found one."""
    events = settled(tables, question)
    seeking = events[events["partner_seeks_job"].fillna(False)]
    return seeking.assign(is_true=seeking["partner_found_job"])


def creates_or_teleworks(tables: Tables, question: Question) -> pd.DataFrame:
    """E6: families settled, whether they create or take over a business, or work from home for an employer away."""
    events = settled(tables, question)
    wanted = events["profile"].isin([Profile.CREATEUR_REPRENEUR, Profile.TELETRAVAILLEUR]).astype("boolean")
    return events.assign(is_true=wanted.where(events["profile"].notna()))


def has_first_job(tables: Tables, question: Question) -> pd.DataFrame:
    """E7: families settled, whether for a first job, said as such or by their profile."""
    events = settled(tables, question)
    by_profile = (events["profile"] == Profile.PREMIER_EMPLOI).astype("boolean").where(events["profile"].notna())
    return events.assign(is_true=events["is_first_job"] | by_profile)


def found_doctor(tables: Tables, question: Question) -> pd.DataFrame:
    """N3: families settled, whether they found a doctor."""
    events = settled(tables, question)
    return events.assign(is_true=events["has_doctor"])


def came_as_tourists(tables: Tables, question: Question) -> pd.DataFrame:
    """C3: families settled, whether they had come as tourists."""
    events = settled(tables, question)
    return events.assign(is_true=events["came_as_tourist"])


def needed_the_service(tables: Tables, question: Question) -> pd.DataFrame:
    """S3: families settled, whether they would not have come without the service."""
    events = settled(tables, question)
    return events.assign(is_true=~events["would_have_come_anyway"])
