"""Workbooks whose parts announce, repeat, nest or define what no spreadsheet program would write."""

from tests.etl.hostile.making import (
    SHEET,
    Hostile,
    cell,
    good_rows,
    relations_xml,
    row,
    sheet_xml,
    strings_xml,
    styles_xml,
    workbook_xml,
    xlsx,
)

LAUGHS = '<!DOCTYPE a [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {after} "{f"&{before};" * 10}">' for before, after in zip("abcdefgh", "bcdefghi", strict=True)
)
LAUGHS += "]>"
OUTSIDE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
DEEP = 200_000


def _sheet(*arguments: str, **named: str) -> bytes:
    return xlsx({SHEET: sheet_xml(*arguments, **named)})


def _with_dtd(part: str, text: str, dtd: str = LAUGHS, encoding: str = "utf-8", padding: int = 0) -> bytes:
    defined = text.replace('<?xml version="1.0"?>', f'<?xml version="1.0"?><!--{"-=" * padding}-->{dtd}')
    return xlsx({part: defined.encode(encoding)})


def _bad_cells(*values: tuple[str, str]) -> bytes:
    """The good rows, then a line whose status and date are good and whose other cells are these (type, content)."""
    good = [cell("A5", "GC-5"), cell("C5", "03/05/2021"), cell("D5", "suivi")]
    odd = [f'<c r="{"FGHIJKLMNOPQ"[n]}5" t="{kind}"><v>{text}</v></c>' for n, (kind, text) in enumerate(values)]
    return _sheet(row(5, [*good, *odd]))


def _many_sheets(count: int) -> bytes:
    return xlsx(
        {
            "xl/workbook.xml": workbook_xml(
                "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="rId1"/>' for n in range(1, count))
            )
        }
    )


def _echoes() -> bytes:
    """One long text told by seventy thousand cells."""
    rows = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(5, 70_000))
    text = strings_xml(inside=f"<si><t>{'long ' * 3_000}</t></si>")
    return xlsx({SHEET: sheet_xml(rows), "xl/sharedStrings.xml": text})


def _styles(count: int) -> str:
    return styles_xml(f'<cellXfs count="{count}">' + '<xf numFmtId="14" fillId="0"/>' * count + "</cellXfs>")


def _formats() -> str:
    codes = ("[&lt;=9999999999999]0", "[h]:mm:ss.000000", "y" * 100_000, "\\", "&quot;", "[$-F800]", "[", "0;;;;;;@")
    formats = "".join(f'<numFmt numFmtId="{200 + n}" formatCode="{code}"/>' for n, code in enumerate(codes))
    return styles_xml(
        f"<numFmts>{formats}</numFmts><cellXfs>"
        + "".join(f'<xf numFmtId="{200 + n}"/>' for n in range(len(codes)))
        + '<xf numFmtId="-1"/><xf numFmtId="99999999999"/></cellXfs>'
    )


def _days() -> bytes:
    """Dates that no calendar has, in the format of a date: so many that the column is none, and asked."""
    days = ("-1", "2958466", "1e308", "-1e308", "0.0000001", "1e15", "NaN", "60", "99999999999999999999999")
    rows = [
        row(n, [cell(f"A{n}", f"GC-{n}"), f'<c r="C{n}" s="1"><v>{day}</v></c>', cell(f"D{n}", "suivi")])
        for n, day in enumerate(days, start=5)
    ]
    dated = styles_xml('<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>')
    return xlsx({SHEET: sheet_xml("".join(rows)), "xl/styles.xml": dated})


