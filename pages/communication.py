"""What do our actions bring, through which channels, and for how much?"""

import streamlit as st

from charts.effects import effects_sentence
from programme import wording
from ui import communication
from ui.blocks import show_question
from ui.heard import UNITS, read_heard
from ui.proof import show_proof
from ui.view import show_choices

QUESTION = "Qu'apportent nos actions ?"

view = read_heard(QUESTION, UNITS)
effects = communication.actions_of(view)
contacts = view.ask("A1").value
show_question(
    QUESTION,
    f"{view.period}, **{wording.counted(contacts, 'foyer')}** en contact ; {effects_sentence(effects)}.",
)
show_choices(view, UNITS)
communication.show_actions(view, effects)
left, right = st.columns([6, 5], gap="large")
with left:
    communication.show_channels(view)
with right:
    communication.show_costs(view)
    communication.show_tourists(view)
    communication.show_adoption(view)
show_proof(view, ("C1", "C1S", "C2", "C3"))
