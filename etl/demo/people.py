"""Names, phones, e-mails and comments of people who do not exist.

Phones are of the blocks that ARCEP keeps for fiction (05 36 49, 06 39 98), e-mails of the domains that RFC 2606
keeps for examples, surnames are put together from syllables.
"""

import unicodedata
from itertools import product
from random import Random

from etl.demo.tables import table

HEADS = (
    "Ard Bel Bour Bro Cal Cas Dal Del Dou Fab Far Gal Gar Jal Lab Lam Lan Mal Mar Mir Mon Pal Per Pin Rag Rou Sal Tar "
    "Tou Val Ver Vil"
).split()
TAILS = (
    "ombrac eyrou ouzade inhac elmonte arnès ibaudie ougnac adières ustelle andrieu ossergue enque ivernac oulade "
    "iquel astruc égrier ourenque abrière ettes onzac anquès iradou ergnol ustac eilhade oubarès icaude ambrel"
).split()
FIRST_NAMES = (
    "Camille Julien Sophie Thomas Aurélie Nicolas Émilie Mathieu Claire Antoine Marion Sébastien Laure Pierre Céline "
    "Romain Hélène Vincent Nadia Karim Élodie Guillaume Manon Benoît Chloé Maxime Inès Hugo Léa Arnaud Fatou Yann"
).split()
CHILD_NAMES = "Lina Malo Zoé Timéo Jade Noé Rose Sacha Ambre Gabin".split()
STREETS = ("rue des Tilleuls", "avenue de la Gare", "rue du Moulin", "place du Marché", "impasse des Lilas")
DOMAINS = ("example.org", "example.net", "example.com")

COMMENTS = (
    "A rappeler le soir au {phone}",
    "Mme {name} préfère les mails : {email}",
    "{child} entre en CP à la rentrée, cherche une école à taille humaine",
    "Visite faite avec {first_name} et sa mère, très motivés",
    "cherche maison avec jardin, budget serré",
    "M. {name} en arrêt jusqu'en mai, ne pas brusquer",
    "conjoint muté, décision avant l'été",
    "Attend réponse de l'hôpital",
    "a connu le coin en vacances",
    "Dossier transmis à la mairie, voir avec M. {name}",
    "laissé 2 messages sans réponse ({phone})",
    "Allergique aux chats ! prévoir gîte sans animaux",
    "{first_name} a un rdv à la banque",
    "projet d'épicerie ambulante, à suivre",
)


def named(rng: Random, rows: list[dict]) -> list[dict]:
    """The same households with a surname each, all different, and what goes with it."""
    surnames = rng.sample([head + tail for head, tail in product(HEADS, TAILS)], len(rows))
    return [row | _person(rng, surname, row) for row, surname in zip(rows, surnames, strict=True)]


def planted_words(households: list[dict]) -> set[str]:
    """Every surname, phone, e-mail and comment of these households, as written: none may be found past the ETL."""
    fields = ("name", "phone", "email", "comment", "address")
    return {household[field] for household in households for field in fields if household[field]}


def _person(rng: Random, surname: str, row: dict) -> dict:
    first_name = rng.choice(FIRST_NAMES)
    phone = _phone(rng)
    email = f"{_ascii(first_name)}.{_ascii(surname)}@{rng.choice(DOMAINS)}"
    words = {"name": surname, "first_name": first_name, "phone": phone, "email": email}
    town, postal_code = table("society")["origins"][row["origin"]][1:]
    comment = rng.choice(COMMENTS).format(**words, child=rng.choice(CHILD_NAMES))
    return words | {
        "first_name": first_name,
        "phone": phone if rng.random() < 0.9 else None,
        "email": email if rng.random() < 0.75 else None,
        "address": f"{rng.randint(1, 140)} {rng.choice(STREETS)}, {postal_code} {town}".replace("  ", " "),
        "comment": comment if rng.random() < 0.45 else None,
    }


def _phone(rng: Random) -> str:
    block = rng.choice(("05 36 49", "06 39 98", "06 39 98"))
    digits = f"{block} {rng.randint(0, 99):02d} {rng.randint(0, 99):02d}"
    return digits.replace(" ", rng.choice((" ", " ", ".", "")))


def _ascii(text: str) -> str:
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
