"""What do families lack, where, and what does the place offer?"""

import streamlit as st

from ui.blocks import show_question
from ui.heard import read_heard
from ui.needs import NEEDS, PROVEN, UNITS, show_fates, show_need, told_answer
from ui.offer import show_answers, show_crossing, show_employers, show_offer
from ui.proof import show_proof
from ui.view import show_choices

QUESTION = "De quoi les familles ont-elles besoin, et que trouvent-elles ?"

view = read_heard(QUESTION, UNITS)
show_question(QUESTION, told_answer(view))
show_choices(view, UNITS)
tabs = st.tabs([need.title for need in NEEDS], key="axe", bind="query-params")
for tab, need in zip(tabs, NEEDS, strict=True):
    if tab.open:
        with tab:
            show_need(view, need)
            left, right = st.columns(2, gap="large")
            with right:
                figure = show_offer(view, need)
            with left:
                show_fates(view, need)
                show_crossing(view, need, figure)
            with left if figure else right:
                show_employers(view, need)
            with right if figure else st.container():
                show_answers(view, need)
show_proof(view, PROVEN)
