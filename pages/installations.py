"""Who settles, where, when, from where?"""

import streamlit as st

from charts.bars import bars
from charts.labels import labelled, leading
from programme import wording
from ui.blocks import Card, show_cards, show_heading, show_question, show_source
from ui.cards import figure_card
from ui.months import show_months
from ui.places import show_commune_map, show_epci_map
from ui.sparks import show_bars
from ui.view import open_view

view = open_view()
settled, persons = view.ask("A5"), view.ask("A6", "unit")
words, feminine = wording.unit_words(view.unit, "installé"), wording.is_feminine(view.unit)
show_question(
    "Qui s'installe, où et quand ?",
    f"{view.period}, **{wording.counted_in(settled.value, view.unit, 'installé')}** avec l'accompagnement des services "
    "d'accueil.",
)
informed, outside = (view.ask("A5", attribution=(code,)).value for code in ("informe", "hors_dispositif"))
people = dict(zip(persons.cells["unit"], persons.cells["value"], strict=True))
beside = f"à part : {wording.number(informed)} seulement informés, {wording.number(outside)} hors dispositif"
show_cards(
    [
        figure_card(view, "A5", "installé", beside),
        Card(wording.number(people["personnes"]), "personnes", "au moins", help=persons.entry.caveat),
        Card(wording.number(people["enfants"]), "enfants", "au moins", help=persons.entry.caveat),
    ]
)

left, right = st.columns([6, 5], gap="large")
with left:
    show_heading("Où ils se sont installés", "Touchez un EPCI pour le choisir")
    levels = {"Par commune": show_commune_map, "Par EPCI": show_epci_map}
    level = st.segmented_control("Carte", list(levels), default="Par commune", required=True, key="niveau")
    levels[level](view, "A5", "installé")
with right:
    origins = view.ask("P1", "origin")
    rows = labelled(origins.cells, "origin", most=8)
    show_heading(leading(rows, "D'où ils viennent", "D'abord : "), f"{words[1]}, par département ou pays d'origine")
    show_bars(bars(rows, title="Origine", unit_label=words, feminine=feminine))
    show_source(view.source(origins))
    compositions = view.ask("P2", "composition")
    rows = labelled(compositions.cells, "composition")
    show_heading("Qui ils sont", f"{words[1]}, par composition du foyer")
    show_bars(bars(rows, title="Composition", unit_label=words, feminine=feminine))
    show_source(view.source(compositions))

if settled.value:
    show_months(view, "A5", "Quand ils se sont installés", "installé")
