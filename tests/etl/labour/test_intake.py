"""The labour files through the import itself: what is kept, what replaces what, what is told."""

from pathlib import Path

import pandas as pd
import pytest

from etl.labour.replacement import difference
from etl.pipeline import Choices, import_file
from store import reads
from tests.etl.making import write_csv, write_xlsx

REAL_FILES = Path(__file__).resolve().parents[4] / "shared" / "opendata"

HEADER = ["annee", "Code métier BMO", "Nom métier BMO", "Famille_met", "Dept", "BE24", "NOMBE24", "met", "xmet", "smet"]
FIGURES = ["met", "met_low", "met_high", "xmet", "smet"]


@pytest.fixture
def engine(empty_store):
    return empty_store


def line(fap_code, met, departement="46", bassin=7601):
    return [2024, fap_code, "Métier", "V", departement, bassin, "CAHORS", met, "*", "*"]


@pytest.fixture
def survey(tmp_path):
    def write(name, *lines, title="note"):
        return write_xlsx(tmp_path / name, {"Description": [["", title]], "données": [HEADER, *lines]})

    return write


def codes(report):
    return [problem.code for problem in report.problems]


def test_the_same_survey_saved_again_changes_nothing(engine, survey):
    import_file(engine, survey("a.xlsx", line("S2X61", "12"), line("S1X40", "*")))
    again = import_file(engine, survey("b.xlsx", line("S1X40", "*"), line("S2X61", 12), title="autre"))

    assert (again.status, codes(again)) == ("unchanged", [])
    assert len(reads.read_imports(engine)) == 1


def test_lines_of_other_departements_are_left_out_and_told(engine, survey):
    report = import_file(engine, survey("a.xlsx", line("S2X61", "12"), line("S2X61", "12", departement="31", bassin=1)))

    assert (report.read, report.accepted, report.left_out, codes(report)) == (1, 1, 1, ["other_departements"])
    assert report.problems[0].message == (
        "1\u00a0ligne d'autres départements que le Lot et ses voisins : elles ne sont pas gardées."
    )


def test_another_file_of_the_same_year_replaces_it_and_the_difference_is_told(engine, survey):
    import_file(engine, survey("a.xlsx", *(line(f"S{n}X61", "12") for n in range(5))))
    lines = [line("S0X61", "15"), *(line(f"S{n}X61", "12") for n in (1, 2, 3, 7))]
    report = import_file(engine, survey("b.xlsx", *lines))

    assert (report.status, codes(report)) == ("accepted", ["vintage_replaced"])
    message = report.problems[0].message
    assert "L'enquête de 2024 : ce fichier en remplace un autre" in message
    assert "1\u00a0ligne changée, 1\u00a0ajoutée et 1\u00a0disparue" in message
    assert "dans le Lot : 60 avant, 63 maintenant" in message
    needs = reads.read_table(engine, "labour_needs")
    assert needs[["fap_code", "met"]].to_numpy().tolist()[0] == ["S0X61", 15]
    assert "S4X61" not in set(needs["fap_code"])
    assert len(reads.read_table(engine, "labour_needs", history=True)) == 10
    assert reads.read_table(engine, "rejections").empty


def test_a_file_that_loses_many_rows_is_asked_for(engine, survey):
    import_file(engine, survey("a.xlsx", *(line(f"S{n}X61", "12") for n in range(5))))
    smaller = survey("b.xlsx", line("S0X61", "12"))

    assert import_file(engine, smaller).status == "to_confirm"
    assert len(reads.read_table(engine, "labour_needs")) == 5
    confirmed = import_file(engine, smaller, Choices(accepts_proposals=True))
    assert (confirmed.status, codes(confirmed)) == ("accepted", ["vintage_shrinks"])
    assert len(reads.read_table(engine, "labour_needs")) == 1


def test_other_years_stay_beside(engine, survey):
    import_file(engine, survey("a.xlsx", line("S2X61", "12")))
    older = [[2023 if cell == 2024 else cell for cell in line("S2Z61", "7")]]
    assert codes(import_file(engine, survey("b.xlsx", *older))) == []

    assert reads.read_table(engine, "labour_needs")["survey_year"].tolist() == [2024, 2023]


def test_a_file_of_the_country_brings_its_aggregate_to_a_year_already_known(engine, survey):
    lines = [line("S2X61", "12")]
    import_file(engine, survey("lot.xlsx", *lines))
    others = [line("S2X61", "10", f"{number:02d}", 3101) for number in range(1, 96) if number not in (20, 46)]
    others = [row for row in others if row[4] not in ("12", "15", "19", "24", "47", "82")]
    assert len(others) == 87
    partial = import_file(engine, survey("presque.xlsx", *lines, *others))
    assert (partial.status, partial.left_out) == ("unchanged", 87)

    overseas = [line("S2X61", "10", code, 9701) for code in ("971", "972")]
    whole = import_file(engine, survey("france.xlsx", *lines, *others, *overseas))
    assert whole.status == "accepted"
    national = reads.read_table(engine, "labour_needs_national")
    assert national[["fap_code", "met", "xmet_high", "lasting_high"]].to_numpy().tolist() == [["S2X61", 902, 360, 360]]


