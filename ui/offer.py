"""What the place offers for a need: its conditions on a map, its employers, and the need and the offer side by side."""

import pandas as pd
import streamlit as st

import figures
from charts.bars import bars
from charts.conditions import SHOWN, condition_layer, offer_message, sales_note
from charts.crossing import (
    KEY,
    KEY_OF_NEEDS,
    NO_DATA,
    crossing_rows,
    in_their_order,
    is_ranked,
    message,
    need_bars,
    offer_bars,
    silent_epcis,
    with_many,
    with_thin_offer,
)
from charts.silence import NO_SOURCE
from figures import Answer
from programme import wording
from ui.blocks import show_empty, show_heading, show_note, show_source, show_table
from ui.catalogue import IMPORT
from ui.epci import show_jobs
from ui.filters import choose_epci
from ui.lot_map import show_map
from ui.needs import Need, by_epci
from ui.newcomers import show_companies, show_first_jobs, show_trainings
from ui.sparks import show_bars, show_pairs
from ui.view import View
from ui.welcome import ORDER_NOTE

UNANSWERED = "Foyers sans réponse"
ANSWERS = {"Formation": show_trainings, "Entreprises": show_companies, "Premier emploi": show_first_jobs}


def show_offer(view: View, need: Need) -> str | None:
    """The map of one of the place's conditions, which the reader picks; returns the condition shown, if any."""
    answers = {figure: view.ask(figure, "commune", epci_code=None) for figure in need.conditions}
    known = [figure for figure, answer in answers.items() if answer.cells["value"].notna().any()]
    missing = wording.listed(SHOWN[figure].name for figure in answers if figure not in known)
    figure = _pick(known, need) if known else None
    if figure:
        _show_condition_map(view, figure, answers[figure])
    elif missing:
        show_heading("Ce que le territoire offre")
        show_empty(f"{missing} : {NO_SOURCE}.", IMPORT)
    if figure and missing:
        show_note(f"{missing} : {NO_SOURCE}.")
    return figure


def show_employers(view: View, need: Need) -> None:
    """What employers look for, where they are who answers the need."""
    if need.title in ANSWERS:
        show_jobs(view)


def show_answers(view: View, need: Need) -> None:
    """What is done about it: short trainings, companies that take part, first jobs."""
    if need.title in ANSWERS:
        ANSWERS[need.title](view)
    if need.unknown_offer:
        show_note(f"{need.unknown_offer} : {NO_SOURCE}.")


def show_crossing(view: View, need: Need, figure: str | None) -> None:
    """Needs and offer on one line per EPCI: where many needs are unmet and the offer is thin."""
    rows = by_epci(view, need, figure)
    show_heading(*message(rows, figure))
    if not is_ranked(rows):
        rows = in_their_order(rows)
        show_note(ORDER_NOTE)
    if figure:
        _show_pairs(view, rows, figure)
    else:
        show_bars(bars(need_bars(rows[rows["is_told"]]), title=UNANSWERED))
        if silent_epcis(rows):
            show_note(f"Aucun besoin n'est noté par {wording.listed(silent_epcis(rows))}.")
    if figure and SHOWN[figure].worse:
        show_note(KEY)
    elif rows["unknown"].sum():
        show_note(KEY_OF_NEEDS)
    show_table(crossing_rows(rows, figure), f"{need.title} : besoins et offre par EPCI")


def _show_pairs(view: View, rows: pd.DataFrame, figure: str) -> None:
    offered = f"{SHOWN[figure].heading}, {_year(view, figure)}"
    show_pairs(
        bars(need_bars(rows), title=UNANSWERED, highlighted=with_many(rows, figure)),
        bars(offer_bars(rows, figure), title=offered, highlighted=with_thin_offer(rows)),
        (UNANSWERED, offered),
        title=f"{UNANSWERED}, puis {offered}",
    )


def _show_condition_map(view: View, figure: str, by_commune: Answer) -> None:
    by_epci = view.ask(figure, "epci", epci_code=None)
    layer = condition_layer(figure, by_commune.cells, by_epci.cells)
    show_heading(
        offer_message(figure, by_commune.cells, by_epci.cells), "Commune par commune ; touchez un EPCI pour le choisir"
    )
    show_map(layer, key="carte", selected=view.question.epci_code, on_pick=choose_epci)
    show_note(f"{_told_whole(view, figure)}. {sales_note(figure, by_commune.cells)}".strip())
    show_table(layer.rows, layer.summary)
    entry, year = by_commune.entry, _year(view, figure)
    show_source(f"**{entry.title}**, {year} : {entry.definition} {entry.caveat} Source : {entry.source}, {year}.")


def _told_whole(view: View, figure: str) -> str:
    """« Ensemble : 48 % des locaux », « Grand-Figeac : 34 % des locaux ; ensemble : 48 % des locaux »."""
    shown, everywhere = SHOWN[figure], view.ask(figure, epci_code=None).value
    whole = f"ensemble : {shown.whole(everywhere)}"
    if not view.place:
        return wording.sentence(whole)
    here = view.ask(figure).value
    return f"{view.place}{shown.whole(here) if here == here else NO_DATA} ; {whole}"


def _pick(known: list[str], need: Need) -> str:
    if len(known) == 1:
        return known[0]
    names = {"format_func": lambda figure: SHOWN[figure].name, "required": True, "wrap": True, "default": known[0]}
    return st.segmented_control("Ce que le territoire offre", known, key=f"offre_{need.title}", **names)


def _year(view: View, figure: str) -> int | None:
    return figures.condition_year(figure, view.question, view.known_on)
