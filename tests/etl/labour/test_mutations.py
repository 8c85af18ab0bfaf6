"""Whatever the layout that a year gave to the survey, the same rows come out of it."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from etl.labour.bmo import read_survey
from etl.labour.demo import write_surveys

ROOT = Path(__file__).resolve().parents[3]
REAL_FILES = ROOT.parent / "shared" / "opendata" / "bmo"
FEW = 50

SPELLINGS = [
    ["annee", "Année", "annee "],
    ["Code métier BMO", "code métier BMO ", "metier", "Code_metier_BMO"],
    ["Nom métier BMO", "nom_metier BMO", "nommetier"],
    ["Famille_met", "Famille_metier", "FAMILLE_MET"],
    ["Lbl_fam_met", "Libellé de famille de métier"],
    ["REG", "reg"],
    ["NOM_REG", "Nom de la région"],
    ["Dept", "DEPT", " dept", "Code département"],
    ["NomDept", "NOMDEPT"],
    ["BE24", "BE17", "be2024", "BE"],
    ["NOMBE24", "NOMBE17", "Nombe", "Nom BE 24"],
    ["met", "MET", "Met "],
    ["xmet", "XMET"],
    ["smet", "SMET"],
]


def stem(title):
    return str(title).strip().casefold().rstrip("0123456789 ")


BY_STEM = {stem(spelling): spellings for spellings in SPELLINGS for spelling in spellings}

EXTRA_SHEETS = {
    "notes": [["à vérifier", "Dept"], ["met", "xmet"]],
    "pivot": [["Dept", "met", "xmet", "smet"], ["46", 7758.0, 4397.0, 3976.0]],
}

as_types = {
    "text": lambda cell: str(int(cell)) if isinstance(cell, int | float) else cell,
    "integer": lambda cell: int(cell) if _is_whole(cell) else cell,
    "float": lambda cell: float(cell) if _is_whole(cell) else cell,
    "padded": lambda cell: f" {cell} " if isinstance(cell, str) else cell,
}


def _is_whole(cell):
    return isinstance(cell, str | int | float) and str(cell).removesuffix(".0").isdigit()


def sheets_of(path):
    workbook = CalamineWorkbook.from_path(path)
    return {name: workbook.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in workbook.sheet_names}


@cache
def original(name):
    path = REAL_FILES / name
    if "fictif" in name:
        with TemporaryDirectory() as folder:
            return next(shortened(sheets_of(path)) for path in write_surveys(Path(folder)) if path.name == name)
    if not path.exists():
        pytest.skip(f"the published survey {name} is not beside the project")
    return shortened(sheets_of(path))


def shortened(sheets):
    """The Lot's lines, and a few of the others': enough to tell which are kept."""
    description_name, data_name = sheets
    header, *lines = sheets[data_name]
    place = [stem(title) for title in header].index("dept")
    kept = [line for number, line in enumerate(lines) if str(line[place]).startswith("46") or not number % FEW]
    return {description_name: sheets[description_name], data_name: [header, *kept]}


@cache
def rows_of(name):
    return read_survey(original(name), "enquête.xlsx").rows


@pytest.mark.whole
@pytest.mark.parametrize(
    "name", ["Base_open_data_BMO_2024.xlsx", "ResMetBE17.xlsx", "Base_open_data_BMO_2021_fictif.xlsx"]
)
@settings(max_examples=25)
@given(drawn=st.data())
def test_the_layout_does_not_change_the_rows(name, drawn):
    survey = read_survey(mutate(original(name), drawn), "enquête.xlsx")

    pd.testing.assert_frame_equal(survey.rows, rows_of(name))
    assert survey.problems == []


def mutate(sheets, drawn):
    description_name, data_name = sheets
    header, *lines = sheets[data_name]
    titles = [drawn.draw(st.sampled_from(BY_STEM[stem(title)])) for title in header]
    retype = {
        position: as_types[drawn.draw(st.sampled_from(sorted(as_types)))]
        for position, title in enumerate(header)
        if stem(title) in ("annee", "dept", "be")
    }
    order = drawn.draw(st.permutations([*range(len(header)), "clpe"]))
    table = [pick(titles, order, "clpe", {})] + [pick(line, order, "C1", retype) for line in lines]
    for position in drawn.draw(st.lists(st.integers(0, len(table)), max_size=5)):
        table.insert(position, [""] * drawn.draw(st.integers(0, len(order))))
    changed = {description_name: sheets[description_name], data_name: table, **EXTRA_SHEETS}
    return {name: changed[name] for name in drawn.draw(st.permutations(sorted(changed)))}


def pick(cells, order, extra, retype):
    def cell_at(position):
        return extra if position == "clpe" else retype.get(position, lambda cell: cell)(cells[position])

    return [cell_at(position) for position in order]
