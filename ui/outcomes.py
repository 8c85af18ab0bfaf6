"""What became of the families, block by block: against luck, against time, against targets, and what will come."""

import streamlit as st

from charts import funnel, outcomes
from charts.bars import bars
from ui.blocks import show_chart, show_empty, show_heading, show_note, show_source, show_table
from ui.sparks import show_bars
from ui.targets import show_target_form
from ui.view import View


def show_funnel(view: View) -> None:
    """Every EPCI's families settled per inhabitant, within what luck allows; never a podium."""
    rows = view.study("funnel", epci_code=None)
    message = funnel.funnel_message(rows)
    show_heading(message, "Foyers installés pour 1 000 habitants, selon la population de l'EPCI")
    show_chart(funnel.funnel_plot(rows), message, key="entonnoir", height=340)
    show_table(funnel.funnel_rows(rows), "Foyers installés pour 1 000 habitants, par EPCI")
    show_source(view.source(view.ask("X3", epci_code=None)))


def show_retention(view: View) -> None:
    """Still here at each anniversary, with the range that the unknown leave."""
    answer = view.ask("R1", "horizon")
    detail = "Part des foyers toujours là : au moins, et au plus si tous les inconnus sont là"
    show_heading(outcomes.retention_message(answer.cells) or "Sont-ils restés ?", detail)
    show_bars(bars(outcomes.retention_rows(answer.cells), title="Toujours là", is_share=True, largest=1))
    show_table(outcomes.retention_table(answer.cells), "Foyers toujours là, par anniversaire de l'installation")
    show_source(view.source(answer))


def show_conversion(view: View) -> None:
    """Of each half-year's contacts, who settled within twelve months: only those with the hindsight."""
    answer = view.ask("A8", "half_year")
    message = outcomes.conversion_message(answer.cells)
    show_heading(message or "Combien s'installent dans l'année", "Part des foyers, par semestre de premier contact")
    if answer.cells.empty:
        show_empty("Aucun semestre n'a encore douze mois de recul.")
    else:
        rows = outcomes.conversion_rows(answer.cells)
        show_bars(bars(rows, title="Installés dans les douze mois", is_share=True))
    show_source(view.source(answer))


def show_delay(view: View) -> None:
    """How long from the first call to the move: the middle family, and the middle half."""
    answer = view.ask("A9")
    show_heading(*outcomes.delay_words(answer.total))
    show_source(view.source(answer))


def show_targets(view: View, figure: str = "A5") -> None:
    """The year's target: how far, at what pace, and what it would take."""
    pace = view.study("pace")
    show_heading(outcomes.target_message(pace, figure, view.question.epci_code), "Objectif d'installations de l'année")
    rows = outcomes.target_rows(pace, figure)
    if len(rows):
        show_table(rows, "Objectifs de l'année, réalisé et rythme", label="Voir les objectifs")
        show_source(view.source(view.ask("X1")))
    show_target_form(view)


@st.fragment
def show_forecast(view: View) -> None:
    """What the open files promise; never mixed with what was observed, and always with how such forecasts held.

    Shown when asked: checking it on the past takes some seconds the first time.
    """
    if not st.toggle("Montrer la prévision des installations à venir", key="prevision"):
        return
    with st.spinner("Calcul de la prévision et vérification sur le passé…"):
        expected = view.study("forecast")
        past = view.study("back_test")
    show_heading(outcomes.forecast_message(expected), "Prévision, et non un constat : installations à venir")
    show_note(outcomes.forecast_caution(past))
    if len(past):
        show_table(outcomes.forecast_rows(past), "Prévisions passées et réalité", label="Voir les prévisions passées")
