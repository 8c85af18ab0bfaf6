"""What employers look for, by family of jobs: where, which, since when, for how long, beside the neighbours."""

from datetime import date

import streamlit as st

from charts import employers as drawn
from charts.bars import bars
from charts.labels import job_rows
from programme import wording
from ui.blocks import show_chart, show_heading, show_note, show_source, show_table
from ui.choices import choose
from ui.exports import show_downloads
from ui.places import by_bassin, show_bassin_map
from ui.sparks import show_bars
from ui.view import View

JOBS_SHOWN = 12
LISTS_NOTE = (
    "Avant 2024, l'enquête compte les métiers selon une liste (FAP 2009), depuis selon une autre (FAP 2021) : les "
    "totaux se suivent, les métiers ne se comparent pas un à un. Une année sans enquête importée reste vide."
)
LASTING_NOTE = (
    "L'enquête ne croise pas les deux : un projet difficile peut être saisonnier ou non. Au moins : les difficiles de "
    "trop pour être tous saisonniers ; au plus : ceux qui peuvent ne pas l'être, par métier et bassin d'emploi."
)


def show_later_survey(view: View) -> None:
    """A way to a survey imported since the date d'arrêté, which the page leaves out."""
    year = max(view.known.survey_years, default=0)
    if year > view.question.as_of.year:
        day = date(year, 12, 31)
        st.button(
            f"Montrer l'enquête de {year}",
            help=f"Elle est importée, et postérieure à la date d'arrêté : la page passe au {wording.day(day)}.",
            on_click=choose,
            kwargs={"au": day.isoformat()},
        )


def pick_family() -> str | None:
    """One of the programme's six priority families, or None for all jobs."""
    options = {"": "Tous les métiers"} | drawn.FAMILIES
    chosen = st.pills("Famille de métiers", list(options), format_func=options.get, default="", key="famille")
    return chosen or None


def show_where_and_which(view: View, family: str | None) -> None:
    left, right = st.columns([5, 6], gap="large")
    with left:
        about = f" ({drawn.FAMILIES[family].lower()})" if family else ""
        _, bassins = by_bassin(view, "E3D", family)
        show_heading(
            drawn.bassins_message(bassins) or "Où c'est difficile",
            f"Part des projets jugés difficiles, par bassin d'emploi{about}",
        )
        show_bassin_map(view, "E3D", "de projets jugés difficiles", family=family)
        show_downloads(view, "needs_by_bassin", drawn.of_family(view.study("needs_by_bassin", epci_code=None), family))
    with right:
        jobs = drawn.of_family(view.study("jobs_ranked"), family)
        year = max(year for year in view.known.survey_years if year <= view.question.as_of.year)
        show_heading(
            "Les métiers les plus difficiles à pourvoir",
            f"Projets jugés difficiles en {year} · part de saisonniers dans le métier",
        )
        show_bars(
            bars(drawn.ranked_bars(jobs.head(JOBS_SHOWN)), title="Projets difficiles par métier · part de saisonniers")
        )
        show_table(job_rows(jobs.head(JOBS_SHOWN)), "Projets de recrutement par métier")
        show_downloads(view, "jobs_ranked", jobs)
        show_source(view.source(view.ask("E3")))


def show_years(view: View, family: str | None) -> None:
    years = drawn.of_family(view.study("needs_by_year"), family)
    show_heading(drawn.years_message(years), "Projets de recrutement des employeurs, par enquête")
    show_chart(drawn.years_plot(years), "Projets et projets difficiles par année", key="annees", height=340)
    show_note(LISTS_NOTE)
    show_table(drawn.year_rows(years), "Projets de recrutement par année")
    show_downloads(view, "needs_by_year", years)
    show_source(view.source(view.ask("E3")))


def show_lasting(view: View, family: str | None) -> None:
    jobs = drawn.of_family(view.study("jobs_ranked"), family)
    total = wording.number_range(jobs["lasting_low"].sum(), jobs["lasting_high"].sum())
    show_heading(
        f"{total} recrutements difficiles et durables",
        "Ni saisonniers ni faciles : de quoi faire venir une famille",
    )
    show_bars(bars(drawn.lasting_bars(jobs), title="Métiers difficiles et durables", unit_label="projets"))
    show_note(LASTING_NOTE)
    show_table(drawn.lasting_rows(jobs, JOBS_SHOWN), "Projets difficiles, saisonniers et durables, par métier")
    show_downloads(view, "jobs_ranked", jobs)
    show_source(view.source(view.ask("E3S")))


def show_neighbours(view: View, family: str | None) -> None:
    places = drawn.of_family(view.study("needs_by_place"), family)
    show_heading(drawn.places_message(places), "Part des projets jugés difficiles : le Lot, ses six voisins, la France")
    rows = drawn.place_bars(places)
    show_bars(bars(rows, title="Part difficile", is_share=True, highlighted=("Lot",), largest=1.0))
    if "France" not in set(rows["label"]):
        show_note("La France n'y est pas : le fichier importé ne couvre pas tout le pays (90 départements au moins).")
    show_table(drawn.place_rows(places), "Projets de recrutement par département")
    show_downloads(view, "needs_by_place", places)
    show_source(view.source(view.ask("E3D")))
