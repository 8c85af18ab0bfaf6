"""The normal form in which spellings are compared."""

import re
import unicodedata
from functools import lru_cache


@lru_cache(maxsize=100_000)
def normal(text: str) -> str:
    """« Date du 1er  contact * » -> « date du 1er contact »: lower case, no accents, no punctuation, single spaces."""
    text = text.replace("œ", "oe").replace("Œ", "oe").replace("æ", "ae")
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(mark for mark in plain if not unicodedata.combining(mark))
    return re.sub(r"[^a-z0-9+%]+", " ", letters).strip()
