"""What the cells of an .ods show besides their values."""

import io
import zipfile

from etl.files.ods_looks import read_looks

TABLE = """<d xmlns:t="t" xmlns:x="x"><t:table t:name="Suivi"><t:table-row>
<t:table-cell t:number-rows-spanned="2" t:number-columns-spanned="1"><x:p>suivi</x:p></t:table-cell>
<t:table-cell><x:p>Figeac</x:p></t:table-cell></t:table-row><t:table-row t:visibility="filter">
<t:covered-table-cell/><t:table-cell><x:p>Cahors</x:p></t:table-cell></t:table-row></t:table></d>"""


def test_merged_cells_and_hidden_lines_are_told():
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("content.xml", TABLE)
        look = read_looks(archive)["Suivi"]
    assert (look["merges"], look["hidden_rows"], look["hidden_columns"]) == ([[0, 0, 1, 0]], [1], [])
