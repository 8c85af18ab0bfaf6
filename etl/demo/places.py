"""Where the invented families want to live and settle: communes drawn by their population."""

import math
from dataclasses import dataclass
from random import Random

import pandas as pd

from programme import territory

BRIVE_LA_GAILLARDE = "19031"  # a commune of no partner EPCI, written by its INSEE code
NEARBY_DEGREES = 0.28


@dataclass(frozen=True, slots=True)
class Commune:
    """One commune of the ten EPCIs; `former_names` are those of the communes that became it."""

    code: str
    name: str
    epci_code: str
    postal_code: str
    population: int
    longitude: float
    latitude: float
    former_names: tuple[str, ...]


class Places:
    """The communes of data/reference/, ready to be drawn from."""

    def __init__(self) -> None:
        self.communes = {code: _commune(code, row) for code, row in territory.communes().iterrows()}

    def wanted(self, rng: Random, epci_code: str) -> Commune:
        """A commune that a family of this EPCI asks for."""
        return _draw(rng, [place for place in self.communes.values() if place.epci_code == epci_code])

    def next_door(self, rng: Random, wanted: Commune) -> Commune:
        """A commune of another EPCI, near the one that was wanted."""
        around = [place for place in self.communes.values() if _is_next_door(place, wanted)]
        return _draw(rng, around) if around else wanted


def _is_next_door(place: Commune, wanted: Commune) -> bool:
    apart = math.hypot(place.longitude - wanted.longitude, place.latitude - wanted.latitude)
    return place.epci_code != wanted.epci_code and apart < NEARBY_DEGREES


def _draw(rng: Random, places: list[Commune]) -> Commune:
    return rng.choices(places, [place.population**0.8 for place in places])[0]


def _commune(code: str, row: pd.Series) -> Commune:
    former = territory.former_communes()
    present_names = set(territory.commune_names().values())
    names = former.loc[former["commune_code"] == code, "former_name"]
    return Commune(
        code=code,
        name=row["commune_name"],
        epci_code=row["epci_code"],
        postal_code=row["postal_codes"].split(" ")[0],
        population=row["population_count"],
        longitude=row["longitude"],
        latitude=row["latitude"],
        former_names=tuple(sorted(set(names) - present_names)),
    )
