"""What a line of words alone says of those around it: a total, a year."""

import re
from collections.abc import Iterable
from itertools import islice

from etl.month_names import MONTHS
from etl.words import normal

TOTALS = re.compile(
    r"^((sous|ss|s) )?(total|totaux|somme|moyenne|cumul)\b|^ensemble$"
    r"|^soit \d|^\d+ (foyer|famille|menage|demande|contact|dossier|installation|arrivee)s?$"
    r"|^(nombre|nb|nbre|nbr) (total|(de |d )?(foyers|familles|contacts|demandes|dossiers|menages|installations))\b"
)
A_YEAR = re.compile(r"^(?:[^\W\d_]{3,}\s+)?(?:19|20)\d\d$")  # « 2021 » and « Année 2021 » are titles
OF_CONTACTS = frozenset(("annee", "exercice", "contact", "contacts", "premiers", "accueil", "mois", "de", "d"))


def year_told(title: str) -> int | None:
    """« ANNÉE 2021 », « Contacts mars 2021 » tell the year of what stands under them; « Installations 2021 » does not
    tell that of a first contact."""
    *words, year = normal(title).split() or [""]
    is_plain = all(word in MONTHS or word in OF_CONTACTS for word in words)
    return int(year) if is_plain and re.fullmatch(r"(?:19|20)\d\d", year) else None


def month_told(title: str) -> int | None:
    """« MARS », « Contacts mars 2021 » tell the month of what stands under them."""
    words = [word for word in normal(title).split() if not word.isdigit() and word not in OF_CONTACTS]
    return MONTHS.get(words[0]) if len(words) == 1 else None


def is_total(texts: Iterable[str]) -> bool:
    """Whether the first words of a line, or those that follow them, say that it is a total."""
    return any(TOTALS.search(normal(text)) for text in islice(filter(None, texts), 2))
