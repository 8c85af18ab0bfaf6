"""The communes of the fictional public data: real places, with invented leanings that all their figures share."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from programme import territory

SEED = 46


@dataclass(frozen=True)
class Place:
    """A commune, and how its invented figures lean: `size` from 0 (hamlet) to 1 (Cahors), `luck` of its EPCI."""

    code: str
    name: str
    departement: str
    epci: str
    people: int
    size: float
    luck: float

    def chance(self, subject: str) -> random.Random:
        return random.Random(f"{SEED} {subject} {self.code}")

    @property
    def dwellings(self) -> int:
        return max(round(self.people * (0.95 - 0.35 * self.size) * self.chance("dwellings").uniform(0.85, 1.2)), 12)

    @property
    def premises(self) -> int:
        return round(self.dwellings * (1.03 + 0.06 * self.size))

    @property
    def fibre_share(self) -> float:
        share = 0.45 + 0.35 * self.luck + 0.3 * self.size + self.chance("fibre").uniform(-0.25, 0.25)
        return min(max(share, 0), 0.99)


def demo_places(former: Sequence[str] = ()) -> list[Place]:
    """Every commune of the ten EPCIs, and those of `former` codes, in the order of codes."""
    rows = territory.communes()[["commune_name", "departement_code", "epci_code", "population_count"]]
    places = [_place(code, *row) for code, row in zip(rows.index, rows.itertuples(index=False), strict=True)]
    by_code = {place.code: place for place in places}
    for code in former:
        name, present = territory.former_communes().loc[code]
        head = by_code[present]
        places.append(_place(code, name, head.departement, head.epci, max(head.people // 4, 60)))
    return sorted(places, key=lambda place: place.code)


def _place(code: str, name: str, departement: str, epci: str, people: int) -> Place:
    luck = random.Random(f"{SEED} {epci}").uniform(-1, 1)
    return Place(code, name.replace("œ", "oe"), departement, epci, people, min((people / 20_000) ** 0.45, 1), luck)
