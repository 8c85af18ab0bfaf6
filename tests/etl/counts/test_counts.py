"""An EPCI that sends only its totals: months down or across, with or without their year, one EPCI or several."""

from datetime import date

import pytest

from etl.contacts import reader as contacts
from etl.counts.reader import read_counts, recognises
from etl.pipeline import import_file, receive_file
from etl.problems import RefusedFile
from etl.workbook import read_workbook
from programme.settings import DEMO, EARLIER_DEMO
from store import reads
from tests.etl.making import HEADINGS, write_csv, write_xlsx

QUERCY_BLANC, CAZALS = "200039519", "200035327"
pytestmark = pytest.mark.whole

DOWN = [["Mois", "Contacts", "Installations"], ["janvier 2021", "4", "1"], ["févr. 2021", "0", ""], ["Total", "4", "1"]]


def rows(path, epci_code=None) -> list[tuple]:
    return [
        tuple(row)
        for taken in read_counts(read_workbook(path), epci_code)
        for row in taken.frames["reported_counts"].to_numpy().tolist()
    ]


def january(figure: str, count: int, epci_code: str = QUERCY_BLANC) -> tuple:
    return (epci_code, date(2021, 1, 1), figure, count)


def february(figure: str, count: int, epci_code: str = QUERCY_BLANC) -> tuple:
    return (epci_code, date(2021, 2, 1), figure, count)


@pytest.mark.parametrize(
    "sheets",
    [
        {"Totaux": [["Quercy Blanc"], [], *DOWN]},
        {"2021": [["Mois", "Nb de contacts", "Foyers installés"], ["Janvier", 4, 1], ["Février", 0, None]]},
        {
            "Totaux": [
                ["", "01/2021", "02/2021", "03/2021"],
                ["Contacts reçus", 4, 0, None],
                ["Installations", 1, "", ""],
            ]
        },
        {
            "Bilan": [
                ["Année 2021"],
                ["", "Janvier", "Février", "Mars"],
                ["Contacts", 4, 0, "-"],
                ["Arrivées", 1, "", ""],
            ]
        },
        {"Totaux": [["Mois", "Contacts", "Installations"], [date(2021, 1, 1), 4, 1], [date(2021, 2, 1), 0, None]]},
    ],
    ids=["down", "months under a year", "across", "across under a year", "dates"],
)
def test_totals_are_read_in_several_forms(tmp_path, sheets):
    path = write_xlsx(tmp_path / "Quercy Blanc totaux.xlsx", sheets)
    assert recognises(read_workbook(path))
    assert sorted(rows(path), key=str) == sorted([january("A1", 4), february("A1", 0), january("A5", 1)], key=str)


def test_a_csv_of_several_epcis_is_one_import_each(tmp_path, empty_store):
    lines = [["EPCI", "Mois", "Contacts"], ["Quercy Blanc", "01/2021", "4"], [CAZALS, "01/2021", "2"]]
    path = write_csv(tmp_path / "totaux.csv", lines)
    assert rows(path) == [january("A1", 2, CAZALS), january("A1", 4)]
    reports = receive_file(empty_store, path)
    assert [(report.epci_code, report.kind, report.status) for report in reports] == [
        (CAZALS, "counts", "accepted"),
        (QUERCY_BLANC, "counts", "accepted"),
    ]
    assert len(reads.read_table(empty_store, "reported_counts")) == 2


def test_a_cell_that_is_no_count_and_a_month_twice_are_refused(tmp_path):
    lines = [DOWN[0], ["janvier 2021", "4", "quelques-unes"], ["01/2021", "5", "2"], ["mars 2021", "-3", "1"]]
    path = write_xlsx(tmp_path / "Quercy Blanc.xlsx", {"Totaux": lines})
    [taken] = read_counts(read_workbook(path))
    assert [(problem.code, problem.row, problem.column) for problem in taken.cells] == [
        ("unknown_count", 2, "C"),
        ("repeated_month", 3, "B"),
        ("unknown_count", 4, "B"),
    ]
    assert (taken.read, taken.accepted, taken.rejected) == (3, 3, 0)
    assert "quelques" not in str(taken.cells)
    assert taken.refused == []


