"""Are they still here? By what is known at each anniversary of the move, with the range that the unknowns leave."""

from collections.abc import Mapping

import pandas as pd

from indicators.counting import measured, shares
from indicators.dimensions import DIMENSIONS
from indicators.families import of_families, settled
from indicators.intervals import last_days
from indicators.question import MEASURES, SMALLEST_DENOMINATOR, Question
from programme.vocabulary import Status

Tables = Mapping[str, pd.DataFrame]
ANNIVERSARIES = (12, 24, 36)
CALL_COLUMNS = ["epci_code", "household_id", "dossier_ref", "source_file", "source_sheet", "source_row"]


def retention(tables: Tables, question: Question) -> pd.DataFrame:
    """R1: of the families settled for 12 months whose status at that anniversary is known, those still here.

    `low` takes every unknown for left, `high` for still here. « horizon » adds 24 and 36 months.
    """
    return _by_horizon(tables, question, _retained)


def statuses_known(tables: Tables, question: Question) -> pd.DataFrame:
    """R2: of the families settled for 12 months, those whose status at that anniversary is known."""
    return _by_horizon(tables, question, _known)


def calls_due(tables: Tables, question: Question) -> pd.DataFrame:
    """One row per family to call: its file's reference, the move, the latest anniversary of which nothing is known.

    Who is known to have left is not called, nor one whose status at its latest anniversary is known.
    """
    parts = [at_anniversary(tables, question, months).assign(months=months) for months in ANNIVERSARIES]
    met = pd.concat(parts, ignore_index=True).sort_values("months").drop_duplicates("family_id", keep="last")
    due = met[met["is_true"].isna() & (met["status"] != Status.PARTI)]
    due = due[_signs(tables, due, pd.Timestamp(question.as_of))["first_no"].isna()]
    due = due.sort_values(["epci_code", "anniversary", "household_id"]).reset_index(drop=True)
    return due[[*CALL_COLUMNS, "installation_date", "months", "anniversary"]]


def at_anniversary(tables: Tables, question: Question, months: int = ANNIVERSARIES[0]) -> pd.DataFrame:
    """The families settled whose anniversary came by the date d'arrêté, and whether they were still here: `is_true`.

    Here: a sign of life in place on that day or later, a call that says so or a departure after it. Left: a departure
    by that day, or a call that says so. Calls and departures after the date d'arrêté are not known yet.
    """
    as_of = pd.Timestamp(question.as_of)
    events = settled(tables, question)
    events = events.assign(anniversary=last_days(events, "installation_date") + pd.DateOffset(months=months))
    events = events[events["anniversary"] <= as_of]
    day, signs = events["anniversary"], _signs(tables, events, as_of)
    is_gone = (signs["left"] <= day) | (signs["first_no"] <= day)
    is_seen = (signs["seen"] >= day) & signs["left"].isna() & signs["first_no"].isna()
    is_here = ~is_gone & ((signs["last_yes"] >= day) | (signs["left"] > day) | is_seen)
    return events.assign(is_true=is_here.astype("boolean").where(is_here | is_gone))


def _signs(tables: Tables, events: pd.DataFrame, as_of: pd.Timestamp) -> pd.DataFrame:
    """What is known by then of each family: last call that found it, first that did not, departure, last contact.

    A departure counts whichever EPCI wrote it; who left one EPCI and settled in another has not left.
    """
    rows = tables["households"]
    calls = _calls(tables, as_of)
    found = calls["is_still_here"]
    last_move = rows[rows["installation_date"] <= as_of].groupby("family_id")["installation_date"].max()
    gone = rows[rows["departure_date"] <= as_of]
    left = of_families(events, last_days(gone, "departure_date").groupby(gone["family_id"]).max())
    return pd.DataFrame(
        {
            "last_yes": of_families(events, calls[found].groupby("family_id")["follow_up_date"].max()),
            "first_no": of_families(events, calls[~found].groupby("family_id")["follow_up_date"].min()),
            "left": left.where(left >= of_families(events, last_move)),
            "seen": events["last_contact_date"].where(events["last_contact_date"] <= as_of),
        }
    )


def _by_horizon(tables: Tables, question: Question, answer) -> pd.DataFrame:
    asked = question.without("horizon")
    if "horizon" not in question.by:
        return answer(at_anniversary(tables, asked, ANNIVERSARIES[0]), asked)
    parts = [answer(at_anniversary(tables, asked, months), asked).assign(horizon=months) for months in ANNIVERSARIES]
    return pd.concat(parts, ignore_index=True)[[*question.by, *MEASURES]]


def _retained(met: pd.DataFrame, question: Question) -> pd.DataFrame:
    sums = _sums(met, question)
    known = sums["known"].where(sums["known"] >= SMALLEST_DENOMINATOR)
    everyone = sums["everyone"].where(sums["everyone"] >= SMALLEST_DENOMINATOR)
    sums["value"] = sums["here"] / known
    sums["low"] = sums["here"] / everyone
    sums["high"] = (sums["here"] + sums["everyone"] - sums["known"]) / everyone
    sums["numerator"], sums["denominator"] = sums["here"], sums["known"]
    return measured(sums, question)


def _known(met: pd.DataFrame, question: Question) -> pd.DataFrame:
    return shares(_sums(met, question).rename(columns={"known": "numerator", "everyone": "denominator"}), question)


def _sums(met: pd.DataFrame, question: Question) -> pd.DataFrame:
    counts = {"here": met["is_true"].fillna(False), "known": met["is_true"].notna(), "everyone": True}
    cells = pd.DataFrame(counts, index=met.index).astype("float64")
    if not question.by:
        return cells.sum().to_frame().T
    cells = cells.assign(**{name: DIMENSIONS[name](met, question).to_numpy() for name in question.by})
    return cells.groupby(list(question.by), dropna=False)[list(counts)].sum().reset_index()


def _calls(tables: Tables, as_of: pd.Timestamp) -> pd.DataFrame:
    """Calls that got an answer by then, by family."""
    calls = tables["follow_ups"]
    calls = calls[(calls["follow_up_date"] <= as_of) & calls["is_still_here"].notna()]
    families = tables["households"].set_index("household_id")["family_id"]
    found = calls.assign(family_id=families.reindex(calls["household_id"]).to_numpy())
    return found.astype({"is_still_here": bool})
