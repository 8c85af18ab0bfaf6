"""What the colour of a line, or a line struck through, says where no column says it."""

import colorsys
import re
from collections import Counter
from itertools import pairwise

from etl.contacts.lines import Line
from etl.workbook import Sheet
from programme.vocabulary import Status

RGB = re.compile(r"[0-9A-F]{6}")
STRIKE = "strike"
FEWEST_LINES = 2
MOST_SHARE = 0.97
GREY_SATURATION, PINK_LIGHTNESS = 0.15, 0.75
HUES = ((15, "rouge"), (48, "orange"), (74, "jaune"), (165, "vert"), (260, "bleu"), (334, "violet"), (360, "rouge"))
CUSTOM = {"gris": Status.ABANDON, "vert": Status.INSTALLE, "rouge": Status.ABANDON, "rose": Status.ABANDON}
CUSTOM |= {"orange": Status.SUIVI, "jaune": Status.SUIVI}


def line_marks(sheet: Sheet, lines: list[Line], positions: list[int]) -> dict[int, str]:
    """Line number -> the mark of most of its filled cells."""
    found = {}
    for line in lines:
        runs = sheet.marks.get(line.number - 1)
        if not runs:
            continue
        filled = [position for position in positions if line.texts[position]]
        marks = Counter(mark for place in filled for first, last, mark in runs if first <= place <= last)
        if marks and 2 * marks.most_common(1)[0][1] >= len(filled):
            found[line.number] = marks.most_common(1)[0][0]
    return found


def guessed_meanings(marks: dict[int, str], lines_count: int) -> dict[str, str]:
    """What marks mean by custom, to be confirmed: green has settled, red, grey or struck has given up."""
    counts = Counter(marks.values())
    telling = {mark for mark, count in counts.items() if FEWEST_LINES <= count <= MOST_SHARE * lines_count}
    telling = {mark for mark in telling if not _is_banding(sorted(line for line in marks if marks[line] == mark))}
    guessed = {mark: _custom(mark) for mark in telling}
    return {mark: status for mark, status in guessed.items() if status}


def is_struck(mark: str) -> bool:
    return STRIKE in mark.split("+")


def _is_banding(lines: list[int]) -> bool:
    """Every second line has it: it helps the eye and says nothing."""
    steps = [after - before for before, after in pairwise(lines)]
    return len(lines) > FEWEST_LINES and steps.count(2) >= 0.8 * len(steps)


def name_of(mark: str) -> str | None:
    """What people call a fill: « vert », « gris »; None for what is no fill."""
    if not RGB.fullmatch(mark):
        return None
    red, green, blue = (int(mark[place : place + 2], 16) / 255 for place in (0, 2, 4))
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    if saturation < GREY_SATURATION:
        return "gris"
    name = next(name for last, name in HUES if hue * 360 <= last)
    return "rose" if name == "rouge" and lightness > PINK_LIGHTNESS else name


def _custom(mark: str) -> str | None:
    return str(Status.ABANDON) if is_struck(mark) else CUSTOM.get(name_of(mark) or "")
