"""Which field each column of a table is, how that was recognised, and how sure it is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from etl.contacts import contents
from etl.contacts.columns import Certainty, Column
from etl.contacts.contents import Sample
from etl.contacts.doubted import doubted
from etl.contacts.heading_words import Meaning
from etl.contacts.headings import Heading
from etl.contacts.labels import Lexicon
from etl.contacts.months import months_among
from etl.contacts.ranks import ticks_among
from etl.contacts.told_steps import STEPS
from etl.words import gist, normal
from store import schema

FEW_TEXTS = 3  # so few that one bad cell must not unsettle the heading
AGREES, CONTRADICTS = 0.6, 0.3
SURE_SCORE, PART_SCORE = 0.88, 0.78
WELL_AGREES, BY_CONTENTS = 0.9, 0.85
CODED_SCORE = 0.9  # beside a heading that says otherwise
IGNORED_WEIGHT = 0.5  # what is not read gives way to a field of the same name that contents confirm
REPEATABLE = {"needs", "needs_met", "phone", "email", "person_name", "first_name", "ignored", "last_contact_date"}
STATUS_DATE = "status_date"
ESSENTIAL = ("first_contact_date", "status", "target_commune_code", "installation_date", "commune_code")
LISTS_BY_CONTENTS = ("status", "profile", "channel", "abandonment_reason", "housing_solution", "needs", "attribution")
PERSONAL_BY_CONTENTS = ("email", "phone")
# A date or a place that no words name is at most the first one that a follow-up has; a move is never guessed.
ONLY_BY_CONTENTS = {
    "first_contact_date": "first_contact_date",
    "target_commune_code": "commune_code",
    "origin": "origin",
    "composition": "composition",
}
WHEN = frozenset(map(gist, ("quand", "date", "le", "à quelle date", "depuis", "depuis quand", "depuis le")))
DATED_BESIDE = {f"stage:{stage}": name for stage, name in STEPS.items()} | {"status": STATUS_DATE}
BARE_PLACES = frozenset(map(gist, ("commune", "ville", "village", "lieu", "localité")))
# Contents do not tell these from others.
NEVER_NEAR = {"person_name", "first_name", "ignored", "occupation_code", "partner_occupation_code", "referent"}


@dataclass(frozen=True)
class _Claim:
    position: int
    meaning: Meaning
    agreement: float | None
    how: str

    @property
    def strength(self) -> float:
        untold = IGNORED_WEIGHT if self.meaning.field == "ignored" and self.how == "words" else 1
        return self.meaning.score * (0.35 + 0.65 * (untold if self.agreement is None else self.agreement))


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
    ranked = ticks_among(headings, {place: column.cells for place, column in samples.items()})
    samples_as_ticks = samples | {place: contents.sample(ticks) for place, ticks in ranked.items()}
    open_to_claims = {place: column for place, column in samples_as_ticks.items() if headings[place].text not in months}
    claims = [
        claim
        for position in open_to_claims
        for claim in _claims(position, headings[position], open_to_claims[position], lexicon, known)
    ]
    postal = {place for place, column in samples.items() if all(map(str.isdigit, column.texts))}
    taken = _settle(_places_of_moves(_needs_first(claims), headings, samples), postal)
    _claim_dates_of_stages(taken, headings, open_to_claims, lexicon)
    _claim_by_contents(taken, open_to_claims, lexicon)
    columns = [_column(place, taken.get(place), headings[place].text, samples[place]) for place in positions]
    return doubted(columns, samples, lexicon)


def _claims(position: int, heading: Heading, column: Sample, lexicon: Lexicon, known) -> list[_Claim]:
    settled = known(heading.text) if heading.text else None
    if settled:
        return [_Claim(position, Meaning(settled, 2.0, 0), None, "confirmed")]
    is_count = any(meaning.field.endswith("_count") for meaning in heading.meanings())
    coded = None if is_count else _coded_by_legend(column, lexicon)
    found = [_Claim(position, Meaning(coded, CODED_SCORE, 0), 1.0, "words")] if coded else []
    for meaning in heading.meanings():
        if coded and meaning.field == "dossier_ref":
            continue
        is_exact = meaning.score > SURE_SCORE
        agreement = contents.agreement(meaning.field, column, lexicon, is_strict=not is_exact)
        if not _is_ruled_out(meaning, agreement, column):
            if meaning.field == "person_name" and is_exact and _tells_composition(column, lexicon):
                meaning, agreement = meaning._replace(field="composition"), 1.0
            found.append(_Claim(position, meaning, agreement, "words" if is_exact else "part"))
    return found or (list(_near_claims(position, heading, column, lexicon)) if heading.text else [])


def _tells_composition(column: Sample, lexicon: Lexicon) -> bool:
    """« Famille » may be who they are, or how many: « couple + 2 enf. »."""
    return (contents.agreement("composition", column, lexicon, is_strict=True) or 0) >= BY_CONTENTS


def _coded_by_legend(column: Sample, lexicon: Lexicon) -> str | None:
    """The list of which the workbook's own legend explains every text of the column, where these are repeated."""
    said = set(map(normal, column.texts))
    names = {name for name, _ in lexicon.legend} if len(said) > 1 and not column.is_mostly_distinct else ()
    return next((name for name in names if all((name, key) in lexicon.legend for key in said)), None)


