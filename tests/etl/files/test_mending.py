"""A cell that no reader takes costs itself; the others are those of the workbook."""

import pytest

from etl.files.stream import gathered
from etl.parse import read_file
from tests.etl.hostile.making import SHEET, TABLE, cell, ods, ods_cell, row, sheet_xml, styles_xml, xlsx

DATED = styles_xml('<cellXfs><xf numFmtId="0"/><xf numFmtId="46"/></cellXfs>')


@pytest.mark.parametrize(
    ("odd", "text", "is_told"),
    [
        ('<c r="C5" t="n"><v>abc</v></c>', "", True),
        ('<c r="C5" t="s"><v>4294967295</v></c>', "", True),
        ('<c r="C5" t="b"><v>7</v></c>', "", True),
        ('<c r="C5" t="e"><v>rien</v></c>', "", True),
        ('<c r="C5" t="zz"><v>7</v></c>', "", True),
        ('<c r="C5" s="1"><v>1e308</v></c>', "1e308", False),
        ('<c r="C5" t="str"><v>a&#0;b&c</v></c>', "a\ufffdb\ufffd", False),
    ],
)
def test_a_bad_cell_of_an_xlsx_costs_itself(tmp_path, odd, text, is_told):
    path = tmp_path / "suivi.xlsx"
    line = row(5, [cell("A5", "GC-5"), odd, cell("E5", "Figeac")])
    path.write_bytes(xlsx({SHEET: sheet_xml(line), "xl/styles.xml": DATED}))
    [sheet] = gathered(read_file(path))["sheets"]
    assert sheet["rows"] == [*TABLE, ["GC-5", "", text, "", "Figeac"]]
    assert sheet["unvalued"] == ([(4, 2)] if is_told else [])


def test_a_bad_cell_of_an_ods_leaves_the_text_that_it_shows(tmp_path):
    path = tmp_path / "suivi.ods"
    odd = 'office:value-type="float" office:value="trois"'
    bad = f"<table:table-cell {odd}><text:p>mai 2021</text:p></table:table-cell>"
    path.write_bytes(ods(f"<table:table-row>{ods_cell('GC-5')}{ods_cell('F')}{bad}</table:table-row>"))
    [sheet] = gathered(read_file(path))["sheets"]
    assert sheet["rows"][-1] == ["GC-5", "F", "mai 2021", "", ""]
