"""Which field each column of a table is, how that was recognised, and how sure it is."""

import re
from collections.abc import Callable

from etl.contacts import contents
from etl.contacts.american_dates import with_months_first
from etl.contacts.appointments import as_appointments
from etl.contacts.claims import (
    AGREES,
    BY_CONTENTS,
    PERSONAL_BY_CONTENTS,
    STATUS_DATE,
    Claim,
    claims_of,
    column_of,
)
from etl.contacts.columns import Column
from etl.contacts.contents import Sample
from etl.contacts.date_parts import date_parts
from etl.contacts.doubted import doubted
from etl.contacts.heading_words import Meaning
from etl.contacts.headings import Heading
from etl.contacts.labels import Lexicon
from etl.contacts.months import months_among
from etl.contacts.place_claims import places_told
from etl.contacts.ranks import ticks_among
from etl.contacts.told_steps import STEPS
from etl.words import gist, normal
from store import schema

REPEATABLE = {"needs", "needs_met", "phone", "email", "person_name", "first_name", "ignored", "last_contact_date"}
ESSENTIAL = ("first_contact_date", "status", "target_commune_code", "installation_date", "commune_code")
LISTS_BY_CONTENTS = ("status", "profile", "channel", "abandonment_reason", "housing_solution", "needs", "attribution")
# A date or a place that no words name is at most the first one that a follow-up has; a move is never guessed.
ONLY_BY_CONTENTS = {
    "first_contact_date": "first_contact_date",
    "target_commune_code": "commune_code",
    "origin": "origin",
    "composition": "composition",
}
YEAR, NUMBER = re.compile(r"\b(?:19|20)\d\d\b"), re.compile(r"\d+")
WHEN = frozenset(
    map(gist, ("quand", "date", "le", "à quelle date", "depuis", "depuis quand", "depuis le", "date effective"))
)
DATED_BESIDE = {f"stage:{stage}": name for stage, name in STEPS.items()} | {"status": STATUS_DATE}


def recognise_columns(
    headings: tuple[Heading, ...],
    positions: list[int],
    texts_of: Callable[[int], list[str]],
    lexicon: Lexicon,
    known: Callable[[str], str | None],
) -> list[Column]:
    """One Column per position, in order: by its confirmed heading, else by words and contents together."""
    months = months_among(heading.text for heading in headings)
    samples = {position: contents.sample(texts_of(position)) for position in positions}
    ranked = ticks_among(headings, samples)
    samples_as_ticks = samples | {place: contents.sample(ticks) for place, ticks in ranked.items()}
    open_to_claims = {place: column for place, column in samples_as_ticks.items() if headings[place].text not in months}
    claims = [
        claim
        for position in open_to_claims
        for claim in claims_of(position, headings[position], open_to_claims[position], lexicon, known)
    ]
    postal = {place for place, column in samples.items() if all(map(str.isdigit, column.texts))}
    of_years = _of_numbers(headings, YEAR)
    serial = {"status": of_years, "children_ages": _of_numbers(headings, NUMBER)}
    claims = places_told(_needs_first(claims), headings, samples)
    taken = _settle(_fullest_status(claims, samples, of_years, lexicon), postal, serial)
    _claim_date_parts(taken, headings, open_to_claims)
    _claim_dates_of_stages(taken, headings, open_to_claims, lexicon)
    _claim_history(taken, open_to_claims)
    _claim_by_contents(taken, open_to_claims, lexicon)
    columns = [column_of(place, taken.get(place), headings[place].text, samples[place]) for place in positions]
    return with_months_first(as_appointments(doubted(columns, samples, lexicon), samples), samples)


def _settle(claims: list[Claim], postal: set[int], serial: dict[str, set[int]]) -> dict[int, Claim]:
    """The strongest claims first: a field goes to one column, a column to one field. An origin may be a town in a
    column and its postal code in another; a status may have a column a year, an age a column a child (`serial`)."""
    taken: dict[int, Claim] = {}
    fields: set[str] = set()
    for claim in sorted(claims, key=lambda claim: (-claim.strength, claim.meaning.rank, claim.position)):
        name = claim.meaning.field
        others = {place for place, other in taken.items() if other.meaning.field == name}
        is_town = name == "origin" and len({claim.position, *others} & postal) == 1 and len(others) == 1
        is_serial = {claim.position, *others} <= serial.get(name, set())
        may_repeat = name in REPEATABLE or is_serial or (is_town and (claim.agreement or 0) >= AGREES)
        if claim.position not in taken and (name not in fields or may_repeat):
            taken[claim.position] = claim
            fields.add(name)
    return taken


