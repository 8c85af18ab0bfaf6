"""What a status says beside the status: when it was reached, why it ended (« installés depuis 09/21 »)."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from etl.contacts.labels import Lexicon, codes_within, whole_label
from etl.dates import ImpossibleDate, UnknownDate, parse_date
from etl.words import normal
from programme.vocabulary import Status

STEPS = {
    Status.VISITE: "visit_date",
    Status.INSTALLE: "installation_date",
    Status.PARTI: "departure_date",
    Status.ABANDON: "closing_date",
}
DATE = re.compile(
    r"(?<![\w/.-])(?:\d{1,2}(?:er)?[\s/.-]+)?(?:\d{1,2}|[^\W\d_]{3,9}\.?)[\s/.-]+(?:20)?\d\d(?![\w/-]|\.\d)"
    r"|(?<![\w/.-])20\d\d-\d\d-\d\d(?!\d)|(?<![\w/.-])(?:19|20)\d\d(?![\w/-])"
)
REASON = re.compile(
    r"\(([^)]+)\)|\b(?:faute d[e'’]|car|cause|pour|motif)\s*:?\s*(.+)|[:,–]\s*(.+)|\s-\s(.+)", re.IGNORECASE
)
Columns = dict[str, list]


def fill_steps(columns: Columns, texts: list[str], lexicon: Lexicon) -> Iterator[tuple[int, str]]:
    """Dates and reasons that only the words of the status tell; the places whose date cannot be taken, and why.

    A column of their own wins over these words.
    """
    said = list(zip(texts, columns.get("status", ()), strict=False))
    telling = {(text, status) for text, status in set(said) if status and normal(text) != normal(status)}
    for place, (text, status) in enumerate(said) if telling else ():
        if (text, status) not in telling:
            continue
        if status in STEPS and any(mark.isdigit() for mark in text):
            yield from _fill_date(columns, place, text, STEPS[Status(status)])
        if status == Status.ABANDON:
            _fill(columns, "abandonment_reason", place, reason_in(text, lexicon))


def _fill_date(columns: Columns, place: int, text: str, name: str) -> Iterator[tuple[int, str]]:
    if columns.get(name, {place: None})[place] is not None:
        return
    try:
        found = date_in(text)
    except UnknownDate:
        yield place, "unknown_date"
        return
    if found:
        _fill(columns, name, place, found[0])
        _fill(columns, f"{name}_precision", place, str(found[1]))


def _fill(columns: Columns, name: str, place: int, value: object) -> None:
    if value is not None:
        known = columns.setdefault(name, [None] * len(columns["source_row"]))
        known[place] = value if known[place] is None else known[place]


@lru_cache(maxsize=5_000)
def date_in(text: str) -> tuple[date, str] | None:
    """The one date that the words hold, None where they hold none. Raises UnknownDate for several, or none whole."""
    found = set()
    for written in DATE.findall(text):
        try:
            found.add(parse_date(written.strip(" .-")))
        except (UnknownDate, ImpossibleDate):
            continue
    if len(found) > 1 or (not found and re.search(r"\d{1,2}[/.]\d{1,2}", text)):
        raise UnknownDate
    return found.pop() if found else None


def given_up(text: str, lexicon: Lexicon) -> str | None:
    """« abandon : pas de médecin » is an abandonment: what follows tells why; « clos - installé » tells otherwise."""
    code = lexicon.exact_label("status", REASON.sub(" ", text))
    reasons = [next(filter(None, said)) for said in REASON.findall(text)]
    is_turned = any(codes_within("status", reason) - {code} for reason in reasons)
    return code if code == Status.ABANDON and not is_turned else None


def reason_in(text: str, lexicon: Lexicon) -> str | None:
    """« projet abandonné (pas de logement) » -> logement; None where the words beside the status name no one reason."""
    for said in REASON.findall(text):
        rest = next(filter(None, said))
        code = whole_label("abandonment_reason", rest, lexicon.epci_code)
        codes = {code} if code else codes_within("abandonment_reason", rest)
        if len(codes) == 1:
            return next(iter(codes))
    return None
