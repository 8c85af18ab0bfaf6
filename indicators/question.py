"""What is asked of a figure, and what an answer's columns are."""

from dataclasses import dataclass, replace
from datetime import date

from programme.vocabulary import Attribution, Scope, Unit

MEASURES = ["value", "low", "high", "numerator", "denominator"]
SMALLEST_DENOMINATOR = 10
UNSAID = ""
CREDITED = (Attribution.ACCOMPAGNE.value, UNSAID)


class UnknownBreakdown(ValueError):
    """The figure's catalogue entry does not name this breakdown or unit."""


@dataclass(frozen=True)
class Question:
    """Which figure of which rows: events after `start` (included, if given) up to `as_of`, the date d'arrêté.

    `attribution` are the codes counted among the households settled; "" is where nothing is said.
    """

    as_of: date
    start: date | None = None
    unit: Unit = Unit.FOYERS
    by: tuple[str, ...] = ()
    scope: Scope = Scope.PROGRAMME
    epci_code: str | None = None
    commune_code: str | None = None
    attribution: tuple[str, ...] = CREDITED

    def without(self, *names: str) -> "Question":
        """The same question, not broken down by these."""
        return replace(self, by=tuple(name for name in self.by if name not in names))

    @property
    def everywhere(self) -> "Question":
        """The same question of every place and of all time up to the date d'arrêté, in one cell."""
        return replace(self, start=None, epci_code=None, commune_code=None, by=())
