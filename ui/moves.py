"""What changed most since the last committee, in one sentence each."""

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

import figures
from charts.moves import most_moved
from figures import Change
from programme import wording
from ui.blocks import rich, show_heading
from ui.later import later
from ui.view import View

WATCHED = ("A1", "A2", "A3", "A4", "A5", "A11", "A12")
DETAIL = "Ce que le hasard seul n'explique pas ; un dossier saisi en retard n'est pas un changement"


def show_moves(view: View) -> None:
    """The three figures that moved the most; nothing where no committee met before, or where nothing truly moved."""
    if view.previous:
        room = st.container()
        later(lambda: _fill(view, room))


def _fill(view: View, room: DeltaGenerator) -> None:
    """Asked after the menu and the filters: reading what was known on two days takes its time."""
    changes = {name: figures.change(name, view.question, view.previous, view.known_on) for name in WATCHED}
    rows = pd.DataFrame([{"figure": name, "before": c.restated, "now": c.now} for name, c in changes.items()])
    moved = most_moved(rows)
    if moved:
        items = "".join(f"<li>{rich(_told(view, changes[name]))}</li>" for name in moved)
        with room:
            show_heading(f"Ce qui a le plus changé depuis le {wording.day(view.previous)}", DETAIL)
            st.html(f'<ul class="lot-moves">{items}</ul>')


def _told(view: View, change: Change) -> str:
    """« **Foyers suivis** : 170 foyers, devenus 397 (+227) »; with what was told late where files were known then."""
    title = figures.catalog()[change.figure].title
    if change.was_known:
        return f"**{title}** : {figures.change_words(change.figure, view.question, change.since, view.known_on)}"
    before, moved = wording.counted_in(change.restated, view.unit), wording.change(change.now - change.restated)
    return f"**{title}** : {before}, à présent {wording.number(change.now)} ({moved})"
