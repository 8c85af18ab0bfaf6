"""A figure's events month by month, with the committees to find one's way: the same on every page."""

from charts.monthly import monthly_bar
from charts.series import curve
from figures import Answer
from programme import wording
from ui.blocks import show_chart, show_heading, show_source
from ui.sparks import show_line
from ui.view import View


def show_growth(view: View, *, height: int) -> Answer:
    """Draws the households settled since the beginning of the period, and returns what it drew."""
    months = view.ask("A5", "month")
    line = curve(
        months.cells,
        label="installations",
        unit_label=wording.unit_words(view.unit, "installé"),
        title="Installations cumulées",
        feminine=wording.is_feminine(view.unit),
        marks=[(day, "comité") for day in view.known.committee_dates],
    )
    show_line(line, height=height)
    return months


def show_months(view: View, figure: str, heading: str, participle: str = "", *, tail: str = "") -> None:
    """Draws a count by month; `tail` ends what is counted (« foyers en contact »)."""
    months, words = view.ask(figure, "month"), wording.unit_words(view.unit, participle)
    told = f"{words[1]} {tail}".strip()
    show_heading(view.pace(figure, told) or heading, f"{heading}, mois par mois")
    drawn = monthly_bar(
        months.cells,
        until=view.question.as_of,
        unit_words=words,
        feminine=wording.is_feminine(view.unit),
        marks=view.known.committee_dates,
    )
    show_chart(drawn, f"{told} par mois", key="mois", height=280)
    show_source(view.source(months))
