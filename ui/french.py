"""Streamlit's own words in French: it has no translation, so its scripts are changed as they leave our server."""

import csv
from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_suffix(".csv")


def in_french(name: str, script: str) -> str:
    """A script of Streamlit (« Selectbox.7rsxE6LC.js ») with the words of french.csv in French."""
    for english, french in words().get(name.split(".")[0], ()):
        script = script.replace(english, french)
    return script


@cache
def words() -> dict[str, tuple[tuple[str, str], ...]]:
    """Part of Streamlit -> (what its scripts say, what they are to say), in the order of french.csv.

    The first column of the table is a part's name; several scripts may bear it, and each takes what it has.
    """
    with TABLE.open(encoding="utf-8", newline="") as table:
        rows = [(row["part"], row["english"], row["french"]) for row in csv.DictReader(table)]
    return {part: tuple((english, french) for name, english, french in rows if name == part) for part, *_ in rows}
