"""Zip files that are bombs, that lie about their members, or whose members are not those of a workbook."""

import io
import stat
import struct
import zipfile
import zlib

from tests.etl.hostile.making import (
    MEGABYTE,
    SHEET,
    Hostile,
    Member,
    deflated_zeros,
    parts,
    raw_zip,
    relations_xml,
    sheet_xml,
    true_member,
    xlsx,
    zipped,
)

GIGABYTE = 1024


def _true_members() -> list[Member]:
    return [true_member(name, text) for name, text in parts().items()]


def _bomb(name: str, megabytes: int = GIGABYTE, filler: bytes = b" ") -> bytes:
    return raw_zip(
        [*_true_members(), Member(name.encode(), deflated_zeros(megabytes, filler), 0, megabytes * MEGABYTE)]
    )


def _many_bombs() -> bytes:
    squeezed, size = deflated_zeros(8), 8 * MEGABYTE
    crc = zlib.crc32(b" " * size)
    return raw_zip([*_true_members(), *(Member(b"xl/media/%d.png" % n, squeezed, crc, size) for n in range(64))])


def _overlapping() -> bytes:
    """Many members that are all the same bytes of the file."""
    bomb = Member(b"xl/media/0.png", deflated_zeros(100), 0, 100 * MEGABYTE)
    local = bomb.header(b"PK\x03\x04", bomb.name) + bomb.data
    entry = bomb.header(b"PK\x01\x02", struct.pack("<HHHII", 0, 0, 0, 0, 0), bomb.name)
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 500, 500, len(entry) * 500, len(local), 0)
    return local + entry * 500 + end


def _told_small() -> bytes:
    """A sheet told to be 60 bytes, with the sum of those, that inflates to 600 MB."""
    told = b" " * 60
    bomb = Member(SHEET.encode(), deflated_zeros(600), zlib.crc32(told), len(told))
    return raw_zip([*(member for member in _true_members() if member.name != bomb.name), bomb])


def _told_huge(size: int, extra: bytes = b"") -> bytes:
    sheet = true_member(SHEET, sheet_xml())
    lying = Member(sheet.name, sheet.data, sheet.crc, size, extra=extra)
    return raw_zip([*(member for member in _true_members() if member.name != sheet.name), lying])


def _with_flags(flags: int, method: int = 8) -> bytes:
    return raw_zip([Member(m.name, m.data, m.crc, m.inflated_size, method, flags) for m in _true_members()])


def _twice(first: str, second: str) -> bytes:
    rest = [member for member in _true_members() if member.name != SHEET.encode()]
    return raw_zip([*rest, true_member(SHEET, first), true_member(SHEET, second)])


def _symlink() -> bytes:
    content = io.BytesIO(xlsx())
    with zipfile.ZipFile(content, "a") as archive:
        link = zipfile.ZipInfo("xl/media/link.png")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    return content.getvalue()


def _commented() -> bytes:
    content = io.BytesIO(xlsx())
    with zipfile.ZipFile(content, "a") as archive:
        archive.comment = b"PK\x05\x06" * 16_000
    return content.getvalue()


def _greedy() -> bytes:
    """A member whose dictionary would take all the memory that there is."""
    lzma = b"\x09\x04\x05\x00\x5d\xff\xff\xff\xff" + bytes(100)
    return raw_zip([*_true_members(), Member(b"xl/media/0.png", lzma, 0, 10, zipfile.ZIP_LZMA)])


def _squeezed_otherwise() -> bytes:
    content = io.BytesIO(xlsx())
    with zipfile.ZipFile(content, "a") as archive:
        archive.writestr("xl/media/0.png", bytes(210 * MEGABYTE), zipfile.ZIP_BZIP2)
    return content.getvalue()


def _nested() -> bytes:
    inside = _bomb("content.bin", 300)
    for _ in range(5):
        inside = zipped({"again.zip": inside})
    return xlsx({"xl/embeddings/again.zip": inside})


