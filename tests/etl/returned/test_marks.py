"""Where the marks of the annotated copy stand."""

from openpyxl import Workbook

from etl.returned.marks import mark_cells


def test_a_cell_within_merged_ones_is_marked_where_they_begin():
    spreadsheet = Workbook()
    sheet = spreadsheet.active
    sheet.append(["Bru", "zorglub", "", "suivi"])
    sheet.merge_cells("B1:C2")
    note = {"sheet": sheet.title, "row": 2, "message": "Écrivez une date.", "written": "", "is_to_correct": True}
    mark_cells(spreadsheet, {"sentences": ["Lu"], "notes": [note | {"column": column} for column in "CD"]})
    commented = [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.comment]
    assert commented == ["B1", "D2"]
