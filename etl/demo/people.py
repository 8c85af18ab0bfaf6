"""Names, phones, e-mails, addresses and comments of people who do not exist."""

import unicodedata
from itertools import product
from random import Random

from etl.demo.tables import table

PERSONAL = ("name", "phone", "email", "address", "comment")


def named(rng: Random, rows: list[dict]) -> list[dict]:
    """The same households with a surname each, all different, and what goes with it."""
    said = table("people")
    surnames = rng.sample([head + tail for head, tail in product(said["heads"], said["tails"])], len(rows))
    taken: set[str] = set()
    return [row | _person(rng, surname, row["origin"], taken) for row, surname in zip(rows, surnames, strict=True)]


def personal_words(households: list[dict]) -> set[str]:
    """Every surname, phone, e-mail, address and comment of these households, as they are written."""
    return {household[field] for household in households for field in PERSONAL if household[field]}


def _person(rng: Random, surname: str, origin: str, taken: set[str]) -> dict:
    said = table("people")
    first_name, phone = rng.choice(said["first_names"]), _phone(rng, taken)
    email = f"{_ascii(first_name)}.{_ascii(surname)}@{rng.choice(said['domains'])}"
    words = {"name": surname, "first_name": first_name, "phone": phone, "email": email}
    comment = rng.choice(said["comments"]).format(**words, child=rng.choice(said["children"]))
    _weight, town, postal_code = table("society")["origins"][origin]
    return words | {
        "phone": phone if rng.random() < 0.9 else None,
        "email": email if rng.random() < 0.75 else None,
        "address": f"{rng.randint(1, 140)} {rng.choice(said['streets'])}, {postal_code} {town}".replace("  ", " "),
        "comment": comment if rng.random() < 0.45 else None,
    }


def _phone(rng: Random, taken: set[str]) -> str:
    """A number that nobody has yet."""
    block, middle, last = rng.choice(table("people")["phone_blocks"]), rng.randint(0, 99), rng.randint(0, 99)
    while (digits := f"{block} {middle:02d} {last:02d}") in taken:
        last = (last + 1) % 100
    taken.add(digits)
    return digits.replace(" ", rng.choice((" ", " ", ".", "")))


def _ascii(text: str) -> str:
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