def _near_claims(position: int, heading: Heading, column: Sample, lexicon: Lexicon) -> Iterator[_Claim]:
    for meaning in heading.near_meanings():
        agreement = contents.agreement(meaning.field, column, lexicon, is_strict=True)
        if agreement is not None and agreement >= BY_CONTENTS and meaning.field not in NEVER_NEAR:
            yield _Claim(position, meaning, agreement, "near")


def _is_ruled_out(meaning: Meaning, agreement: float | None, column: Sample) -> bool:
    if agreement is None or agreement >= CONTRADICTS:
        return False
    if len(column.texts) <= FEW_TEXTS and meaning.score > SURE_SCORE:
        return agreement == 0 and contents.is_telling(meaning.field) and len(column.texts) > 1
    return contents.is_telling(meaning.field) or meaning.score <= SURE_SCORE


def _settle(claims: list[_Claim], postal: set[int]) -> dict[int, _Claim]:
    """The strongest claims first: a field goes to one column, a column to one field. An origin may be a town in a
    column and its postal code in another."""
    taken: dict[int, _Claim] = {}
    fields: set[str] = set()
    for claim in sorted(claims, key=lambda claim: (-claim.strength, claim.meaning.rank, claim.position)):
        name = claim.meaning.field
        others = {place for place, other in taken.items() if other.meaning.field == name}
        is_town = name == "origin" and len({claim.position, *others} & postal) == 1 and len(others) == 1
        may_repeat = name in REPEATABLE or (is_town and (claim.agreement or 0) >= AGREES)
        if claim.position not in taken and (name not in fields or may_repeat):
            taken[claim.position] = claim
            fields.add(name)
    return taken


def _needs_first(claims: list[_Claim]) -> list[_Claim]:
    """« Médecin », ticked beside « Logement » and « Emploi », is a need like them, not a doctor who was found."""
    needs = {claim.position for claim in claims if claim.meaning.field.startswith("need:")}
    among = {place for place in needs if {place - 1, place + 1} & needs}
    return [
        claim for claim in claims if claim.position not in among or claim.meaning.field not in schema.HOUSEHOLD_BOOLEANS
    ]


def _places_of_moves(claims: list[_Claim], headings, samples: dict[int, Sample]) -> list[_Claim]:
    """« Commune », beside the date of the move and filled where it is, is where they moved to; surely so where another
    column is the wish."""
    moves = {claim.position for claim in claims if claim.meaning.field == "installation_date"}
    wishes = {claim.position for claim in claims if claim.meaning.field == "target_commune_code"}
    told = {claim.meaning.field for claim in claims if claim.how == "words"}
    if not moves or "commune_code" in told:
        return claims
    moved_to = {
        place
        for place in wishes
        if gist(headings[place].words) in BARE_PLACES
        and any(_goes_with(samples[place], samples[move]) for move in moves & {place - 1, place + 1})
    }
    how = "words" if wishes - moved_to else "near"
    if how == "near" and "first_contact_date" not in told:
        return claims  # a list of moves alone
    return [
        replace(claim, meaning=claim.meaning._replace(field="commune_code"), how=how)
        if claim.position in moved_to and claim.meaning.field == "target_commune_code"
        else claim
        for claim in claims
    ]


def _goes_with(column: Sample, other: Sample) -> bool:
    """Whether it is filled where the other is and, a stray cell aside, only there: a part of the lines."""
    pairs = [(bool(one), bool(two)) for one, two in zip(column.cells, other.cells, strict=False)]
    both, filled = pairs.count((True, True)), sum(one for one, _ in pairs)
    return 0 < filled < len(pairs) and both >= WELL_AGREES * filled


def _claim_dates_of_stages(taken: dict[int, _Claim], headings, samples: dict[int, Sample], lexicon: Lexicon) -> None:
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
            taken[position] = _Claim(position, Meaning(step, 0.5, 0), agreement, "near")


def _claim_by_contents(taken: dict[int, _Claim], samples: dict[int, Sample], lexicon: Lexicon) -> None:
    """What no words tell, or what contents contradict, contents may tell: asked, but for phones and e-mails."""
    fields = {claim.meaning.field for claim in taken.values()}
    for position, column in samples.items():
        claim = taken.get(position)
        if claim and (claim.how == "confirmed" or claim.agreement is None or claim.agreement >= AGREES):
            continue
        name = _told_by(column, fields, lexicon)
        if name:
            agreement = contents.agreement(name, column, lexicon, is_strict=True)
            taken[position] = _Claim(position, Meaning(name, 0.5, 0), agreement, "contents")
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


def _column(position: int, claim: _Claim | None, heading: str, column: Sample) -> Column:
    examples = column.texts[:3]
    if claim is None:
        return Column(position, None, Certainty.UNKNOWN, "", None, heading, examples)
    certainty = _certainty(claim, column)
    return Column(position, claim.meaning.field, certainty, claim.how, claim.agreement, heading, examples)


def _certainty(claim: _Claim, column: Sample) -> Certainty:
    agreement = 1.0 if claim.agreement is None else claim.agreement
    is_sure = {
        "confirmed": True,
        "words": (agreement >= AGREES or len(column.texts) <= FEW_TEXTS) and claim.meaning.field != STATUS_DATE,
        "part": claim.meaning.score >= PART_SCORE and agreement >= WELL_AGREES,
        "contents": claim.meaning.field in PERSONAL_BY_CONTENTS,
    }.get(claim.how, False)
    return Certainty.SURE if is_sure else Certainty.LIKELY
