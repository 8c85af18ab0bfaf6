"""A figure's events month by month, with the committees to find one's way: the same on every page."""

from charts.monthly import monthly_bar
from programme import wording
from ui.blocks import show_chart, show_heading, show_source
from ui.view import View


def show_months(view: View, figure: str, heading: str, participle: str = "", *, tail: str = "") -> None:
    """Draws a count by month; `tail` ends what is counted (« foyers en contact »)."""
    months, words = view.ask(figure, "month"), wording.unit_words(view.unit, participle)
    told = f"{words[1]} {tail}".strip()
    show_heading(heading, f"{told}, par mois")
    drawn = monthly_bar(
        months.cells,
        until=view.question.as_of,
        unit_words=words,
        feminine=wording.is_feminine(view.unit),
        marks=view.known.committee_dates,
    )
    show_chart(drawn, f"{told} par mois", key="mois", height=280)
    show_source(view.source(months))
