"""What is kept of a file's or a sheet's name: the words that are known, since the others may name a person."""

import re
from functools import cache, lru_cache
from pathlib import Path

import pandas as pd

from etl.words import normal

HERE = Path(__file__).parent
WORD = re.compile(r"[^\W\d_]+|\d+|[\W_]+")
PHONE = re.compile(
    r"(?<!\d)(?:(?:\+|00)?\d?\d?[\s._-]?0?[1-9](?:[\s._-]?\d\d){4}|0?[1-9]\d\d(?:[\s._-]?\d{3}){2})(?!\d)"
)
EMAIL = re.compile(r"[\w.+'&%-]+@[\w.-]+")
LONGEST_NUMBER = 8  # a date in figures
LEFT_OUT = "…"


@lru_cache(maxsize=10_000)
def known_part(name: str) -> str:
    """« Suivi Mme Lévêque 2021 » -> « Suivi … 2021 »; empty where no word is known."""
    parts = WORD.findall(without_contact(name))
    kept = [part if _is_kept(part) else LEFT_OUT for part in parts]
    if not any(part.isalpha() and len(part) > 1 and kept[place] == part for place, part in enumerate(parts)):
        return name.strip() if re.fullmatch(r"(?:19|20)\d\d(?:\s*[-/–]\s*(?:19|20)\d\d)?", name.strip()) else ""
    return re.sub(rf"{LEFT_OUT}(?:[\s,;.'’_-]*{LEFT_OUT})+", LEFT_OUT, "".join(kept)).strip()


def without_contact(text: str) -> str:
    """The text without the telephones and e-mails that it holds."""
    return PHONE.sub(f" {LEFT_OUT} ", EMAIL.sub(LEFT_OUT, text))


def shown_file_name(file_name: str) -> str:
    """The known part of a file's name with its extension; « fichier.xlsx » where nothing is known."""
    stem, dot, suffix = file_name.rpartition(".")
    if not dot:
        return known_part(file_name) or "fichier"
    return f"{known_part(stem) or 'fichier'}.{suffix if normal(suffix) in _known_words() else '…'}"


def _is_kept(part: str) -> bool:
    if part.isdigit():
        return len(part) <= LONGEST_NUMBER
    return not part.isalpha() or len(part) == 1 or normal(part) in _known_words()


@cache
def _known_words() -> frozenset[str]:
    lines = (HERE / "known_words.txt").read_text(encoding="utf-8").splitlines()
    words = {word for line in lines if not line.startswith("#") for word in line.split()}
    for name in ("columns", "labels", "epcis"):
        rows = pd.read_csv(HERE / "contacts" / f"{name}.csv", dtype=str, keep_default_na=False, encoding="utf-8")
        words |= {word for spelling in rows["spelling"] for word in normal(spelling).split()}
    return frozenset(words)
