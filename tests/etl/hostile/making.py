"""A small .xlsx and .ods written part by part, and zip files that may lie: what every hostile kind is made of."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from tests.etl.making import HEADINGS

ROWS = "rows"
TABLE = [HEADINGS, *([f"GC-{n}", f"Foyer {n}", "03/05/2021", "suivi", "Cahors"] for n in (1, 2, 3))]
HOUSEHOLDS = len(TABLE) - 1
MEGABYTE = 1024 * 1024
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
MANIFEST = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
SHEET = "xl/worksheets/sheet1.xml"


@dataclass(frozen=True)
class Hostile:
    """One kind: its content, and its end: the code of a refusal, or « rows » of which `accepted` are households."""

    make: Callable[[], bytes]
    outcome: str = ROWS
    accepted: int = HOUSEHOLDS
    suffix: str = ".xlsx"


def cell(reference: str, text: str, kind: str = "inlineStr") -> str:
    inside = f"<is><t>{escape(text)}</t></is>" if kind == "inlineStr" else f"<v>{text}</v>"
    return f'<c r="{reference}" t="{kind}">{inside}</c>'


def row(number: int, cells: list[str]) -> str:
    return f'<row r="{number}">' + "".join(cells) + "</row>"


def good_rows() -> str:
    """The headings and three households, columns A to E, lines 1 to 4."""
    lines = enumerate(TABLE, start=1)
    return "".join(row(n, [cell(f"{'ABCDE'[c]}{n}", text) for c, text in enumerate(texts)]) for n, texts in lines)


def sheet_xml(more_rows: str = "", before: str = "", after: str = "") -> str:
    data = f"<sheetData>{good_rows()}{more_rows}</sheetData>"
    return f'<?xml version="1.0"?><worksheet xmlns="{MAIN}" xmlns:r="{RELATIONS}">{before}{data}{after}</worksheet>'


def workbook_xml(sheets: str = "", after: str = "") -> str:
    sheets = sheets or '<sheet name="Suivi" sheetId="1" r:id="rId1"/>'
    spaces = f'xmlns="{MAIN}" xmlns:r="{RELATIONS}"'
    return f'<?xml version="1.0"?><workbook {spaces}><sheets>{sheets}</sheets>{after}</workbook>'


def relations_xml(target: str = "worksheets/sheet1.xml", more: str = "") -> str:
    rest = '<Relationship Id="rId2" Type="T/sharedStrings" Target="sharedStrings.xml"/>'.replace("T/", f"{RELATIONS}/")
    rest += f'<Relationship Id="rId3" Type="{RELATIONS}/styles" Target="styles.xml"/>{more}'
    first = f'<Relationship Id="rId1" Type="{RELATIONS}/worksheet" Target="{target}"/>'
    return f'<?xml version="1.0"?><Relationships xmlns="{PACKAGE}">{first}{rest}</Relationships>'


def strings_xml(opening: str = 'count="1" uniqueCount="1"', inside: str = "<si><t>Nom</t></si>") -> str:
    return f'<?xml version="1.0"?><sst xmlns="{MAIN}" {opening}>{inside}</sst>'


def styles_xml(inside: str = '<cellXfs count="1"><xf numFmtId="0"/></cellXfs>') -> str:
    return f'<?xml version="1.0"?><styleSheet xmlns="{MAIN}">{inside}</styleSheet>'


def parts() -> dict[str, str]:
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    by_default = '<Default Extension="xml" ContentType="application/xml"/>'
    workbook = f'<Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/>'
    return {
        "[Content_Types].xml": f'<Types xmlns="{types}">{by_default}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}">{workbook}</Relationships>',
        "xl/workbook.xml": workbook_xml(),
        "xl/_rels/workbook.xml.rels": relations_xml(),
        SHEET: sheet_xml(),
        "xl/sharedStrings.xml": strings_xml(),
        "xl/styles.xml": styles_xml(),
    }


def xlsx(changed: dict[str, str | bytes | None] | None = None) -> bytes:
    """The small workbook with some of its parts changed, added, or left out (None)."""
    return zipped({name: text for name, text in (parts() | (changed or {})).items() if text is not None})


def zipped(members: dict[str, str | bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return content.getvalue()


def deflated_zeros(megabytes: int, filler: bytes = b" ") -> bytes:
    """A deflate stream of one character over and over; one megabyte is squeezed once and repeated."""
    squeezer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = squeezer.compress(filler * MEGABYTE) + squeezer.flush(zlib.Z_FULL_FLUSH)
    return block * megabytes + b"\x03\x00"


@dataclass(frozen=True)
class Member:
    """A member of a zip file as its headers tell it, true or not."""

    name: bytes
    data: bytes
    crc: int
    inflated_size: int
    method: int = 8
    flags: int = 0
    extra: bytes = b""

    def header(self, signature: bytes, *middle: bytes) -> bytes:
        told = (20, self.flags, self.method, 0, 33, self.crc, len(self.data), self.inflated_size, len(self.name))
        made_by = struct.pack("<H", 20) if signature == b"PK\x01\x02" else b""
        return signature + made_by + struct.pack("<HHHHHIIIHH", *told, len(self.extra)) + b"".join(middle)


def true_member(name: str, text: str | bytes) -> Member:
    content = text.encode() if isinstance(text, str) else text
    squeezer = zlib.compressobj(1, zlib.DEFLATED, -15)
    return Member(name.encode(), squeezer.compress(content) + squeezer.flush(), zlib.crc32(content), len(content))


def raw_zip(members: list[Member], offset_lie: int = 0) -> bytes:
    """A zip file whose headers say what they are told to."""
    content, directory = b"", b""
    for member in members:
        rest = struct.pack("<HHHII", 0, 0, 0, 0, len(content))
        directory += member.header(b"PK\x01\x02", rest, member.name, member.extra)
        content += member.header(b"PK\x03\x04", member.name, member.extra) + member.data
    count, start = len(members), len(content) + offset_lie
    return content + directory + struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, len(directory), start, 0)


def ods(table: str = "", before: str = "", mimetype: str = "application/vnd.oasis.opendocument.spreadsheet") -> bytes:
    return zipped({"mimetype": mimetype, "META-INF/manifest.xml": MANIFEST, "content.xml": ods_xml(table, before)})


def ods_xml(more_rows: str = "", before: str = "") -> str:
    names = {name: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" for name in ("office", "table", "text", "style")}
    spaces = " ".join(f'xmlns:{name}="{address}"' for name, address in names.items())
    rows = "".join(f"<table:table-row>{''.join(map(ods_cell, texts))}</table:table-row>" for texts in TABLE)
    table = f'<table:table table:name="Suivi">{rows}{more_rows}</table:table>'
    body = f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
    return f'<?xml version="1.0"?>{before}<office:document-content {spaces}>{body}</office:document-content>'


def ods_cell(text: str, more: str = "") -> str:
    return f'<table:table-cell office:value-type="string" {more}><text:p>{escape(text)}</text:p></table:table-cell>'
