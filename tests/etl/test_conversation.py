"""An uncertain layout is a conversation: shown, corrected by choosing, remembered as keyed hashes."""

import json

import pytest
from sqlalchemy import text

from etl import receiving
from etl.__main__ import main
from etl.asking import ask_choices
from etl.choices import Chosen, known_choices
from etl.contacts.identity import heading_hash, label_hash, read_secret
from etl.pipeline import import_file, preview_file
from etl.report import Choices, Report
from etl.told import tell_in_all
from programme import territory
from store import reads
from tests.etl.making import write_xlsx

pytestmark = [pytest.mark.usefixtures("store"), pytest.mark.whole]

CAHORS, FIGEAC = "200023737", "200067361"
HEADINGS = ["N° dossier", "Nom", "Date de premier contact", "Statut", "Ville visée", "Qui répond"]
WORDS = ["suivi", "visite", "abandon", "suivi", "installé"]
NAMES = ["Lévêque", "Durand", "Zorglub", "Petit", "Roux"]
LINES = [
    [str(n), name, f"0{n}/05/2021", word, "Cahors", "zzbla"]
    for n, (name, word) in enumerate(zip(NAMES, WORDS, strict=True), start=1)
]


@pytest.fixture
def book(tmp_path):
    def write(headings=HEADINGS, lines=LINES, name="Grand Cahors.xlsx"):
        return write_xlsx(tmp_path / name, {"Suivi": [headings, *lines]})

    return write


def unsure() -> list[str]:
    """Headings of which one is told by its contents alone."""
    return [*HEADINGS[:3], "Blabla zz", *HEADINGS[4:]]


def column(report: dict, letter: str) -> dict:
    return next(
        said for table in report["recognition"]["tables"] for said in table["columns"] if said["letter"] == letter
    )


def preview(capsys, path, *options) -> dict:
    main(["preview", str(path), "--json", *options])
    [report] = json.loads(capsys.readouterr().out)
    return report


def test_a_column_told_by_its_contents_alone_is_asked_and_quotes_nothing(store, book, capsys):
    path = book(unsure())
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
    first = import_file(store, book(unsure()), Choices(accepts_proposals=True))
    assert (first.status, first.problems[0].code) == ("accepted", "column_guessed")
    later = book(unsure(), [*LINES, ["6", "Moreau", "06/05/2021", "suivi", "Cahors", ""]])
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
    import_file(store, book(unsure()), Choices(accepts_proposals=True))
    other = book(unsure(), name="Grand-Figeac.xlsx")
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


JOBS = ["N° dossier", "Nom", "Date de premier contact", "Statut", "Ville visée", "Métier", "Métier du conjoint"]


def job_line(number, own, partner=""):
    return [str(number), f"Foyer {number}", f"0{number}/05/2021", "suivi", "Cahors", own, partner]


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


def test_a_terminal_shows_the_likely_occupations_alone_and_proposes_none(store, book, capsys):
    path = book(JOBS, [job_line(1, "cherche dans le soin")])
    [report] = preview_file(store, path)
    answers = iter(["", ""])
    assert not ask_choices(report, Choices(), lambda _question: next(answers)).chosen.labels
    assert "Bûcheron" not in capsys.readouterr().err
    answers = iter(["", "2"])
    chosen = ask_choices(report, Choices(), lambda _question: next(answers)).chosen
    assert list(chosen.labels.values()) == ["infirmier"]


def test_a_later_choice_takes_the_place_of_the_earlier(store, book):
    key = heading_hash(read_secret(), HEADINGS[4])
    for field in ("ignored", "commune_code"):
        import_file(store, book(), Choices(accepts_proposals=True, chosen=Chosen(headings={key: field})))
    assert reads.read_table(store, "layouts")["field"].tolist() == ["commune_code"]
    assert known_choices(store, Chosen()).heading(CAHORS, HEADINGS[4]) == "commune_code"


