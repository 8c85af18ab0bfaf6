"""What families need, tab by tab: how many, who gave up, how long it takes, and what became of it."""

from dataclasses import dataclass

import pandas as pd

import figures
from charts.bars import bars
from charts.blocking import NEEDS as WANTED
from charts.crossing import fates, fates_message
from charts.needs import told_families, told_needs, told_share
from charts.silence import NO_SOURCE
from figures import Answer
from programme import wording
from programme.vocabulary import NeedAxis
from ui.blocks import Card, show_cards, show_empty, show_heading, show_note, show_source
from ui.sparks import show_bars
from ui.told import out_of, rate_card
from ui.view import View

UNITS = ("foyers",)
TO_WRITE = (
    "Ajoutez au tableau de suivi les colonnes « Besoins » et « Besoins satisfaits », ou partez du modèle : "
    "« .venv/bin/python -m etl template CODE_EPCI -o modele.xlsx »."
)


@dataclass(frozen=True)
class Need:
    """One tab: its axis, the profile of those concerned if not all, the conditions of the place that bear on it, the
    figure of what was found in the end."""

    title: str
    axis: NeedAxis
    conditions: tuple[str, ...] = ()
    profile: str | None = None
    found: str | None = None
    unknown_offer: str = ""

    @property
    def wanted(self) -> str:
        return "un premier emploi" if self.profile else WANTED[self.axis]


NEEDS = (
    Need("Logement", NeedAxis.LOGEMENT, ("L1", "L1M", "L2", "L3", "L3V", "L4")),
    Need("Haut débit", NeedAxis.HAUT_DEBIT, ("L5", "L5D", "L8")),
    Need("Santé", NeedAxis.SANTE, ("L6",), found="N3"),
    Need("Formation", NeedAxis.FORMATION, unknown_offer="Le nombre de formations par commune"),
    Need("Entreprises", NeedAxis.EMPLOI, ("L7T", "L7R", "L7P", "L7A", "L7S", "L7V"), found="E2"),
    Need(
        "Premier emploi",
        NeedAxis.EMPLOI,
        profile="premier_emploi",
        found="E7",
        unknown_offer="Le nombre de premiers emplois offerts par commune",
    ),
)
PROVEN = ("N1", "N1M", "N1P", "N1D", "N2", "N3", *(figure for need in NEEDS for figure in need.conditions))
"""The figures whose proof the page offers."""


def told_answer(view: View) -> str:
    """« Au 31 mars 2022, **634 foyers** ont exprimé un besoin : d'abord un logement (500)… »."""
    if not is_told(view):
        return f"{view.period}, ce dont les familles ont besoin : {NO_SOURCE}."
    most = told_needs(view.ask("N1", "axis").cells)
    return f"{view.period}, {told_families(view.ask('N1').value)}{most}{told_share(view.ask('N1M').value)}."


def show_need(view: View, need: Need) -> None:
    """How many in the view's place had the need, gave up for it, and how long the others took."""
    rows = _here(view, need)
    cards = [_expressed_card(view, rows, need), _lost_card(rows, view.ask("N1P")), _delay_card(view, need)]
    show_cards(cards + ([_found_card(view.ask(need.found))] if need.found else []))


def show_fates(view: View, need: Need) -> None:
    """What became of the need, family by family."""
    if not is_told(view):
        show_empty("Aucun besoin n'est noté dans ce que l'on a reçu.", TO_WRITE)
        return
    rows = _here(view, need)
    show_heading(fates_message(rows), "Ce que ce besoin est devenu, foyer par foyer")
    show_bars(bars(fates(rows), title="Suite des besoins"))
    if rows["unknown"].sum():
        show_note("Sans suite notée, un besoin n'est compté ni satisfait ni sans réponse.")
    show_source(view.source(view.ask("N1", "axis")))


def by_epci(view: View, need: Need, figure: str | None = None) -> pd.DataFrame:
    """One row per EPCI of the programme, whichever is chosen: see indicators.crossing."""
    return figures.crossing(view.question, need.axis, need.profile, figure, view.known_on)


def is_told(view: View) -> bool:
    """Whether some EPCI of the view writes needs at all: none written is not none felt."""
    return bool(_here(view, NEEDS[0])["is_told"].any())


def _here(view: View, need: Need) -> pd.DataFrame:
    rows, code = by_epci(view, need), view.question.epci_code
    return rows[rows["epci"] == code] if code else rows


def _expressed_card(view: View, rows: pd.DataFrame, need: Need) -> Card:
    entry = view.ask("N1").entry
    meaning = f"{entry.definition} {entry.caveat}"
    if not is_told(view):
        return Card("—", f"foyers cherchent {need.wanted}", NO_SOURCE, help=meaning)
    expressed, met, unmet = (float(rows[name].sum()) for name in ("expressed", "met", "unmet"))
    told = f"{wording.number(met)} l'ont trouvé sur {wording.number(met + unmet)} dont on le sait"
    detail = told if met + unmet else f"ce qu'ils ont trouvé : {NO_SOURCE}"
    label = f"{wording.agreed(expressed, 'foyer cherche', 'foyers cherchent')} {need.wanted}"
    return Card(wording.number(expressed), label, detail, help=meaning, figure="N1")


def _lost_card(rows: pd.DataFrame, answer: Answer) -> Card:
    lost = float(rows["lost"].sum())
    label = wording.agreed(lost, "foyer a renoncé", "foyers ont renoncé")
    meaning = f"{answer.entry.definition} {answer.entry.caveat}"
    return Card(wording.number(lost), label, "pour ce motif", help=meaning, figure=answer.entry.id)


def _delay_card(view: View, need: Need) -> Card:
    answer = view.ask("N1D", *(["axis", "profile"] if need.profile else ["axis"]))
    cells = answer.cells[answer.cells["axis"] == need.axis]
    cells = cells[cells["profile"] == need.profile] if need.profile else cells
    families = float(cells["denominator"].sum())
    label, help = "jours jusqu'à l'installation", f"{answer.entry.definition} {answer.entry.formula}"
    if not is_told(view):
        return Card("—", label, NO_SOURCE, help=help)
    if cells["value"].notna().any():
        (low, value, high) = cells[["low", "value", "high"]].iloc[0]
        half = f"la moitié entre {wording.number(low)} et {wording.number(high)}"
        detail = f"en médiane, pour {wording.number(families)} foyers ; {half}"
        return Card(wording.number(value), label, detail, help=help, figure="N1D")
    settled = wording.counted(families, "foyer installé", "foyers installés")
    return Card("—", label, f"{settled} : trop peu", help=help)


def _found_card(answer: Answer) -> Card:
    if answer.entry.kind == "rate" or answer.is_silent:
        return rate_card(answer, wording.percent, "ont trouvé un médecin", f"{out_of(answer)} qui le disent")
    meaning = f"{answer.entry.definition} {answer.entry.caveat}"
    return Card(
        wording.number(answer.value), answer.entry.title.lower(), "au moins", help=meaning, figure=answer.entry.id
    )
