"""The heading of a column, and what its words and those of its group may mean."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from etl.contacts.heading_forms import ADULTS_AND_CHILDREN, FIRST_AND_LAST, RANKED_NEED, STATE_ON_A_DAY
from etl.contacts.heading_words import Meaning, meanings, near_meanings
from etl.contacts.labels import whole_label
from etl.words import TEXTS_KEPT, normal

SUBHEADING_LOSS, GROUP_LOSS = 0.9, 0.8
AXIS_SCORE, TICKED_SCORE, COUNTED_SCORE, RANKED_SCORE = 1.0, 0.89, 0.9, 0.85
MAY_BE_HOLIDAYS = {"sejour", "sejours", "sejour o n", "vacances"}  # a stay may be a tourist's or a visit to settle
TICKED_UNDER = {"needs": "need", "channel": "channel"}
LAST_RANK = 10_000

KnownHeading = Callable[[str], str | None]
"""The field that an EPCI confirmed for a heading."""


@dataclass(frozen=True)
class Heading:
    """The heading of one column: its own words, those of the group that it stands under, and what a letter that is
    no word was `meant` for."""

    words: str
    group: str = ""
    meant: str = ""

    @property
    def text(self) -> str:
        return f"{self.group} {self.words}".strip()

    def meanings(self) -> tuple[Meaning, ...]:
        """With its group first: « Installation » over « Date » is not the date of the first contact."""
        if self.meant:
            return meanings(self.meant)
        ticked = _ticked(self.words)
        if ADULTS_AND_CHILDREN.search(self.text.lower()):
            ticked = (*ticked, Meaning("composition", COUNTED_SCORE, LAST_RANK))
        if FIRST_AND_LAST.search(self.text):
            ticked = (Meaning("first_contact_date", AXIS_SCORE, 0), *ticked)
        if STATE_ON_A_DAY.fullmatch(self.text.strip()):
            ticked = (Meaning("status", AXIS_SCORE, 0), *ticked)
        if RANKED_NEED.fullmatch(self.text.strip()):
            ticked = (Meaning("needs", RANKED_SCORE, 0), *ticked)
        if not self.group:
            return (*meanings(self.words), *ticked)
        axis = _axis_under(self.group, self.words)
        found = {meaning.field: meaning for meaning in ticked}
        found |= {axis: Meaning(axis, AXIS_SCORE, 0)} if axis else {}
        for words, loss in ((self.text, 1), (self.words, SUBHEADING_LOSS), (self.group, GROUP_LOSS)):
            for meaning in meanings(words) if words else ():
                score = meaning.score * loss
                if meaning.field not in found or found[meaning.field].score < score:
                    found[meaning.field] = meaning._replace(score=score)
        return tuple(sorted(found.values(), key=lambda meaning: (-meaning.score, meaning.rank)))

    def near_meanings(self) -> tuple[Meaning, ...]:
        """Those that only contents can confirm."""
        return near_meanings(self.text)


@lru_cache(maxsize=TEXTS_KEPT)
def _ticked(words: str) -> tuple[Meaning, ...]:
    """« Installé » or « Logement ? » may head a column of ticks: contents tell whether it does."""
    said = {"stage": whole_label("status", words), "need": whole_label("needs", words)} if words else {}
    if normal(words) in MAY_BE_HOLIDAYS:
        del said["stage"]
    return tuple(Meaning(f"{kind}:{code}", TICKED_SCORE, LAST_RANK) for kind, code in said.items() if code)


@lru_cache(maxsize=TEXTS_KEPT)
def _axis_under(group: str, words: str) -> str | None:
    """« Travail » under « Besoins exprimés » is the column where that need is ticked, « Salon » under « Connu par »
    that channel."""
    best = next(iter(meanings(group)), None)
    kind = TICKED_UNDER.get(best.field) if best else None
    code = whole_label(best.field, words) if kind else None
    return f"{kind}:{code}" if code else None
