"""A workbook with a few cells that no reader takes -> the same with these cells marked as errors.

A value that is no number, a string that is not in the table, a day of the year 99999: each would cost the whole file.
"""

import io
import math
import re
import zipfile
from functools import partial

TAG = rb"(?:\w+:)?"
CELL = re.compile(
    rb"<" + TAG + rb"c\b([^>]*)>((?:(?!</" + TAG + rb"c>).)*?<" + TAG + rb"v\b[^>]*>([^<]*)</" + TAG + rb"v>)", re.S
)
PLACE = re.compile(rb"\b[rs]=[\"'][A-Za-z0-9]*[\"']")
KIND = re.compile(rb"\bt=[\"']([^\"']*)")
SPREADSHEET_ERRORS = frozenset(b"#DIV/0! #N/A #NAME? #NULL! #NUM! #REF! #VALUE! #GETTING_DATA".split())
TEXT_KINDS = frozenset((b"str", b"d", b"inlineStr"))
LARGEST_NUMBER = 1e9  # no day nor duration is beyond
REFERENCE = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos);)(#x[0-9A-Fa-f]+;|#\d+;|\w*;?)")
UNKNOWN_LETTER = "\N{REPLACEMENT CHARACTER}".encode()
ODS_NUMBER = re.compile(rb'office:value-type="(?:float|currency|percentage)"([^>]*?)office:value="([^"]*)"')


def mended(path) -> io.BytesIO:
    """The workbook at `path`, of checked members, with such cells told as errors and broken letters replaced."""
    content = io.BytesIO()
    with zipfile.ZipFile(path) as archive, zipfile.ZipFile(content, "w") as mended_archive:
        strings_count = _strings_count(archive)
        for member in archive.infolist():
            mended_archive.writestr(member.filename, _part(archive, member.filename, strings_count))
    return content


def _strings_count(archive: zipfile.ZipFile) -> int:
    names = [name for name in archive.namelist() if name.lower() == "xl/sharedstrings.xml"]
    return len(re.findall(rb"<(?:\w+:)?si\b", archive.read(names[0]))) if names else 0


def _part(archive: zipfile.ZipFile, name: str, strings_count: int) -> bytes:
    content = archive.read(name)
    if not name.lower().endswith(".xml"):
        return content
    content = REFERENCE.sub(_reference, content.decode("utf-8", "replace").encode())
    if name.lower().startswith("xl/worksheets/"):
        return CELL.sub(partial(_cell, strings_count=strings_count), content)
    return ODS_NUMBER.sub(_ods_cell, content) if name == "content.xml" else content


def _reference(found: re.Match) -> bytes:
    told = found[1].removesuffix(b";").removeprefix(b"#")
    if not found[1].startswith(b"#") or not found[1].endswith(b";"):
        return UNKNOWN_LETTER
    number = int(told[1:], 16) if told[:1] in (b"x", b"X") else int(told)
    is_letter = number in (9, 10, 13) or 32 <= number < 0xD800 or 0xE000 <= number < 0x110000
    return found[0] if is_letter else UNKNOWN_LETTER


def _cell(found: re.Match, strings_count: int) -> bytes:
    kind, value = KIND.search(found[1]), found[3].strip()
    if _is_read(kind[1] if kind else b"n", value, strings_count):
        return found[0]
    places = b" ".join(PLACE.findall(found[1]))
    if kind is None and _is_number(value):
        return b'<c %s t="str"><v>%s</v>' % (places, value)
    return b'<c %s t="e"><v>#VALUE!</v>' % places


def _is_read(kind: bytes, value: bytes, strings_count: int) -> bool:
    if kind == b"s":
        return value.isdigit() and len(value) < 10 and int(value) < strings_count
    if kind == b"b":
        return value in (b"0", b"1", b"true", b"false")
    if kind == b"e":
        return value in SPREADSHEET_ERRORS
    return kind in TEXT_KINDS or (kind == b"n" and _is_number(value) and abs(float(value)) < LARGEST_NUMBER)


def _is_number(value: bytes) -> bool:
    try:
        return math.isfinite(float(value))
    except ValueError:
        return False


def _ods_cell(found: re.Match) -> bytes:
    """A value that is no number leaves the text that is shown."""
    return found[0] if _is_number(found[2]) else b'office:value-type="string"' + found[1]
