"""Who is who, without knowing anyone: keyed hashes stand for names, phones and e-mails."""

import hmac
import re
import secrets
from collections import Counter
from pathlib import Path

import pandas as pd

from etl.words import normal
from programme.settings import settings
from store import schema

ID_LENGTH = 32


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
    return hmac.new(secret, "\x1f".join(parts).encode(), "sha256").hexdigest()[:ID_LENGTH]


def personal_keys(rows: pd.DataFrame) -> list[dict[str, str]]:
    """One mapping per row: phone (national digits), email, name (sorted words), where the line gives them."""
    empty = [""] * len(rows)
    columns = [rows.get(name, empty) for name in ("phone", "email", "person_name", "first_name")]
    return [
        _keys(*("" if text != text or text is None else text for text in line)) for line in zip(*columns, strict=True)
    ]


def _keys(phone: str, email: str, name: str, first_name: str) -> dict[str, str]:
    digits = re.sub(r"\D", "", phone)
    national = re.sub(r"^(0033|33)(?=\d{9}$)", "", digits).removeprefix("0")
    keys = {
        "phone": national if len(national) >= 9 else "",
        "email": email.strip().lower() if "@" in email else "",
        "name": " ".join(sorted(normal(f"{name} {first_name}").split())),
    }
    return {kind: key for kind, key in keys.items() if key}


def household_ids(rows: pd.DataFrame, epci_code: str, secret: bytes) -> tuple[list[str], list[int]]:
    """One id per row, and the positions of rows whose keys were met before: same file number, else same person's keys,
    else same content and rank. Stable from one version of a workbook to the next."""
    seen: Counter[str] = Counter()
    ids, repeated = [], []
    for position, (basis, line) in enumerate(zip(_bases(rows), rows.to_dict("records"), strict=True)):
        key = keyed_hash(secret, epci_code, *(basis or ("content", _content(line))))
        rank = seen[key]
        seen[key] += 1
        ids.append(keyed_hash(secret, key, str(rank)) if rank else key)
        if rank and basis:
            repeated.append(position)
    return ids, repeated


def _bases(rows: pd.DataFrame) -> list[tuple[str, ...] | None]:
    references = rows["dossier_ref"] if "dossier_ref" in rows else [None] * len(rows)
    return [
        ("ref", reference) if isinstance(reference, str) else ("person", *sorted(keys.values())) if keys else None
        for reference, keys in zip(references, personal_keys(rows), strict=True)
    ]


def _content(line: dict) -> str:
    stable = ("first_contact_date", "target_commune_code", "origin_departement_code", "adults_count", "children_count")
    return "|".join(str(line.get(name)) for name in stable)


def referent_ids(rows: pd.DataFrame, epci_code: str, secret: bytes) -> list[str | None]:
    """A code for who welcomes, the same for one spelling within an EPCI; None where nobody is named."""
    names = [normal(name) if isinstance(name, str) else "" for name in rows["referent"]]
    return [keyed_hash(secret, "referent", epci_code, name) if name else None for name in names]


def key_rows(rows: pd.DataFrame, secret: bytes) -> pd.DataFrame:
    """One row per household and kind of key, hashed without the EPCI so that two EPCIs' rows can meet."""
    found = [
        (household_id, kind, keyed_hash(secret, kind, key))
        for household_id, keys in zip(rows["household_id"], personal_keys(rows), strict=True)
        for kind, key in keys.items()
    ]
    return pd.DataFrame(found, columns=[c.name for c in schema.household_keys.c if c.name != "import_id"])
