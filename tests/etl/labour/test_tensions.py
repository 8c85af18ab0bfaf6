from pathlib import Path

import pandas as pd
import pytest

from etl.labour.tensions import COLUMNS, read_tensions, recognises
from etl.problems import RefusedFile
from etl.workbook import read_workbook

REAL_FILE = Path(__file__).resolve().parents[4] / "shared" / "opendata" / "france_travail" / "cities-tension-utf8.csv"

HEADER = ["annee", "ROME", "cbassin", "oee", "defm_abc", "ind_tension_d", "ind_int_emb_d"]


def tensions_of(*lines, header=HEADER, file_name="tensions.csv"):
    return read_tensions({"": [header, *lines]}, file_name)


def test_one_row_per_bassin_and_occupation_of_the_lot_and_its_neighbours():
    found = tensions_of(
        ["2021", "K1304", "7601", "66,5", "21", "5", "1"],
        ["2021", "g1602", "7601", "", "12.25", "3", "1"],
        ["2021", "G1602", "7536", "10", "12", "1", "1"],
        ["2021", "G1602", "1101", "10", "12", "1", "1"],
    )

    expected = pd.DataFrame(
        [
            [2021, "7536", "G1602", 10.0, 12.0, 1],
            [2021, "7601", "G1602", float("nan"), 12.25, 3],
            [2021, "7601", "K1304", 66.5, 21.0, 5],
        ],
        columns=list(COLUMNS),
    )
    pd.testing.assert_frame_equal(found.rows, expected, check_dtype=False)
    assert (found.read, found.left_out, found.rejected, found.problems) == (4, 1, 0, [])


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (["2021", "Cuisine", "7601", "10", "12", "5", "1"], "bad_rome"),
        (["2021", "G1602", "", "10", "12", "5", "1"], "bad_bassin"),
        (["2021", "G1602", "7601", "10", "12", "6", "1"], "bad_score"),
        (["2021", "G1602", "7601", "10", "12", "fort", "1"], "bad_score"),
        (["2021", "G1602", "7601", "-1", "12", "5", "1"], "negative_number"),
    ],
)
def test_a_bad_cell_costs_its_row_and_is_told_without_being_quoted(line, code):
    found = tensions_of(["2021", "K1304", "7601", "66", "21", "5", "1"], line)

    assert found.rows["rome_code"].tolist() == ["K1304"]
    assert [(problem.code, problem.row) for problem in found.problems] == [(code, 3)]
    assert not {"Cuisine", "fort"} & set(found.problems[0].message.split())


def test_rows_of_the_same_couple_are_all_left_aside():
    line = ["2021", "K1304", "7601", "66", "21", "5", "1"]
    found = tensions_of(line, [*line[:5], "4", "1"], ["2020", *line[1:]])

    assert found.rows["tension_year"].tolist() == [2020]
    assert [(problem.code, problem.row) for problem in found.problems] == [("repeated_row", 2), ("repeated_row", 3)]


def test_the_year_is_the_column_s_else_the_file_name_s():
    header = [title for title in HEADER if title != "annee"]
    line = ["K1304", "7601", "66", "21", "5", "1"]

    assert tensions_of(line, header=header, file_name="tensions_2023.csv").rows["tension_year"].tolist() == [2023]
    with pytest.raises(RefusedFile) as refused:
        tensions_of(line, header=header)
    assert refused.value.problem.code == "year_unknown"


def test_a_missing_column_is_named_and_the_titles_seen_too():
    header = [title for title in HEADER if title != "cbassin"]
    assert recognises({"": [header]})
    with pytest.raises(RefusedFile) as refused:
        tensions_of(["2021"], header=header)
    assert refused.value.problem.code == "missing_columns"
    assert "bassin d'emploi (cbassin) ; titres lus : annee, ROME, oee" in refused.value.problem.message


def test_two_sheets_are_refused_by_name():
    line = ["2021", "K1304", "7601", "66", "21", "5", "1"]
    with pytest.raises(RefusedFile) as refused:
        read_tensions({"2020": [HEADER, line], "2021": [HEADER, line]}, "tensions.xlsx")
    assert "« 2020 », « 2021 »" in refused.value.problem.message


def test_other_files_are_not_taken_for_tensions():
    assert not recognises({"Foyers": [["Nom", "Statut", "Commune"]], "Vide": []})


def test_the_published_file():
    if not REAL_FILE.exists():
        pytest.skip("the published tensions are not beside the project")
    workbook = read_workbook(REAL_FILE)
    found = read_tensions({sheet.name: sheet.rows for sheet in workbook.sheets}, REAL_FILE.name)
    lot = found.rows[found.rows["bassin_code"].isin(["7601", "7622", "7629"])]

    assert (found.read, len(found.rows), found.left_out, found.problems) == (878, 878, 0, [])
    assert (len(lot), lot["rome_code"].nunique()) == (101, 54)
    assert found.rows["tension_score"].value_counts().to_dict() == {5: 497, 3: 118, 1: 115, 4: 90, 2: 58}
