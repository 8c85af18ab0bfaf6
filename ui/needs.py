"""One need of the families: what became of it, what the place offers, and both side by side."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

import figures
from charts.bars import bars
from charts.conditions import SHOWN, condition_layer, sales_note
from charts.crossing import crossing_rows, fates, message, need_bars, offer_bars, put_forward
from charts.needs import told_families, told_needs, told_share
from figures import Answer
from programme import wording
from ui.blocks import Card, show_cards, show_empty, show_heading, show_note, show_source, show_table
from ui.catalogue import IMPORT
from ui.filters import choose_epci
from ui.lot_map import show_map
from ui.sparks import show_bars
from ui.view import View

UNITS = ("foyers",)
NO_SOURCE = "aucune source ne le renseigne"


@dataclass(frozen=True)
class Need:
    """One tab: its axis, the profile of those concerned if not all, the conditions of the place that bear on it, and
    the figure of what was found in the end."""

    title: str
    axis: str
    wanted: str
    conditions: tuple[str, ...] = ()
    profile: str | None = None
    found: str | None = None
    found_words: str = ""
    unknown_offer: str = ""


NEEDS = (
    Need("Logement", "logement", "un logement", ("L1", "L1M", "L2", "L3", "L3V", "L4")),
    Need("Haut débit", "haut_debit", "le haut débit", ("L5", "L5D", "L8")),
    Need("Santé", "sante", "des soins", ("L6",), found="N3", found_words="ont trouvé un médecin"),
    Need("Formation", "formation", "une formation", unknown_offer="Le nombre de formations par commune"),
    Need("Entreprises", "emploi", "un emploi", ("L7T", "L7R", "L7P", "L7A", "L7S", "L7V"), found="E2"),
    Need(
        "Premier emploi",
        "emploi",
        "un premier emploi",
        profile="premier_emploi",
        found="E7",
        unknown_offer="Le nombre de premiers emplois offerts par commune",
    ),
)


def told_answer(view: View) -> str:
    """« Au 31 mars 2022, **634 foyers** ont exprimé un besoin : d'abord un logement (500)… »."""
    if not _is_told(view):
        return f"{view.period}, ce dont les familles ont besoin{wording.NBSP}: {NO_SOURCE}."
    most = told_needs(view.ask("N1", "axis").cells)
    return f"{view.period}, {told_families(view.ask('N1').value)}{most}{told_share(view.ask('N1M').value)}."


def show_need(view: View, need: Need) -> None:
    """How many in the view's place had the need, gave up for it, and how long the others took."""
    rows = _here(view, need)
    cards = [_expressed_card(view, rows, need), _lost_card(rows, view.ask("N1P")), _delay_card(view, need)]
    show_cards(cards + ([_found_card(view, need)] if need.found else []))


def show_fates(view: View, need: Need) -> None:
    """What became of the need, family by family."""
    if not _is_told(view):
        return
    answer = view.ask("N1", "axis")
    show_heading("Ce que ces besoins sont devenus", "Foyers qui avaient ce besoin")
    show_bars(bars(fates(_here(view, need)), title="Suite des besoins", unit_label=("foyer", "foyers")))
    show_source(view.source(answer))


def show_conditions(view: View, need: Need) -> str | None:
    """The map of one of the place's conditions, which the reader picks; returns the figure shown, if any."""
    answers = {figure: view.ask(figure, "commune", epci_code=None) for figure in need.conditions}
    known = [figure for figure, answer in answers.items() if answer.cells["value"].notna().any()]
    missing = wording.listed(SHOWN[figure].name for figure in answers if figure not in known)
    show_heading("Ce que le territoire offre", "Par commune ; touchez un EPCI pour le choisir" if known else "")
    if not known:
        show_empty(f"{missing or need.unknown_offer} : {NO_SOURCE}.", IMPORT if missing else "")
        return None
    figure = _pick(known, need)
    _show_condition_map(view, figure, answers[figure])
    if missing:
        show_note(f"{missing} : {NO_SOURCE}.")
    return figure


def show_crossing(view: View, need: Need, figure: str | None) -> None:
    """Needs and offer one under the other, the EPCIs in the same order."""
    rows = _crossing(view, need, figure)
    title, rule = message(rows, figure)
    show_heading(title, rule)
    show_note("Foyers dont le besoin est sans réponse ; en pâle, la suite n'est pas notée")
    show_bars(bars(need_bars(rows), title="Foyers dont le besoin est sans réponse", highlighted=put_forward(rows)))
    if figure:
        show_note(f"{SHOWN[figure].legend_title}, {_year(view, figure)}")
        show_bars(bars(offer_bars(rows, figure), title=SHOWN[figure].name, highlighted=put_forward(rows)))
    show_table(crossing_rows(rows, figure), f"{need.title} : besoins et offre par EPCI")


