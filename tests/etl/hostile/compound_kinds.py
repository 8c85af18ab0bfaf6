"""Old workbooks (.xls) whose sectors, streams or records lie."""

import io
import struct

import xlwt

from tests.etl.hostile.making import TABLE, Hostile
from tests.etl.making import encrypted

SHIFT, FAT_COUNT, FIRST_DIRECTORY, FIRST_MINI, FIRST_DIFAT, DIFAT_COUNT, FIRST_FAT = 30, 44, 48, 60, 68, 72, 76
SECTOR = 512
SMALL_SHIFT = 32
STRINGS_RECORD, PASSWORD_RECORD, SHEET_RECORD = 0x00FC, 0x002F, 0x0085
CELL_RECORD, LANGUAGE_RECORD = 0x00FD, 0x0042


def xls() -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Suivi")
    for line, texts in enumerate(TABLE):
        for column, text in enumerate(texts):
            sheet.write(line, column, text)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _told(place: int, number: int, form: str = "<I") -> bytes:
    content = bytearray(xls())
    struct.pack_into(form, content, place, number)
    return bytes(content)


def _loop() -> bytes:
    """Every sector is followed by itself."""
    content = bytearray(xls())
    (fat,) = struct.unpack_from("<I", content, FIRST_FAT)
    for number in range(SECTOR // 4):
        struct.pack_into("<I", content, (fat + 1) * SECTOR + 4 * number, number)
    return bytes(content)


def _directory_loop() -> bytes:
    content = bytearray(xls())
    (first,) = struct.unpack_from("<I", content, FIRST_DIRECTORY)
    for entry in range(4):
        struct.pack_into("<III", content, (first + 1) * SECTOR + 128 * entry + 68, 0, 0, 0)
    return bytes(content)


def _stream_of(size: int) -> bytes:
    content = bytearray(xls())
    (first,) = struct.unpack_from("<I", content, FIRST_DIRECTORY)
    for entry in range(4):
        struct.pack_into("<Q", content, (first + 1) * SECTOR + 128 * entry + 120, size)
    return bytes(content)


def changed_record(kind: int, change) -> bytes:
    """The stream of the workbook begins in the first sector: its first record of this kind is changed."""
    content = bytearray(xls())
    place = SECTOR
    while place < len(content) - 4:
        found, length = struct.unpack_from("<HH", content, place)
        if found == kind:
            change(content, place)
            return bytes(content)
        place += 4 + length
    raise AssertionError("the workbook has no such record")


def _count_strings(content: bytearray, place: int) -> None:
    struct.pack_into("<II", content, place + 4, 0xFFFFFFFF, 0xFFFFFFFF)


def _lengthen(content: bytearray, place: int) -> None:
    struct.pack_into("<H", content, place + 2, 0xFFFF)


def _lock(content: bytearray, place: int) -> None:
    struct.pack_into("<HHH", content, place, PASSWORD_RECORD, 2, 1)


def _move_sheet(content: bytearray, place: int) -> None:
    struct.pack_into("<I", content, place + 4, 0xFFFFFFF0)


def _move_cell(content: bytearray, place: int) -> None:
    struct.pack_into("<HH", content, place + 4, 0xFFFF, 0xFFFF)


def _lose_text(content: bytearray, place: int) -> None:
    struct.pack_into("<I", content, place + 10, 0xFFFFFFF0)


def _no_language(content: bytearray, place: int) -> None:
    struct.pack_into("<H", content, place + 4, 9999)


def _word() -> bytes:
    return xls().replace("Workbook".encode("utf-16-le"), "WordDocu".encode("utf-16-le"))


KINDS = {
    name: Hostile(kind.make, kind.outcome, kind.accepted, ".xls")
    for name, kind in {
        "an old workbook": Hostile(xls),
        "four billion sectors": Hostile(lambda: _told(FAT_COUNT, 0xFFFFFFFF), "lying_header"),
        "four billion sectors of sectors": Hostile(lambda: _told(DIFAT_COUNT, 0xFFFFFFF0), "lying_header"),
        "a first sector past the end": Hostile(lambda: _told(FIRST_DIRECTORY, 0x7FFFFFFF), "lying_header"),
        "small sectors past the end": Hostile(lambda: _told(FIRST_MINI, 0x0FFFFFFF), "lying_header"),
        "a list of sectors past the end": Hostile(lambda: _told(FIRST_DIFAT, 0x0FFFFFFF), "lying_header"),
        "a table past the end": Hostile(lambda: _told(FIRST_FAT, 0x00FFFFFF), "broken"),
        "sectors of a gigabyte": Hostile(lambda: _told(SHIFT, 30, "<H"), "broken"),
        "sectors that follow themselves": Hostile(_loop, "reader_ended"),
        "a directory that holds itself": Hostile(_directory_loop),
        "streams of an exabyte": Hostile(lambda: _stream_of(2**60), "empty"),
        "four billion strings in an old workbook": Hostile(lambda: changed_record(STRINGS_RECORD, _count_strings)),
        "a record longer than the file": Hostile(lambda: changed_record(STRINGS_RECORD, _lengthen), "broken"),
        "an old workbook with a password": Hostile(lambda: changed_record(0x00C1, _lock), "encrypted"),
        "a sheet past the end": Hostile(lambda: changed_record(SHEET_RECORD, _move_sheet), "broken"),
        "half an old workbook": Hostile(lambda: xls()[: len(xls()) // 2], "lying_header"),
        "the head of an old workbook": Hostile(lambda: xls()[:512], "lying_header"),
        "a cell past the last corner of an old workbook": Hostile(
            lambda: changed_record(CELL_RECORD, _move_cell), "reader_ended"
        ),
        "a text that is not there in an old workbook": Hostile(lambda: changed_record(CELL_RECORD, _lose_text)),
        "nine megabytes of nulls after an old workbook": Hostile(lambda: xls() + bytes(9_000_000)),
        "small sectors of no size": Hostile(lambda: _told(SMALL_SHIFT, 0, "<H"), "broken"),
        "a language that nobody knows": Hostile(lambda: changed_record(LANGUAGE_RECORD, _no_language), "broken"),
        "an old document": Hostile(_word, "not_a_spreadsheet"),
        "an encrypted package": Hostile(encrypted, "encrypted"),
    }.items()
}
