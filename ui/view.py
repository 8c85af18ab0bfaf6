"""What every page begins with: what is known, the filters, and the question they make."""

from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

import figures
from figures import Answer, Known, Question
from programme import territory, wording
from programme.vocabulary import Unit
from ui.blocks import show_empty, show_question
from ui.choices import EVERY_UNIT, Filters, read_filters
from ui.filters import show_filters
from ui.later import end_page


@dataclass(frozen=True)
class View:
    """The question that the filters make, and what it may be compared with."""

    question: Question
    known: Known
    known_on: date | None = None

    @property
    def unit(self) -> Unit:
        return self.question.unit

    @property
    def place(self) -> str:
        """« Grand-Figeac : » before a sentence about one EPCI; nothing for the whole programme."""
        code = self.question.epci_code
        return f"{territory.epci_names()[code]} : " if code else ""

    def begin(self, text: str) -> str:
        """The beginning of a sentence, after the place if there is one."""
        return f"{self.place}{text}" if self.place else wording.sentence(text)

    @property
    def period(self) -> str:
        """« Au 31 mars 2022 » or « Du 1er avril 2020 au 31 mars 2022 », after the place if there is one."""
        until = f"au {wording.day(self.question.as_of)}"
        return self.begin(f"du {wording.day(self.question.start)} {until}" if self.question.start else until)

    @property
    def previous(self) -> date | None:
        """The committee before the date d'arrêté, where the period begins earlier."""
        met = self.known.committee_before(self.question.as_of)
        return None if met and self.question.start and met < self.question.start else met

    def ask(self, figure: str, *by: str, **changes: object) -> Answer:
        return figures.ask(figure, replace(self.question, by=by, **changes), self.known_on)

    def study(self, name: str, **changes: object) -> pd.DataFrame:
        """A table of figures.study, for the same question."""
        return figures.study(name, replace(self.question, **changes), self.known_on)

    def change_since(self, figure: str) -> str:
        """« 88 de plus qu'au comité du 12 mars 2020 »; nothing where there was none."""
        if not self.previous:
            return ""
        difference = self.ask(figure).value - self.ask(figure, as_of=self.previous).value
        return wording.compared(difference, f"au comité du {wording.day(self.previous)}")

    def restated(self, figure: str) -> str:
        """« (33 alors, devenus 40) », where the committee had read another number."""
        if not self.previous:
            return ""
        then = replace(self.question, as_of=self.previous)
        known_now = figures.ask(figure, then, self.known_on).value
        told = figures.ask(figure, then, min(filter(None, (self.previous, self.known_on)))).value
        if told != told or told == known_now:
            return ""
        became = wording.agreed(known_now, "devenu", "devenus")
        return f"({wording.number(told)} alors, {became} {wording.number(known_now)})"

    def progress(self, figure: str, otherwise: str) -> str:
        """A title that is the message: how the figure moved since the last committee."""
        told = self.change_since(figure)
        return wording.sentence(told) if told else otherwise

    def pace(self, figure: str, counted: str) -> str:
        """« 39 foyers installés en douze mois, 49 les douze d'avant »; nothing where the view holds less than both."""
        end, since = self.question.as_of, self.question.start or self.known.first_contact_date
        years = self.ask(figure, "rolling_year").cells.set_index("rolling_year")["value"]
        before = (pd.Timestamp(end) - pd.DateOffset(years=1)).date()
        if not since or since > (pd.Timestamp(end) - pd.DateOffset(years=2, days=-1)).date():
            return ""
        told, earlier = (wording.number(years.get(day, 0.0)) for day in (end, before))
        return f"{told} {counted} en douze mois, {earlier} les douze d'avant"

    def source(self, answer: Answer) -> str:
        """Definition, source and date of a figure, for the line under it, and whose detail it lacks."""
        entry, as_of = answer.entry, wording.day(self.question.as_of)
        said = f"**{entry.title}** : {entry.definition} {entry.caveat} Source : {entry.source}, arrêté au {as_of}."
        return f"{said} {answer.lacking_words}".strip()


def read_view(units: tuple[str, ...] = EVERY_UNIT, *, needs_follow_ups: bool = True) -> View:
    """The view before any filter is drawn, so that the page answers first; where nothing was received, a way out.

    A page that does without the EPCIs' follow-ups begins at the last file of any kind where there are none.
    """
    known = figures.known()
    as_of = known.as_of if needs_follow_ups else known.as_of or known.last_received_date
    if as_of is None:
        show_question("Par où commencer ?", "Aucun fichier n'a encore été reçu.")
        show_empty(
            "Les chiffres viendront des tableaux des EPCI.",
            "Importez les tableaux des EPCI : « .venv/bin/python -m etl import DOSSIER », puis rechargez cette page.",
        )
        end_page()
    chosen = read_filters(Filters(end=as_of), list(territory.epci_names().items()), units=units)
    question = Question(
        as_of=chosen.end,
        start=chosen.start,
        unit=Unit(chosen.unit),
        epci_code=chosen.epci_code,
        commune_code=chosen.commune_code,
    )
    return View(question, known, chosen.known_on)


def show_choices(view: View, units: tuple[str, ...] = EVERY_UNIT) -> None:
    """The row of filters that makes the view."""
    known = view.known
    show_filters(
        Filters(end=known.as_of or known.last_received_date),
        list(territory.epci_names().items()),
        first=known.first_contact_date,
        committees=known.committee_dates,
        units=units,
        received=known.received_dates,
    )
