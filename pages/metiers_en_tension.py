"""Which jobs do employers find hard to fill, where, since when, and who comes for them?"""

import streamlit as st

from charts.labels import employers_of
from programme import wording
from ui import employers as needs
from ui.blocks import Card, show_cards, show_empty, show_question
from ui.later import end_page
from ui.newcomers import show_match, show_means
from ui.proof import show_proof
from ui.view import read_view, show_choices

QUESTION = "Quels métiers manquent de bras ?"

view = read_view(units=("foyers",), needs_follow_ups=False)
years = [year for year in view.known.survey_years if year <= view.question.as_of.year]
if not years:
    lacking = "n'est encore connue" if view.known.survey_years else "n'a été importée"
    show_question(QUESTION, f"{view.period}, aucune enquête Besoins en main-d'œuvre {lacking}.")
    show_choices(view, ("foyers",))
    needs.show_later_survey(view)
    show_empty(
        "Téléchargez la « base open data BMO » sur le site de France Travail, puis importez-la comme un autre fichier."
    )
    end_page()
projects, difficult, seasonal = (view.ask(figure) for figure in ("E3", "E3D", "E3S"))
shares = [wording.percent_range(share.total["low"], share.total["high"]) for share in (difficult, seasonal)]
counted = wording.number_range(projects.total["low"], projects.total["high"])
employers = employers_of(view.ask("E3", "bassin").cells)
show_question(
    QUESTION,
    f"{view.begin(f'en {years[-1]}')}, {employers} projettent **{counted} recrutements** et en jugent "
    f"**{shares[0]}** difficiles.",
)
show_choices(view, ("foyers",))
needs.show_later_survey(view)
published = f"dont {wording.number(projects.value)} publiés ; les autres sont secrets"
show_cards(
    [
        Card(counted, "projets de recrutement", published, help=projects.entry.formula, figure="E3"),
        Card(shares[0], "jugés difficiles", "selon les cases secrètes", help=difficult.entry.caveat, figure="E3D"),
        Card(shares[1], "saisonniers", "selon les cases secrètes", help=seasonal.entry.caveat, figure="E3S"),
    ]
)

family = needs.pick_family()
sections = {
    "Où et lesquels": needs.show_where_and_which,
    "Depuis quand": needs.show_years,
    "Saisonnier ou durable": needs.show_lasting,
    "Face aux voisins": needs.show_neighbours,
    "Qui arrive": show_match,
    "Former, s'engager": show_means,
}
section = st.segmented_control("À lire", list(sections), default="Où et lesquels", required=True, key="partie")
sections[section](view, family)
show_proof(view, ("E3", "E3D", "E3S", "E4", "E1", "E2", "E5", "E6", "E7"))
