"""A figure as a card: its value in words, what to add to it, and how it moved since the last committee."""

from programme import wording
from programme.vocabulary import Unit
from ui.blocks import Card
from ui.view import View


def figure_card(view: View, figure: str, participle: str = "", detail: str = "", *, tail: str = "") -> Card:
    """The card of a count, in the unit of the view; `tail` ends its label (« foyers en contact »)."""
    answer = view.ask(figure)
    label = f"{wording.unit_words(view.unit, participle)[answer.value >= 2]} {tail}".strip()
    entry = answer.entry
    meaning = f"{entry.definition} {entry.formula} {entry.caveat}"
    if answer.lacking and answer.value != answer.value:
        return Card("", entry.title, answer.lacking_words, help=meaning)
    if view.unit != Unit.FOYERS and answer.total["high"] != answer.value:
        detail = f"au moins ; {detail}" if detail else "au moins : des foyers ne le disent pas"
    since = f"{view.change_since(figure)} {view.restated(figure)}".strip()
    return Card(wording.number(answer.value), label, detail, since, meaning, figure)
