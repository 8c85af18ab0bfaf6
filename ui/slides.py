"""The screens of a session: one message each, with the figures of the other pages, and what to decide at the end."""

from collections.abc import Callable

import streamlit as st

import figures
from charts.bars import bars
from charts.labels import job_bars, labelled, leading
from programme import territory, wording
from ui.blocks import Card, show_cards, show_note, show_question, written
from ui.cards import figure_card
from ui.months import show_growth
from ui.places import show_commune_map
from ui.sparks import show_bars
from ui.view import View

BARS_SHOWN = 5
CURVE_HEIGHT = 400


def standing(view: View) -> None:
    settled, followed = view.ask("A5").value, view.ask("A2").value
    show_question(
        "Où en est-on ?",
        f"{view.period}, **{wording.counted_in(settled, view.unit, 'installé')}** avec le programme et "
        f"**{wording.counted_in(followed, view.unit, 'suivi')}** par les services d'accueil.",
    )
    persons = view.ask("A6").value
    at_least = f"soit au moins {wording.counted(persons, 'personne', feminine=True)}"
    show_cards([_bare(figure_card(view, "A5", "installé", at_least)), _bare(figure_card(view, "A2", "suivi"))])


def progress(view: View) -> None:
    told = view.change_since("A5")
    settled = wording.counted_in(view.ask("A5").value, view.unit, "installé")
    answer = f"{settled}, **{told}**." if told else "Aucun comité précédent dans cette période."
    show_question("Qu'est-ce qui a changé depuis le dernier comité ?", answer)
    show_growth(view, height=CURVE_HEIGHT)


def places(view: View) -> None:
    settled = wording.counted_in(view.ask("A5").value, view.unit, "installé")
    left, right = st.columns([5, 7], gap="medium", vertical_alignment="center")
    with left:
        show_question("Où vivent les nouveaux venus ?", f"{view.period}, **{settled}** : un cercle par commune.")
    with right:
        show_commune_map(view, "A5", "installé", is_for_room=True)


def origins(view: View) -> None:
    _ranked(view, "C1", "channel", "Comment nous ont-ils connus ?", "En tête : ")


def losses(view: View) -> None:
    _ranked(view, "A11", "reason", "Pourquoi certains renoncent-ils ?", "En tête : ")


def jobs(view: View) -> None:
    question, hard = "Quels métiers manquent de bras ?", figures.top_jobs(view.question, BARS_SHOWN)
    if hard.empty:
        show_question(question, "Aucune enquête Besoins en main-d'œuvre n'a été importée.")
        return
    show_question(question, f"**{_difficult(view)}** des recrutements sont jugés difficiles par les employeurs.")
    show_bars(bars(job_bars(hard), title="Métiers difficiles à pourvoir", unit_label="projets"))


def decisions(view: View) -> None:
    """What the figures ask of the committee: each point bears its number, and none stands where there is no matter."""
    points = [text for text in (_lost_point(view), _jobs_point(view), _files_point(), _target_point(view)) if text]
    count = wording.counted(len(points), "point")
    show_question("Que faut-il décider ?", f"**{wording.sentence(count)}** à trancher aujourd'hui.")
    items = "".join(f"<li>{written(text)}</li>" for text in points)
    st.html(f'<ol class="lot-decisions">{items}</ol>')


SLIDES: tuple[Callable[[View], None], ...] = (standing, progress, places, origins, losses, jobs, decisions)


def _ranked(view: View, figure: str, dimension: str, question: str, first: str) -> None:
    """A count broken down, its first line as the answer where one truly comes first."""
    answer = view.ask(figure, dimension)
    rows = labelled(answer.cells, dimension, most=BARS_SHOWN)
    if rows.empty:
        show_question(question, f"{view.period}, rien n'a été noté.")
        return
    show_question(question, f"{leading(rows, answer.entry.title, first)}.")
    words = wording.unit_words(view.unit)
    show_bars(bars(rows, title=answer.entry.title, unit_label=words, feminine=wording.is_feminine(view.unit)))
    show_note(view.period)


def _bare(card: Card) -> Card:
    """The card without its definition: nobody unfolds one from the back of a room."""
    return Card(card.value, card.label, card.detail, card.change)


def _difficult(view: View) -> str:
    share = view.ask("E3D").total
    return wording.percent_range(share["low"], share["high"])


def _lost_point(view: View) -> str:
    lost = view.ask("A12").value
    told = wording.counted_in(lost, view.unit)
    return f"{wording.sentence(told)} sans nouvelles depuis six mois : qui les rappelle, et quand ?" if lost else ""


def _jobs_point(view: View) -> str:
    if figures.top_jobs(view.question, 1).empty:
        return ""
    return f"{_difficult(view)} des recrutements jugés difficiles : quels métiers chercher d'abord ?"


def _files_point() -> str:
    partners = territory.partner_epcis()
    missing = len(partners - figures.epci_codes_received())
    if not missing:
        return ""
    return f"{wording.counted(missing, 'EPCI', 'EPCI')} sans tableau reçu : qui s'en charge ?"


def _target_point(view: View) -> str:
    settled = wording.counted_in(view.ask("A5").value, view.unit, "installé")
    return f"{wording.sentence(settled)} à ce jour : quel objectif pour le prochain comité ?"
