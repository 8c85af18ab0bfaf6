"""My EPCI on a phone: three figures in words, its communes, what blocks, which jobs, whom to call."""

import streamlit as st

from programme import territory
from ui import epci
from ui.blocks import show_cards, show_question
from ui.calls import show_calls
from ui.cards import figure_card
from ui.heard import is_heard, show_unheard, show_way_out
from ui.later import end_page
from ui.proof import show_proof
from ui.told import lost_words
from ui.view import read_view

view = epci.of_epci(read_view(units=("foyers",)))
code = view.question.epci_code
with st.container(key="colonne"):
    if not code:
        welcoming = len(view.ask("A5", "epci").cells)
        show_question(
            "Quel EPCI voulez-vous voir ?",
            f"{view.period}, des familles se sont installées dans **{welcoming} EPCI sur "
            f"{len(territory.partner_epcis())}** : choisissez le vôtre.",
        )
        epci.show_choice(view)
        epci.show_dates(view)
        end_page()
    question = f"{territory.epci_names()[code]} : où en est-on ?"
    if is_heard(view):
        show_question(question, epci.answer(view))
        epci.show_other()
        show_cards(
            [
                figure_card(view, "A5", "installé", epci.persons_settled(view)),
                figure_card(view, "A2", "suivi", lost_words(view)),
                figure_card(view, "A1", "", "depuis le premier appel, toutes suites comprises", tail="en contact"),
            ]
        )
        epci.show_portrait_map(view)
        epci.show_comparison(view)
        epci.show_blocking(view)
    else:
        show_unheard(view, question)
        show_way_out()
        epci.show_other()
    epci.show_jobs(view)
    if is_heard(view):
        show_calls(view)
        show_proof(view, ("A5", "A2", "A1", "A6", "N1", "N1P", "X3"))
    epci.show_service(code)
    epci.show_dates(view)