ODD_CELLS = (
    ("n", "NaN"),
    ("n", "inf"),
    ("n", "-1e999"),
    ("e", "#REF!"),
    ("e", "rien"),
    ("s", "4294967295"),
    ("s", "-1"),
)
FORMULAS = "".join(row(n, [f'<c r="{letter}{n}"><f>Autre!A{n}</f></c>' for letter in "ABCDE"]) for n in range(5, 9))
WIDE_MERGE = '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
MERGES = "".join(f'<mergeCell ref="A{n}:E{n}"/>' for n in range(10, 100_000))
KINDS = {
    "a cell in the last corner": Hostile(lambda: _sheet(row(1048576, [cell("XFD1048576", "x")])), "far_cell"),
    "a cell past the last corner": Hostile(lambda: _sheet(row(9, [cell("ZZZ9999999", "x")])), "far_cell"),
    "a cell in the last row": Hostile(lambda: _sheet(row(1048576, [cell("E1048576", "x")])), "far_cell"),
    "an empty cell in the last corner": Hostile(lambda: _sheet(row(1048576, ['<c r="XFD1048576" s="0"/>']))),
    "a reference of forty letters": Hostile(lambda: _sheet(row(5, [cell("A" * 40 + "5", "x")])), "reader_ended"),
    "a row of zero": Hostile(lambda: _sheet(row(0, [cell("A0", "x")])), "broken"),
    "rows in disorder": Hostile(lambda: _sheet(row(2, [cell("F2", "x")]) + row(1, [cell("G1", "y")]))),
    "a row past four billion": Hostile(lambda: _sheet(row(2**32, [cell("A4294967296", "x")])), "broken"),
    "a dimension of the whole sheet": Hostile(lambda: _sheet(before='<dimension ref="A1:XFD1048576"/>')),
    "a dimension upside down": Hostile(lambda: _sheet(before='<dimension ref="XFD1048576:A1"/>')),
    "a dimension that is no place": Hostile(lambda: _sheet(before='<dimension ref="tout"/>'), "broken"),
    "four billion strings announced": Hostile(
        lambda: xlsx({"xl/sharedStrings.xml": strings_xml('count="4294967295" uniqueCount="4294967295"')}),
        "lying_count",
    ),
    "four billion strings, told late": Hostile(
        lambda: xlsx({"xl/sharedStrings.xml": strings_xml(f'a="{"x" * 5000}" uniqueCount="4294967295"')}), "lying_count"
    ),
    "a count of strings of thirty digits": Hostile(
        lambda: xlsx({"xl/sharedStrings.xml": strings_xml(f'uniqueCount="{"9" * 30}"')}), "lying_count"
    ),
    "a negative count of strings": Hostile(lambda: xlsx({"xl/sharedStrings.xml": strings_xml('uniqueCount="-1"')})),
    "a merge of the whole sheet": Hostile(lambda: _sheet(after=WIDE_MERGE)),
    "a hundred thousand merges": Hostile(lambda: _sheet(after=f"<mergeCells>{MERGES}</mergeCells>")),
    "a merge of no place": Hostile(lambda: _sheet(after='<mergeCells><mergeCell ref="??"/></mergeCells>'), "broken"),
    "laughs in a sheet": Hostile(lambda: _with_dtd(SHEET, sheet_xml()), "has_dtd"),
    "laughs in the strings": Hostile(lambda: _with_dtd("xl/sharedStrings.xml", strings_xml()), "has_dtd"),
    "laughs in the styles": Hostile(lambda: _with_dtd("xl/styles.xml", styles_xml()), "has_dtd"),
    "laughs in the relations": Hostile(lambda: _with_dtd("xl/_rels/workbook.xml.rels", relations_xml()), "has_dtd"),
    "a file of the machine as an entity": Hostile(
        lambda: _with_dtd("xl/workbook.xml", workbook_xml(), OUTSIDE), "has_dtd"
    ),
    "definitions in utf-16": Hostile(lambda: _with_dtd(SHEET, sheet_xml(), OUTSIDE, "utf-16"), "has_dtd"),
    "definitions in utf-16 after a long comment": Hostile(
        lambda: _with_dtd(SHEET, sheet_xml(), OUTSIDE, "utf-16", 9_000), "has_dtd"
    ),
    "definitions astride two readings": Hostile(
        lambda: _with_dtd(SHEET, sheet_xml(), padding=(256 * 1024 - 32) // 2), "has_dtd"
    ),
    "definitions in a part without extension": Hostile(lambda: xlsx({"xl/custom": LAUGHS}), "has_dtd"),
    "a sheet nested without end": Hostile(lambda: _sheet(after="<a>" * DEEP + "</a>" * DEEP)),
    "a workbook nested without end": Hostile(
        lambda: xlsx({"xl/workbook.xml": workbook_xml(after="<a>" * DEEP + "</a>" * DEEP)})
    ),
    "styles nested without end": Hostile(lambda: xlsx({"xl/styles.xml": styles_xml("<a>" * DEEP + "</a>" * DEEP)})),
    "a hundred thousand sheets": Hostile(lambda: _many_sheets(100_000), "too_many_sheets"),
    "two hundred thousand styles": Hostile(lambda: xlsx({"xl/styles.xml": _styles(200_000)})),
    "sixty-five thousand names": Hostile(
        lambda: xlsx(
            {
                "xl/workbook.xml": workbook_xml(
                    after="<definedNames>"
                    + "".join(f'<definedName name="n{n}">Suivi!$A${n}</definedName>' for n in range(65_000))
                    + "</definedNames>"
                )
            }
        )
    ),
    "formats that no one can parse": Hostile(lambda: xlsx({"xl/styles.xml": _formats()})),
    "days outside every calendar": Hostile(_days, accepted=12),
    "numbers that are none, errors, texts that are not there": Hostile(lambda: _bad_cells(*ODD_CELLS), accepted=4),
    "formulas that were never worked out": Hostile(lambda: _sheet(FORMULAS)),
    "a formula that means itself": Hostile(
        lambda: _sheet(row(5, ['<c r="F5"><f t="shared" si="0" ref="A1:XFD1048576">F5</f><v>1</v></c>']))
    ),
    "links to other files": Hostile(
        lambda: xlsx(
            {
                "xl/externalLinks/externalLink1.xml": "<externalLink/>",
                "xl/_rels/workbook.xml.rels": relations_xml(
                    more='<Relationship Id="rId9" Type="x" Target="file:///C:/secret.xlsx" TargetMode="External"/>'
                ),
            }
        )
    ),
    "macros": Hostile(lambda: xlsx({"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0" + b"\x00" * 9000}), suffix=".xlsm"),
    "a text longer than a cell may hold": Hostile(lambda: _sheet(row(5, [cell("F5", "é" * 200_000)]))),
    "one long text in seventy thousand cells": Hostile(_echoes, "reader_ended"),
    "an attribute of 20 MB": Hostile(lambda: _sheet(before=f'<sheetPr codeName="{"x" * 20_000_000}"/>')),
    "control characters": Hostile(lambda: _bad_cells(("str", "_x0000_&#27;[2J"), ("str", "a&#8;b")), accepted=4),
    "a null by reference": Hostile(lambda: _bad_cells(("str", "a&#0;b")), accepted=4),
    "words turned right to left": Hostile(
        lambda: _bad_cells(("str", "\u202etxt.exe\u202c\u2066"), ("str", "\ufeff\u200b")), accepted=4
    ),
    "half a surrogate": Hostile(lambda: _bad_cells(("str", "&#xD800;")), accepted=4),
    "bytes that are no utf-8": Hostile(
        lambda: xlsx({SHEET: sheet_xml().encode().replace(b"Foyer 2", b"Foyer \xff\xfe")})
    ),
    "a sheet cut in a cell": Hostile(lambda: xlsx({SHEET: sheet_xml()[:-200]}), "broken"),
    "a sheet of no XML": Hostile(lambda: xlsx({SHEET: "Nom;Statut"}), "broken"),
    "every sheet hidden": Hostile(
        lambda: xlsx({"xl/workbook.xml": workbook_xml('<sheet name="S" sheetId="1" state="veryHidden" r:id="rId1"/>')}),
        "empty",
    ),
    "a sheet's name of a megabyte": Hostile(
        lambda: xlsx({"xl/workbook.xml": workbook_xml(f'<sheet name="{"Suivi " * 180_000}" sheetId="1" r:id="rId1"/>')})
    ),
    "sheets of one name": Hostile(
        lambda: xlsx({"xl/workbook.xml": workbook_xml('<sheet name="S" sheetId="1" r:id="rId1"/>' * 3)}), accepted=9
    ),
    "columns hidden up to four billion": Hostile(
        lambda: _sheet(before='<cols><col min="1" max="4294967295" hidden="1"/></cols>')
    ),
    "a hundred thousand hidden rows of nothing": Hostile(
        lambda: _sheet("".join(f'<row r="{n}" hidden="1"/>' for n in range(5, 100_000)))
    ),
    "many columns": Hostile(lambda: _sheet(wide_rows()), "far_cell"),
    "headings without end": Hostile(lambda: _sheet("".join(good_rows() for _ in range(4000)))),
}


def wide_rows() -> str:
    letters = [
        f"{a}{b}{c}".strip()
        for a in " ABCDEFGHIJKLMNOPQRSTUVW"
        for b in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        for c in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    ]
    return "".join(row(n, [cell(f"{letter}{n}", f"{letter}") for letter in letters]) for n in range(5, 8))
