"""Checks of a zip file before anything parses it: inflated bytes are counted, nothing is believed."""

import re
import zipfile
import zlib
from collections.abc import Iterator

from etl.files.unreadable import Unreadable

MOST_MEMBERS = 2_000
MOST_INFLATED_BYTES = 200 * 1024 * 1024
CHUNK_BYTES = 256 * 1024
HEAD_BYTES = 4096
DTD = (b"<!DOCTYPE", b"<!ENTITY")
STRINGS_COUNTS = re.compile(rb'\b(?:uniqueCount|count)\s*=\s*["\'](\d+)')
BYTES_OF_A_STRING = 5  # <si/> is the shortest entry of a table of strings
MOST_REFERENCES = 50_000_000
ENCRYPTED_FLAG = 0x1


def open_archive(path) -> zipfile.ZipFile:
    """The zip file at `path`, checked whole. Raises Unreadable."""
    try:
        archive = zipfile.ZipFile(path)
        members = archive.infolist()
        if len(members) > MOST_MEMBERS:
            raise Unreadable("too_many_members")
        if any(member.flag_bits & ENCRYPTED_FLAG for member in members):
            raise Unreadable("encrypted")
        _check_members(archive, members)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, IndexError):
        raise Unreadable("broken") from None
    return archive


def _check_members(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> None:
    inflated = 0
    for member in members:
        head = b""
        for chunk in _chunks(archive, member):
            inflated += len(chunk)
            if inflated > MOST_INFLATED_BYTES:
                raise Unreadable("inflates_too_much")
            if any(mark in chunk for mark in DTD) and _is_xml(member):
                raise Unreadable("has_dtd")
            if len(head) < HEAD_BYTES:
                head += chunk[:HEAD_BYTES]
        _check_head(member, head.replace(b"\x00", b""))


def _chunks(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(member) as content:
        while chunk := content.read(CHUNK_BYTES):
            yield chunk


def _is_xml(member: zipfile.ZipInfo) -> bool:
    return member.filename.lower().endswith((".xml", ".rels", ".vml"))


def _check_head(member: zipfile.ZipInfo, head: bytes) -> None:
    name = member.filename.lower()
    if _is_xml(member) and any(mark in head for mark in DTD):
        raise Unreadable("has_dtd")
    if name == "meta-inf/manifest.xml" and b"encryption-data" in head:
        raise Unreadable("encrypted")
    if name.endswith("sharedstrings.xml"):
        _check_strings(member, head)


def _check_strings(member: zipfile.ZipInfo, head: bytes) -> None:
    """A table that announces more strings than it has room for makes readers allocate what it announces."""
    opening = head.partition(b"<si")[0]
    counts = [int(count) for count in STRINGS_COUNTS.findall(opening)]
    unique = re.search(rb'uniqueCount\s*=\s*["\'](\d+)', opening)
    if any(count > MOST_REFERENCES for count in counts):
        raise Unreadable("lying_count")
    if unique and int(unique[1]) * BYTES_OF_A_STRING > member.file_size + HEAD_BYTES:
        raise Unreadable("lying_count")
