"""Who settles, where, when, from where, and do they stay?"""

import streamlit as st

from charts.labels import families_message
from programme import wording
from programme.vocabulary import Unit
from ui.blocks import Card, show_cards, show_question
from ui.breakdowns import show_breakdown
from ui.cards import figure_card
from ui.heard import read_heard
from ui.months import show_months
from ui.outcomes import show_forecast, show_funnel, show_retention, show_targets
from ui.places import show_commune_map, show_epci_map, show_where, show_year_maps
from ui.proof import show_proof
from ui.view import show_choices

QUESTION = "Qui s'installe, où et quand ?"

view = read_heard(QUESTION)
settled, persons, children = view.ask("A5"), view.ask("A6"), view.ask("A5", unit=Unit.ENFANTS)
show_question(
    QUESTION,
    f"{view.period}, **{wording.counted_in(settled.value, view.unit, 'installé')}** avec l'accompagnement des services "
    "d'accueil.",
)
show_choices(view)
informed, outside = (view.ask("A5", attribution=(code,)).value for code in ("informe", "hors_dispositif"))
beside = f"à part : {wording.number(informed)} seulement informés, {wording.number(outside)} hors dispositif"
show_cards(
    [
        figure_card(view, "A5", "installé", beside),
        Card(wording.number(persons.value), "personnes", "au moins", help=persons.entry.caveat, figure="A6"),
        Card(wording.number(children.value), "enfants", "au moins", help=persons.entry.caveat, figure="A6"),
    ]
)
show_proof(view, ("A5", "A6", "P1", "P2", "P3", "R1", "R2", "X1", "X2", "X3"))

left, right = st.columns([6, 5], gap="large")
with left:
    show_where(view, "A5", "Où ils se sont installés", before="Dans ")
    levels = {"Par commune": show_commune_map, "Par EPCI": show_epci_map, "Par année": show_year_maps}
    level = st.segmented_control("Carte", list(levels), default="Par commune", required=True, key="niveau")
    levels[level](view, "A5", "installé")
with right:
    detail = ", par département ou pays d'origine"
    show_breakdown(view, "P1", "origin", "D'où ils viennent", detail, "installé", first="D'abord : ", most=8)
    detail = ", par composition du foyer"
    show_breakdown(view, "P2", "composition", "Qui ils sont", detail, "installé", say=families_message)

if settled.value > 0:
    show_months(view, "A5", "Quand ils se sont installés", "installé")
left, right = st.columns(2, gap="large")
with left:
    show_retention(view)
    show_targets(view)
    show_forecast(view)
with right:
    show_funnel(view)
