"""What does the committee look at together, one message a screen?"""

import streamlit as st

from ui.heard import UNITS, read_heard
from ui.remote import screen_number, show_remote
from ui.slides import SLIDES

view = read_heard("Où en est-on ?", UNITS)
number = screen_number(len(SLIDES))
with st.container(key="seance"):
    with st.container(key=f"ecran_{number}"):
        SLIDES[number - 1](view)
    show_remote(number, len(SLIDES))
