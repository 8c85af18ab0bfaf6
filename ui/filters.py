"""The reader's choices (territory, period, unit): one truth in the session, and the URL that says it.

The session keeps `epci`, `commune`, `du`, `au`, `unite` as they stand in the URL: text, and absent where the reader
left the default. The widgets have keys of their own (`pick_…`), set before they are drawn. Draw them outside any
fragment: the menu's links carry the choices and must be drawn again with them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import streamlit as st

from programme import wording
from programme.vocabulary import Unit

QUERY = ("epci", "commune", "du", "au", "unite")
Options = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Filters:
    """What a page is asked. Both dates are included: `end` is the date d'arrêté; no `start` is the beginning."""

    start: date | None = None
    end: date | None = None
    epci_code: str | None = None
    commune_code: str | None = None
    unit: str = Unit.FOYERS.value


def read_url() -> None:
    """Takes the choices from the URL when it changed by another hand than ours: a link, back, forward, a reload.

    Called by the shell after st.navigation and before any widget.
    """
    asked = {key: st.query_params[key] for key in QUERY if key in st.query_params}
    if asked != st.session_state.get("url_known"):
        for key in QUERY:
            st.session_state[key] = asked.get(key)
        st.session_state["url_known"] = asked


def write_url() -> None:
    """Makes the URL say the choices, if it does not yet. Called where a choice changes, before the page runs."""
    wanted = url_choices()
    st.session_state["url_known"] = wanted
    if wanted != {key: st.query_params[key] for key in QUERY if key in st.query_params}:
        others = {key: st.query_params.get_all(key) for key in st.query_params if key not in QUERY}
        st.query_params.from_dict(others | wanted)


def url_choices() -> dict[str, str]:
    """The choices that differ from the defaults, as the URL says them; the menu's links carry them."""
    return {key: st.session_state[key] for key in QUERY if st.session_state.get(key)}


def choose(**choices: str | None) -> None:
    """Sets some of the choices (None is the default) and the URL; the one door for widgets and for the map."""
    for key, value in choices.items():
        st.session_state[key] = value or None
    write_url()


def choose_epci(code: str | None) -> None:
    """Chooses an EPCI, or none: for the list and for the map alike. A chosen commune goes with its EPCI."""
    choose(epci=code, commune=None)


def show_filters(
    defaults: Filters,
    epcis: Options,
    *,
    first: date | None = None,
    committees: Sequence[date] = (),
    units: Sequence[str] = tuple(unit.value for unit in Unit),
) -> Filters:
    """Draws the row of filters and returns what they say.

    `epcis` are (code, label); `first` is the day of the oldest data, whence the months that the lists offer;
    `committees` are told apart in the list of dates; `units` are those this page can count.
    """
    with st.container(key="filtres"):
        places, start, end, unit = st.columns([1.5, 1.2, 1.2, 1.7])
        with places:
            epci_code = pick_epci(epcis)
        with start, end:
            period = pick_period(defaults, first=first, committees=committees, columns=(start, end))
        with unit:
            chosen_unit = pick_unit(defaults, units)
    for note in st.session_state.pop("link_notes", []):
        st.caption(note)
    return replace(period, epci_code=epci_code, commune_code=st.session_state.get("commune"), unit=chosen_unit)


def pick_epci(epcis: Options) -> str | None:
    """The list of territories; None is all of them. An EPCI that the link invents is told and left."""
    labels = dict(epcis)
    if st.session_state.get("epci") not in (None, *labels):
        _forget("epci", "Le territoire demandé par le lien est inconnu : tout le programme est montré.")
    return _pick("Territoire", "epci", ["", *labels], {"": "Tout le programme"} | labels) or None


def pick_period(
    defaults: Filters, *, first: date | None = None, committees: Sequence[date] = (), columns: Sequence = ()
) -> Filters:
    """The two dates: since (none is the beginning) and as of. Returns the defaults with them."""
    since, until = columns or st.columns(2)
    last = defaults.end or date.today()
    start, end = _asked_day("du"), _asked_day("au")
    if start and start > (end or last):
        _forget("du", "Le lien demandait une période qui finit avant de commencer : elle est montrée depuis le début.")
        start = None
    with since:
        start = _pick_day("Depuis", "du", start_days(first, last), start, defaults.start, _since_label)
    with until:
        ends = end_days(first, last, committees)
        end = _pick_day("Arrêté au", "au", ends, end, defaults.end, lambda day: _until_label(day, committees))
    return replace(defaults, start=start, end=end)


def pick_unit(defaults: Filters, units: Sequence[str]) -> str:
    """What figures count; a unit that this page cannot count is replaced by the default and kept for other pages."""
    asked = st.session_state.get("unite")
    known = asked if asked in units else defaults.unit
    if len(units) < 2:
        return known
    st.session_state["pick_unite"] = known
    st.segmented_control(
        "Compter en",
        list(units),
        format_func=lambda code: wording.sentence(Unit(code).label),
        key="pick_unite",
        required=True,
        on_change=_unit_changed,
        args=(defaults.unit,),
    )
    return known


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


def _pick(label: str, key: str, codes: Sequence[str], labels: dict[str, str]) -> str:
    st.session_state[f"pick_{key}"] = st.session_state.get(key) or ""
    words = {"format_func": labels.get, "placeholder": "Choisir"}
    st.selectbox(label, codes, key=f"pick_{key}", on_change=_changed, args=(key,), **words)
    return st.session_state[f"pick_{key}"]


def _pick_day(
    label: str, key: str, days: Sequence[date], asked: date | None, default: date | None, name: Callable
) -> date | None:
    """One list of days; a day that the link asks for joins it, so that any link opens."""
    offered = sorted({*days, *filter(None, (asked,))} - {default}, reverse=True)
    labels = {"": name(default)} | {day.isoformat(): name(day) for day in offered}
    picked = _pick(label, key, list(labels), labels)
    return date.fromisoformat(picked) if picked else default


def _asked_day(key: str) -> date | None:
    asked = st.session_state.get(key)
    try:
        return date.fromisoformat(asked) if asked else None
    except ValueError:
        _forget(key, "Le lien demandait une date illisible : celle du dernier arrêté est montrée.")
        return None


def _since_label(day: date | None) -> str:
    return wording.day(day) if day else "le début"


def _until_label(day: date | None, committees: Sequence[date]) -> str:
    if day is None:
        return "aujourd'hui"
    return wording.day(day) + (" (comité)" if day in committees else "")


def _forget(key: str, message: str) -> None:
    """Leaves a choice that a link got wrong; the row of filters says so below itself."""
    choose(**{key: None})
    st.session_state.setdefault("link_notes", []).append(message)


def _changed(key: str) -> None:
    if key == "epci":
        choose_epci(st.session_state["pick_epci"])
    else:
        choose(**{key: st.session_state[f"pick_{key}"]})


def _unit_changed(default: str) -> None:
    picked = st.session_state["pick_unite"]
    choose(unite=None if picked == default else picked)
