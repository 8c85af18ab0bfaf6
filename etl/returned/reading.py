"""An annotated workbook that comes back mended: our first sheet and our fills are not its words."""

from dataclasses import replace

from etl.returned.words import FILL, PAGE, TITLE
from etl.workbook import Sheet, Workbook

OUR_MARK = FILL[2:]


def without_our_page(workbook: Workbook) -> Workbook:
    """The same workbook without what the annotated copy added to it."""
    if not any(_is_ours(sheet) for sheet in workbook.sheets):
        return workbook
    sheets = [replace(sheet, marks=_without_ours(sheet)) for sheet in workbook.sheets if not _is_ours(sheet)]
    return replace(workbook, sheets=sheets)


def _is_ours(sheet: Sheet) -> bool:
    return sheet.name.startswith(PAGE) and bool(sheet.rows) and sheet.rows[0][:1] == [TITLE]


def _without_ours(sheet: Sheet) -> dict[int, list[tuple[int, int, str]]]:
    kept = {
        row: [
            (first, last, "+".join(part for part in mark.split("+") if part != OUR_MARK)) for first, last, mark in runs
        ]
        for row, runs in sheet.marks.items()
    }
    return {row: [run for run in runs if run[2]] for row, runs in kept.items() if any(run[2] for run in runs)}
