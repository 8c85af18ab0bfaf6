"""The programme's figures: families in contact, followed, settled. Their definitions stand in catalog.yml."""

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from indicators.counting import count, events_of
from indicators.intervals import last_days
from indicators.question import MEASURES, UNSAID, Question
from programme.vocabulary import Attribution, Status, Unit

Tables = Mapping[str, pd.DataFrame]
MONTHS_BEFORE_LOST = 6
END_DATES = ["installation_date", "departure_date", "closing_date"]
SIGNS = ("first_contact_date", "first_answer_date", "qualification_date", "visit_date", "last_contact_date")
CREDIT = {
    Attribution.ACCOMPAGNE.value: 0,
    UNSAID: 1,
    Attribution.INFORME.value: 2,
    Attribution.HORS_DISPOSITIF.value: 3,
}


def contacts_received(tables: Tables, question: Question) -> pd.DataFrame:
    """A1: families whose first contact falls in the period, where they wish to live."""
    return count(contacts(tables, question), question)


def households_followed(tables: Tables, question: Question) -> pd.DataFrame:
    """A2: the stock at the date d'arrêté: first contact by then, not settled, closed or departed by then."""
    return count(followed(tables, question), question)


def projects_qualified(tables: Tables, question: Question) -> pd.DataFrame:
    """A3: families whose project was qualified in the period."""
    return count(qualified(tables, question), question)


def visits(tables: Tables, question: Question) -> pd.DataFrame:
    """A4: families who came to visit in the period."""
    return count(visited(tables, question), question)


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


def households_given_up(tables: Tables, question: Question) -> pd.DataFrame:
    """A11: families who gave up in the period, by reason and by the last step that their dates tell."""
    return count(given_up(tables, question), question)


def lost_from_sight(tables: Tables, question: Question) -> pd.DataFrame:
    """A12: families followed without a sign for six months at the date d'arrêté; without a last date, unknown."""
    return count(lost(tables, question), question)


def contacts(tables: Tables, question: Question) -> pd.DataFrame:
    """The rows of A1."""
    return events_of(tables["households"], "first_contact_date", "target_commune_code", question)


def followed(tables: Tables, question: Question) -> pd.DataFrame:
    """The rows of A2: a family has one while some EPCI's file of it is open and no EPCI has seen it settle."""
    rows = tables["households"]
    moved = rows.loc[has_settled(rows, question), "family_id"]
    is_open = ~rows["family_id"].isin(moved) & ~_is_closed(rows, question)
    return events_of(rows[is_open], "first_contact_date", "target_commune_code", replace(question, start=None))


def qualified(tables: Tables, question: Question) -> pd.DataFrame:
    """The rows of A3: dated, or stated by the status « suivi » of a file received by the date d'arrêté."""
    rows = tables["households"]
    stated = _is_stated(rows, (Status.SUIVI,), question)
    return events_of(rows, "qualification_date", "target_commune_code", question, stated=stated)


def visited(tables: Tables, question: Question) -> pd.DataFrame:
    """The rows of A4: dated, or stated by the status « visite » of a file received by the date d'arrêté."""
    rows = tables["households"]
    stated = _is_stated(rows, (Status.VISITE,), question)
    return events_of(rows, "visit_date", "target_commune_code", question, stated=stated)


def settled(tables: Tables, question: Question) -> pd.DataFrame:
    """The rows of A5: a family that two EPCIs saw settle counts once, with the most that either did for it."""
    rows = tables["households"]
    rows = rows[rows["installation_date"] <= pd.Timestamp(question.as_of)]
    attribution = rows["attribution"].fillna(UNSAID)
    credit = attribution.map(CREDIT)
    is_best = credit == credit.groupby(rows["family_id"]).transform("min")
    credited = rows[is_best & attribution.isin(question.attribution)]
    return events_of(credited, "installation_date", "commune_code", question)


def given_up(tables: Tables, question: Question) -> pd.DataFrame:
    """The rows of A11: families of which every file is closed and that nobody saw settle, at their last closing."""
    rows = tables["households"]
    closed = _is_closed(rows, question)
    elsewhere = rows.loc[has_settled(rows, question) | ~closed, "family_id"]
    rows = rows[closed & ~rows["family_id"].isin(elsewhere)]
    stated = rows["closing_date"].isna()
    return events_of(rows, "closing_date", "target_commune_code", question, stated=stated, keep="last")


def lost(tables: Tables, question: Question) -> pd.DataFrame:
    """The rows of A12: certainly no sign in the last six months, each date taken at its latest."""
    events = followed(tables, question)
    limit = pd.Timestamp(question.as_of) - pd.DateOffset(months=MONTHS_BEFORE_LOST)
    latest = pd.concat([last_days(events, name) for name in SIGNS], axis=1).max(axis=1)
    return events[events["last_contact_date"].notna() & (latest < limit)]


def has_settled(rows: pd.DataFrame, question: Question) -> pd.Series:
    """Rows of a household that settled, or left, by the date d'arrêté, whoever is credited with it."""
    as_of = pd.Timestamp(question.as_of)
    dated = (rows["installation_date"] <= as_of) | (rows["departure_date"] <= as_of)
    return dated | _ends_undated(rows, (Status.INSTALLE, Status.PARTI), question)


def _is_closed(rows: pd.DataFrame, question: Question) -> pd.Series:
    dated = rows["closing_date"] <= pd.Timestamp(question.as_of)
    return dated | _ends_undated(rows, (Status.ABANDON,), question)


def _ends_undated(rows: pd.DataFrame, statuses: tuple[Status, ...], question: Question) -> pd.Series:
    """An end that is stated without any date counts from the day on which its file was received."""
    return _is_stated(rows, statuses, question) & rows[END_DATES].isna().all(axis=1)


def _is_stated(rows: pd.DataFrame, statuses: tuple[Status, ...], question: Question) -> pd.Series:
    return rows["status"].isin(statuses) & (rows["received_date"] <= pd.Timestamp(question.as_of))
