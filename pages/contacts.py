"""Who calls, how did they hear of us, and how far do they go?"""

import streamlit as st

from charts.bars import bars
from charts.labels import labelled, leading
from programme import wording
from ui.blocks import show_cards, show_heading, show_question, show_source
from ui.cards import figure_card
from ui.months import show_months
from ui.places import show_commune_map
from ui.sparks import show_bars
from ui.view import open_view

view = open_view()
contacts, lost = view.ask("A1"), view.ask("A12").value
words, feminine = wording.unit_words(view.unit), wording.is_feminine(view.unit)
show_question(
    "Qui nous contacte, et jusqu'où cela va-t-il ?",
    f"{view.period}, **{wording.counted_in(contacts.value, view.unit)}** en contact ; "
    f"**{wording.counted_in(view.ask('A2').value, view.unit, 'suivi')}** à cette date.",
)
show_cards(
    [
        figure_card(view, "A1", tail="en contact"),
        figure_card(view, "A2", "suivi", f"dont {wording.number(lost)} sans nouvelles depuis six mois"),
        figure_card(view, "A4", "venu", tail="en visite"),
    ]
)

left, right = st.columns([5, 6], gap="large")
with left:
    show_heading("Du premier appel à l'installation", f"{words[1]} en contact qui ont au moins atteint l'étape")
    stages = view.ask("F1", "stage")
    show_bars(bars(labelled(stages.cells, "stage"), title="Étapes franchies", unit_label=words, feminine=feminine))
    show_source(view.source(stages))
    channels = view.ask("C1", "channel")
    rows = labelled(channels.cells, "channel")
    show_heading(leading(rows, "Comment ils nous ont connus", "D'abord : "), f"{words[1]} en contact, par canal")
    show_bars(bars(rows, title="Canaux", unit_label=words, feminine=feminine))
    show_source(view.source(channels))
with right:
    show_heading("Où ils veulent vivre", "Commune souhaitée ; touchez un EPCI pour le choisir")
    show_commune_map(view, "A1", "")

if contacts.value:
    show_months(view, "A1", "Quand ils ont appelé", tail="en contact")
