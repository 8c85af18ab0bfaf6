"""Which jobs do employers find hard to fill, and where?"""

import streamlit as st

import figures
from charts.jobs import jobs_bar
from charts.labels import job_rows
from charts.maps import map_layer
from programme import wording
from ui.blocks import Card, show_cards, show_chart, show_empty, show_heading, show_question, show_source, show_table
from ui.lot_map import show_map
from ui.view import open_view

view = open_view(units=("foyers",))
years = [year for year in view.known.survey_years if year <= view.question.as_of.year]
if not years:
    show_empty(
        "Aucune enquête Besoins en main-d'œuvre n'a été importée pour cette date.",
        "Téléchargez la « base open data BMO » sur le site de France Travail, puis importez-la comme un autre fichier.",
    )
    st.stop()
projects, difficult, seasonal = (view.ask(figure) for figure in ("E3", "E3D", "E3S"))
shares = [wording.percent_range(share.total["low"], share.total["high"]) for share in (difficult, seasonal)]
counted = wording.number_range(projects.total["low"], projects.total["high"])
show_question(
    "Quels métiers manquent de bras ?",
    f"{view.begin(f'en {years[-1]}')}, les employeurs projettent **{counted} recrutements** et en jugent "
    f"**{shares[0]}** difficiles.",
)
show_cards(
    [
        Card(
            counted, "projets de recrutement", f"{wording.number(projects.value)} publiés", help=projects.entry.formula
        ),
        Card(shares[0], "jugés difficiles", "selon les cases secrètes", help=difficult.entry.caveat),
        Card(shares[1], "saisonniers", "selon les cases secrètes", help=seasonal.entry.caveat),
    ]
)

left, right = st.columns([5, 6], gap="large")
with left:
    show_heading("Où c'est difficile", "Part des projets jugés difficiles, par bassin d'emploi")
    by_bassin = view.ask("E3D", "bassin", epci_code=None)
    layer = map_layer(
        by_bassin.cells.rename(columns={"bassin": "bassin_code"}).assign(value=by_bassin.cells["low"]),
        level="bassins",
        kind="rate",
        unit_label="de projets jugés difficiles",
        title="Part difficile, au moins",
        is_share=True,
        breaks=(0.3, 0.4, 0.5, 0.6),
    )
    show_map(layer, selected=view.question.epci_code)
    show_table(layer.rows, layer.summary)
    show_source(
        view.source(by_bassin) + " Les bassins d'emploi ne suivent pas les limites des EPCI, tracées par-dessus."
    )
with right:
    show_heading("Les métiers les plus difficiles à pourvoir", f"Projets de recrutement jugés difficiles, {years[-1]}")
    jobs = figures.top_jobs(view.question, 12)
    show_chart(jobs_bar(jobs), "Métiers par nombre de projets jugés difficiles", key="metiers")
    show_table(job_rows(jobs), "Projets de recrutement par métier")
    show_source(view.source(projects))
