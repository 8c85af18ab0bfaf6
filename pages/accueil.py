"""How does the welcome service fare, and where would help be of use?"""

import streamlit as st

from ui import welcome
from ui.blocks import show_cards, show_question
from ui.calls import show_calls
from ui.heard import UNITS, read_heard
from ui.proof import show_proof
from ui.view import show_choices

QUESTION = "Comment va l'accueil, et où aider ?"

view = read_heard(QUESTION, UNITS)
show_question(QUESTION, welcome.answer_words(view))
show_choices(view, UNITS)
show_cards(welcome.cards(view))
welcome.show_every_epci(view)
left, right = st.columns(2, gap="large")
with left:
    welcome.show_delay(view)
    welcome.show_load(view)
with right:
    welcome.show_satisfaction(view)
    welcome.show_needed(view)
    show_calls(view)
show_proof(view, ("A10", "A12", "S1", "S2", "S3", "R2"))
