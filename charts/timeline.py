"""Contacts month by month and the programme's actions above them, on one axis of time. No drawing here."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd

from charts.classes import round_up
from programme import wording
from programme.vocabulary import Channel

LANES = {Channel.SALON: "Salons", Channel.CAMPAGNE: "Campagnes", Channel.TELEVISION: "Télévision"}
OTHERS = "Autres actions"
# The width of a numbered mark over that of the narrowest phone's drawing: closer marks take another line.
MARK_WIDTH = 0.075
SAYING = ("more", "fewer")


def timeline(
    months: pd.DataFrame,
    effects: pd.DataFrame,
    *,
    until: date,
    unit_words: tuple[str, str],
    title: str,
    marks: Sequence[tuple[date, str]] = (),
) -> dict[str, Any]:
    """What the timeline shows; every place on the axis is a share of it, from the first month (0) to `until` (1).

    `months`: one row per month, `month` (its first day) and `value`; months without a row count none. `effects`: the
    rows of indicators.campaigns.action_effects, in time: their rank from 1 is the number that they bear everywhere.
    """
    if months.empty:
        return {"title": title, "bars": [], "summary": f"{title} : rien à montrer sur cette période."}
    values = _every_month(months, until)
    axis = _Axis(values.index[0], pd.Timestamp(until))
    top = round_up(float(values.max()))
    lanes = _lanes(effects, axis)
    return {
        "title": title,
        "bars": [
            [axis.at(day), axis.at(day + pd.offsets.MonthBegin()), value, _month_words(day, value, unit_words)]
            for day, value in values.items()
        ],
        "top": top,
        "levels": [[level, wording.number(level)] for level in (top / 2, top) if float(level).is_integer()],
        "ticks": [[axis.at(day), str(day.year)] for day in values.index if day.month == 1],
        "marks": [[axis.at(pd.Timestamp(day)), label] for day, label in marks if axis.holds(pd.Timestamp(day))],
        "lanes": lanes,
        "summary": _summary(title, values, unit_words, effects),
    }


def month_table(months: pd.DataFrame, until: date, counted: str) -> pd.DataFrame:
    """The figures behind the bars: one line per month, those without anyone too."""
    values = _every_month(months, until) if len(months) else pd.Series(dtype=float)
    names = [wording.sentence(wording.month(day.date())) for day in values.index]
    return pd.DataFrame({"Mois": names, counted: values.to_numpy()})


def numbered(effects: pd.DataFrame) -> pd.DataFrame:
    """The actions with their number, `rank`, the same on the timeline and in the list under it."""
    return effects.assign(rank=range(1, len(effects) + 1))


def span_words(start: pd.Timestamp, end: pd.Timestamp | None) -> str:
    """« 4 octobre 2020 », « 15 au 17 octobre 2021 », « 22 juin au 2 août 2020 »."""
    if end is None or pd.isna(end) or end <= start:
        return wording.day(start.date())
    first, last = wording.day(start.date()), wording.day(end.date())
    for shared in (last.split(" ", 1)[1], last.rsplit(" ", 1)[1]):
        if first.endswith(f" {shared}"):
            return f"{first.removesuffix(f' {shared}')} au {last}"
    return f"{first} au {last}"


def _every_month(months: pd.DataFrame, until: date) -> pd.Series:
    known = months.set_index(pd.to_datetime(months["month"]))["value"].astype(float)
    return known.reindex(pd.date_range(known.index.min(), pd.Timestamp(until), freq="MS"), fill_value=0.0)


class _Axis:
    """Days -> shares of the drawing's width."""

    def __init__(self, first: pd.Timestamp, last: pd.Timestamp) -> None:
        self.first, self.days = first, max((last - first).days, 1)

    def at(self, day: pd.Timestamp) -> float:
        return round(min(max((day - self.first).days / self.days, 0), 1), 4)

    def holds(self, day: pd.Timestamp) -> bool:
        return 0 <= (day - self.first).days <= self.days


def _lanes(effects: pd.DataFrame, axis: _Axis) -> list[dict[str, Any]]:
    """One lane per kind of action that there is, and in it as many lines as keep the marks apart."""
    drawn = numbered(effects)
    shown = [action for action in drawn.to_dict("records") if axis.holds(action["start_date"])]
    lanes = []
    for label in (*LANES.values(), OTHERS):
        actions = [_action(action, axis) for action in shown if LANES.get(action["channel"], OTHERS) == label]
        if actions:
            lanes.append({"label": label, "actions": actions, "lines": _spread(actions)})
    return lanes


def _action(action: dict[str, Any], axis: _Axis) -> dict[str, Any]:
    end = action["end_date"]
    last = action["start_date"] if pd.isna(end) else end
    cost = action["cost_euros"]
    told = [span_words(action["start_date"], end), "" if pd.isna(cost) else f"{wording.number(cost)}{wording.NBSP}€"]
    return {
        "rank": action["rank"],
        "from": axis.at(action["start_date"]),
        "to": axis.at(last),
        "tip": [f"{action['rank']}. {action['action_name']}", " · ".join(filter(None, told)), action["words"]],
        "isClear": action["verdict"] in SAYING,
    }


def _spread(actions: list[dict[str, Any]]) -> int:
    """Gives each action the first line (`line`) where its mark touches no other; returns how many lines there are."""
    ends: list[float] = []
    for action in actions:
        free = [line for line, end in enumerate(ends) if action["from"] - end >= MARK_WIDTH]
        action["line"] = free[0] if free else len(ends)
        ends[action["line"] : action["line"] + 1] = [action["from"]]
    return len(ends)


def _month_words(day: pd.Timestamp, value: float, unit_words: tuple[str, str]) -> list[str]:
    return [wording.sentence(wording.month(day.date())), wording.counted(value, *unit_words)]


def _summary(title: str, values: pd.Series, unit_words: tuple[str, str], effects: pd.DataFrame) -> str:
    begin, end = (wording.month(day.date()) for day in (values.index[0], values.index[-1]))
    peak = wording.month(values.idxmax().date())
    most = wording.counted(values.max(), *unit_words)
    actions = wording.counted(len(effects), "action", feminine=True)
    return f"{title}, de {begin} à {end} : au plus {most} en un mois, en {peak}. {wording.sentence(actions)} au-dessus."
