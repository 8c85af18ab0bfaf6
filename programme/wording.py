"""French numbers, dates and small sentences. No locale of the machine is read or set."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from babel.dates import format_date
from babel.numbers import format_decimal, format_percent

from programme.vocabulary import Unit

NBSP = "\u00a0"
THIN = "\u202f"
ISO_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


def number(value: float | None, digits: int = 0) -> str:
    """1234.5 -> « 1 234,5 »; a missing value is an em dash, never 0."""
    if value is None or value != value:
        return "—"
    return format_decimal(_rounded(value, digits) or 0, _pattern(digits), locale="fr")


def percent(share: float | None, digits: int = 0) -> str:
    """0.536 -> « 54 % »; a missing share is an em dash."""
    if share is None or share != share:
        return "—"
    shown = _rounded(share, digits + 2) or 0
    return format_percent(shown, _pattern(digits) + f"{NBSP}%", locale="fr")


def _rounded(value: float, digits: int) -> Decimal:
    """A half goes up, as people and spreadsheets have it: 2.5 -> 3."""
    return Decimal(str(value)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def _pattern(digits: int) -> str:
    return "#,##0" + ("." + "0" * digits if digits else "")


def percent_range(low: float | None, high: float | None, digits: int = 0) -> str:
    """0.536, 0.616 -> « 54 à 62 % »; one figure where both ends are told the same."""
    first, last = percent(low, digits), percent(high, digits)
    return last if first == last else f"{first.removesuffix(f'{NBSP}%')} à {last}"


def number_range(low: float | None, high: float | None) -> str:
    """7868, 8198 -> « 7 868 à 8 198 »; one figure where both ends are told the same."""
    first, last = number(low), number(high)
    return last if first == last else f"{first} à {last}"


def counted(value: float, singular: str, plural: str | None = None, *, feminine: bool = False) -> str:
    """0 -> « aucun foyer », 1 -> « 1 foyer », 130 -> « 130 foyers »."""
    if abs(value) < 0.5:
        return f"{'aucune' if feminine else 'aucun'} {singular}"
    return f"{number(value)}{NBSP}{agreed(value, singular, plural or singular + 's')}"


def agreed(value: float, singular: str, plural: str) -> str:
    """The form of a noun, verb or adjective after a count: French takes the plural from 2 on, as it is shown."""
    return singular if abs(value) < 1.5 else plural


def change(value: float) -> str:
    """14 -> « +14 », -2 -> « −2 », 0 -> « = »."""
    if abs(value) < 0.5:
        return "="
    return ("+" if value > 0 else "−") + number(abs(value))


def day(value: date) -> str:
    """2022-03-31 -> « 31 mars 2022 », the first of a month as « 1er »."""
    written = format_date(value, "d MMMM y", locale="fr")
    return written.replace("1 ", "1er ", 1) if value.day == 1 else written


def short_day(value: date) -> str:
    """2022-03-31 -> « 31/03/2022 »."""
    return format_date(value, "dd/MM/y", locale="fr")


def as_typed(text: str) -> str:
    """« 2022-03-31 », which is how a file's day is read, as people type it; any other text as it is."""
    day = ISO_DAY.fullmatch(text)
    return "/".join(reversed(day.groups())) if day else text


def month(value: date) -> str:
    """2022-03-01 -> « mars 2022 »."""
    return format_date(value, "MMMM y", locale="fr")


def short_month(value: date) -> str:
    """2022-03-01 -> « mars 22 »."""
    return format_date(value, "MMM yy", locale="fr")


def listed(words: Iterable[str]) -> str:
    """["a", "b", "c"] -> « a, b et c »."""
    *head, last = list(words) or [""]
    return f"{', '.join(head)} et {last}" if head else last


def spaced(text: str) -> str:
    """The spaces inside « » and before « : », « ; », « ! », « ? » made unbreakable; numbers come with their own."""
    return re.sub(r"(?<=«) | (?=[»:;!?])", NBSP, text)


def sentence(text: str) -> str:
    """The same text beginning with a capital."""
    return text[:1].upper() + text[1:]


UNIT_NOUNS = {
    Unit.FOYERS: ("foyer", False),
    Unit.PERSONNES: ("personne", True),
    Unit.ACTIFS: ("actif", False),
    Unit.ENFANTS: ("enfant", False),
}


def unit_words(unit: Unit, participle: str = "") -> tuple[str, str]:
    """(« personne installée », « personnes installées ») for a unit and a participle in the masculine singular."""
    noun, is_feminine = UNIT_NOUNS[unit]
    agreed_participle = participle + "e" if participle and is_feminine else participle
    singular = f"{noun} {agreed_participle}".strip()
    return singular, " ".join(f"{word}s" for word in singular.split())


def is_feminine(unit: Unit) -> bool:
    return UNIT_NOUNS[unit][1]


def counted_in(value: float, unit: Unit, participle: str = "") -> str:
    """130, foyers, installé -> « 130 foyers installés »; 0, personnes, installé -> « aucune personne installée »."""
    return counted(value, *unit_words(unit, participle), feminine=is_feminine(unit))


def compared(difference: float, reference: str) -> str:
    """14, « au comité du 12 mars » -> « 14 de plus qu'au comité du 12 mars »; 0 -> « autant qu'… »."""
    than = f"qu'{reference}" if reference[:1].lower() in "aeiouyhéè" else f"que {reference}"
    if abs(difference) < 0.5:
        return f"autant {than}"
    return f"{number(abs(difference))} de {'plus' if difference > 0 else 'moins'} {than}"
