"""Did an action bring anyone? Contacts of the eight weeks after it, against what there would have been."""

from collections.abc import Mapping
from datetime import date, timedelta

import pandas as pd

from indicators.chance import poisson_interval, ratio_interval
from indicators.families import contacts
from indicators.question import Question
from programme import wording

Tables = Mapping[str, pd.DataFrame]
WEEKS = 8
WINDOW = timedelta(weeks=WEEKS)
VERDICTS = {
    "more": "Plus de contacts qu'à l'ordinaire dans les huit semaines qui suivent",
    "fewer": "Moins de contacts qu'à l'ordinaire dans les huit semaines qui suivent",
    "unsure": "On ne peut pas conclure",
    "too_early": "Trop tôt pour le dire : les huit semaines ne sont pas passées",
}


def action_effects(tables: Tables, question: Question) -> pd.DataFrame:
    """One row per action begun by the date d'arrêté, in time: contacts after it, before it, and of other years.

    `after_count` (with its exact Poisson interval) is of the eight weeks from its first day; `before_count` of the
    eight weeks before; `other_years_count` of the same weeks of `other_years` other years that the follow-up covers.
    Each ratio compares rates per eight weeks, with its exact interval. `verdict` needs every comparison to agree;
    `words` say it. Weeks of other years that follow another action are compared all the same: the verdict is prudent.
    """
    actions = tables["actions"]
    actions = actions[actions["start_date"] <= pd.Timestamp(question.as_of)].sort_values(["start_date", "campaign_id"])
    days = contacts(tables, question)["event_date"]
    rows = [_effect(action, days, question.as_of) for action in actions.itertuples()]
    return pd.DataFrame(rows, columns=COLUMNS)


COLUMNS = [
    *("campaign_id", "action_name", "channel", "start_date", "end_date", "cost_euros"),
    *("after_count", "after_low", "after_high", "before_count", "before_ratio", "before_low", "before_high"),
    *("other_years_count", "other_years", "other_ratio", "other_low", "other_high", "verdict", "words"),
]


def _effect(action, days: pd.Series, as_of: date) -> dict:
    start = action.start_date.date()
    said = {name: getattr(action, name) for name in COLUMNS[:6]}
    if start + WINDOW > as_of:
        return said | {"verdict": "too_early", "words": VERDICTS["too_early"]}
    first = days.min().date() if len(days) else as_of
    years = [year for year in range(first.year, as_of.year + 1) if year != start.year]
    others = [day for day in map(lambda year: _same_day(start, year), years) if first <= day and day + WINDOW <= as_of]
    after = _counted(days, start)
    low, high = poisson_interval(after)
    said |= {"after_count": after, "after_low": low, "after_high": high}
    comparisons = []
    if start - WINDOW >= first:
        comparisons.append(_compared(said, "before", after, _counted(days, start - WINDOW), 1))
    if others:
        said["other_years"] = len(others)
        comparisons.append(_compared(said, "other", after, sum(_counted(days, day) for day in others), len(others)))
    verdict = _verdict(comparisons)
    return said | {"verdict": verdict, "words": _words(verdict, after)}


def _compared(said: dict, name: str, after: int, others: int, periods: int) -> tuple[float, float]:
    low, high = ratio_interval(after, 1, others, periods)
    said["before_count" if name == "before" else "other_years_count"] = others
    said |= {f"{name}_ratio": after * periods / others if others else None, f"{name}_low": low, f"{name}_high": high}
    return low, high


def _verdict(comparisons: list[tuple[float, float]]) -> str:
    if comparisons and all(low > 1 for low, _ in comparisons):
        return "more"
    if comparisons and all(high < 1 for _, high in comparisons):
        return "fewer"
    return "unsure"


def _words(verdict: str, after: int) -> str:
    return f"{VERDICTS[verdict]} ({wording.counted(after, 'contact')} en huit semaines)."


def _counted(days: pd.Series, start: date) -> int:
    return int(((days >= pd.Timestamp(start)) & (days < pd.Timestamp(start + WINDOW))).sum())


def _same_day(day: date, year: int) -> date:
    """The same day of another year; the 28th for a 29 February."""
    return date(year, day.month, min(day.day, 28) if day.month == 2 else day.day)
