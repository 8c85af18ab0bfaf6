"""Sheets whose cells, rows, columns and merges are told where they cannot be, or without saying where."""

from tests.etl.hostile.making import (
    SHEET,
    Hostile,
    cell,
    relations_xml,
    row,
    sheet_xml,
    strings_xml,
    workbook_xml,
    xlsx,
)
from tests.etl.hostile.part_kinds import DEEP, LAUGHS

WITHOUT_PLACE = '<c t="str"><v>x</v></c>'
WHOLE_MERGE = '<mergeCell ref="A1:XFD1048576"/>'
TO_ITSELF = '<Relationship Id="rId7" Type="x" Target="_rels/workbook.xml.rels"/>'
UPSIDE_DOWN = '<cols><col min="-1" max="0" hidden="1"/><col min="9" max="2" hidden="1"/></cols>'


def _sheet(more_rows: str = "", before: str = "", after: str = "") -> bytes:
    return xlsx({SHEET: sheet_xml(more_rows, before, after)})


def _long_numbers() -> bytes:
    return _sheet(row(5, [cell("A5", "GC-5"), cell("C5", "9" * 5000), cell("D5", "suivi"), cell("E5", "4" * 5000)]))


def _one_part_for(count: int) -> bytes:
    sheets = "".join(f'<sheet name="S{number}" sheetId="{number}" r:id="rId1"/>' for number in range(count))
    return xlsx({"xl/workbook.xml": workbook_xml(sheets)})


def _attributes(count: int) -> str:
    return "<row " + " ".join(f'a{number}="1"' for number in range(count)) + "/>"


KINDS = {
    "whole numbers of five thousand digits": Hostile(_long_numbers, accepted=4),
    "a row without its number, a cell past the last corner": Hostile(
        lambda: _sheet('<row><c r="XFD1048576" t="str"><v>x</v></c></row>'), "far_cell"
    ),
    "twenty thousand cells without their places": Hostile(
        lambda: _sheet("<row>" + WITHOUT_PLACE * 20_000 + "</row>"), "too_many_columns"
    ),
    "a place in small letters": Hostile(
        lambda: _sheet('<row r="1048576"><c r="xfd1048576" t="str"><v>x</v></c></row>'), "reader_ended"
    ),
    "a shared formula that none began": Hostile(
        lambda: _sheet('<row r="5"><c r="A5"><f t="shared" si="4294967295"/><v>1</v></c></row>')
    ),
    "a comment of fifty megabytes": Hostile(lambda: _sheet("<!--" + "x" * 50_000_000 + "-->")),
    "a tag of a hundred megabytes": Hostile(lambda: _sheet("<row " + " " * 100_000_000 + 'r="5"/>')),
    "attributes without end": Hostile(lambda: _sheet(_attributes(100_000))),
    "hidden columns upside down": Hostile(lambda: _sheet(before=UPSIDE_DOWN)),
    "four thousand merges of the whole sheet": Hostile(
        lambda: _sheet(after="<mergeCells>" + WHOLE_MERGE * 4_000 + "</mergeCells>")
    ),
    "one part for three hundred sheets": Hostile(lambda: _one_part_for(299), accepted=897),
    "strings nested without end": Hostile(
        lambda: xlsx({"xl/sharedStrings.xml": strings_xml(inside="<si>" + "<r>" * DEEP + "</r>" * DEEP + "</si>")})
    ),
    "definitions in the properties": Hostile(lambda: xlsx({"docProps/app.xml": LAUGHS}), "has_dtd"),
    "a relation to the relations": Hostile(lambda: xlsx({"xl/_rels/workbook.xml.rels": relations_xml(more=TO_ITSELF)})),
}
