"""Counts by commune told in classes of five, so that no commune of a few families is told apart."""

from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from programme import territory, wording

WIDTH = 5
LAST = 20
FEWER = "moins de 5"
RANKED_FROM = 2
# In pixels, by class from « 5 à 9 » on: areas in proportion of the middle of each class.
RADII = (7.0, 9.2, 11.0, 14.0)


@dataclass(frozen=True)
class CommuneClasses:
    """What the map of one EPCI shows. `items`: commune_code -> (radius in pixels, words); `absent`: all other ones."""

    epci_code: str
    items: dict[str, tuple[float, str]]
    absent: str
    legend: list[dict[str, Any]]
    heading: str
    summary: str
    rows: pd.DataFrame = field(repr=False)

    def to_dict(self) -> dict[str, Any]:
        return {
            "epci": self.epci_code,
            "items": {code: list(item) for code, item in self.items.items()},
            "absent": self.absent,
            "legend": self.legend,
            "summary": self.summary,
        }


def commune_classes(epci_code: str, drawn: pd.DataFrame, beside: pd.DataFrame) -> CommuneClasses:
    """The map of an EPCI from two counts of families by commune (`commune`, `value`): those in contact who wish to live
    there, drawn as circles, and those settled, told beside. Of both only the class is kept."""
    names = _names(epci_code)
    wishing, settled = (_classes(cells, names) for cells in (drawn, beside))
    shown = {code for code in names if wishing[code] or settled[code]}
    items = {code: (_radius(wishing[code]), _words(settled[code], wishing[code])) for code in sorted(shown)}
    return CommuneClasses(
        epci_code=epci_code,
        items=items,
        absent=_words(0, 0),
        legend=[{"radius": 0, "label": class_words(0)}]
        + [{"radius": _radius(rank), "label": class_words(rank)} for rank in sorted({*wishing.values()} - {0})],
        heading=_heading(names, wishing),
        summary=_summary(epci_code, names, wishing),
        rows=pd.DataFrame(
            {
                "Commune": list(names.values()),
                "Foyers installés": [class_words(settled[code]) for code in names],
                "Foyers en contact": [class_words(wishing[code]) for code in names],
            }
        ),
    )


def class_of_five(value: float) -> int:
    """0 for « moins de 5 » (zero included), 1 for « 5 à 9 », and so on up to « 20 et plus »."""
    return min(int(value) // WIDTH, LAST // WIDTH)


def class_words(rank: int) -> str:
    if rank == 0:
        return FEWER
    return f"{LAST} et plus" if rank == LAST // WIDTH else f"{rank * WIDTH} à {rank * WIDTH + WIDTH - 1}"


def _names(epci_code: str) -> dict[str, str]:
    communes = territory.communes()
    return communes[communes["epci_code"] == epci_code]["commune_name"].sort_values().to_dict()


def _classes(cells: pd.DataFrame, names: dict[str, str]) -> dict[str, int]:
    counts = cells[cells["commune"].notna()].set_index("commune")["value"]
    return {code: class_of_five(counts.get(code, 0.0)) for code in names}


def _radius(rank: int) -> float:
    return RADII[rank - 1] if rank else 0.0


def _words(settled: int, wishing: int) -> str:
    return f"{class_words(settled)} foyers installés, {class_words(wishing)} en contact"


def _heading(names: dict[str, str], wishing: dict[str, int]) -> str:
    """A title that says where they wish to live, where ten families or more do."""
    first = [code for code in sorted(names, key=wishing.get, reverse=True) if wishing[code] >= RANKED_FROM][:2]
    return f"D'abord : {wording.listed([names[code] for code in first])}" if first else "Commune par commune"


def _summary(epci_code: str, names: dict[str, str], wishing: dict[str, int]) -> str:
    many = [f"{names[code]} ({class_words(rank)})" for code, rank in wishing.items() if rank]
    begin = f"{territory.epci_names()[epci_code]}, foyers en contact par commune souhaitée, en classes de cinq"
    if not many:
        return f"{begin} : moins de 5 dans chacune."
    return f"{begin} : {wording.listed(many)} ; moins de 5 dans les autres."
