"""Which column of the employers' survey (BMO) holds what: names and order change from one year to the next."""

import csv
import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

FIGURES = ("met", "xmet", "smet")

ROLE_LABELS = {
    "departement_code": "numéro du département (Dept)",
    "bassin_code": "code du bassin d'emploi (BE et l'année)",
    "bassin_name": "nom du bassin d'emploi (NOMBE et l'année)",
    "fap_code": "code du métier (Code métier BMO)",
    "fap_name": "nom du métier (Nom métier BMO)",
    "fap_family_code": "code de la famille de métiers (Famille_met)",
    "met": "projets de recrutement (met)",
    "xmet": "projets jugés difficiles (xmet)",
    "smet": "projets saisonniers (smet)",
}
"""The roles a survey cannot do without, in the words of the messages. `survey_year` and `clpe` may be missing."""

REQUIRED_ROLES = frozenset(ROLE_LABELS)

NAMED_DEPARTEMENT = "departement_name"

_SEPARATORS, _PLURAL = re.compile(r"[^a-z0-9]+"), re.compile(r"(...)s$")
_BASSIN_HEADER = re.compile(r"(?:nom)?be(?:20)?(\d\d)")


@lru_cache(maxsize=2_000)
def normal_form(header: object) -> str:
    """Return a header without case, accents, blanks, punctuation, plurals, nor the year at its end (`BE24`: `be`)."""
    return _letters_and_digits(header).rstrip("0123456789")


def roles_of(cells: Sequence[object]) -> dict[str, list[int]]:
    """Return, for each role met in a row of cells, the positions of the columns that bear it.

    The names of the départements stand for their codes where no column has these. A share (`% xmet`), which some copies
    add, has no role.
    """
    positions: dict[str, list[int]] = {}
    for position, cell in enumerate(cells):
        role = _ROLES.get(normal_form(cell)) if isinstance(cell, str) and "%" not in cell else None
        if role:
            positions.setdefault(role, []).append(position)
    named = positions.pop(NAMED_DEPARTEMENT, None)
    if named and "departement_code" not in positions:
        positions["departement_code"] = named[:1]
    return positions


def year_of_bassin_header(cells: Sequence[object]) -> int | None:
    """Return the year that the bassin columns bear in their names (`BE24`, `NOMBE24`), if they agree on one."""
    matches = (_BASSIN_HEADER.fullmatch(_letters_and_digits(cell)) for cell in cells if isinstance(cell, str))
    years = {2000 + int(match[1]) for match in matches if match}
    return years.pop() if len(years) == 1 else None


def _letters_and_digits(header: object) -> str:
    decomposed = unicodedata.normalize("NFKD", str(header)).casefold()
    unaccented = "".join(character for character in decomposed if not unicodedata.combining(character))
    return "".join(_PLURAL.sub(r"\1", word) for word in _SEPARATORS.split(unaccented))


def _read_roles() -> dict[str, str]:
    with Path(__file__).with_name("columns.csv").open(encoding="utf-8", newline="") as lines:
        return {normal_form(line["spelling"]): line["role"] for line in csv.DictReader(lines)}


_ROLES = _read_roles()
