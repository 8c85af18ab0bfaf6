"""The programme's figures: families in contact, followed, settled. Their definitions stand in catalog.yml."""

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from indicators.counting import count, events_of, rate
from indicators.question import MEASURES, UNSAID, Question
from programme.vocabulary import Status, Unit

Tables = Mapping[str, pd.DataFrame]
MONTHS_BEFORE_LOST = 6
ENDED = (Status.INSTALLE, Status.PARTI, Status.ABANDON)
END_DATES = ["installation_date", "departure_date", "closing_date"]


def contacts_received(tables: Tables, question: Question) -> pd.DataFrame:
    """A1: families whose first contact falls in the period, where they wish to live."""
    return count(_contacts(tables, question), question)


def households_followed(tables: Tables, question: Question) -> pd.DataFrame:
    """A2: the stock at the date d'arrêté: first contact by then, not settled, closed or departed by then."""
    return count(followed(tables, question), question)


def projects_qualified(tables: Tables, question: Question) -> pd.DataFrame:
    """A3: families whose project was qualified in the period; a step counts only if dated."""
    return count(events_of(tables["households"], "qualification_date", "target_commune_code", question), question)


def visits(tables: Tables, question: Question) -> pd.DataFrame:
    """A4: families who came to visit in the period; a step counts only if dated."""
    return count(events_of(tables["households"], "visit_date", "target_commune_code", question), question)


def households_settled(tables: Tables, question: Question) -> pd.DataFrame:
    """A5: families whose installation falls in the period, those who left since included, by attribution."""
    return count(settled(tables, question), question)


def persons_settled(tables: Tables, question: Question) -> pd.DataFrame:
    """A6: the persons of the families settled, whatever the question's unit; « unit » breaks them down."""
    events = settled(tables, question)
    asked = replace(question, unit=Unit.PERSONNES)
    if "unit" not in question.by:
        return count(events, asked)
    parts = [
        count(events, replace(question, unit=unit, by=tuple(name for name in question.by if name != "unit"))).assign(
            unit=unit.value
        )
        for unit in (Unit.PERSONNES, Unit.ACTIFS, Unit.ENFANTS)
    ]
    return pd.concat(parts, ignore_index=True)[[*question.by, *MEASURES]]


def lost_from_sight(tables: Tables, question: Question) -> pd.DataFrame:
    """A12: families followed without a sign for six months at the date d'arrêté; without a last date, unknown."""
    events = followed(tables, question)
    limit = pd.Timestamp(question.as_of) - pd.DateOffset(months=MONTHS_BEFORE_LOST)
    return count(events[events["last_contact_date"] < limit], question)


def visit_rate(tables: Tables, question: Question) -> pd.DataFrame:
    """A7: of the families in contact in the period, those who have come to visit by the date d'arrêté."""
    contacts = _contacts(tables, question)
    visited = contacts[contacts["visit_date"] <= pd.Timestamp(question.as_of)]
    in_families = replace(question, unit=Unit.FOYERS)
    return rate(count(visited, in_families), count(contacts, in_families), question.by)


def followed(tables: Tables, question: Question) -> pd.DataFrame:
    """The rows of A2. A stated end without any date counts from the day on which its file was received."""
    rows = tables["households"]
    as_of = pd.Timestamp(question.as_of)
    stated_end = rows["status"].isin(ENDED) & rows[END_DATES].isna().all(axis=1) & (rows["received_date"] <= as_of)
    has_ended = (rows[END_DATES] <= as_of).any(axis=1) | stated_end
    ended_families = rows.loc[has_ended, "family_id"]
    stock = replace(question, start=None)
    events = events_of(rows, "first_contact_date", "target_commune_code", stock)
    return events[~events["family_id"].isin(ended_families)]


def settled(tables: Tables, question: Question) -> pd.DataFrame:
    """The rows of A5."""
    rows = tables["households"]
    credited = rows[rows["attribution"].fillna(UNSAID).isin(question.attribution)]
    return events_of(credited, "installation_date", "commune_code", question)


def _contacts(tables: Tables, question: Question) -> pd.DataFrame:
    return events_of(tables["households"], "first_contact_date", "target_commune_code", question)
