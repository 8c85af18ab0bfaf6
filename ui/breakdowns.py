"""A count broken down, as bars under a title: the same on every page."""

from collections.abc import Callable

import pandas as pd

from charts.bars import bars
from charts.labels import labelled, leading
from programme import wording
from ui.blocks import show_heading, show_source
from ui.sparks import show_bars
from ui.view import View


def show_breakdown(
    view: View,
    figure: str,
    dimension: str,
    heading: str,
    detail: str,
    participle: str = "",
    *,
    first: str = "",
    say: Callable[[pd.DataFrame], str] | None = None,
    most: int | None = None,
) -> None:
    """Draws a count by one dimension. `first` (« D'abord : ») makes the title say who comes first, where it may.

    `say` makes the title of the cells, or nothing where they bear none.
    """
    answer = view.ask(figure, dimension)
    rows = labelled(answer.cells, dimension, most=most)
    counted = wording.unit_words(view.unit, participle)[1]
    message = say(answer.cells) if say else leading(rows, "", first) if first else ""
    show_heading(message or heading, wording.sentence(f"{counted}{detail}"))
    unit = wording.unit_words(view.unit)
    show_bars(bars(rows, title=answer.entry.title, unit_label=unit, feminine=wording.is_feminine(view.unit)))
    show_source(view.source(answer))
