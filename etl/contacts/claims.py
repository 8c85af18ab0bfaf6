"""What one column may be, by the words of its heading and by its contents, and how sure that is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from etl.contacts import contents
from etl.contacts.cells import PLACES
from etl.contacts.columns import Certainty, Column
from etl.contacts.contents import Sample
from etl.contacts.heading_words import Meaning
from etl.contacts.headings import Heading, KnownHeading
from etl.contacts.labels import Lexicon
from etl.contacts.spellings import OCCUPATIONS
from etl.words import normal

AGREES, CONTRADICTS = 0.6, 0.3
SURE_SCORE, PART_SCORE = 0.88, 0.78
WELL_AGREES, BY_CONTENTS = 0.9, 0.85
CODED_SCORE = 0.9  # beside a heading that says otherwise
IGNORED_WEIGHT = 0.5  # what is not read gives way to a field of the same name that contents confirm
PERSONAL_BY_CONTENTS = ("email", "phone")
STATUS_DATE = "status_date"
BY_SHAPE = {"month_steps", "history"}  # no words name them: their cells do
OF_RECORDS = frozenset(map(normal, ("créé le", "date de création", "created", "created time", "created at")))
COUNT = re.compile(r"\d{1,2}")
RECORD_SCORE = 0.7
# Contents do not tell these from others.
NEVER_NEAR = {"person_name", "first_name", "ignored", "history", *OCCUPATIONS, "referent"}


@dataclass(frozen=True)
class Claim:
    """A field that the column at a position may be: how well its contents agree (None where they cannot tell), and
    `how` that was seen: confirmed, words, part, near, contents."""

    position: int
    meaning: Meaning
    agreement: float | None
    how: str

    @property
    def strength(self) -> float:
        untold = IGNORED_WEIGHT if self.meaning.field == "ignored" and self.how == "words" else 1
        return self.meaning.score * (0.35 + 0.65 * (untold if self.agreement is None else self.agreement))


def claims_of(position: int, heading: Heading, column: Sample, lexicon: Lexicon, known: KnownHeading) -> list[Claim]:
    """The field that was confirmed, else all those that words tell and contents do not contradict."""
    settled = known(heading.text) if heading.text else None
    if settled:
        return [Claim(position, Meaning(settled, 2.0, 0), None, "confirmed")]
    is_count = any(meaning.field.endswith("_count") for meaning in heading.meanings())
    coded = None if is_count else _coded_by_legend(column, lexicon)
    found = [Claim(position, Meaning(coded, CODED_SCORE, 0), 1.0, "words")] if coded else []
    for meaning in heading.meanings():
        is_coded = coded and meaning.field == "dossier_ref"
        if is_coded or meaning.field in BY_SHAPE or _is_a_count(meaning, heading, column):
            continue
        is_exact = meaning.score > SURE_SCORE
        agreement = contents.agreement(meaning.field, column, lexicon, is_strict=not is_exact)
        if not _is_ruled_out(meaning, agreement, column):
            if meaning.field == "person_name" and is_exact and _tells_composition(column, lexicon):
                meaning, agreement = meaning._replace(field="composition"), 1.0
            how = "words" if is_exact else "part"
            if _is_of_the_record(meaning, heading):
                meaning, how = meaning._replace(score=RECORD_SCORE), "part"
            found.append(Claim(position, meaning, agreement, how))
    return found or (list(_near_claims(position, heading, column, lexicon)) if heading.text else [])


def _is_of_the_record(meaning: Meaning, heading: Heading) -> bool:
    """« Créé le » is when a tool made its record: a first contact where nothing else is, and asked."""
    return meaning.field == "first_contact_date" and normal(heading.text) in OF_RECORDS


def _is_a_count(meaning: Meaning, heading: Heading, column: Sample) -> bool:
    """« A » over numbers counts something: it is not « à »."""
    is_letter = meaning.field in PLACES and len(normal(heading.text)) == 1
    return is_letter and all(map(COUNT.fullmatch, column.texts))


def _tells_composition(column: Sample, lexicon: Lexicon) -> bool:
    """« Famille » may be who they are, or how many: « couple + 2 enf. »."""
    return (contents.agreement("composition", column, lexicon, is_strict=True) or 0) >= BY_CONTENTS


def _coded_by_legend(column: Sample, lexicon: Lexicon) -> str | None:
    """The list of which the workbook's own legend explains every text of the column, where these are repeated."""
    said = set(map(normal, column.texts))
    names = {name for name, _ in lexicon.legend} if len(said) > 1 and not column.is_mostly_distinct else ()
    return next((name for name in names if all((name, key) in lexicon.legend for key in said)), None)


def _near_claims(position: int, heading: Heading, column: Sample, lexicon: Lexicon) -> Iterator[Claim]:
    for meaning in heading.near_meanings():
        agreement = contents.agreement(meaning.field, column, lexicon, is_strict=True)
        if agreement is not None and agreement >= BY_CONTENTS and meaning.field not in NEVER_NEAR | BY_SHAPE:
            yield Claim(position, meaning, agreement, "near")


def _is_ruled_out(meaning: Meaning, agreement: float | None, column: Sample) -> bool:
    if agreement is None or agreement >= CONTRADICTS:
        return False
    if column.are_few(agreement) and meaning.score > SURE_SCORE:
        return agreement == 0 and contents.is_telling(meaning.field) and len(column.texts) > 1
    return contents.is_telling(meaning.field) or meaning.score <= SURE_SCORE


def column_of(position: int, claim: Claim | None, heading: str, column: Sample) -> Column:
    """What the column is taken for in the end, and how surely; unknown without a claim."""
    examples = column.texts[:3]
    if claim is None:
        return Column(position, None, Certainty.UNKNOWN, "", None, heading, examples)
    certainty = _certainty(claim, column)
    return Column(position, claim.meaning.field, certainty, claim.how, claim.agreement, heading, examples)


def _certainty(claim: Claim, column: Sample) -> Certainty:
    agreement = 1.0 if claim.agreement is None else claim.agreement
    is_sure = {
        "confirmed": True,
        "words": (agreement >= AGREES or column.are_few(agreement)) and claim.meaning.field != STATUS_DATE,
        "part": claim.meaning.score >= PART_SCORE and agreement >= WELL_AGREES,
        "contents": claim.meaning.field in PERSONAL_BY_CONTENTS,
    }.get(claim.how, False)
    return Certainty.SURE if is_sure else Certainty.LIKELY
