"""Checks of a compound file (.xls) before anything parses it: its header must fit its size."""

import re
import struct

from etl.files.unreadable import Unreadable

HEADER_BYTES = 512
SECTOR_SHIFTS = (9, 12)
NO_SECTOR = 0xFFFFFFFA  # from here on, a sector number means « none » or « end »
ENCRYPTED_STREAMS = tuple(name.encode("utf-16-le") for name in ("EncryptedPackage", "EncryptionInfo"))
WORKBOOK_STREAMS = tuple(name.encode("utf-16-le") for name in ("Workbook", "Book"))
FIRST_RECORD = re.compile(rb"\x09\x08(?:\x10\x00\x00\x06|\x08\x00\x00\x05)\x05\x00")
PASSWORD_RECORD, LAST_PLACE_OF_PASSWORD = 0x002F, 8


def check_compound(content: bytes) -> None:
    """Raises Unreadable where the file is encrypted, no workbook, or announces more than it holds."""
    if len(content) < HEADER_BYTES:
        raise Unreadable("broken")
    if any(name in content for name in ENCRYPTED_STREAMS):
        raise Unreadable("encrypted")
    (shift,) = struct.unpack_from("<H", content, 30)
    if shift not in SECTOR_SHIFTS:
        raise Unreadable("broken")
    sectors = len(content) >> shift
    directory_count, fat_count, first_directory = struct.unpack_from("<III", content, 40)
    first_mini, mini_count, first_difat, difat_count = struct.unpack_from("<IIII", content, 60)
    if any(count > sectors for count in (directory_count, fat_count, mini_count, difat_count)):
        raise Unreadable("lying_header")
    starts = (first_directory, first_mini, first_difat)
    if any(sectors < start < NO_SECTOR for start in starts):
        raise Unreadable("lying_header")
    if not any(name in content for name in WORKBOOK_STREAMS):
        raise Unreadable("not_a_spreadsheet")
    if _has_password(content):
        raise Unreadable("encrypted")


def _has_password(content: bytes) -> bool:
    """A workbook says so among its first records."""
    begins = FIRST_RECORD.search(content, HEADER_BYTES)
    place = begins.start() if begins else len(content)
    for _ in range(LAST_PLACE_OF_PASSWORD):
        if place + 4 > len(content):
            return False
        kind, length = struct.unpack_from("<HH", content, place)
        if kind == PASSWORD_RECORD:
            return True
        place += 4 + length
    return False