FAR = sheet_xml('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
KINDS = {
    "a picture of a gigabyte": Hostile(lambda: _bomb("xl/media/image.png"), "inflates_too_much"),
    "a sheet of a gigabyte": Hostile(lambda: _bomb("xl/worksheets/sheet2.xml"), "inflates_too_much"),
    "sixty bombs of 8 MB": Hostile(_many_bombs, "inflates_too_much"),
    "bombs within archives within the workbook": Hostile(_nested),
    "five hundred members on the same bytes": Hostile(_overlapping, "lying_header"),
    "a sheet of 600 MB told to be 60 bytes": Hostile(_told_small, "inflates_too_much"),
    "a sheet told to be of 4 GB": Hostile(lambda: _told_huge(0xFFFFFFFE), "lying_header"),
    "zip64 sizes of an exabyte": Hostile(
        lambda: _told_huge(0xFFFFFFFF, struct.pack("<HHQ", 1, 8, 2**60)), "lying_header"
    ),
    "zip64 sizes cut short": Hostile(lambda: _told_huge(0xFFFFFFFF, struct.pack("<HHB", 1, 8, 7)), "broken"),
    "three thousand members": Hostile(lambda: xlsx({f"xl/media/{n}.png": "" for n in range(3000)}), "too_many_members"),
    "a zip with a password": Hostile(lambda: _with_flags(1), "encrypted"),
    "a compression that nobody knows": Hostile(lambda: _with_flags(0, 97), "broken"),
    "members told to be stored as they are": Hostile(lambda: _with_flags(0, 0), "broken"),
    "a member two times": Hostile(lambda: _twice(sheet_xml(), sheet_xml()), "lying_header"),
    "a member two times, far then near": Hostile(lambda: _twice(FAR, sheet_xml()), "lying_header"),
    "a member that climbs out": Hostile(lambda: xlsx({"../../../../etc/cron.d/x": "* * * * * root true"})),
    "a member with an absolute path": Hostile(lambda: xlsx({"/etc/passwd": "root::0:0:::", "C:\\x.exe": "MZ"})),
    "a member that is a link": Hostile(_symlink),
    "a member whose name holds a null": Hostile(
        lambda: raw_zip([*_true_members(), true_member("xl/a\x00.xml", "<a/>")])
    ),
    "a member whose name is no text": Hostile(
        lambda: raw_zip([*_true_members(), Member(b"\xff\xfe\x80", b"\x03\x00", 0, 0, flags=0x800)]), "broken"
    ),
    "a program before the archive": Hostile(lambda: b"#!/bin/sh\nexit 1\n" + xlsx(), "not_a_spreadsheet"),
    "data after the archive": Hostile(lambda: xlsx() + b"\x00" * 5000),
    "two archives one after the other": Hostile(lambda: xlsx() + xlsx()),
    "a memory of four gigabytes to inflate": Hostile(_greedy, "too_much_memory"),
    "two hundred megabytes of nothing, squeezed otherwise": Hostile(_squeezed_otherwise, "broken"),
    "a member told elsewhere by another name": Hostile(
        lambda: xlsx().replace(b"xl/workbook.xml", b"xl/workbooc.xml", 1), "broken"
    ),
    "the same sheet behind another slash": Hostile(lambda: xlsx({"xl\\worksheets\\sheet1.xml": FAR}), "lying_header"),
    "a comment full of endings": Hostile(_commented, "broken"),
    "half an archive": Hostile(lambda: xlsx()[: len(xlsx()) // 2], "broken"),
    "a directory told to be elsewhere": Hostile(lambda: raw_zip(_true_members(), 10**6), "broken"),
    "an empty archive": Hostile(lambda: raw_zip([]), "archive"),
    "no workbook inside": Hostile(lambda: xlsx({"xl/workbook.xml": None}), "not_a_spreadsheet"),
    "no relations": Hostile(lambda: xlsx({"xl/_rels/workbook.xml.rels": None}), "broken"),
    "no sheet": Hostile(lambda: xlsx({SHEET: None}), "broken"),
    "no types": Hostile(lambda: xlsx({"[Content_Types].xml": None, "_rels/.rels": None}), "broken"),
    "a relation to a file of the machine": Hostile(
        lambda: xlsx({"xl/_rels/workbook.xml.rels": relations_xml("../../../../../etc/passwd")}), "broken"
    ),
    "a relation to an address": Hostile(
        lambda: xlsx({"xl/_rels/workbook.xml.rels": relations_xml("http://127.0.0.1:1/sheet.xml")}), "broken"
    ),
    "a relation to the workbook itself": Hostile(
        lambda: xlsx({"xl/_rels/workbook.xml.rels": relations_xml("workbook.xml")}), "empty"
    ),
    "a csv in an archive": Hostile(lambda: zipped({"suivi.csv": "Nom;Statut\n"}), "archive"),
    "a document": Hostile(lambda: zipped({"word/document.xml": "<document/>"}), "not_a_spreadsheet"),
    "a slide show": Hostile(lambda: zipped({"ppt/presentation.xml": "<p/>"}), "not_a_spreadsheet"),
    "a binary workbook of nothing": Hostile(lambda: zipped({"xl/workbook.bin": b"\x80\x01\x05" * 9}), "broken"),
}