def _show_condition_map(view: View, figure: str, by_commune: Answer) -> None:
    by_epci = view.ask(figure, "epci", epci_code=None)
    layer = condition_layer(figure, by_commune.cells, by_epci.cells)
    show_map(layer, key="carte", selected=view.question.epci_code, on_pick=choose_epci)
    whole = SHOWN[figure].whole(view.ask(figure).value)
    note = sales_note(figure, by_commune.cells)
    show_note(f"{view.place or 'Ensemble : '}{whole}. {note}".strip())
    show_table(layer.rows, layer.summary)
    entry, year = by_commune.entry, _year(view, figure)
    show_source(f"**{entry.title}**, {year} : {entry.definition} {entry.caveat} Source : {entry.source}, {year}.")


def _pick(known: list[str], need: Need) -> str:
    if len(known) == 1:
        return known[0]
    names = {"format_func": lambda figure: SHOWN[figure].name, "required": True, "wrap": True, "default": known[0]}
    return st.segmented_control("Montrer", known, key=f"offre_{need.title}", **names)


def _crossing(view: View, need: Need, figure: str | None = None) -> pd.DataFrame:
    return figures.crossing(view.question, need.axis, need.profile, figure, view.known_on)


def _year(view: View, figure: str) -> int | None:
    return figures.condition_year(figure, view.question, view.known_on)


def _is_told(view: View) -> bool:
    """Whether some EPCI of the view writes needs at all: none written is not none felt."""
    return bool(_here(view, NEEDS[0])["is_told"].any())


def _here(view: View, need: Need) -> pd.DataFrame:
    rows, code = _crossing(view, need), view.question.epci_code
    return rows[rows["epci"] == code] if code else rows


def _expressed_card(view: View, rows: pd.DataFrame, need: Need) -> Card:
    entry = view.ask("N1").entry
    meaning = f"{entry.definition} {entry.caveat}"
    if not _is_told(view):
        return Card("—", f"foyers cherchent {need.wanted}", NO_SOURCE, help=meaning)
    expressed, met, unmet = (float(rows[name].sum()) for name in ("expressed", "met", "unmet"))
    told = f"{wording.number(met)} l'ont trouvé sur {wording.number(met + unmet)} dont on le sait"
    detail = told if met + unmet else f"ce qu'ils ont trouvé : {NO_SOURCE}"
    label = f"{wording.agreed(expressed, 'foyer cherche', 'foyers cherchent')} {need.wanted}"
    return Card(wording.number(expressed), label, detail, help=meaning)


def _lost_card(rows: pd.DataFrame, answer: Answer) -> Card:
    lost = float(rows["lost"].sum())
    label = wording.agreed(lost, "foyer a renoncé", "foyers ont renoncé")
    return Card(wording.number(lost), label, "pour ce motif", help=f"{answer.entry.definition} {answer.entry.caveat}")


def _delay_card(view: View, need: Need) -> Card:
    answer = view.ask("N1D", *(["axis", "profile"] if need.profile else ["axis"]))
    cells = answer.cells[answer.cells["axis"] == need.axis]
    cells = cells[cells["profile"] == need.profile] if need.profile else cells
    families = float(cells["denominator"].sum())
    label, help = "jours jusqu'à l'installation", f"{answer.entry.definition} {answer.entry.formula}"
    if cells["value"].notna().any():
        (low, value, high) = cells[["low", "value", "high"]].iloc[0]
        half = f"la moitié entre {wording.number(low)} et {wording.number(high)}"
        detail = f"en médiane, pour {wording.number(families)} foyers ; {half}"
        return Card(wording.number(value), label, detail, help=help)
    return Card("—", label, f"{wording.counted(families, 'foyer installé', 'foyers installés')} : trop peu", help=help)


def _found_card(view: View, need: Need) -> Card:
    answer = view.ask(need.found)
    total, entry = answer.total, answer.entry
    if answer.is_silent:
        return Card("—", entry.title.lower(), NO_SOURCE, help=entry.definition)
    if entry.kind == "rate":
        of = f"{wording.number(total['numerator'])} sur {wording.number(total['denominator'])} foyers qui le disent"
        return Card(wording.percent(total["value"]), need.found_words, of, help=entry.definition)
    return Card(
        wording.number(total["value"]), entry.title.lower(), "au moins", help=f"{entry.definition} {entry.caveat}"
    )