def _needs_first(claims: list[Claim]) -> list[Claim]:
    """« Médecin », ticked beside « Logement » and « Emploi », is a need like them, not a doctor who was found."""
    needs = {claim.position for claim in claims if claim.meaning.field.startswith("need:")}
    among = {place for place in needs if {place - 1, place + 1} & needs}
    return [
        claim for claim in claims if claim.position not in among or claim.meaning.field not in schema.HOUSEHOLD_BOOLEANS
    ]


def _of_numbers(headings, number: re.Pattern) -> set[int]:
    """The columns whose headings differ by such a number alone: « Statut fin 2021 », « Statut fin 2022 »."""
    alike: dict[str, list[int]] = {}
    for position, heading in enumerate(headings):
        if number.search(heading.text):
            alike.setdefault(normal(number.sub(" ", heading.text)), []).append(position)
    return {position for positions in alike.values() if len(positions) > 1 for position in positions}


def _fullest_status(
    claims: list[Claim], samples: dict[int, Sample], of_years: set[int], lexicon: Lexicon
) -> list[Claim]:
    """Of several columns named as a status (a tool's, « nouveau, clos », and the project's), that which tells most."""
    told = {
        claim.position: len(contents.codes_told("status", samples[claim.position], lexicon))
        for claim in claims
        if claim.meaning.field == "status" and claim.how == "words"
    }
    if len(told) < 2 or told.keys() <= of_years:
        return claims
    fullest = max(told.values())
    less = {position for position, count in told.items() if count < fullest}
    return [claim for claim in claims if claim.meaning.field != "status" or claim.position not in less]


def _claim_date_parts(taken: dict[int, Claim], headings, samples: dict[int, Sample]) -> None:
    """« Année | Mois » is the first contact where no other column is: asked, once for all its parts."""
    before = {place: claim for place, claim in taken.items() if claim.meaning.field == "first_contact_date"}
    parts = date_parts(headings, samples)
    if parts and before.keys() <= set(parts):
        how = next((claim.how for claim in before.values() if claim.how == "confirmed"), "near")
        taken |= {place: Claim(place, Meaning("first_contact_date", 0.5, 0), 1.0, how) for place in parts}


def _claim_dates_of_stages(taken: dict[int, Claim], headings, samples: dict[int, Sample], lexicon: Lexicon) -> None:
    """« Quand ? », to the right of « Installés ? », is the date of that stage, and of a status that of the step that
    it names: asked."""
    fields = {claim.meaning.field for claim in taken.values()}
    for position, column in samples.items():
        before = taken.get(position - 1)
        step = before and DATED_BESIDE.get(before.meaning.field)
        if position in taken or step is None or step in fields or gist(headings[position].words) not in WHEN:
            continue
        agreement = contents.agreement(step, column, lexicon, is_strict=True) or 0
        if agreement >= BY_CONTENTS:
            taken[position] = Claim(position, Meaning(step, 0.5, 0), agreement, "near")


def _claim_history(taken: dict[int, Claim], samples: dict[int, Sample]) -> None:
    """Where no column is the first contact, a cell of all exchanges may tell it: asked."""
    if any(claim.meaning.field == "first_contact_date" for claim in taken.values()):
        return
    for position, column in samples.items():
        claim = taken.get(position)
        is_open = claim is None or (claim.meaning.field == "ignored" and claim.how != "confirmed")
        if is_open and contents.is_history(column):
            taken[position] = Claim(position, Meaning("history", 0.5, 0), 1.0, "contents")
            return


def _claim_by_contents(taken: dict[int, Claim], samples: dict[int, Sample], lexicon: Lexicon) -> None:
    """What no words tell, or what contents contradict, contents may tell: asked, but for phones and e-mails."""
    fields = {claim.meaning.field for claim in taken.values()}
    for position, column in samples.items():
        claim = taken.get(position)
        if claim and (claim.how == "confirmed" or claim.agreement is None or claim.agreement >= AGREES):
            continue
        name = _told_by(column, fields, lexicon)
        if name:
            agreement = contents.agreement(name, column, lexicon, is_strict=True)
            taken[position] = Claim(position, Meaning(name, 0.5, 0), agreement, "contents")
            fields.add(name)


def _told_by(column: Sample, fields: set[str], lexicon: Lexicon) -> str | None:
    if len(column.texts) < 2:
        return None
    for name in (*PERSONAL_BY_CONTENTS, *LISTS_BY_CONTENTS, *ONLY_BY_CONTENTS):
        excluding = {name, ONLY_BY_CONTENTS.get(name, name)} - REPEATABLE
        agreement = contents.agreement(name, column, lexicon, is_strict=True) or 0
        if excluding & fields or agreement < BY_CONTENTS:
            continue
        if name == "origin" and not any(text.strip("0123456789 ") for text in column.texts):
            continue
        if name not in LISTS_BY_CONTENTS or len(contents.codes_told(name, column, lexicon)) >= 2:
            return name
    return None
