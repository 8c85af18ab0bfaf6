"""Checks of a zip file before anything parses it: inflated bytes are counted, nothing is believed."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from copy import copy

from etl.files.unreadable import Unreadable

MOST_MEMBERS = 2_000
MOST_INFLATED_BYTES = 200 * 1024 * 1024
CHUNK_BYTES = 256 * 1024
HEAD_BYTES = 4096
DTD = (b"<!DOCTYPE", b"<!ENTITY")
LONGEST_MARK = 2 * max(map(len, DTD))
SHEETS = "xl/worksheets/"
NOT_PARSED = ("xl/media/", "xl/embeddings/", "pictures/")
STRINGS_COUNTS = re.compile(rb'\b(?:uniqueCount|count)\s*=\s*["\'](\d+)')
BYTES_OF_A_STRING = 5  # <si/> is the shortest entry of a table of strings
MOST_REFERENCES = 50_000_000
ENCRYPTED_FLAG = 0x1


class CheckedArchive(zipfile.ZipFile):
    """A zip file whose sheets stay as they were inflated to be checked, until they are read, once."""

    sheets: dict[str, bytes]

    def read(self, name: str, pwd: bytes | None = None) -> bytes:
        return self.sheets.pop(name, None) or super().read(name, pwd)


def open_archive(path) -> CheckedArchive:
    """The zip file at `path`, checked whole. Raises Unreadable."""
    try:
        archive = CheckedArchive(path)
        archive.sheets = {}
        members = archive.infolist()
        if len(members) > MOST_MEMBERS:
            raise Unreadable("too_many_members")
        if any(member.flag_bits & ENCRYPTED_FLAG for member in members):
            raise Unreadable("encrypted")
        _check_members(archive, members)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, IndexError):
        raise Unreadable("broken") from None
    return archive


def _check_members(archive: CheckedArchive, members: list[zipfile.ZipInfo]) -> None:
    """Readers differ in which of two members of one name they open, and in whom they believe of a size.

    To some of them, a name is the same in capitals, or with the slashes of another system.
    """
    if len({member.filename.lower().replace("\\", "/") for member in members}) < len(members):
        raise Unreadable("lying_header")
    room = MOST_INFLATED_BYTES
    for member in members:
        inflated = _check_member(archive, member, room)
        if inflated != member.file_size:
            raise Unreadable("lying_header")
        room -= inflated


def _check_member(archive: CheckedArchive, member: zipfile.ZipInfo, room: int) -> int:
    """How many bytes it inflates to, counted."""
    inflated, head, tail, kept = 0, b"", b"", []
    for chunk in _chunks(archive, member):
        inflated += len(chunk)
        if inflated > room:
            raise Unreadable("inflates_too_much")
        if _defines(tail + chunk) and not member.filename.lower().startswith(NOT_PARSED):
            raise Unreadable("has_dtd")
        tail = chunk[-LONGEST_MARK:]
        head += chunk[: HEAD_BYTES - len(head)]
        if member.filename.startswith(SHEETS):
            kept.append(chunk)
    if kept:
        archive.sheets[member.filename] = b"".join(kept)
    _check_head(member, head.replace(b"\x00", b""))
    return inflated


def _chunks(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    """All that it inflates to, whatever size it is told to have."""
    unbounded = copy(member)
    unbounded.file_size = MOST_INFLATED_BYTES + 2 * CHUNK_BYTES
    with archive.open(unbounded) as content:
        while chunk := content.read(CHUNK_BYTES):
            yield chunk


def _defines(content: bytes) -> bool:
    """Whether a definition begins there, in one byte or two a letter."""
    if b"!" not in content:
        return False
    letters = content.replace(b"\x00", b"")
    return any(mark in letters for mark in DTD)


def _check_head(member: zipfile.ZipInfo, head: bytes) -> None:
    name = member.filename.lower()
    if name == "meta-inf/manifest.xml" and b"encryption-data" in head:
        raise Unreadable("encrypted")
    if name.endswith("sharedstrings.xml"):
        _check_strings(member, head)


def _check_strings(member: zipfile.ZipInfo, head: bytes) -> None:
    """A table that announces more strings than it has room for makes readers allocate what it announces."""
    opening = head.partition(b"<si")[0]
    if opening == head and b"/>" not in head and b"</" not in head:
        raise Unreadable("lying_count")
    counts = [int(count) for count in STRINGS_COUNTS.findall(opening)]
    unique = re.search(rb'uniqueCount\s*=\s*["\'](\d+)', opening)
    if any(count > MOST_REFERENCES for count in counts):
        raise Unreadable("lying_count")
    if unique and int(unique[1]) * BYTES_OF_A_STRING > member.file_size + HEAD_BYTES:
        raise Unreadable("lying_count")
