"""Which jobs do employers find hard to fill, and where?"""

import streamlit as st

import figures
from charts.jobs import jobs_bar
from charts.labels import employers_of, job_rows
from programme import wording
from ui.blocks import Card, show_cards, show_chart, show_empty, show_heading, show_question, show_source, show_table
from ui.places import show_bassin_map
from ui.view import read_view, show_choices

QUESTION = "Quels métiers manquent de bras ?"

view = read_view(units=("foyers",))
years = [year for year in view.known.survey_years if year <= view.question.as_of.year]
if not years:
    show_question(QUESTION, f"{view.period}, aucune enquête Besoins en main-d'œuvre n'a été importée.")
    show_choices(view, ("foyers",))
    show_empty(
        "Téléchargez la « base open data BMO » sur le site de France Travail, puis importez-la comme un autre fichier."
    )
    st.stop()
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
published = f"dont {wording.number(projects.value)} publiés ; les autres sont secrets"
show_cards(
    [
        Card(counted, "projets de recrutement", published, help=projects.entry.formula),
        Card(shares[0], "jugés difficiles", "selon les cases secrètes", help=difficult.entry.caveat),
        Card(shares[1], "saisonniers", "selon les cases secrètes", help=seasonal.entry.caveat),
    ]
)

left, right = st.columns([5, 6], gap="large")
with left:
    show_heading("Où c'est difficile", "Part des projets jugés difficiles, par bassin d'emploi")
    show_bassin_map(view, "E3D", "de projets jugés difficiles")
with right:
    show_heading("Les métiers les plus difficiles à pourvoir", f"Projets de recrutement jugés difficiles, {years[-1]}")
    jobs = figures.top_jobs(view.question, 12)
    show_chart(jobs_bar(jobs), "Métiers par nombre de projets jugés difficiles", key="metiers")
    show_table(job_rows(jobs), "Projets de recrutement par métier")
    show_source(view.source(projects))
