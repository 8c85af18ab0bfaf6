"""Checks of a compound file (.xls) before anything parses it: its header must fit its size."""

import struct

from etl.files.unreadable import Unreadable

HEADER_BYTES = 512
SECTOR_SHIFTS = (9, 12)
NO_SECTOR = 0xFFFFFFFA  # from here on, a sector number means « none » or « end »
ENCRYPTED_STREAMS = tuple(name.encode("utf-16-le") for name in ("EncryptedPackage", "EncryptionInfo"))
WORKBOOK_STREAMS = tuple(name.encode("utf-16-le") for name in ("Workbook", "Book"))


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
