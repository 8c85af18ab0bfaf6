"""The place's conditions -> a map by commune in shades, or in yes and no, with the words of each figure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from charts.maps import MapLayer, map_layer
from charts.theme import rate_slots
from programme import wording

FEW_SALES = 5
YES, NO = "oui", "non"


@dataclass(frozen=True)
class Shown:
    """How one condition is told: its short name, the words after its number, its round classes, the same every year.

    `worse` ends « l'offre y est plus mince : … » where one side is the better. Without `breaks`, it is yes or no.
    """

    name: str
    unit_label: str
    breaks: tuple[float, ...] = ()
    is_share: bool = False
    digits: int = 0
    worse: str = ""

    @property
    def is_presence(self) -> bool:
        return not self.breaks

    @property
    def legend_title(self) -> str:
        return self.name if self.is_share or self.is_presence else f"{self.name}, {self.unit_label}"

    @property
    def heading(self) -> str:
        """What numbers without their unit are: « Fibre, part des locaux », « Prix de vente, €/m² »."""
        return f"{self.name}, {'part ' if self.is_share or self.is_presence else ''}{self.unit_label}"

    def short(self, value: float) -> str:
        """« 48 % », « 7,8 »."""
        return wording.percent(value) if self.is_share or self.is_presence else wording.number(value, self.digits)

    def words(self, value: float) -> str:
        """« 48 % des locaux », « 7,8 €/m² », « 47 % des habitants »."""
        return f"{self.short(value)} {self.unit_label}"

    def whole(self, value: float) -> str:
        """The same for a whole territory."""
        return f"{self.words(value)} vivent dans une telle commune" if self.is_presence else self.words(value)


INHABITANTS = "des habitants"
RENTS, VACANT, SERVED = (7, 8, 9, 10), "des logements privés", "des locaux"
CARE = "consultations par habitant"
QUARTERS = (0.2, 0.4, 0.6, 0.8)
SHOWN = {
    "L1": Shown("Loyer d'un appartement", "€/m²", RENTS, digits=1, worse="des loyers plus hauts"),
    "L1M": Shown("Loyer d'une maison", "€/m²", RENTS, digits=1, worse="des loyers plus hauts"),
    "L2": Shown("Prix de vente", "€/m²", (1000, 1250, 1500, 2000), worse="des prix plus hauts"),
    "L3": Shown("Vacants depuis deux ans", VACANT, (0.03, 0.05, 0.08, 0.12), is_share=True),
    "L3V": Shown("Logements vacants", VACANT, (0.05, 0.08, 0.1, 0.15), is_share=True),
    "L4": Shown("Taxe sur les vacants", INHABITANTS),
    "L5": Shown("Fibre", SERVED, QUARTERS, is_share=True, worse="moins de locaux raccordables"),
    "L5D": Shown("30 Mbit/s par un fil", SERVED, QUARTERS, is_share=True, worse="moins de locaux servis"),
    "L6": Shown("Accès aux généralistes", CARE, (1.5, 2.5, 3.5, 4.5), digits=1, worse="moins de consultations"),
    "L7A": Shown("Action cœur de ville", INHABITANTS),
    "L7P": Shown("Petites villes de demain", INHABITANTS),
    "L7R": Shown("Revitalisation rurale", INHABITANTS),
    "L7S": Shown("France Services", INHABITANTS),
    "L7T": Shown("Territoires d'industrie", INHABITANTS),
    "L7V": Shown("Villages d'avenir", INHABITANTS),
    "L8": Shown("Niveau de densité", "sur 7", (3.5, 4.5, 5.5, 6.5)),
}
LEVELS = ("dense ou intermédiaire, 1 à 3", "ceinture urbaine, 4", "bourg rural, 5", "rural dispersé, 6")
LEVELS = (*LEVELS, "rural très dispersé, 7")


def condition_layer(figure: str, by_commune: pd.DataFrame, by_epci: pd.DataFrame) -> MapLayer:
    """The map of a condition. Both frames: the figure's cells, with `commune` or `epci`, `value` and `denominator`."""
    shown = SHOWN[figure]
    cells = by_commune.rename(columns={"commune": "commune_code"})[["commune_code", "value", "denominator"]]
    cells["words"] = [_words(shown, *pair) for pair in zip(cells["value"], cells["denominator"], strict=True)]
    layer = map_layer(
        cells,
        level="communes",
        kind="rate",
        unit_label=shown.unit_label,
        title=f"{shown.name} par commune",
        is_share=shown.is_share,
        digits=0 if all(float(limit).is_integer() for limit in shown.breaks) else shown.digits,
        breaks=shown.breaks,
    )
    told = {row.epci: shown.words(row.value) for row in by_epci.itertuples() if row.value == row.value}
    layer = replace(layer, legend_title=shown.legend_title, epci_words=told)
    if shown.is_presence:
        return replace(layer, legend=_presence_legend(layer.legend), summary=_presence_summary(shown, cells))
    return replace(layer, legend=_level_legend(layer.legend, cells["value"])) if figure == "L8" else layer


def offer_message(figure: str, by_commune: pd.DataFrame, by_epci: pd.DataFrame) -> str:
    """A title that says what the map shows: how far apart the EPCIs are, or how many communes are concerned."""
    shown, values = SHOWN[figure], by_epci["value"].dropna()
    if shown.is_presence:
        return _presence_summary(shown, by_commune)
    low, high = shown.short(values.min()), shown.short(values.max())
    if low == high:
        return f"{shown.name} : {low} {shown.unit_label}"
    return f"{shown.name} : de {low} à {high} {shown.unit_label} selon l'EPCI"


def sales_note(figure: str, by_commune: pd.DataFrame) -> str:
    """How many prices rest on a handful of sales; nothing for the other figures."""
    if figure != "L2":
        return ""
    few = int((by_commune["denominator"] < FEW_SALES).sum())
    told = wording.agreed(few, "commune a", "communes ont")
    return f"{wording.number(few)} {told} moins de {FEW_SALES} ventes dans l'année : leur prix est un hasard."


def _words(shown: Shown, value: float, observations: float) -> str | None:
    """What a commune says; a price says on how many sales it rests."""
    if value != value:
        return None
    if shown.is_presence:
        return YES if value else NO
    if observations == observations and not shown.is_share:
        return f"{shown.words(value)} ({wording.counted(observations, 'vente', feminine=True)})"
    return shown.words(value)


def _presence_legend(legend: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    missing = [entry for entry in legend if entry["mark"] == "missing"]
    yes = {"mark": "rate", "shade": rate_slots(1)[0] + 1, "label": YES}
    return [{"mark": "zero", "label": NO}, yes, *missing]


def _presence_summary(shown: Shown, cells: pd.DataFrame) -> str:
    yes = wording.counted(cells["value"].sum(), "commune", feminine=True)
    return f"{shown.name} : {yes} sur {wording.number(cells['value'].notna().sum())}"


def _level_legend(legend: Sequence[dict[str, Any]], levels: pd.Series) -> list[dict[str, Any]]:
    """The producer's own names in place of « 5,5 à 6,5 »."""
    named = iter(LEVELS)
    return [entry | {"label": next(named)} if entry["mark"] == "rate" else entry for entry in legend]
