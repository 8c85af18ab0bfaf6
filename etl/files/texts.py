"""Delimited text files: encoding and delimiter told by their content."""

import codecs
import csv
import io
import re
from collections.abc import Iterator
from itertools import islice

from etl.files.room import Room
from etl.files.unreadable import Unreadable

DELIMITERS = ";\t,|"
SAMPLED_LINES, SAMPLED_LETTERS = 50, 20_000
MOST_LINES_IN_A_ROW = 100
EMPTY_ROW = 10  # cells: what is read for nothing counts too
FIELD_LIMIT = 1_000_000
OLD_ENCODINGS = ("cp1252", "mac_roman", "cp850")
FRENCH_LETTERS = frozenset("éèêëàâçîïôùûüœÉÈÀÊÇ°’«»–€")
ENDINGS = b"\x00\x1a"  # with which old programs end or fill a file
TWICE_ENCODED = re.compile("Ã[©¨ªà§´®¯¢»¹‰€]|â€™")


def read_text(content: bytes) -> list[list[str]]:
    """The rows of a delimited file. Raises Unreadable where its lines are no table."""
    text = decode(content)
    first, _, rest = text.partition("\n")
    if re.fullmatch(r"sep=.\r?", first) and first[4] in rest:  # Excel's own note to itself
        return _rows(rest, first[4])
    lines = islice(io.StringIO(text), SAMPLED_LINES)
    sample = "\n".join(line.rstrip("\r\n")[:SAMPLED_LETTERS] for line in lines if line.strip())
    delimiter = max(DELIMITERS, key=lambda mark: _regularity(sample, mark))
    rows = _rows(text, delimiter)
    if max(map(len, rows), default=0) < 2:
        raise Unreadable("not_a_spreadsheet")
    return rows


def decode(content: bytes) -> str:
    """Text from utf-8, utf-16 or an older French encoding, whichever reads as French."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    if b"\x00" in content.rstrip(ENDINGS):
        return _decode_with_nulls(content)
    content = content.rstrip(ENDINGS)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = _decode_lines(content.removeprefix(codecs.BOM_UTF8))
    return _decoded_once(text) if TWICE_ENCODED.search(text) else text


def _decode_lines(content: bytes) -> str:
    """An older encoding, but for the lines that read as utf-8: some files are two that were put together."""
    lines = content.split(b"\n")
    old = [line for line in lines if not _is_utf8(line)]
    name = max(OLD_ENCODINGS, key=lambda name: _looks_french(b"\n".join(old).decode(name, errors="replace")))
    return "\n".join(line.decode("utf-8" if _is_utf8(line) else name, errors="replace") for line in lines)


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


def _decode_with_nulls(content: bytes) -> str:
    """utf-16 without its mark has a null in every other byte; anything else with nulls is no text."""
    even, odd = content[0:4000:2].count(0), content[1:4000:2].count(0)
    half = len(content[:4000]) / 2
    if max(even, odd) < 0.6 * half or min(even, odd) > 0.1 * half:
        raise Unreadable("not_a_spreadsheet")
    return content.decode("utf-16-le" if odd > even else "utf-16-be", errors="replace")


def _looks_french(text: str) -> int:
    foreign = sum(1 for mark in text if ord(mark) > 127 and mark not in FRENCH_LETTERS)
    return sum(1 for mark in text if mark in FRENCH_LETTERS) - 2 * foreign


def _decoded_once(text: str) -> str:
    """« DÃ©partement »: utf-8 that some program took for cp1252 and encoded again."""
    try:
        return text.encode("cp1252").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return text


def _regularity(sample: str, delimiter: str) -> float:
    """How much a delimiter makes of the sample a table: columns, the more lines agree the better."""
    widths = [len(row) for row in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)]
    widest = max(widths, default=0)
    if widest < 2:
        return 0
    return widest**0.5 * sum(width == max(set(widths), key=widths.count) > 1 for width in widths) / len(widths) + (
        0.01 * widest
    )


def _rows(text: str, delimiter: str) -> list[list[str]]:
    """A quote that nobody closed would swallow the lines that follow: the quotes of its line are then plain marks."""
    csv.field_size_limit(FIELD_LIMIT)
    lines = io.StringIO(text, newline="").readlines()
    room, rows, first = Room(), [], 0
    while first < len(lines):
        for row, last in _quoted(lines, first, delimiter):
            room.take_sheet(1, len(row) or EMPTY_ROW)
            rows.append([cell.replace("\x00", "").strip() for cell in row])
            first = last
        if first < len(lines):
            lines[first] = lines[first].replace('"', "")
            if len(lines[first]) > FIELD_LIMIT:
                raise Unreadable("too_long_cell")
    return rows


def _quoted(lines: list[str], first: int, delimiter: str) -> Iterator[tuple[list[str], int]]:
    """Each row from a line on, with the line after it; it ends before a row whose quotes are not those of a table."""
    begins = ends = first

    def fed() -> Iterator[str]:
        for place in range(first, len(lines)):
            if place - begins == MOST_LINES_IN_A_ROW:
                raise csv.Error
            yield lines[place]

    reader = csv.reader(fed(), delimiter=delimiter)
    try:
        for row in reader:
            ends = first + reader.line_num
            is_one_line = ends == begins + 1 and ends < len(lines)
            if not is_one_line and not _is_well_quoted(lines[begins:ends], delimiter):
                return
            yield row, ends
            begins = ends
    except csv.Error:
        return


def _is_well_quoted(lines: list[str], delimiter: str) -> bool:
    try:
        return len(list(csv.reader(lines, delimiter=delimiter, strict=True))) == 1
    except csv.Error:
        return len(lines) == 1 and lines[0].count('"') % 2 == 0
