"""The styles of an .xlsx by their number, of those that say something: what they mark, or what they show of a date."""

import re
from xml.etree import ElementTree

WHITE = {"FFFFFF", ""}
NOT_PARTS = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|;.*')  # of a date's format: words, colours, what is for texts
SHOWN = {frozenset("my"): "month", frozenset("y"): "year"}


def short_date_styles(styles: ElementTree.Element) -> dict[bytes, str]:
    """Number of a cell style -> what it shows of a date, where that is less than its day: « month », « year »."""
    codes = {found.get("numFmtId"): found.get("formatCode", "") for found in styles.iterfind("{*}numFmts/{*}numFmt")}
    codes["17"] = "mmm-yy"
    parts = {number: set(NOT_PARTS.sub("", code.lower())) & set("dmyhs") for number, code in codes.items()}
    shown = {number: SHOWN.get(frozenset(said)) for number, said in parts.items()}
    return {
        str(place).encode(): shown[style.get("numFmtId")]
        for place, style in enumerate(styles.iterfind("{*}cellXfs/{*}xf"))
        if shown.get(style.get("numFmtId"))
    }


def marked_styles(styles: ElementTree.Element) -> dict[bytes, str]:
    """Number of a cell style -> its mark, for the styles that colour or strike."""
    strikes = [_is_struck(font) for font in styles.iterfind("{*}fonts/{*}font")]
    fills = [_colour(fill) for fill in styles.iterfind("{*}fills/{*}fill")]
    marked = {}
    for number, style in enumerate(styles.iterfind("{*}cellXfs/{*}xf")):
        fill, font = (_pick(table, style.get(name)) for table, name in ((fills, "fillId"), (strikes, "fontId")))
        mark = "+".join(filter(None, (fill or "", "strike" if font else "")))
        if mark:
            marked[str(number).encode()] = mark
    return marked


def _pick(table: list, index: str | None):
    return table[int(index)] if index and index.isdigit() and int(index) < len(table) else None


def _is_struck(font: ElementTree.Element) -> bool:
    strike = font.find("{*}strike")
    return strike is not None and strike.get("val", "1") not in ("0", "false")


def _colour(fill: ElementTree.Element) -> str:
    pattern = fill.find("{*}patternFill")
    colour = pattern.find("{*}fgColor") if pattern is not None and pattern.get("patternType") == "solid" else None
    if colour is None:
        return ""
    if colour.get("rgb"):
        rgb = colour.get("rgb")[-6:].upper()
        return "" if rgb in WHITE else rgb
    kind = next((name for name in ("theme", "indexed") if colour.get(name)), None)
    is_plain = colour.get("indexed") in ("64", "9", "1") or (colour.get("theme") == "0" and not colour.get("tint"))
    return "" if kind is None or is_plain else f"{kind}{colour.get(kind)}{colour.get('tint', '')[:5]}"
