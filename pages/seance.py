"""What does the committee look at together, one message a screen?"""

import streamlit as st

from ui.remote import screen_number, show_remote
from ui.slides import SLIDES
from ui.view import read_view

view = read_view(units=("foyers",))
number = screen_number(len(SLIDES))
with st.container(key="seance"):
    with st.container(key=f"ecran_{number}"):
        SLIDES[number - 1](view)
    show_remote(number, len(SLIDES))
