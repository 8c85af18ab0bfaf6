"""Merged cells: a spreadsheet keeps their words in the first one alone."""

from etl.workbook import Sheet

TALLEST, WIDEST = 3, 120  # of a range of headings
MOST_COLUMNS, MOST_LINES = 50, 1_000  # of what is said once for several lines

Place = tuple[int, int]


def over_headings(sheet: Sheet) -> dict[Place, str]:
    """The words of small merged ranges, for each cell that they cover beyond the first."""
    found = {}
    for top, left, bottom, right in sheet.merges:
        if bottom - top < TALLEST and right - left < WIDEST and top < len(sheet.rows):
            text = sheet.rows[top][left] if left < len(sheet.rows[top]) else ""
            for row in range(top, bottom + 1):
                for column in range(left, right + 1):
                    if text and (row, column) != (top, left):
                        found[row, column] = text
    return found


def down_lines(sheet: Sheet, first: int, last: int) -> dict[Place, str]:
    """The text of a range merged over several lines of a table, for each line that it covers after its first."""
    found = {}
    for top, left, bottom, right in sheet.merges:
        if first <= top < bottom < last and right - left < MOST_COLUMNS and bottom - top < MOST_LINES:
            text = sheet.rows[top][left] if left < len(sheet.rows[top]) else ""
            found |= {(row, column): text for row in range(top + 1, bottom + 1) for column in range(left, right + 1)}
    return found
