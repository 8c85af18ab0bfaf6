"""LibreOffice workbooks that repeat, nest or define what no program would write."""

from tests.etl.hostile.making import (
    Hostile,
    Member,
    deflated_zeros,
    ods,
    ods_cell,
    ods_xml,
    raw_zip,
    true_member,
    zipped,
)
from tests.etl.hostile.part_kinds import LAUGHS

MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
MOST = 'table:number-rows-repeated="1048576"', 'table:number-columns-repeated="16384"'
EMPTY_TABLE = '<table:table table:name="x"/>'
SPACES = (
    '<table:table-cell office:value-type="string"><text:p>a<text:s text:c="2000000000"/>b</text:p></table:table-cell>'
)


def _repeated(text: str, rows: str = MOST[0], columns: str = MOST[1]) -> bytes:
    inside = ods_cell(text, columns) if text else f"<table:table-cell {columns}/>"
    return ods(f"<table:table-row {rows}>{inside}</table:table-row>")


def _dated(day: str) -> bytes:
    cells = (
        f'<table:table-cell office:value-type="date" office:date-value="{day}"><text:p>x</text:p></table:table-cell>'
    )
    return ods(f"<table:table-row>{ods_cell('GC-9')}{ods_cell('F')}{cells}{ods_cell('suivi')}</table:table-row>")


def _encrypted() -> bytes:
    manifest = '<manifest xmlns:manifest="m"><manifest:encryption-data manifest:checksum="x"/></manifest>'
    return zipped({"mimetype": MIMETYPE, "content.xml": b"\x07" * 900, "META-INF/manifest.xml": manifest})


def _bomb() -> bytes:
    squeezed = deflated_zeros(1024)
    return raw_zip([true_member("mimetype", MIMETYPE), Member(b"content.xml", squeezed, 0, 1024 * 1024 * 1024)])


KINDS = {
    name: Hostile(kind.make, kind.outcome, kind.accepted, ".ods")
    for name, kind in {
        "the whole sheet by repetition": Hostile(lambda: _repeated("x"), "far_cell"),
        "a whole sheet of nothing by repetition": Hostile(lambda: _repeated("")),
        "a line repeated a million times": Hostile(lambda: _repeated("x", columns=""), "far_cell"),
        "a billion repetitions": Hostile(
            lambda: _repeated("x", 'table:number-rows-repeated="4294967295"', ""), "far_cell"
        ),
        "a negative repetition": Hostile(lambda: _repeated("x", 'table:number-rows-repeated="-5"', ""), "broken"),
        "an ods with a password": Hostile(_encrypted, "encrypted"),
        "an ods of a gigabyte": Hostile(_bomb, "inflates_too_much"),
        "laughs in an ods": Hostile(lambda: ods(before=LAUGHS), "has_dtd"),
        "an ods nested without end": Hostile(lambda: ods("<text:a>" * 100_000 + "</text:a>" * 100_000)),
        "an ods without content": Hostile(lambda: zipped({"mimetype": MIMETYPE}), "not_a_spreadsheet"),
        "an ods cut short": Hostile(lambda: zipped({"mimetype": MIMETYPE, "content.xml": ods_xml()[:-300]}), "broken"),
        "a day of the year 99999": Hostile(lambda: _dated("99999-99-99")),
        "two billion spaces": Hostile(
            lambda: ods(f"<table:table-row>{SPACES}</table:table-row>"),
            "reader_ended",
        ),
        "a long text in two million cells": Hostile(
            lambda: _repeated("x" * 5_000, 'table:number-rows-repeated="5000"', 'table:number-columns-repeated="500"'),
            "reader_ended",
        ),
        "fifty thousand sheets": Hostile(
            lambda: ods("</table:table>" + EMPTY_TABLE * 50_000 + "<table:table>"), "too_many_sheets"
        ),
        "a cell over a billion others": Hostile(
            lambda: _repeated("x", "", 'table:number-rows-spanned="999999999" table:number-columns-spanned="999999999"')
        ),
        "an alphabet that nobody knows": Hostile(
            lambda: zipped({"mimetype": MIMETYPE, "content.xml": ods_xml().replace("?>", ' encoding="x-46"?>', 1)}),
            "broken",
        ),
        "a text document": Hostile(
            lambda: zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}),
            "not_a_spreadsheet",
        ),
        "a table within a table": Hostile(
            lambda: ods(f"<table:table-row><table:table-cell>{ods_xml()[21:]}</table:table-cell></table:table-row>")
        ),
    }.items()
}
