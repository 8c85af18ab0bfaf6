"""A count broken down, as bars under a title: the same on every page."""

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
    most: int | None = None,
) -> None:
    """Draws a count by one dimension. `first` (« D'abord : ») makes the title say who comes first, where it may."""
    answer = view.ask(figure, dimension)
    rows = labelled(answer.cells, dimension, most=most)
    words = wording.unit_words(view.unit, participle)
    show_heading(leading(rows, heading, first) if first else heading, f"{words[1]}{detail}")
    show_bars(bars(rows, title=answer.entry.title, unit_label=words, feminine=wording.is_feminine(view.unit)))
    show_source(view.source(answer))
