"""Where each household's line comes to stand, and what is kept of it."""

from datetime import date

from etl.demo.habits import Column, Habit
from etl.demo.sheets import lay_out

CONTACT, STATUS = Column("Contact", "first_contact_date"), Column("Statut", "status")
MOVE, NUMBER = Column("Arrivée", "installation_date"), Column("Dossier", "dossier_ref")
WORDS = {"status": {"contact": "C", "installe": "I"}}


def household(name: str, contact: date, move: date | None = None, fault: str | None = None) -> dict:
    status = "installe" if move else "contact"
    return {
        "name": name,
        "first_contact_date": contact,
        "installation_date": move,
        "status": status,
        "fault": fault,
        "adults_count": 2,
    }


def habit(structure: str, sheets: tuple[str, ...], columns: tuple[Column, ...], **ways) -> Habit:
    dates = {"default": {"month_slash": 1}}
    return Habit("200023737", "a.xlsx", structure, sheets, ("En {year}",), columns, dates=dates, words=WORDS, **ways)


def test_a_sheet_a_year_with_its_totals() -> None:
    columns = (CONTACT, STATUS, Column("Adultes", "adults_count"))
    ways = habit("yearly", ("2019", "2020"), columns, totals=True)
    book = lay_out(ways, [household("A", date(2019, 5, 3)), household("B", date(2020, 1, 6))])
    assert [sheet.rows for sheet in book.sheets] == [
        [["En 2019"], ["Contact", "Statut", "Adultes"], ["05/2019", "C", 2], ["TOTAL", "1 foyers", 2]],
        [["En 2020"], ["Contact", "Statut", "Adultes"], ["01/2020", "C", 2], ["TOTAL", "1 foyers", 2]],
    ]
    assert book.truth[1] == {
        "source_file": "a.xlsx",
        "source_sheet": "2020",
        "source_row": 3,
        "epci_code": "200023737",
        "first_contact_date": date(2020, 1, 1),
        "first_contact_date_precision": "month",
        "status": "contact",
        "adults_count": 2,
    }


def test_moves_on_their_own_sheet_join_by_number_and_stand_in_their_order() -> None:
    ways = habit("joined", ("C", "I"), (NUMBER, CONTACT), move_columns=(NUMBER, MOVE), dossier="F{year2}-{rank}")
    rows = [household("A", date(2019, 5, 3), date(2021, 2, 1)), household("B", date(2019, 6, 3), date(2020, 2, 3))]
    book = lay_out(ways, rows)
    assert book.sheets[1].rows[2:] == [["F19-2", "02/2020"], ["F19-1", "02/2021"]]
    assert [(kept["dossier_ref"], kept["source_row"], kept["installation_date"]) for kept in book.truth] == [
        ("F19-1", 3, date(2021, 2, 1)),
        ("F19-2", 4, date(2020, 2, 1)),
    ]


def test_a_fault_is_written_told_and_kept_out_of_the_truth() -> None:
    rows = [household("A", date(2019, 5, 3), fault="gc2"), household("B", date(2019, 6, 3), fault="gc3")]
    book = lay_out(habit("flat", ("S",), (CONTACT, STATUS, MOVE)), rows)
    assert book.sheets[0].rows[2:] == [["31/02/2021", "C", None], ["06/2019", "C", date(2019, 1, 3)]]
    assert [kept["source_row"] for kept in book.truth] == [4]
    assert "installation_date" not in book.truth[0]
    assert [(fault["source_row"], fault["column"], fault["verdict"], fault["code"]) for fault in book.faults] == [
        (3, "A", "row", "impossible_date"),
        (4, "C", "cell", "installation_before_contact"),
    ]
