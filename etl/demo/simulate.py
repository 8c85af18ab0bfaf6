"""The invented households of the ten EPCIs, from January 2019 to the committee of 31 March 2022."""

from collections.abc import Iterator
from random import Random

import pandas as pd

from etl.demo import faults, journey, people, timeline, twice
from etl.demo.places import Places
from etl.demo.tables import table
from programme import territory

SEED = "Oh My Lot 2022"


def simulate() -> pd.DataFrame:
    """One row per invented household, every fact known to the day; None where nobody asked.

    `fault` names the fault planted in its line, else None. Needs are a dict axis -> met (True, False, None).
    """
    places = Places()
    rows = [row for epci_code in sorted(territory.epcis().index) for row in _epci_rows(epci_code, places)]
    households = people.named(Random(f"{SEED} people"), rows)
    households = twice.met_twice(Random(f"{SEED} twice"), twice.share_a_phone(households), places)
    columns = dict.fromkeys(name for row in households for name in row)
    return pd.DataFrame([{name: row.get(name) for name in columns} for row in households], dtype=object)


def _epci_rows(epci_code: str, places: Places) -> list[dict]:
    rng = Random(f"{SEED} {epci_code}")
    rows = []
    for outcome, attribution, count in _quotas(epci_code):
        for _ in range(count):
            rows.append(journey.household(rng, epci_code, places, _start(rng, outcome), attribution))
    faults.plant(rng, epci_code, rows, lambda: journey.household(rng, epci_code, places, _start(rng, "open"), None))
    return sorted(rows, key=lambda row: row["first_contact_date"])


def _start(rng: Random, outcome: str) -> tuple:
    """A first contact that came to this outcome by AS_OF, and the day of it: drawn until one does."""
    while True:
        contact = timeline.first_contact(rng)
        found, day = timeline.ending(rng, contact)
        if found == outcome:
            return contact, outcome, day


def _quotas(epci_code: str) -> Iterator[tuple[str, str | None, int]]:
    society = table("society")
    for kind, total in society["totals"].items():
        outcome, attribution = ("installe", kind) if kind == "accompagne" else (kind, None)
        yield outcome, attribution, _shares(kind, total)[epci_code]
    for attribution, counts in society["outside_the_service"].items():
        yield "installe", attribution, counts.get(epci_code, 0)


def _shares(kind: str, total: int) -> dict[str, int]:
    """The total over the EPCIs by population and luck: largest remainders, so that the sum is exact."""
    luck = table("society")["luck"]
    chance = Random(f"{SEED} {kind}")
    lucky = {code: luck[code] * chance.uniform(0.75, 1.3) for code in sorted(luck)}
    weights = {code: territory.population(code) ** 0.9 * ratio for code, ratio in lucky.items()}
    exact = {code: total * weight / sum(weights.values()) for code, weight in weights.items()}
    counts = {code: int(value) for code, value in exact.items()}
    by_remainder = sorted(exact, key=lambda code: counts[code] - exact[code])
    for code in by_remainder[: total - sum(counts.values())]:
        counts[code] += 1
    return counts