@pytest.mark.parametrize(
    ("name", "year", "totals", "bassins"),
    [
        (
            "Base_open_data_BMO_2024.xlsx",
            2024,
            [7758, 7868, 8198, 4397, 3976],
            {"CAHORS": [3525, 2004, 1810], "FIGEAC": [1586, 942, 538], "SOUILLAC": [2647, 1451, 1628]},
        ),
        ("ResMetBE17.xlsx", 2017, [5504.09, 5504.09, 5504.09, 2105.86, 3245.55], None),
    ],
)
def test_the_published_surveys_have_the_totals_of_the_lot(engine, name, year, totals, bassins):
    path = REAL_FILES / "bmo" / name
    if not path.exists():
        pytest.skip(f"the published survey {name} is not beside the project")
    report = import_file(engine, path)
    needs = reads.read_table(engine, "labour_needs")
    lot = needs[needs["departement_code"] == "46"]

    assert (report.status, report.problems, report.left_out) == ("accepted", [], 0)
    assert set(needs["survey_year"]) == {year}
    assert set(needs["departement_code"]) == {"46", "12", "15", "19", "24", "47", "82"}
    assert lot[FIGURES].sum().round(2).tolist() == totals
    if bassins:
        by_bassin = lot.groupby("bassin_name")[["met", "xmet", "smet"]].sum()
        assert {bassin: row.tolist() for bassin, row in by_bassin.iterrows()} == bassins
        by_job = lot.groupby("fap_code")["met"].sum()
        assert (by_job.idxmax(), by_job.max()) == ("S2X61", 792)
    assert reads.read_table(engine, "labour_needs_national").empty


def test_tensions_enter_by_the_same_door(engine, tmp_path):
    header = ["annee", "ROME", "cbassin", "oee", "defm_abc", "ind_tension_d"]
    path = write_csv(tmp_path / "tensions.csv", [header, ["2021", "K1304", "7601", "66,5", "21", "5"]])
    report = import_file(engine, path)

    assert (report.status, report.kind, report.accepted) == ("accepted", "tensions", 1)
    assert reads.read_table(engine, "tensions")["tension_score"].tolist() == [5]
    other = write_csv(tmp_path / "b.csv", [header, ["2021", "K1304", "7601", "66,5", "21", "4"]])
    assert codes(import_file(engine, other)) == ["vintage_replaced"]
    assert reads.read_table(engine, "tensions")["tension_score"].tolist() == [4]


def test_a_new_table_of_trainings_takes_the_place_of_the_former(engine, tmp_path):
    header = ["Formation", "Codes FAP 2009", "Codes FAP 2021", "Source"]
    first = write_csv(tmp_path / "a.csv", [header, ["Une", "S1Z20", "", "texte"], ["Deux", "S1Z40", "", "texte"]])
    second = write_csv(tmp_path / "b.csv", [header, ["Une", "S1Z20", "S1X20", "texte"]])

    assert import_file(engine, first).kind == "trainings"
    shrunk = import_file(engine, second)
    assert (shrunk.status, codes(shrunk)) == ("to_confirm", ["vintage_shrinks"])
    assert "1\u00a0ajoutée et 1\u00a0disparue" in shrunk.problems[0].message
    assert import_file(engine, second, Choices(accepts_proposals=True)).status == "accepted"
    assert reads.read_table(engine, "trainings")["fap_code"].tolist() == ["S1Z20", "S1X20"]
    assert import_file(engine, second).status == "unchanged"


def test_a_line_left_aside_is_told_by_its_number(engine, survey):
    report = import_file(engine, survey("a.xlsx", line("S2X61", "12"), line("S1X40", "douze")))

    assert [problem.message for problem in report.problems] == [
        "Ligne 3 : un nombre ou « * » (secret) est attendu dans « projets de recrutement (met) » : "
        "la ligne est laissée de côté."
    ]


def test_the_former_file_takes_its_place_back(engine, survey):
    first, second = survey("a.xlsx", line("S2X61", "12")), survey("b.xlsx", line("S2X61", "13"))
    import_file(engine, first)
    import_file(engine, second)
    report = import_file(engine, first)

    assert (report.status, codes(report)) == ("accepted", ["vintage_replaced"])
    assert reads.read_table(engine, "labour_needs")["met"].tolist() == [12]
    assert import_file(engine, first).status == "unchanged"


@pytest.mark.parametrize(
    ("sheets", "code", "said"),
    [
        ({"d": [[t for t in HEADER if t != "annee"], line("S2X61", "12")[1:]]}, None, None),
        (
            {"d": [["Code métier BMO", *HEADER[2:5], "BE", "NOMBE", "met", "xmet", "smet"], line("S2X61", "12")[1:]]},
            "year_unknown",
            "la colonne « annee »",
        ),
        ({"a": [HEADER, line("S2X61", "1")], "b": [HEADER, line("S2X61", "2")]}, "two_data_sheets", "« a », « b »"),
        ({"d": [HEADER[:-1], line("S2X61", "1")[:-1]]}, "missing_columns", "(smet) ; titres lus : annee, Code métier"),
    ],
)
def test_a_survey_that_cannot_be_understood_is_refused_with_what_was_seen(engine, tmp_path, sheets, code, said):
    report = import_file(engine, write_xlsx(tmp_path / "enquete.xlsx", sheets))

    if code is None:
        assert report.status == "accepted"
    else:
        assert (report.status, codes(report)) == ("refused", [code])
        assert said in report.problems[0].message
        assert len(reads.read_imports(engine)) == 0


def test_a_difference_counts_rows_and_takes_two_missing_values_for_equal():
    known = pd.DataFrame({"job": ["A", "B", "C"], "met": [1.0, None, 3.0], "import_id": 1})
    new = pd.DataFrame({"job": ["B", "C", "D", "E"], "met": [None, 4.0, 1.0, 1.0]})
    found = difference(known, new, ["job"])

    assert (found.known, found.added, found.removed, found.changed) == (3, 2, 1, 1)
    assert found.loses_many
    assert difference(known, known[["job", "met"]], ["job"]).is_none