def test_an_empty_month_is_not_zero(tmp_path):
    path = write_xlsx(tmp_path / "Quercy Blanc.xlsx", {"Totaux": DOWN})
    assert february("A5", 0) not in rows(path)
    assert february("A1", 0) in rows(path)


def test_whose_they_are_must_be_said(tmp_path, empty_store):
    path = write_xlsx(tmp_path / "totaux.xlsx", {"Feuil1": DOWN})
    with pytest.raises(RefusedFile) as refused:
        read_counts(read_workbook(path))
    assert refused.value.problem.code == "unknown_epci"
    assert rows(path, QUERCY_BLANC)[0] == january("A1", 4)
    assert import_file(empty_store, path).status == "refused"


def test_a_later_file_replaces_the_months_of_which_it_speaks(tmp_path, empty_store):
    import_file(empty_store, write_xlsx(tmp_path / "Quercy Blanc.xlsx", {"Totaux": DOWN}))
    later = [DOWN[0], ["février 2021", 3, 2], ["mars 2021", 1, 0]]
    report = import_file(empty_store, write_xlsx(tmp_path / "Quercy Blanc mars.xlsx", {"Totaux": later}))
    assert [problem.code for problem in report.problems] == ["counts_only"]
    told = reads.read_table(empty_store, "reported_counts").sort_values(["figure", "month_date"])
    assert told[["figure", "reported_count"]].to_numpy().tolist() == [
        ["A1", 4],
        ["A1", 3],
        ["A1", 1],
        ["A5", 1],
        ["A5", 2],
        ["A5", 0],
    ]


def test_a_workbook_with_households_is_not_one_of_totals(tmp_path):
    lines = [[str(n), f"Foyer {n}", "03/05/2021", "suivi", "Cahors"] for n in range(50)]
    sheets = {"Suivi": [HEADINGS, *lines], "Statistiques": DOWN}
    workbook = read_workbook(write_xlsx(tmp_path / "Grand Cahors.xlsx", sheets))
    assert not recognises(workbook)
    assert contacts.recognises(workbook)
    assert not [path.name for path in DEMO.glob("*.*") if recognises(read_workbook(path))]


def test_a_short_list_of_households_is_not_one_of_totals():
    assert not [path.name for path in EARLIER_DEMO.glob("*.*") if recognises(read_workbook(path))]


def test_what_totals_change_is_said(store, tmp_path):
    first = write_xlsx(tmp_path / "Quercy Blanc.xlsx", {"Totaux": DOWN})
    assert receive_file(store, first)[0].change.sentence == "+3\u00a0totaux"
    later = [DOWN[0], ["janvier 2021", "5", "1"], ["mars 2021", "2", ""]]
    [report] = receive_file(store, write_xlsx(tmp_path / "Quercy Blanc suite.xlsx", {"Totaux": later}))
    assert (report.change.known, report.change.sentence) == (3, "+1\u00a0total, 1\u00a0total changé")
    [told] = report.problems
    assert "Quercy Blanc compte dans les contacts et les installations, et manque" in told.message


def test_totals_beside_the_files_of_their_epci_are_said_not_to_count(store, tmp_path):
    lines = [["1", "Roux", "03/05/2021", "suivi", "Castelnau-Montratier"]]
    import_file(store, write_xlsx(tmp_path / "Quercy Blanc.xlsx", {"Suivi": [HEADINGS, *lines]}))
    [report] = receive_file(store, write_xlsx(tmp_path / "Quercy Blanc totaux.xlsx", {"Totaux": DOWN}))
    assert (report.status, [problem.code for problem in report.problems]) == ("accepted", ["counts_unused"])
