"""The row of filters. Its widgets have keys of their own (`pick_…`), set from the choices before they are drawn.

Draw it outside any fragment: the menu's links carry the choices and must be drawn again with them.
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

import streamlit as st

from programme import wording
from programme.vocabulary import Unit
from ui.choices import (
    EVERY_UNIT,
    Filters,
    Options,
    choose,
    choose_epci,
    pop_notes,
    read_filters,
    read_url,
    url_choices,
)
from ui.later import later

__all__ = ["Filters", "choose", "choose_epci", "read_filters", "read_url", "show_filters", "url_choices"]


def show_filters(
    defaults: Filters,
    epcis: Options,
    *,
    first: date | None = None,
    committees: Sequence[date] = (),
    units: Sequence[str] = EVERY_UNIT,
    received: Sequence[date] = (),
) -> Filters:
    """Draws the row and returns what it says, which is what `read_filters` says.

    `epcis` are (code, label); `first` is the day of the oldest data, whence the months that the lists offer;
    `committees` are told apart in the list of dates; `units` are those this page can count. Where files were
    `received` on several days, figures may be asked as they were known on one of them.
    """
    chosen = read_filters(defaults, epcis, units=units)
    room = st.container(key="filtres")
    with room, st.container(key="choix" if len(units) > 1 else "choix_sans_unite"):
        place, since, until, unit = st.columns([1.3, 1, 1.25, 2.1])
    last = max((defaults.end or date.today(), *received))
    starts = _day_labels(start_days(first, last), chosen.start, defaults.start, _since_label)
    ends = _day_labels(end_days(first, last, committees), chosen.end, defaults.end, _until_label(committees))

    def fill() -> None:
        with place:
            _pick("Territoire", "epci", {"": "Tout le programme"} | dict(epcis))
        with since:
            _pick("Depuis", "du", starts)
        with until:
            _pick("Arrêté au", "au", ends)
        with unit:
            _pick_unit(chosen.unit, defaults.unit, units)

    later(fill)
    with room:
        _pick_known_on(chosen.known_on, received)
    for note in pop_notes():
        st.caption(note)
    return chosen


def start_days(first: date | None, last: date) -> list[date]:
    """The first days of the quarters between two days, latest first."""
    if first is None:
        return []
    months = [date(year, month, 1) for year in range(first.year, last.year + 1) for month in (1, 4, 7, 10)]
    return [day for day in reversed(months) if first < day <= last]


def end_days(first: date | None, last: date, committees: Sequence[date]) -> list[date]:
    """The ends of the months between two days, the last day itself and the committees, latest first."""
    begin = first or last
    months = [date(year, month, 1) for year in range(begin.year, last.year + 1) for month in range(1, 13)]
    ends = {day - timedelta(days=1) for day in months} | {last, *committees}
    return sorted((day for day in ends if begin <= day <= last), reverse=True)


def _pick(label: str, key: str, labels: dict[str, str]) -> None:
    """A list of the codes that the URL uses; the empty one is the default."""
    st.session_state[f"pick_{key}"] = st.session_state.get(key) or ""
    words = {"format_func": labels.get, "placeholder": "Choisir"}
    st.selectbox(label, list(labels), key=f"pick_{key}", on_change=_picked, args=(key,), **words)


def _pick_known_on(chosen: date | None, received: Sequence[date]) -> None:
    """The earlier days on which files were received, where there are some."""
    if len(received) < 2:
        return
    earlier = sorted(received, reverse=True)[1:]
    labels = _day_labels(earlier, chosen, None, lambda day: wording.day(day) if day else "aujourd'hui")
    with st.container(key="filtre_connu_choisi" if chosen else "filtre_connu"):
        _pick("Tel que connu au", "connu", labels)


def _pick_unit(known: str, default: str, units: Sequence[str]) -> None:
    if len(units) < 2:
        return
    st.session_state["pick_unite"] = known
    st.segmented_control(
        "Compter en",
        list(units),
        format_func=lambda code: wording.sentence(Unit(code).label),
        key="pick_unite",
        required=True,
        on_change=_unit_picked,
        args=(default,),
    )


def _day_labels(days: Sequence[date], chosen: date | None, default: date | None, name: Callable) -> dict[str, str]:
    """The default first, then the days from the latest; a day that the link asks for joins them, so any link opens."""
    offered = sorted({*days, *filter(None, (chosen,))} - {default}, reverse=True)
    return {"": name(default)} | {day.isoformat(): name(day) for day in offered}


def _since_label(day: date | None) -> str:
    return wording.day(day) if day else "le début"


def _until_label(committees: Sequence[date]) -> Callable[[date | None], str]:
    def name(day: date | None) -> str:
        if day is None:
            return "aujourd'hui"
        return wording.day(day) + (" (comité)" if day in committees else "")

    return name


def _picked(key: str) -> None:
    code = st.session_state[f"pick_{key}"]
    if key == "epci":
        choose_epci(code)
    else:
        choose(**{key: code})


def _unit_picked(default: str) -> None:
    picked = st.session_state["pick_unite"]
    choose(unite=None if picked == default else picked)
