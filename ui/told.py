"""Figures that may be silent: their card says why, never zero in the place of what nobody writes."""

from collections.abc import Callable

from charts.silence import NO_SOURCE, NOT_WRITTEN, why_silent
from figures import Answer
from programme import wording
from ui.blocks import Card
from ui.view import View


def silence_of(answer: Answer) -> str:
    """Why a figure has no value; nothing where it has one."""
    if answer.is_silent:
        return NO_SOURCE
    return why_silent(answer.value, answer.total["denominator"]) or ""


def told(answer: Answer, write: Callable[[float], str]) -> str:
    """The figure in words, or why it has none."""
    return silence_of(answer) or write(answer.value)


def rate_card(answer: Answer, write: Callable[[float], str], label: str, detail: str = "") -> Card:
    """A rate, a delay or a cost as a card; where there is no value, its title and the reason."""
    entry = answer.entry
    meaning = f"{entry.definition} {entry.formula} {entry.caveat}"
    silence = silence_of(answer)
    if silence:
        return Card("", entry.title, wording.sentence(silence), help=meaning)
    return Card(write(answer.value), label, detail, help=meaning, figure=entry.id)


def out_of(answer: Answer, noun: str = "foyer") -> str:
    """« 27 foyers sur 50 »: the numerator and the denominator of a share."""
    total = answer.total
    return f"{wording.counted(total['numerator'], noun)} sur {wording.number(total['denominator'])}"


def knows_last_contacts(view: View) -> bool:
    """Whether anyone who is followed has a date of last contact: without any, nobody is known to be lost from sight."""
    return bool(view.study("last_contacts", commune_code=None)["dated_count"].sum())


def lost_words(view: View) -> str:
    """What to add to the families followed: how many of them are lost from sight, if that can be known."""
    if not knows_last_contacts(view):
        return f"sans nouvelles depuis six mois : {NOT_WRITTEN}"
    lost = view.ask("A12").value
    return f"dont {wording.number(lost) if lost >= 1 else 'aucun'} sans nouvelles depuis six mois"
