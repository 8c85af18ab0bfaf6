"""The programme's figures: families in contact, followed, settled. Their definitions stand in catalog.yml."""

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from indicators.counting import events_of
from indicators.intervals import last_days
from indicators.question import UNSAID, Question
from programme.vocabulary import Attribution, Status

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


def contacts(tables: Tables, question: Question) -> pd.DataFrame:
    """A1: families whose first contact falls in the period, where they wish to live."""
    return events_of(tables["households"], "first_contact_date", "target_commune_code", question)


def followed(tables: Tables, question: Question) -> pd.DataFrame:
    """A2: the stock at the date d'arrêté: families of which some EPCI's file is open and that no EPCI saw settle."""
    rows = tables["households"]
    moved = rows.loc[has_settled(rows, question), "family_id"]
    is_open = ~rows["family_id"].isin(moved) & ~_is_closed(rows, question)
    stock = replace(question, start=None)
    return events_of(rows, "first_contact_date", "target_commune_code", stock, among=is_open)


def qualified(tables: Tables, question: Question) -> pd.DataFrame:
    """A3: families whose project was qualified: dated, or stated by the status « suivi » of a file received by then."""
    rows = tables["households"]
    stated = _is_stated(rows, (Status.SUIVI,), question)
    return events_of(rows, "qualification_date", "target_commune_code", question, stated=stated)


def visited(tables: Tables, question: Question) -> pd.DataFrame:
    """A4: families who came to visit: dated, or stated by the status « visite » of a file received by then."""
    rows = tables["households"]
    stated = _is_stated(rows, (Status.VISITE,), question)
    return events_of(rows, "visit_date", "target_commune_code", question, stated=stated)


def settled(tables: Tables, question: Question) -> pd.DataFrame:
    """A5: families settled in the period, those who left since included, by the attribution asked.

    A family that two EPCIs saw settle counts once, with the most that either did for it.
    """
    rows = tables["households"]
    moved = rows["installation_date"] <= pd.Timestamp(question.as_of)
    attribution = rows["attribution"].fillna(UNSAID)
    credit = attribution.map(CREDIT).where(moved)
    is_best = credit == credit.groupby(rows["family_id"]).transform("min")
    credited = is_best & attribution.isin(question.attribution)
    return events_of(rows, "installation_date", "commune_code", question, among=credited)


def given_up(tables: Tables, question: Question) -> pd.DataFrame:
    """A11: families of which every file is closed and that nobody saw settle, at their last closing."""
    rows = tables["households"]
    closed = _is_closed(rows, question)
    elsewhere = rows.loc[has_settled(rows, question) | ~closed, "family_id"]
    over = closed & ~rows["family_id"].isin(elsewhere)
    return events_of(rows, "closing_date", "target_commune_code", question, among=over, stated=closed, keep="last")


def lost(tables: Tables, question: Question) -> pd.DataFrame:
    """A12: families followed with certainly no sign in the last six months; without a last contact, unknown."""
    events = followed(tables, question)
    limit = pd.Timestamp(question.as_of) - pd.DateOffset(months=MONTHS_BEFORE_LOST)
    latest = pd.concat([last_days(events, name) for name in SIGNS], axis=1).max(axis=1)
    return events[events["last_contact_date"].notna() & (latest < limit)]


def of_families(events: pd.DataFrame, found: pd.Series) -> pd.Series:
    """What is found by family_id, for each of these rows; missing where nothing is."""
    return pd.Series(found.reindex(events["family_id"]).to_numpy(), index=events.index)


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
