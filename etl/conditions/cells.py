"""Type the cells of tables of public data: numbers with blanks, absences, and presences."""

import re

ABSENT = frozenset(("", "na", "n/a", "nan", "nd", "nc", "ns", "s", "*", "-", "–", "."))
"""What producers write where there is nothing to read: no sale, secret, not computed. Never zero."""

NO = frozenset(("0", "non", "false", "faux"))

_NUMBER = re.compile(r"\d+(?:\.\d+)?(?:e[+-]?\d+)?")
_CODE = re.compile(r"\d[\dAB]\d{3}")


class BadCell(ValueError):
    """The cell is no number, or one that cannot be."""


def read_cell(text: str, reading: str) -> float | None:
    """The value of a cell, None where it is absent.

    Readings: number; dashed (a dash is zero); presence (1 or 0); zoned (« C - Classée en ZRR », « FRR socle » are 1,
    « Non classée » is 0).

    Raises BadCell.
    """
    bare = "".join(text.split()).casefold().replace(",", ".")
    if reading == "presence":
        return float(bare not in ABSENT and bare not in NO)
    if reading == "dashed" and bare in ("-", "–"):
        return 0.0
    if bare in ABSENT:
        return None
    if reading == "zoned" and ("class" in bare or "frr" in bare):
        return float("nonclass" not in bare)
    if not _NUMBER.fullmatch(bare):
        raise BadCell
    return float(bare)


def read_commune_code(text: str) -> str | None:
    """« 1001 » -> « 01001 »; None where the cell is no commune's code (a note, a unit, a total)."""
    code = text.strip().upper()
    code = code.zfill(5) if code.isdigit() and len(code) == 4 else code
    return code if _CODE.fullmatch(code) else None
