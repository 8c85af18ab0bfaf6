"""The files of the demo: the same bytes each time, small, said to be fictional, each in its own habits."""

import zipfile
from pathlib import Path

import pandas as pd
import pytest
from python_calamine import CalamineWorkbook

from etl.demo import write_demo
from etl.demo.habits import habits
from programme.settings import DEMO

pytestmark = pytest.mark.whole

HERE = Path(__file__).parent
FIGEAC = "Grand-Figeac_suivi des porteurs de projet.xlsx"
CAUVALDOR = "CAUVALDOR accueil Causses et Vallée de la Dordogne.xlsx"
MOST_BYTES = 60_000


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return write_demo(tmp_path_factory.mktemp("demo"))


def contents(path: Path) -> dict[str, bytes]:
    """What a file holds: members of an archive, whose packing differs from one zlib to another, else its bytes."""
    if not zipfile.is_zipfile(path):
        return {"": path.read_bytes()}
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def sheet(path: Path, name: str) -> list[list]:
    return CalamineWorkbook.from_path(path).get_sheet_by_name(name).to_python(skip_empty_area=False)


def test_ten_workbooks_and_the_programmes_own(written: list[Path]) -> None:
    assert sorted(path.suffix for path in written) == [".csv", ".ods", *[".xlsx"] * 9]
    assert len({habit.epci_code for habit in habits()}) == 10


def test_writing_twice_gives_the_same_bytes(written: list[Path], tmp_path: Path) -> None:
    again = {path.name: path.read_bytes() for path in write_demo(tmp_path)}
    assert again == {path.name: path.read_bytes() for path in written}


def test_committed_files_are_what_the_script_writes(written: list[Path]) -> None:
    assert {path.name: contents(path) for path in written} == {
        path.name: contents(DEMO / path.name) for path in written
    }


def test_files_are_small_and_say_that_they_are_fictional(written: list[Path]) -> None:
    for path in written:
        said = b"".join(contents(path).values())
        assert len(path.read_bytes()) < MOST_BYTES
        assert any(words in said for words in ("données fictives".encode(), b"donnees fictives")), path.name


def test_a_sheet_a_year_ends_with_its_totals() -> None:
    for year in ("2019", "2020", "2021", "2022"):
        *_titles, headings = sheet(DEMO / CAUVALDOR, year)[:3]
        *lines, last = sheet(DEMO / CAUVALDOR, year)[3:]
        adults = headings.index("NB ADULTES")
        assert last[:2] == ["TOTAL", f"{len(lines)} foyers"]
        assert last[adults] == sum(line[adults] or 0 for line in lines)


def test_installations_join_contacts_by_the_file_number() -> None:
    contacts = [row[0] for row in sheet(DEMO / FIGEAC, "Contacts")[2:]]
    moves = [row[0] for row in sheet(DEMO / FIGEAC, "Installations")[2:]]
    assert len(set(contacts)) == len(contacts)
    assert set(moves) < set(contacts)


def test_the_csv_is_in_cp1252_with_semicolons() -> None:
    raw = (DEMO / "suivi_lalbenque-limogne_31-03-2022.csv").read_bytes()
    with pytest.raises(UnicodeDecodeError):
        raw.decode("utf-8")
    assert {line.count(";") for line in raw.decode("cp1252").splitlines()[1:]} == {23}


def test_a_line_of_truth_is_where_it_says() -> None:
    truth = pd.read_csv(HERE / "truth.csv", dtype=str, keep_default_na=False)
    figeac = truth[truth["source_file"] == FIGEAC]
    rows = sheet(DEMO / FIGEAC, "Contacts")
    assert [rows[int(line) - 1][0] for line in figeac["source_row"]] == figeac["dossier_ref"].to_list()


def test_headings_differ_from_one_epci_to_the_next() -> None:
    headings = [frozenset(column.header for column in habit.columns) for habit in habits()]
    shared = [len(one & other) / len(one) for one in headings for other in headings if one is not other]
    assert max(shared) < 0.6


def test_every_field_of_the_first_figures_is_in_every_workbook() -> None:
    core = {"first_contact_date", "status", "target_commune_code", "installation_date", "commune_code"}
    for habit in habits():
        fields = {column.field for column in (*habit.columns, *habit.move_columns)}
        assert core | {"closing_date", "departure_date"} <= fields, habit.file
