"""Which column is the wish and which the place of the move, by what stands beside them and where they are filled."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from etl.contacts.claims import AGREES, WELL_AGREES, Claim
from etl.contacts.contents import Sample
from etl.contacts.headings import Heading
from etl.words import gist

BARE_PLACES = frozenset(map(gist, ("commune", "ville", "village", "lieu", "localité", "localisation", "town", "city")))


def places_told(claims: list[Claim], headings: Sequence[Heading], samples: Mapping[int, Sample]) -> list[Claim]:
    """The same claims, with places where their contents say otherwise than their headings alone."""
    return _wishes_beside_moves(_places_of_moves(claims, headings, samples), samples)


def _places_of_moves(claims: list[Claim], headings, samples: dict[int, Sample]) -> list[Claim]:
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
    if how == "near" and not any(claim.meaning.field == "first_contact_date" for claim in claims):
        return claims  # a list of moves alone
    return [
        replace(claim, meaning=claim.meaning._replace(field="commune_code"), how=how)
        if claim.position in moved_to and claim.meaning.field == "target_commune_code"
        else claim
        for claim in claims
    ]


def _wishes_beside_moves(claims: list[Claim], samples: Mapping[int, Sample]) -> list[Claim]:
    """« S'installe à », filled for those who have not moved as for those who have, is a wish where no other column is
    one: asked."""
    by_words = {claim.meaning.field: claim.position for claim in claims if claim.how in ("words", "confirmed")}
    moves = {claim.position for claim in claims if claim.meaning.field == "installation_date"}
    if "target_commune_code" in by_words or "first_contact_date" not in by_words or len(moves) != 1:
        return claims
    called, move = samples[by_words["first_contact_date"]], samples[moves.pop()]
    return [
        replace(claim, meaning=claim.meaning._replace(field="target_commune_code"), how="near")
        if claim.meaning.field == "commune_code"
        and claim.how == "words"
        and _goes_beyond(samples[claim.position], move, called)
        else claim
        for claim in claims
    ]


def _goes_beyond(place: Sample, move: Sample, called: Sample) -> bool:
    """Whether it is filled for most of those who called and have not moved."""
    lines = zip(place.cells, move.cells, called.cells, strict=False)
    told = [bool(where) for where, when, first in lines if first and not when]
    return any(move.cells) and sum(told) > AGREES * len(told)


def _goes_with(column: Sample, other: Sample) -> bool:
    """Whether it is filled where the other is and, a stray cell aside, only there."""
    pairs = [(bool(one), bool(two)) for one, two in zip(column.cells, other.cells, strict=False)]
    both, filled = pairs.count((True, True)), sum(one for one, _ in pairs)
    return filled > 0 and both >= WELL_AGREES * filled
