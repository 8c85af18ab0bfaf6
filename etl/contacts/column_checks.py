"""What only a whole column can tell of its cells: days and months swapped, a name among references."""

import re
from collections import Counter
from collections.abc import Iterator

from etl.contacts.american_dates import FEWEST_TO_TELL, LONGEST_MONTH, days_written
from store import schema

SPREADSHEET_DAY = re.compile(r"\d{4}-\d\d-(\d\d)(?: .*)?")
NO_LETTERS, NUMBERING = re.compile(r"[\W\d_]+"), "0123456789 -_/."
FEWEST_REFS = 5


def refusals_of_column(field: str, texts: list[str], *, is_month_first: bool = False) -> Iterator[tuple[str, str]]:
    """Texts of a column with the code of why they cannot be taken, whatever they say by themselves; `is_month_first`
    where its dates are read so."""
    if field in schema.HOUSEHOLD_DATES and not is_month_first:
        yield from ((text, "swapped_date") for text in _swapped_dates(texts))
    if field == "origin":
        yield from ((text, "unknown_origin") for text in _codes_of_their_own(texts))
    if field == "dossier_ref":
        yield from ((text, "unlike_other_refs") for text in _odd_references(texts))


def _swapped_dates(texts: list[str]) -> set[str]:
    """Dates that a foreign spreadsheet swapped, or may have: never taken in silence.

    Either days and months are written the American way (05/13/2021 stands there and no 13/05/2021); or a spreadsheet
    set in English took 05/03/2021 for 3 May and left 13/05/2021 a text: then every real date has a day up to 12.
    """
    said = set(texts)
    french, american, either = days_written(said)
    real = {text: int(found[1]) for text in said if (found := SPREADSHEET_DAY.fullmatch(text))}
    never_late = len(real) >= FEWEST_TO_TELL and all(day <= LONGEST_MONTH for day in real.values())
    if american and not french:
        return {*american, *either, *(real if never_late else ())}
    if never_late and len(french) >= FEWEST_TO_TELL and not either:
        return set(real)
    return set()


def _codes_of_their_own(texts: list[str]) -> set[str]:
    """« 6 » is the département 06 beside « 31 » or « Paris »; single digits alone are codes of a legend."""
    said = set(filter(None, texts))
    return said if said and all(len(text) == 1 and text.isdigit() for text in said) else set()


def _odd_references(texts: list[str]) -> set[str]:
    """Where references share their letters (« GC-2021-001 »), a single one with others may hold a name."""
    letters = {text: _letters_of(text) for text in set(texts) if text}
    counts = Counter(letters.values())
    if len(letters) < FEWEST_REFS or 2 * counts.most_common(1)[0][1] < len(letters):
        return set()
    return {text for text, word in letters.items() if len(word) > 2 and counts[word] == 1}


def _letters_of(text: str) -> str:
    """« GC-2021-001 » -> « GC »."""
    word = text.rstrip(NUMBERING)
    return (word if word.isalpha() else NO_LETTERS.sub("", text)).upper()
