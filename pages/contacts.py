"""Who calls, how did they hear of us, how far do they go, and how fast?"""

import streamlit as st

from programme import wording
from ui.blocks import show_cards, show_question
from ui.breakdowns import show_breakdown
from ui.cards import figure_card
from ui.heard import read_heard
from ui.months import show_months
from ui.outcomes import show_conversion, show_delay
from ui.places import show_commune_map, show_where
from ui.proof import show_proof
from ui.view import show_choices

QUESTION = "Qui nous contacte, et jusqu'où cela va-t-il ?"

view = read_heard(QUESTION)
contacts, lost = view.ask("A1"), view.ask("A12").value
show_question(
    QUESTION,
    f"{view.period}, **{wording.counted_in(contacts.value, view.unit)}** en contact ; "
    f"**{wording.counted_in(view.ask('A2').value, view.unit, 'suivi')}** à cette date.",
)
show_choices(view)
show_cards(
    [
        figure_card(view, "A1", tail="en contact"),
        figure_card(view, "A2", "suivi", f"dont {wording.number(lost)} sans nouvelles depuis six mois"),
        figure_card(view, "A4", "venu", tail="en visite"),
    ]
)
show_proof(view, ("A1", "A2", "A3", "A4", "F1", "A7", "A8", "A9", "A9C", "A11"))

left, right = st.columns([5, 6], gap="large")
with left:
    detail = " en contact qui ont au moins atteint l'étape"
    show_breakdown(view, "F1", "stage", "Du premier appel à l'installation", detail)
    detail = " en contact, par canal"
    show_breakdown(view, "C1", "channel", "Comment ils nous ont connus", detail, first="D'abord : ")
with right:
    show_where(view, "A1", "Où ils veulent vivre", before="Vers ")
    show_commune_map(view, "A1", "")

if contacts.value > 0:
    show_months(view, "A1", "Quand ils ont appelé", tail="en contact")
left, right = st.columns([5, 6], gap="large")
with left:
    show_conversion(view)
    show_delay(view)
with right:
    detail = " qui ont renoncé dans la période, par raison"
    show_breakdown(view, "A11", "reason", "Pourquoi certains renoncent", detail, first="D'abord : ")
