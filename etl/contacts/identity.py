"""Who is who, without knowing anyone: keyed hashes stand for names, phones and e-mails."""

import hmac
import secrets
from collections import Counter
from datetime import date
from functools import lru_cache
from itertools import chain, combinations, product
from pathlib import Path

import pandas as pd

from etl.contacts.people import KINDS, Person, person
from etl.words import normal
from programme.settings import settings
from store import schema

ID_LENGTH = 32
LONGEST_RANK = 4  # digits of a number that a person counts by hand
KEYS_FOR_SAME = 2  # of phone, e-mail and name
STABLE_CONTENT = (
    "first_contact_date",
    "target_commune_code",
    "origin_departement_code",
    "adults_count",
    "children_count",
)


def read_secret() -> bytes:
    """The key of the hashes: the setting's, else a file of its own, made once and readable by its owner alone."""
    if settings().secret:
        return settings().secret.encode()
    path: Path = settings().secret_file
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_hex(32))
    return path.read_text().strip().encode()


def keyed_hash(secret: bytes, *parts: str) -> str:
    """HMAC-SHA256, cut to half."""
    begun = _begun(secret).copy()
    begun.update("\x1f".join(parts).encode())
    return begun.hexdigest()[:ID_LENGTH]


@lru_cache(maxsize=1)
def _begun(secret: bytes) -> hmac.HMAC:
    """With the secret taken in, which is a third of the work for texts as short as a name."""
    return hmac.new(secret, digestmod="sha256")


def heading_hash(secret: bytes, heading: str) -> str:
    """What stands for a heading in the table of confirmed layouts."""
    return keyed_hash(secret, "heading", normal(heading))


def label_hash(secret: bytes, field: str, label: str) -> str:
    """What stands for a label of a field in the table of confirmed labels."""
    return keyed_hash(secret, "label", field, normal(label))


def people(rows: dict[str, list]) -> list[Person]:
    """One Person per row, from the personal columns that the rows have."""
    count = len(rows["source_row"])
    columns = [rows.get(name) or [""] * count for name in ("phone", "email", "person_name", "first_name")]
    return list(map(person, *([text or "" for text in column] for column in columns)))


def household_ids(
    rows: dict[str, list], persons: list[Person], epci_code: str, secret: bytes
) -> tuple[list[str], list[int]]:
    """One id per row, and the positions of rows whose keys were met before: same file number, else same person's keys,
    else same content and rank. Stable from one version of a workbook to the next.

    A number without anything else begins again each year in many a workbook: it goes with the year of the first
    contact, so that the 12 of 2022 is not that of 2021.
    """
    seen: Counter[str] = Counter()
    ids, repeated = [], []
    content = zip(*(rows[name] for name in STABLE_CONTENT), strict=True)
    for place, (reference, who, said) in enumerate(zip(rows["dossier_ref"], persons, content, strict=True)):
        basis = _basis(reference, said[0], who)
        key = keyed_hash(secret, epci_code, *(basis or ("content", "|".join(map(str, said)))))
        rank = seen[key]
        seen[key] += 1
        ids.append(keyed_hash(secret, key, str(rank)) if rank else key)
        if rank and basis:
            repeated.append(place)
    return ids, repeated


def _basis(reference: str | None, first_contact: date | None, who: Person) -> tuple[str, ...] | None:
    if reference and reference.isdigit() and len(reference) <= LONGEST_RANK:
        return ("ref", reference, str(first_contact.year) if first_contact else "")
    if reference:
        return ("ref", reference)
    values = sorted(chain.from_iterable(who))
    return ("person", *values) if values else None


def family_ids(ids: list[str], persons: list[Person]) -> list[str]:
    """The smallest id among the rows of one workbook that share two of phone, e-mail and name; else the row's own."""
    parents = list(range(len(ids)))

    def root(place: int) -> int:
        while parents[place] != place:
            parents[place] = parents[parents[place]]
            place = parents[place]
        return place

    first_met: dict[tuple, int] = {}
    for place in _alike(persons):
        for kinds in combinations(range(len(persons[place])), KEYS_FOR_SAME):
            for values in product(*(persons[place][kind] for kind in kinds)):
                other = first_met.setdefault((kinds, values), place)
                parents[root(place)] = root(other)
    smallest: dict[int, str] = {}
    roots = list(map(root, range(len(ids))))
    for place, household_id in zip(roots, ids, strict=True):
        smallest[place] = min(household_id, smallest.get(place, household_id))
    return [smallest[place] for place in roots]


def _alike(persons: list[Person]) -> list[int]:
    """The positions of persons of whom two kinds of keys or more are met elsewhere."""
    counts = [Counter(chain.from_iterable(kind)) for kind in zip(*persons, strict=True)]
    shared = [{value for value, count in kind.items() if count > 1} for kind in counts]
    return [
        place
        for place, who in enumerate(persons)
        if sum([not met.isdisjoint(values) for met, values in zip(shared, who, strict=True)]) >= KEYS_FOR_SAME
    ]


def referent_ids(rows: dict[str, list], epci_code: str, secret: bytes) -> list[str | None]:
    """A code for who welcomes, the same for one spelling within an EPCI; None where nobody is named."""
    names = {name: normal(name) if name else "" for name in set(rows["referent"])}
    codes = {name: keyed_hash(secret, "referent", epci_code, key) if key else None for name, key in names.items()}
    return [codes[name] for name in rows["referent"]]


def key_rows(ids: list[str], persons: list[Person], secret: bytes) -> pd.DataFrame:
    """One row per household and key, hashed without the EPCI so that two EPCIs' rows can meet."""
    found = [
        (household_id, kind, keyed_hash(secret, kind, value))
        for household_id, who in sorted(zip(ids, persons, strict=True))  # in the order of the store's key
        for kind, values in zip(KINDS, who, strict=True)
        for value in values
    ]
    names = [column.name for column in schema.household_keys.c if column.name != "import_id"]
    columns = zip(*found, strict=True) if found else [()] * len(names)
    return pd.DataFrame(dict(zip(names, columns, strict=True)), dtype=object)
