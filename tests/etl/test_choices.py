"""An uncertain layout is a conversation: what is shown of it, and what is chosen, remembered as keyed hashes."""

import json

import pytest
from sqlalchemy import text

from etl.__main__ import main
from etl.choices import Chosen, known_choices
from etl.contacts.identity import heading_hash, label_hash, read_secret
from etl.pipeline import import_file
from etl.report import Choices
from store import reads
from tests.etl.uncertain import CAHORS, HEADINGS, JOBS, LINES, UNSURE, job_line, preview, writer

pytestmark = [pytest.mark.usefixtures("store"), pytest.mark.whole]


@pytest.fixture
def book(tmp_path):
    return writer(tmp_path)


def column(report: dict, letter: str) -> dict:
    return next(
        said for table in report["recognition"]["tables"] for said in table["columns"] if said["letter"] == letter
    )


def test_a_column_told_by_its_contents_alone_is_asked_and_quotes_nothing(store, book, capsys):
    path = book(UNSURE)
    report = import_file(store, path)
    assert (report.status, [problem.code for problem in report.problems][:1]) == ("to_confirm", ["column_guessed"])
    asked = report.problems[0]
    assert (asked.sheet, asked.column, "Blabla" in asked.message) == ("Suivi", "D", False)
    assert asked.message.startswith("Feuille « Suivi », colonne D : cette colonne est comprise comme « Statut », ")
    assert len(reads.read_imports(store)) == 0
    said = column(preview(capsys, path), "D")
    assert (said["field"], said["certainty"], said["heading"]) == ("status", "likely", "Blabla zz")
    assert said["examples"] == ["suivi", "visite", "abandon"]


def test_what_names_a_person_is_not_among_the_examples(book, capsys):
    assert column(preview(capsys, book()), "B")["examples"] == []


def test_a_column_that_is_not_understood_shows_no_word_that_may_be_a_name(book, capsys):
    said = ["Zorglub Anne", "relance Zorglub", "06 39 98 11 11"]
    lines = [[*line[:5], text] for line, text in zip(LINES, said, strict=False)]
    assert column(preview(capsys, book(lines=lines)), "F")["examples"] == ["relance …"]


def test_a_phone_among_statuses_is_not_shown(book, capsys):
    lines = [[*LINES[0][:3], "suivi 06 39 98 11 11", *LINES[0][4:]], *LINES]
    assert column(preview(capsys, book(lines=lines)), "D")["examples"] == ["…", "suivi", "visite"]


def test_accepted_once_it_is_asked_no_more_and_only_hashes_stay(store, book, capsys):
    first = import_file(store, book(UNSURE), Choices(accepts_proposals=True))
    assert (first.status, first.problems[0].code) == ("accepted", "column_guessed")
    later = book(UNSURE, [*LINES, ["6", "Moreau", "06/05/2021", "suivi", "Cahors", ""]])
    assert import_file(store, later).status == "accepted"
    [layout] = reads.read_table(store, "layouts").to_dict("records")
    assert (layout["epci_code"], layout["field"]) == (CAHORS, "status")
    assert layout["header_hash"] == heading_hash(read_secret(), "blabla ZZ")
    with store.connect() as connection:
        every = [
            str(row)
            for name in ("layouts", "label_choices")
            for row in connection.execute(text(f"SELECT * FROM {name}"))
        ]
    assert "labla" not in "".join(every)


def test_a_choice_of_one_epci_is_not_another_s(store, book):
    import_file(store, book(UNSURE), Choices(accepts_proposals=True))
    other = book(UNSURE, name="Grand-Figeac.xlsx")
    assert import_file(store, other).status == "to_confirm"


def test_a_column_is_corrected_by_choosing(store, book):
    path = book()
    heading = heading_hash(read_secret(), HEADINGS[4])
    chosen = Choices(chosen=Chosen(headings={heading: "ignored"}))
    assert import_file(store, path, chosen).status == "accepted"
    assert reads.read_table(store, "households")["target_commune_code"].isna().all()
    assert import_file(store, book(lines=LINES[:4])).status == "accepted"
    assert reads.read_table(store, "households")["target_commune_code"].isna().all()


def test_the_same_file_with_other_choices_is_read_again(store, book):
    path = book()
    import_file(store, path)
    assert import_file(store, path).status == "unchanged"
    heading = heading_hash(read_secret(), HEADINGS[4])
    assert import_file(store, path, Choices(chosen=Chosen(headings={heading: "ignored"}))).status == "accepted"
    assert reads.read_table(store, "households")["target_commune_code"].isna().all()


def test_a_word_that_no_list_knows_is_chosen_once(store, book, capsys):
    lines = [
        ["1", "Lévêque", "01/05/2021", "suivi", "Cahors", ""],
        ["2", "Durand", "02/05/2021", "Xyrplo", "Cahors", ""],
    ]
    path = book(lines=lines)
    [label] = preview(capsys, path)["recognition"]["doubtful_labels"]
    assert (label["field"], label["text"], label["count"]) == ("status", "Xyrplo", 1)
    assert label["codes"]["visite"] == "Visite"
    said = path.with_suffix(".json")
    said.write_text(json.dumps({"headings": {}, "labels": [["status", label["label_hash"], "visite"]]}))
    assert main(["import", str(path), "--choices", str(said), "--json"]) == 0
    assert reads.read_table(store, "households")["status"].tolist() == ["suivi", "visite"]
    [kept] = reads.read_table(store, "label_choices").to_dict("records")
    told = (kept["epci_code"], kept["field"], kept["label_hash"], kept["chosen_code"])
    assert told == (CAHORS, "status", label_hash(read_secret(), "status", "xyrplo"), "visite")
    import_file(store, book(lines=[*lines, ["3", "Moreau", "03/05/2021", "XYRPLO", "Cahors", ""]]))
    assert reads.read_table(store, "households")["status"].tolist() == ["suivi", "visite", "visite"]


def test_a_doubtful_occupation_is_chosen_once_for_oneself_and_for_a_partner(store, book, capsys):
    path = book(JOBS, [job_line(1, "cherche dans le soin"), job_line(2, "zorglubeur")])
    [label] = preview(capsys, path)["recognition"]["doubtful_labels"]
    assert (label["field"], label["text"], label["proposal"]) == ("occupation_code", "cherche dans le soin", None)
    assert list(label["codes"])[:3] == ["aide_soignant", "infirmier", "aide_domicile"]
    chosen = Chosen(labels={("occupation_code", label["label_hash"]): "aide_domicile"})
    assert import_file(store, path, Choices(chosen=chosen)).status == "accepted"
    later = [job_line(1, "Cherche dans le SOIN"), job_line(2, "maçon", "cherche dans le soin")]
    import_file(store, book(JOBS, later))
    jobs = reads.read_table(store, "households")[["occupation_code", "partner_occupation_code"]]
    assert jobs.fillna("").to_numpy().tolist() == [["aide_domicile", ""], ["macon", "aide_domicile"]]


def test_a_later_choice_takes_the_place_of_the_earlier(store, book):
    key = heading_hash(read_secret(), HEADINGS[4])
    for field in ("ignored", "commune_code"):
        import_file(store, book(), Choices(accepts_proposals=True, chosen=Chosen(headings={key: field})))
    assert reads.read_table(store, "layouts")["field"].tolist() == ["commune_code"]
    assert known_choices(store, Chosen()).heading(CAHORS, HEADINGS[4]) == "commune_code"
