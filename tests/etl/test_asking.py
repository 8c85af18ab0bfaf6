"""An uncertain layout is a conversation: in a terminal."""

import pytest

from etl import receiving
from etl.asking import ask_choices
from etl.choices import Chosen
from etl.contacts.identity import heading_hash, label_hash, read_secret
from etl.pipeline import import_file, preview_file
from etl.report import Choices
from programme import territory
from store import reads
from tests.etl.making import write_xlsx
from tests.etl.uncertain import CAHORS, FIGEAC, HEADINGS, JOBS, LINES, UNSURE, job_line, preview, writer

pytestmark = [pytest.mark.usefixtures("store"), pytest.mark.whole]


@pytest.fixture
def book(tmp_path):
    return writer(tmp_path)


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


def test_a_terminal_shows_the_likely_occupations_alone_and_proposes_none(store, book, capsys):
    path = book(JOBS, [job_line(1, "cherche dans le soin")])
    [report] = preview_file(store, path)
    answers = iter(["", ""])
    assert not ask_choices(report, Choices(), lambda _question: next(answers)).chosen.labels
    assert "Bûcheron" not in capsys.readouterr().err
    answers = iter(["", "2"])
    chosen = ask_choices(report, Choices(), lambda _question: next(answers)).chosen
    assert list(chosen.labels.values()) == ["infirmier"]


def test_what_is_asked_in_a_terminal(store, book, capsys):
    [report] = preview_file(store, book(UNSURE))
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
    path = book(UNSURE)
    [report] = preview_file(store, path)
    answers = iter(["0", "77", "5", "0", ""])
    choices = ask_choices(report, Choices(), lambda _question: next(answers))
    secret = read_secret()
    named = {"Blabla zz": "ignored", "Ville visée": "ignored"}
    assert choices.chosen.headings == {heading_hash(secret, name): field for name, field in named.items()}
    assert import_file(store, path, choices).status == "accepted"
    assert reads.read_table(store, "households")[["status", "target_commune_code"]].isna().all(axis=None)


def test_who_gives_up_in_a_terminal_imports_nothing(store, book, typed):
    assert typed(book(UNSURE), "99", "x", "0", "", "non") == ["to_confirm"]
    assert reads.read_imports(store).empty


def test_what_the_choices_change_is_said_before_they_are_confirmed(store, book, typed, capsys):
    import_file(store, book())
    assert typed(book(UNSURE, LINES[1:]), "0", "", "n") == ["to_confirm"]
    changes = [line for line in capsys.readouterr().err.splitlines() if "Par rapport à ce qui était connu" in line]
    assert [change.replace("\u00a0", " ").partition(" : ")[2] for change in changes] == [
        "4 dossiers corrigés, 1 ligne disparue."
    ]


def test_whose_a_file_is_is_asked_first(store, book, typed):
    lines = [[*line[:4], "", ""] for line in LINES]
    assert typed(book(UNSURE, lines, name="Familles.xlsx"), "2", "", "", "o") == ["accepted"]
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
    path = book(["EPCI", *UNSURE], lines, name="plusieurs.xlsx")
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
    path = book(UNSURE)
    received = {path: preview_file(store, path)}
    receiving._converse(store, received, Choices())
    assert [report.status for report in received[path]] == ["to_confirm"]
    assert "ce qui n'était pas confirmé n'est pas pris" in capsys.readouterr().err


def test_what_a_file_changes_is_said_again_once_another_was_taken(store, book, monkeypatch, capsys):
    first, second = book(UNSURE), book(UNSURE, LINES[1:], name="Grand Cahors suite.xlsx")
    answers = iter(["", "", "o", "o"])
    monkeypatch.setattr(receiving, "_ask", lambda _question: next(answers))
    received = {path: preview_file(store, path) for path in (first, second)}
    receiving._converse(store, received, Choices())
    assert [report.status for reports in received.values() for report in reports] == ["accepted", "accepted"]
    assert "Par rapport à ce qui était connu : 1 ligne disparue." in capsys.readouterr().err.replace("\u00a0", " ")


def test_a_word_settled_wrongly_is_settled_again(store, book, typed, capsys):
    lines = [*LINES[:2], ["3", "Durand", "02/05/2021", "Xyrplo", "Cahors", ""]]
    key = "status", label_hash(read_secret(), "status", "Xyrplo")
    import_file(store, book(lines=lines), Choices(chosen=Chosen(labels={key: "visite"})))
    [settled] = preview(capsys, book(lines=lines))["recognition"]["settled_labels"]
    assert (settled["text"], settled["proposal"], settled["codes"]["abandon"]) == ("Xyrplo", "visite", "Abandon")
    assert typed(book(UNSURE, lines), "37", "", "1", "6", "", "o") == ["accepted"]
    assert reads.read_table(store, "households")["status"].tolist() == ["suivi", "visite", "abandon"]
    import_file(store, book(lines=lines), Choices(chosen=Chosen(labels={key: ""})))
    assert reads.read_table(store, "households")["status"].isna().tolist() == [False, False, True]
    assert [label["text"] for label in preview(capsys, book(lines=lines))["recognition"]["doubtful_labels"]] == [
        "Xyrplo"
    ]


def test_sheets_of_one_habit_are_shown_and_asked_once(store, tmp_path, capsys):
    months = ["Janvier", "Février", "Mars", "Avril"]
    path = write_xlsx(tmp_path / "Grand Cahors.xlsx", {month: [UNSURE, *LINES] for month in months})
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
