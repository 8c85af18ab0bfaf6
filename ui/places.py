"""The map of a figure, with what it leaves out, its table and its source: the same on every page."""

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from charts.classes import round_up
from charts.labels import communes_message
from charts.maps import MapLayer, map_layer
from charts.places import place
from figures import Answer
from programme import wording
from ui.blocks import show_heading, show_note, show_source, show_table
from ui.filters import choose_epci
from ui.lot_map import show_map
from ui.view import View

YEARS_SHOWN = 4
SHARE_BREAKS = (0.3, 0.4, 0.5, 0.6)
BASSIN_NOTE = "Les bassins d'emploi ne suivent pas les limites des EPCI, tracées par-dessus. Teinte : part au moins."


def show_where(view: View, figure: str, heading: str, *, before: str) -> None:
    """The map's title: in how many communes, and which come first where the numbers bear it."""
    message = communes_message(view.ask(figure, "commune").cells, before)
    show_heading(message or heading, f"{heading} ; touchez un EPCI pour le choisir" if message else "")


def show_commune_map(
    view: View, figure: str, participle: str, *, key: str = "carte", is_for_room: bool = False
) -> None:
    """A count by commune as circles, over the EPCIs; picking one chooses it for the whole page.

    Chosen or not, every EPCI is drawn: the map shows where one stands among the others.
    """
    by_commune = view.ask(figure, "commune", epci_code=None)
    by_epci = view.ask(figure, "epci", epci_code=None)
    values, epcis = place(by_commune.cells).values, by_epci.cells.rename(columns={"epci": "epci_code"})
    layer = count_layer(view, values, participle, level="communes", by_epci=epcis)
    show_map(layer, key=key, selected=view.question.epci_code, on_pick=choose_epci, is_for_room=is_for_room)
    _show_rest(view, view.ask(figure, "commune"))
    show_table(layer.rows, layer.summary)
    show_source(view.source(by_commune))


def show_epci_map(view: View, figure: str, participle: str, *, key: str = "carte") -> None:
    """A count by EPCI that follows the households, as circles."""
    answer = view.ask(figure, "epci", epci_code=None)
    layer = epci_layer(view, answer, participle)
    show_map(layer, key=key, selected=view.question.epci_code, on_pick=choose_epci)
    show_note(
        "Par EPCI qui suit le foyer, où qu'il s'installe. Non localisés : 0 · hors du Lot : comptés avec leur EPCI."
    )
    show_table(layer.rows, layer.summary)
    show_source(view.source(answer))


def epci_layer(view: View, by_epci: Answer, participle: str) -> MapLayer:
    """The circles of a count by EPCI."""
    return count_layer(view, by_epci.cells.rename(columns={"epci": "epci_code"}), participle, level="epcis")


def count_layer(view: View, values: pd.DataFrame, participle: str, **asked: Any) -> MapLayer:
    """The circles of a count, in the unit of the view."""
    words, feminine = wording.unit_words(view.unit, participle), wording.is_feminine(view.unit)
    return map_layer(values, kind="count", unit_label=words, feminine=feminine, **asked)


def show_year_maps(view: View, figure: str, participle: str) -> None:
    """The last four years side by side, each counted from January, with circles of one scale."""
    last = view.question.as_of
    first = max(filter(None, (view.question.start, view.known.first_contact_date)))
    years = [year for year in range(first.year, last.year + 1)][-YEARS_SHOWN:]
    answers = {}
    for year in years:
        start, end = max(first, date(year, 1, 1)), min(last, date(year, 12, 31))
        answers[year] = view.ask(figure, "commune", epci_code=None, start=start, as_of=end)
    largest = round_up(max(answer.cells["value"].max() for answer in answers.values() if len(answer.cells)))
    columns = st.columns(2, gap="medium")
    for place_in_row, (year, answer) in enumerate(answers.items()):
        with columns[place_in_row % 2]:
            _show_year_map(view, year, answer, participle, largest)
    show_source(view.source(answers[years[-1]]))


def _show_year_map(view: View, year: int, answer: Answer, participle: str, largest: float) -> None:
    end = answer.question.as_of
    so_far = "" if end == date(year, 12, 31) else f", au {wording.day(end).removesuffix(f' {year}')}"
    total = wording.counted_in(answer.value, view.unit, participle)
    show_note(f"**{year}** : {total}{so_far}")
    layer = count_layer(view, place(answer.cells).values, participle, level="communes", largest=largest)
    show_map(layer, key=f"carte_{year}", selected=view.question.epci_code)
    show_table(layer.rows, layer.summary)


def _show_rest(view: View, answer: Answer) -> None:
    show_note(f"{view.place}{place(answer.cells).note}")


def by_bassin(view: View, figure: str, family: str | None) -> tuple[Answer, pd.DataFrame]:
    """A figure by bassin d'emploi, whatever the EPCI chosen, and the cells of one priority family or of all jobs."""
    answer = view.ask(figure, "bassin", *(["priority"] if family else []), epci_code=None)
    return answer, answer.cells[answer.cells["priority"] == family] if family else answer.cells


def show_bassin_map(view: View, figure: str, words: str, *, key: str = "carte", family: str | None = None) -> None:
    """A share that is an interval, by bassin d'emploi, shaded by its sure part, under the outlines of the EPCIs.

    `family` keeps the jobs of one of the programme's priorities.
    """
    answer, cells = by_bassin(view, figure, family)
    layer = map_layer(
        cells.rename(columns={"bassin": "bassin_code"}).assign(value=cells["low"]),
        level="bassins",
        kind="rate",
        unit_label=words,
        title="Part difficile, au moins",
        is_share=True,
        breaks=SHARE_BREAKS,
    )
    show_map(layer, key=key, selected=view.question.epci_code)
    show_note(BASSIN_NOTE)
    show_table(layer.rows, layer.summary)
    show_source(view.source(answer))