def test_what_is_asked_in_a_terminal(store, book, capsys):
    [report] = preview_file(store, book(unsure()))
    answers = iter(["", ""])
    questions = []
    choices = ask_choices(report, Choices(), lambda question: questions.append(question) or next(answers))
    assert choices.chosen.headings == {heading_hash(read_secret(), "Blabla zz"): "status"}
    assert [question.partition(" : ")[0] for question in questions] == [
        "Colonne D, « Blabla zz »",
        "Corriger une autre colonne, par son numéro [non]",
    ]
    shown = capsys.readouterr().err
    assert "Blabla zz" in shown
    assert "Lévêque" not in shown


def test_another_column_is_corrected_in_a_terminal(store, book):
    path = book(unsure())
    [report] = preview_file(store, path)
    answers = iter(["0", "77", "5", "0", ""])
    choices = ask_choices(report, Choices(), lambda _question: next(answers))
    secret = read_secret()
    named = {"Blabla zz": "ignored", "Ville visée": "ignored"}
    assert choices.chosen.headings == {heading_hash(secret, name): field for name, field in named.items()}
    assert import_file(store, path, choices).status == "accepted"
    assert reads.read_table(store, "households")[["status", "target_commune_code"]].isna().all(axis=None)


@pytest.fixture
def typed(monkeypatch, store):
    """What a person types in a terminal while a file is imported: every answer must be asked for."""

    def answer(path, *answers):
        waiting = iter(answers)
        monkeypatch.setattr(receiving, "_ask", lambda _question: next(waiting))
        received = {path: receiving.preview_file(store, path, Choices())}
        receiving._converse(store, received, Choices())
        assert next(waiting, None) is None
        return [report.status for report in received[path]]

    return answer


def test_who_gives_up_in_a_terminal_imports_nothing(store, book, typed):
    assert typed(book(unsure()), "99", "x", "0", "", "non") == ["to_confirm"]
    assert reads.read_imports(store).empty


def test_what_the_choices_change_is_said_before_they_are_confirmed(store, book, typed, capsys):
    import_file(store, book())
    assert typed(book(unsure(), LINES[1:]), "0", "", "n") == ["to_confirm"]
    changes = [line for line in capsys.readouterr().err.splitlines() if "Par rapport à ce qui était connu" in line]
    assert [change.replace("\u00a0", " ").partition(" : ")[2] for change in changes] == [
        "4 dossiers corrigés, 1 ligne disparue."
    ]


def test_whose_a_file_is_is_asked_first(store, book, typed):
    lines = [[*line[:4], "", ""] for line in LINES]
    assert typed(book(unsure(), lines, name="Familles.xlsx"), "2", "", "", "o") == ["accepted"]
    assert reads.read_imports(store)["epci_code"].tolist() == [list(territory.epci_names())[1]]


def test_every_epci_of_a_file_is_asked_about_before_any_is_taken(store, book, typed):
    for code in (CAHORS, FIGEAC):
        import_file(store, book(lines=LINES), Choices(epci_code=code))
    lines = [["Grand Cahors", *LINES[0]], ["Grand-Figeac", *LINES[1]]]
    path = book(["EPCI", *HEADINGS], lines, name="plusieurs.xlsx")
    assert typed(path, "", "", "", "non") == ["to_confirm", "to_confirm"]
    assert len(reads.read_imports(store)) == 2


def test_a_heading_is_asked_once_for_all_the_epcis_of_a_file(store, book, typed):
    lines = [[name, *line] for name in ("Grand Cahors", "Grand-Figeac") for line in LINES]
    path = book(["EPCI", *unsure()], lines, name="plusieurs.xlsx")
    assert typed(path, "37", "", "", "non") == ["to_confirm", "to_confirm"]


