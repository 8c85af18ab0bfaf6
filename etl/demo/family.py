"""Who the invented families are: composition, job, origin, wants; nothing here depends on dates to come."""

from datetime import date
from random import Random

from etl.demo import timeline
from etl.demo.tables import table

SCHOOLS = {"maternelle": (3, 5), "elementaire": (6, 10), "college": (11, 14), "lycee": (15, 17)}
CHILDREN = (0, 1, 2, 3, 4)
CHILDREN_WEIGHTS = {
    "young": (90, 8, 2, 0, 0),
    "moins_30": (55, 30, 12, 3, 0),
    "30_44": (22, 25, 36, 13, 4),
    "45_59": (45, 28, 19, 7, 1),
    "60_plus": (1, 0, 0, 0, 0),
}
AGE_WEIGHTS = {"moins_30": 20, "30_44": 52, "45_59": 28}
YOUNG = {"premier_emploi", "etudiant"}
WITHOUT_JOB = {"retraite", "etudiant"}


def draw(rng: Random, weights: dict) -> object:
    """One key, by its weight."""
    return rng.choices(list(weights), list(weights.values()))[0]


def sometimes(rng: Random, known: float, yes: float) -> bool | None:
    """Yes or no where it was asked, nothing where it was not."""
    answered = rng.random() < known
    answer = rng.random() < yes
    return answer if answered else None


def identity(rng: Random, contact: date) -> dict:
    """Profile, composition, origin, occupation and channel of one household."""
    profile = _profile(rng, contact)
    age_band = _age_band(rng, profile)
    adults = 1 if age_band != "60_plus" and rng.random() < 0.27 else 2
    origin = draw(rng, {code: weights[0] for code, weights in table("society")["origins"].items()})
    working = 0 if profile in WITHOUT_JOB else sum(1 for n in range(adults) if n == 0 or rng.random() < 0.82)
    return {
        "profile": profile,
        "age_band": age_band,
        "adults_count": adults,
        "working_adults_count": working,
        **_children(rng, profile, age_band),
        "origin": origin,
        "occupation": _occupation(rng, profile) if working else None,
        **_channel(rng, contact),
    }


def wants(rng: Random, family: dict) -> dict[str, None]:
    """The axes on which the household said it needs help; whether each is met is not known yet."""
    likelihood = dict(table("society")["needs"])
    if family["adults_count"] < 2 or not family["working_adults_count"]:
        likelihood["emploi_conjoint"] = 0
    if not family["working_adults_count"] or family["profile"] == "teletravailleur":
        likelihood["emploi"] = 0
    if not family["children_count"]:
        likelihood["ecole_garde"] = 0
    if family["profile"] == "teletravailleur":
        likelihood["haut_debit"] = 0.75
    if family["profile"] == "retraite":
        likelihood["sante"] = 0.6
    return {axis: None for axis, share in likelihood.items() if rng.random() < share}


def _profile(rng: Random, contact: date) -> str:
    weights = dict(table("society")["profiles"])
    if contact >= date(2020, 7, 1):
        weights["teletravailleur"] = 20
    return draw(rng, weights)


def _age_band(rng: Random, profile: str) -> str:
    if profile == "retraite":
        return "60_plus"
    return "moins_30" if profile in YOUNG else draw(rng, AGE_WEIGHTS)


def _occupation(rng: Random, profile: str) -> str:
    kind = {"teletravailleur": "remote", "createur_repreneur": "own"}.get(profile, "ordinary")
    return rng.choice(table("society")["occupations"][kind])


def _children(rng: Random, profile: str, age_band: str) -> dict:
    key = "young" if profile in YOUNG else age_band
    count = rng.choices(CHILDREN, CHILDREN_WEIGHTS[key])[0]
    oldest = {"moins_30": 6, "30_44": 14}.get(age_band, 17)
    ages = [rng.randint(0 if age_band != "45_59" else 8, oldest) for _ in range(count)]
    levels = {
        f"children_{level}_count": sum(low <= age <= high for age in ages) for level, (low, high) in SCHOOLS.items()
    }
    return {"children_count": count, **levels}


def _channel(rng: Random, contact: date) -> dict:
    echoes = timeline.echoes(contact)
    campaign_id = draw(rng, {None: 1.0, **echoes})
    channel = timeline.channel_of(campaign_id) if campaign_id else draw(rng, table("society")["channels"])
    tourist = sometimes(rng, 0.7, 0.85 if channel == "tourisme" else 0.2)
    return {"channel": channel, "campaign_id": campaign_id, "came_as_tourist": tourist}
