"""The demo's ten workbooks, read: equal to the truth, each planted fault told, nobody anywhere."""

import json
import shutil
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from sqlalchemy import text

from etl.contacts.reader import Reading
from etl.demo.people import personal_words
from etl.demo.simulate import simulate
from etl.words import normal
from etl.workbook import read_workbook
from store.engine import open_store

pytestmark = pytest.mark.whole

TRUTH = Path(__file__).parent / "demo"
PLACE = ["source_file", "source_sheet", "source_row"]
PERSONAL_HEADINGS = ("nom", "prenom", "foyer", "famille", "qui", "tel", "joindre", "portable", "mail", "courriel")
FREE_HEADINGS = (
    "comment",
    "observ",
    "obs",
    "remarque",
    "savoir",
    "adresse",
    "metier",
    "profession",
    "adresse actuelle",
)


def in_words(value: object) -> str:
    if value is None or value is pd.NA or value != value:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else str(value)


def needs_in_words(readings: dict[str, Reading]) -> pd.DataFrame:
    """One row per household: axes said, met and not met, in the order of their names."""
    needs = pd.concat([reading.content.needs for reading in readings.values()], ignore_index=True)
    columns = {
        "needs": needs,
        "needs_met": needs[needs["is_met"].eq(True)],
        "needs_unmet": needs[needs["is_met"].eq(False)],
    }
    return pd.DataFrame({name: rows.groupby("household_id")["axis"].agg(_sorted) for name, rows in columns.items()})


def _sorted(axes) -> str:
    return " ".join(sorted(axes))


@pytest.fixture(scope="module")
def truth() -> pd.DataFrame:
    rows = pd.read_csv(TRUTH / "truth.csv", dtype=str, keep_default_na=False)
    for name in ("needs", "needs_met", "needs_unmet"):
        rows[name] = rows[name].str.split().map(_sorted)
    return rows.sort_values(PLACE, ignore_index=True)


def test_the_demo_is_read_as_it_is(truth, demo_readings, demo_households):
    found = demo_households.join(needs_in_words(demo_readings), on="household_id")
    found = found[truth.columns].map(in_words).astype(str)
    found["source_row"] = found["source_row"].astype(str)
    found = found.set_index(PLACE).loc[pd.MultiIndex.from_frame(truth[PLACE])].reset_index()
    assert len(found) == len(demo_households) == len(truth)
    pd.testing.assert_frame_equal(found, truth, check_dtype=False)


def test_each_planted_fault_is_told_and_nothing_else(demo_readings):
    faults = pd.read_csv(TRUTH / "faults.csv", dtype=str, keep_default_na=False)
    planted = {(row.source_file, row.code, row.verdict) for row in faults.itertuples()}
    told = {
        (name, problem.code, verdict)
        for name, reading in demo_readings.items()
        for verdict, problems in (("row", reading.content.rejected), ("cell", reading.content.refused))
        for problem in problems
    }
    # Seven workbooks write occupations, some in words that may mean two.
    doubtful = {fault for fault in told if fault[1] == "doubtful_occupation"}
    assert len(doubtful) == 7
    assert told - doubtful == planted


def test_each_fault_of_a_cell_is_told_at_its_cell(demo_readings):
    faults = pd.read_csv(TRUTH / "faults.csv", dtype=str, keep_default_na=False)
    faults = faults[faults["code"] != "nothing_to_trust"]
    told = {
        (name, problem.sheet, str(problem.row), problem.column, problem.code)
        for name, reading in demo_readings.items()
        for problem in (*reading.content.rejected, *reading.content.refused)
    }
    columns = [*PLACE, "column", "code"]
    assert set(faults[columns].itertuples(index=False, name=None)) <= told


@pytest.fixture(scope="module")
def people(demo_files) -> set[str]:
    """Every name, phone, e-mail and comment of the workbooks' personal columns, and what their maker says he wrote."""
    found = {word for word in personal_words(simulate().to_dict("records")) if isinstance(word, str)}
    for path in demo_files:
        for sheet in read_workbook(path).sheets:
            found |= _personal_cells(sheet.rows)
    words = {word for word in found if len(word) >= (9 if word.isdigit() else 5)}
    assert len(words) > 2000
    return words


def _personal_cells(rows: list[list[str]]) -> set[str]:
    start = next(position for position, row in enumerate(rows) if sum(map(bool, row)) > 5)
    personal = [
        place
        for place, heading in enumerate(rows[start])
        if normal(heading).startswith((*PERSONAL_HEADINGS, "adresse mail"))
        or (normal(heading).startswith("comment") and not normal(heading).startswith("comment nous"))
    ]
    return {row[place] for row in rows[start + 1 :] for place in personal if place < len(row) and row[place]}


def test_the_import_says_what_became_of_each_file(demo_import, demo_files, truth):
    reports = json.loads(demo_import.said)
    assert {report["status"] for report in reports} == {"accepted"}
    reports = [report for report in reports if report["file"] in {path.name for path in demo_files}]
    assert {report["file"]: report["accepted"] for report in reports} == truth["source_file"].value_counts().to_dict()
    assert sum(report["rejected"] for report in reports) == 7
    assert sum(report["left_out"] for report in reports) == 4
    assert all(report["read"] == report["accepted"] + report["rejected"] for report in json.loads(demo_import.said))


def test_nobody_is_found_in_the_store_nor_in_what_the_import_says(demo_import, people, tmp_path):
    path, said, told = Path(shutil.copy(demo_import.path, tmp_path)), demo_import.said, demo_import.told
    engine = open_store(f"sqlite:///{path}")
    before = _everything(path.parent)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM"))
    engine.dispose()
    for place in (
        before,
        _everything(path.parent),
        said.encode(),
        told.encode(),
        json.dumps(json.loads(said)).encode(),
    ):
        assert found_in(place, people) == set()


def found_in(place: bytes, words: set[str]) -> set[str]:
    """The words that stand there; most are ruled out by their first five bytes."""
    begun = {place[start : start + 5] for start in range(len(place) - 4)}
    return {word for word in words if (told := word.encode())[:5] in begun and told in place}


def test_a_word_would_be_found():
    assert found_in("Mme Lévêque, Cahors".encode(), {"Lévêque", "Lévis-Mirepoix", "Figeac"}) == {"Lévêque"}


def _everything(folder: Path) -> bytes:
    return b"\n".join(path.read_bytes() for path in folder.iterdir())
