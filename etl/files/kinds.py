"""What a file is, by its first bytes and its members, never by its extension."""

import zipfile
from enum import StrEnum, auto

from etl.files.unreadable import Unreadable

ZIP, COMPOUND = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
EMPTY_ZIP = b"PK\x05\x06"
OTHER_SIGNATURES = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"SQLite format 3")
ARCHIVE_SIGNATURES = (b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a", b"\x1f\x8b", EMPTY_ZIP)
OLD_EXCEL_SIGNATURES = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08")
SPREADSHEET_NAMES = (".xlsx", ".xlsm", ".xls", ".ods", ".csv")
HEAD_BYTES = 4096


class Kind(StrEnum):
    XLSX = auto()
    XLSB = auto()
    ODS = auto()
    XLS = auto()
    TEXT = auto()


def kind_of(content: bytes) -> Kind:
    """The kind of spreadsheet. Raises Unreadable for everything else."""
    if not content.strip(b" \r\n\t\x00\xef\xbb\xbf\xff\xfe"):
        raise Unreadable("empty")
    if content.startswith(COMPOUND):
        return Kind.XLS
    if content.startswith(ARCHIVE_SIGNATURES):
        raise Unreadable("archive")
    if content.startswith(OLD_EXCEL_SIGNATURES):
        raise Unreadable("old_excel")
    if content.startswith(OTHER_SIGNATURES):
        raise Unreadable("not_a_spreadsheet")
    if _is_markup(content):
        raise Unreadable("web_page")
    return Kind.TEXT


def kind_of_archive(archive: zipfile.ZipFile) -> Kind:
    """Which spreadsheet a zip file is. Raises Unreadable where it is none."""
    names = {name.lower() for name in archive.namelist()}
    if "xl/workbook.xml" in names:
        return Kind.XLSX
    if "xl/workbook.bin" in names:
        return Kind.XLSB
    if "content.xml" in names and b"spreadsheet" in _first_bytes(archive, "mimetype", "content.xml"):
        return Kind.ODS
    if any(name.endswith(SPREADSHEET_NAMES) for name in names):
        raise Unreadable("archive")
    raise Unreadable("not_a_spreadsheet")


def _first_bytes(archive: zipfile.ZipFile, *names: str) -> bytes:
    found = b""
    for name in names:
        if name in archive.namelist():
            with archive.open(name) as member:
                found += member.read(HEAD_BYTES)
    return found


def _is_markup(content: bytes) -> bool:
    """A web page or an XML file that somebody named .xls."""
    head = content[:HEAD_BYTES].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").lower()
    return head.startswith((b"<?xml", b"<html", b"<!doctype", b"<table", b"<workbook", b"mime-version:"))
