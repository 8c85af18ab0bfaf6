"""Where do we stand? Three figures, the curve, the map, and what employers lack."""

import streamlit as st

import figures
from charts.bars import bars
from charts.labels import job_bars
from programme import wording
from ui.blocks import show_cards, show_heading, show_question, show_source
from ui.cards import figure_card
from ui.heard import read_heard
from ui.months import show_growth
from ui.moves import show_moves
from ui.places import show_commune_map, show_where
from ui.proof import show_proof
from ui.sparks import show_bars
from ui.view import show_choices

view = read_heard("Où en est-on ?")
settled, followed = view.ask("A5").value, view.ask("A2").value
show_question(
    "Où en est-on ?",
    f"{view.period}, **{wording.counted_in(settled, view.unit, 'installé')}** avec le programme et "
    f"**{wording.counted_in(followed, view.unit, 'suivi')}** par les services d'accueil.",
)
show_choices(view)
persons, lost = view.ask("A6").value, view.ask("A12").value
show_cards(
    [
        figure_card(view, "A5", "installé", f"soit au moins {wording.counted(persons, 'personne', feminine=True)}"),
        figure_card(view, "A2", "suivi", f"dont {wording.number(lost)} sans nouvelles depuis six mois"),
        figure_card(view, "A1", "", "depuis le premier appel, toutes suites comprises", tail="en contact"),
    ]
)

left, right = st.columns([6, 5], gap="large")
with left:
    show_where(view, "A5", "Où vivent les nouveaux venus", before="Dans ")
    show_commune_map(view, "A5", "installé")
    show_moves(view)
with right:
    show_heading(view.progress("A5", "Des installations mois après mois"), "Installations, cumul depuis le début")
    show_source(view.source(show_growth(view, height=300)))
    jobs = figures.top_jobs(view.question, 5)
    if len(jobs):
        share = view.ask("E3D")
        told = wording.percent_range(share.total["low"], share.total["high"])
        show_heading(f"{told} des recrutements jugés difficiles", "Les métiers qui manquent le plus de bras")
        show_bars(bars(job_bars(jobs), title="Métiers difficiles à pourvoir", unit_label="projets"))
        show_source(view.source(share))
show_proof(view, ("A5", "A2", "A1", "A6", "A12", "E3D"))
