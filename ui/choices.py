"""The reader's choices (territory, period, unit): one truth in the session, and the URL that says it.

The session keeps `epci`, `commune`, `du`, `au`, `unite`, `connu` as they stand in the URL: text, and absent where the
reader left the default. Widgets, the map and links all go through `choose`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from programme.vocabulary import Unit

QUERY = ("epci", "commune", "du", "au", "unite", "connu")
EVERY_UNIT = tuple(unit.value for unit in Unit)
Options = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Filters:
    """What a page is asked. Both dates are included: `end` is the date d'arrêté; no `start` is the beginning.

    `known_on` keeps to the files received by then; none is all of them.
    """

    start: date | None = None
    end: date | None = None
    epci_code: str | None = None
    commune_code: str | None = None
    unit: str = Unit.FOYERS.value
    known_on: date | None = None


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


def read_filters(defaults: Filters, epcis: Options, *, units: Sequence[str] = EVERY_UNIT) -> Filters:
    """What the choices make, before anything is drawn: a page may answer first and draw its filters after.

    What a link gets wrong is left for the default, and told by the row of filters. A unit that this page cannot count
    is kept for the other pages.
    """
    if st.session_state.get("epci") not in (None, *dict(epcis)):
        _forget("epci", "Le territoire demandé par le lien est inconnu : tout le programme est montré.")
    start, end = _day("du", defaults.start), _day("au", defaults.end)
    if start and end and start > end:
        _forget("du", "Le lien demandait une période qui finit avant de commencer : elle est montrée depuis le début.")
        start = defaults.start
    asked = st.session_state.get("unite")
    return Filters(
        start=start,
        end=end,
        epci_code=st.session_state.get("epci"),
        commune_code=st.session_state.get("commune"),
        unit=asked if asked in units else defaults.unit,
        known_on=_day("connu", None),
    )


def pop_notes() -> list[str]:
    """What a link got wrong, to be told once."""
    return st.session_state.pop("link_notes", [])


def _day(key: str, default: date | None) -> date | None:
    """The day that is asked, in the one spelling that the lists know; the default is written nowhere."""
    asked = st.session_state.get(key)
    if not asked:
        return default
    try:
        day = date.fromisoformat(asked)
    except ValueError:
        _forget(key, "Le lien demandait une date illisible : elle est remplacée par la date habituelle.")
        return default
    if day == default or day.isoformat() != asked:
        choose(**{key: None if day == default else day.isoformat()})
    return day


def _forget(key: str, message: str) -> None:
    choose(**{key: None})
    st.session_state.setdefault("link_notes", []).append(message)
