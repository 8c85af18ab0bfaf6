"""Households that do not exist, as facts, for workbooks in other habits than the demo's."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from programme import territory

DEPARTEMENTS = {
    "75": "Paris",
    "31": "Haute-Garonne",
    "33": "Gironde",
    "59": "Nord",
    "69": "Rhône",
    "13": "Bouches-du-Rhône",
}
TOWNS = {"75": "Paris", "31": "Toulouse", "33": "Bordeaux", "59": "Lille", "69": "Lyon", "13": "Marseille"}
SURNAMES = [
    "Vautrinel",
    "Brichaudet",
    "Mourlanet",
    "Quintiloux",
    "Ferradoul",
    "Castagnadre",
    "Peyroulines",
    "Lombrezac",
    "Tarnavel",
    "Juliacoux",
]
FIRST_NAMES = [
    "Maëlle",
    "Corentin",
    "Sidonie",
    "Bastien",
    "Ludivine",
    "Théophane",
    "Anouk",
    "Gaspard",
    "Solène",
    "Edgar",
]
PROFILES = ("salarie", "demandeur_emploi", "createur_repreneur", "teletravailleur", "retraite", "etudiant")
CHANNELS = ("site", "salon", "presse", "television", "reseaux_sociaux", "bouche_a_oreille", "tourisme", "mairie_epci")
NEEDS = ("logement", "emploi", "ecole_garde", "sante", "haut_debit", "mobilite")
REASONS = ("logement", "emploi", "sante", "personnel", "autre_territoire")
HOUSING = ("location", "achat", "logement_social", "temporaire")
STATUSES = ("contact", "suivi", "visite", "installe", "abandon", "parti")


@dataclass(frozen=True)
class Household:
    """What is true of one household; `rank` counts from 1 in its workbook."""

    rank: int
    name: str
    first_name: str
    phone: str
    email: str
    comment: str
    facts: dict = field(default_factory=dict)


def households(epci_code: str, count: int, seed: int) -> list[Household]:
    """Households of one EPCI in the order of their first contact."""
    rng = Random(f"{epci_code} {seed}")
    communes = territory.communes()
    places = communes.index[communes["epci_code"] == epci_code].to_list()
    days = sorted(date(2020, 1, 6) + timedelta(days=rng.randrange(720)) for _ in range(count))
    return [_household(rank, day, places, rng) for rank, day in enumerate(days, start=1)]


def _household(rank: int, first: date, places: list[str], rng: Random) -> Household:
    name, first_name = f"{rng.choice(SURNAMES)}{'aeiou'[rank % 5]}x", rng.choice(FIRST_NAMES)
    status = rng.choice(STATUSES)
    phone = " ".join(["06", "39", "98", f"{rng.randrange(100):02d}", f"{rank:02d}"])
    email = f"{first_name.lower()[0]}.{name.lower()}@exemple.fr"
    comment = rng.choice((f"Rappeler {first_name} en fin de semaine", "RAS", f"Connaît la famille {name}", ""))
    return Household(rank, name, first_name, phone, email, comment, _facts(first, status, places, rng))


def _facts(first: date, status: str, places: list[str], rng: Random) -> dict:
    moved = status in ("installe", "parti")
    settled = first + timedelta(days=rng.randrange(60, 200)) if moved else None
    return {
        "first_contact_date": first,
        "status": status,
        "channel": rng.choice(CHANNELS),
        "origin_departement_code": rng.choice(list(DEPARTEMENTS)),
        "profile": rng.choice(PROFILES),
        "adults_count": rng.choice((1, 2)),
        "children_count": rng.choice((0, 0, 1, 2, 3)),
        "target_commune_code": rng.choice(places),
        "needs": sorted(rng.sample(NEEDS, rng.choice((1, 2, 3)))),
        "visit_date": first + timedelta(days=rng.randrange(15, 55)) if moved or status == "visite" else None,
        "installation_date": settled,
        "commune_code": rng.choice(places) if moved else None,
        "housing_solution": rng.choice(HOUSING) if moved else None,
        "departure_date": settled + timedelta(days=100) if status == "parti" else None,
        "closing_date": first + timedelta(days=rng.randrange(60, 150)) if status == "abandon" else None,
        "abandonment_reason": rng.choice(REASONS) if status == "abandon" else None,
        "last_contact_date": first + timedelta(days=rng.randrange(60, 250)),
        "came_as_tourist": rng.choice((True, False, None)),
        "has_doctor": rng.choice((True, False)) if moved else None,
        "interactions_count": rng.randrange(1, 9),
        "satisfaction_score": rng.randrange(3, 6) if moved else None,
    }