def test_a_file_that_leaves_most_out_may_be_said_to_add_to_what_is_known(store, book, typed):
    import_file(store, book())
    others = [[f"9{line[0]}", *line[1:]] for line in LINES]
    assert typed(book(lines=others, name="Grand Cahors ajout.xlsx"), "0", "", "o") == ["accepted"]
    assert len(reads.read_table(store, "households")) == 2 * len(LINES)


def test_who_stops_the_questions_keeps_what_was_taken(store, book, monkeypatch, capsys):
    def stop(_question):
        raise EOFError

    monkeypatch.setattr(receiving, "_ask", stop)
    path = book(unsure())
    received = {path: preview_file(store, path)}
    receiving._converse(store, received, Choices())
    assert [report.status for report in received[path]] == ["to_confirm"]
    assert "ce qui n'était pas confirmé n'est pas pris" in capsys.readouterr().err


def test_what_a_file_changes_is_said_again_once_another_was_taken(store, book, monkeypatch, capsys):
    first, second = book(unsure()), book(unsure(), LINES[1:], name="Grand Cahors suite.xlsx")
    answers = iter(["", "", "o", "o"])
    monkeypatch.setattr(receiving, "_ask", lambda _question: next(answers))
    received = {path: preview_file(store, path) for path in (first, second)}
    receiving._converse(store, received, Choices())
    assert [report.status for reports in received.values() for report in reports] == ["accepted", "accepted"]
    assert "Par rapport à ce qui était connu : 1 ligne disparue." in capsys.readouterr().err.replace("\u00a0", " ")


def test_many_files_are_told_in_all(capsys):
    each = [("a", "accepted"), ("b", "unchanged"), ("c", "unchanged"), ("d", "accepted"), ("d", "to_confirm")]
    tell_in_all([Report(name, status=status) for name, status in each])
    said = capsys.readouterr().err.replace("\u00a0", " ")
    assert said == "4 fichiers : 1 à confirmer, 1 accepté, 2 déjà connus.\n"


def test_a_word_settled_wrongly_is_settled_again(store, book, typed, capsys):
    lines = [*LINES[:2], ["3", "Durand", "02/05/2021", "Xyrplo", "Cahors", ""]]
    key = "status", label_hash(read_secret(), "status", "Xyrplo")
    import_file(store, book(lines=lines), Choices(chosen=Chosen(labels={key: "visite"})))
    [settled] = preview(capsys, book(lines=lines))["recognition"]["settled_labels"]
    assert (settled["text"], settled["proposal"], settled["codes"]["abandon"]) == ("Xyrplo", "visite", "Abandon")
    assert typed(book(unsure(), lines), "37", "", "1", "6", "", "o") == ["accepted"]
    assert reads.read_table(store, "households")["status"].tolist() == ["suivi", "visite", "abandon"]
    import_file(store, book(lines=lines), Choices(chosen=Chosen(labels={key: ""})))
    assert reads.read_table(store, "households")["status"].isna().tolist() == [False, False, True]
    assert [label["text"] for label in preview(capsys, book(lines=lines))["recognition"]["doubtful_labels"]] == [
        "Xyrplo"
    ]


def test_sheets_of_one_habit_are_shown_and_asked_once(store, tmp_path, capsys):
    months = ["Janvier", "Février", "Mars", "Avril"]
    path = write_xlsx(tmp_path / "Grand Cahors.xlsx", {month: [unsure(), *LINES] for month in months})
    [report] = preview_file(store, path)
    [asked] = [problem for problem in report.problems if problem.code == "column_guessed"]
    assert asked.message.startswith("Feuille « Janvier », colonne D : ")
    assert asked.message.endswith("ou choisissez un autre champ. De même sur 3\xa0autres feuilles.")
    [table] = report.recognition.tables
    assert (table.sheets, table.households_count) == (tuple(months), 20)
    questions = []
    ask_choices(report, Choices(), lambda question: questions.append(question) or "")
    assert sum("Blabla zz" in question for question in questions) == 1
    assert "Feuilles « Janvier », « Février », « Mars » et 1\xa0autre" in capsys.readouterr().err
