"""An OpenDocument spreadsheet, written member by member: odfpy's bytes depend on what the process wrote before."""

import io
import zipfile
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from etl.demo.cells import Cell
from etl.demo.packing import repack
from etl.demo.sheets import Book, Sheet

MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
URN = "urn:oasis:names:tc:opendocument:xmlns"
NAMESPACES = " ".join(
    [f'xmlns:{name}="{URN}:{name}:1.0"' for name in ("office", "table", "text", "style", "meta", "manifest")]
    + [f'xmlns:fo="{URN}:xsl-fo-compatible:1.0"', f'xmlns:number="{URN}:datastyle:1.0"']
    + ['xmlns:dc="http://purl.org/dc/elements/1.1/"']
)
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
STYLES = (
    '<style:style style:name="bold" style:family="table-cell"><style:text-properties fo:font-weight="bold"/>'
    '</style:style><number:date-style style:name="french"><number:day number:style="long"/><number:text>/'
    '</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/>'
    '</number:date-style><style:style style:name="date" style:family="table-cell" style:data-style-name="french"/>'
)


def write_ods(path: Path, book: Book, author: str) -> None:
    """Every sheet of the book, its heading lines in bold, dates as dates."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("mimetype", MIMETYPE)
        archive.writestr("META-INF/manifest.xml", _manifest())
        archive.writestr("meta.xml", _meta(path.stem, author))
        archive.writestr("content.xml", _content(book.sheets))
    repack(path, packed.getvalue())


def _manifest() -> str:
    entries = [("/", MIMETYPE), ("content.xml", "text/xml"), ("meta.xml", "text/xml")]
    lines = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>' for name, kind in entries
    )
    return f'{HEAD}<manifest:manifest {NAMESPACES} manifest:version="1.2">{lines}</manifest:manifest>'


def _meta(title: str, author: str) -> str:
    said = f"<dc:title>{escape(title)}</dc:title><dc:creator>{escape(author)}</dc:creator>"
    return (
        f'{HEAD}<office:document-meta {NAMESPACES} office:version="1.2"><office:meta>{said}</office:meta>'
        "</office:document-meta>"
    )


def _content(sheets: list[Sheet]) -> str:
    tables = "".join(map(_table, sheets))
    return (
        f'{HEAD}<office:document-content {NAMESPACES} office:version="1.2"><office:automatic-styles>{STYLES}'
        f"</office:automatic-styles><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )


def _table(sheet: Sheet) -> str:
    width = len(sheet.rows[sheet.header_row])
    lines = "".join(
        "<table:table-row>"
        + "".join(_cell(value, is_heading=number <= sheet.header_row) for value in row or [None])
        + "</table:table-row>"
        for number, row in enumerate(sheet.rows)
    )
    columns = f'<table:table-column table:number-columns-repeated="{width}"/>'
    return f"<table:table table:name={quoteattr(sheet.name)}>{columns}{lines}</table:table>"


def _cell(value: Cell, *, is_heading: bool) -> str:
    if value is None:
        return "<table:table-cell/>"
    kind, shown = 'office:value-type="string"', str(value)
    if isinstance(value, date):
        kind = f'office:value-type="date" office:date-value="{value.isoformat()}" table:style-name="date"'
        shown = f"{value:%d/%m/%Y}"
    elif isinstance(value, int):
        kind = f'office:value-type="float" office:value="{value}"'
    look = ' table:style-name="bold"' if is_heading else ""
    return f"<table:table-cell {kind}{look}><text:p>{escape(shown)}</text:p></table:table-cell>"
